import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decoded } from '../../docs/.vitepress/playground/state.ts';
import { root } from './built-plugin.ts';
import { serve } from './site-server.ts';

const { resolve } = createRequire(import.meta.url);
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);
const axe = readFileSync(resolve('axe-core'), 'utf8');
/** Not at the root of its host: what forgets that is found. */
const base = '/plugin/';
const site = mkdtempSync(path.join(tmpdir(), 'go-live-site-'));

beforeAll(async () => {
  const vitepress = path.join(path.dirname(resolve('vitepress/package.json')), 'bin/vitepress.js');
  const build = [vitepress, 'build', path.join(root, 'docs'), '--outDir', site];
  const env = { ...process.env, NODE_ENV: 'production', GO_LIVE_SITE_BASE: base };
  await promisify(execFile)(process.execPath, build, { cwd: root, env });
}, 300_000);
afterAll(() => {
  rmSync(site, { recursive: true, force: true });
});

/** The types of a browser are not those of the plugin. */
interface Area {
  readonly value: string;
  readonly selectionStart: number;
  readonly selectionEnd: number;
}

const pagesOfSite = (): string[] =>
  readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
const htmlOf = (page: string): string => readFileSync(path.join(site, page), 'utf8');
const linksOf = (html: string): string[] =>
  [...html.matchAll(/\b(?:href|src)="([^"]+)"/g)].map(([, link = '']) =>
    link.replaceAll('&amp;', '&'),
  );

test('every link within the site leads to a page, and to a place on it', () => {
  const dead: string[] = [];
  for (const page of pagesOfSite()) {
    for (const link of linksOf(htmlOf(page))) {
      const target = new URL(link, `https://here.example${base}${page}`);
      if (target.host !== 'here.example') continue;
      const isWithin = target.pathname.startsWith(base);
      const file = target.pathname.slice(base.length).replace(/(?:^|\/)$/, 'index.html');
      const isThere = [file, `${file}.html`].find((name) => existsSync(path.join(site, name)));
      const place = decodeURIComponent(target.hash.slice(1));
      const isState = file === 'playground.html' && decoded(place) !== null;
      if (
        !isWithin ||
        !isThere ||
        (place !== '' && !isState && !htmlOf(isThere).includes(`id="${place}"`))
      ) {
        dead.push(`${page}: ${link}`);
      }
    }
  }
  expect(dead).toEqual([]);
});

/** The browser is Debian's; .ci/run installs it. */
describe.runIf(executablePath)('in a browser', () => {
  const errors: unknown[] = [];
  let server: Awaited<ReturnType<typeof serve>>;
  let browser: Browser;
  /** The playground, which takes its time to start. */
  let page: Page;

  beforeAll(async () => {
    server = await serve(site, base);
    browser = await chromium.launch({
      executablePath: executablePath ?? '',
      args: ['--no-sandbox'],
    });
    page = await open('playground.html');
    await says('error');
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  async function open(name: string, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
    const opened = await browser.newPage({ colorScheme });
    opened.on('pageerror', (error) => errors.push(error));
    opened.on('console', (message) => {
      if (message.type() === 'error') errors.push(`${name}: ${message.text()}`);
    });
    opened.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(server.address)) errors.push(`${name} asks for ${url}`);
    });
    await opened.goto(server.address + name);
    return opened;
  }

  const status = '#playground-status';
  const says = async (text: string, on = page): Promise<void> => {
    await on.locator(status, { hasText: text }).waitFor({ timeout: 60_000 });
  };
  const textIn = async (): Promise<string> => page.inputValue('textarea');
  const reportsIn = async (): Promise<string[]> =>
    page.$$eval('.reports li', (items) =>
      items.map((item) => {
        const place = item.querySelector('.place')?.lastChild?.textContent ?? '';
        return `${place.trim()} ${item.querySelector('.head a')?.textContent ?? ''}`;
      }),
    );

  async function type(language: string, text: string): Promise<void> {
    await page.getByLabel('Language').selectOption(language);
    await page.getByLabel('Rules').selectOption('recommended');
    await page.getByLabel('API', { exact: true }).selectOption('');
    await page.focus('textarea');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(text);
  }

  test('the playground lints what is typed, and its edits can be applied and undone', async () => {
    const program = [
      'export async function orders() {',
      "  const response = await fetch('https://api.shop.net/orders');",
      '  return response.json();',
      '}',
      '',
    ].join('\n');
    await type('JavaScript', program);
    await says('2 errors');
    expect(await reportsIn()).toEqual([
      '2:26 require-request-timeout',
      '2:26 require-response-check',
    ]);

    await page.getByRole('button', { name: 'Fix', exact: true }).click();
    await says('1 error');
    expect(await textIn()).toContain('signal: AbortSignal.timeout(60_000)');
    await page.keyboard.press('ControlOrMeta+Z');
    await says('2 errors');
    expect(await textIn()).toBe(program);

    await page.getByRole('button', { name: 'Throw where the response is not OK' }).click();
    await says('1 error');
    expect(await textIn()).toContain('if (!response.ok) throw');
    await page.getByRole('button', { name: 'Fix all (1)' }).click();
    await says('Nothing to report');

    const mended = await textIn();
    await page.reload();
    await says('Nothing to report');
    expect(await textIn()).toBe(mended);
  });

  test('a report leads to its place, and its rule to its page', async () => {
    await type('TypeScript', "\n\nconst a: string = await fetch('http://api.shop.net/a');\n");
    await says('2 errors');
    await page.getByRole('button', { name: /line 3:31/ }).click();
    const marked = await page.$eval('textarea', (area) => {
      const { value, selectionStart, selectionEnd } = area as unknown as Area;
      return value.slice(selectionStart, selectionEnd);
    });
    expect(marked).toBe("'http://api.shop.net/a'");
    await page.getByRole('link', { name: 'no-insecure-http' }).click();
    await page.getByRole('heading', { name: 'go-live/no-insecure-http' }).waitFor();
    await page.goBack();
    await says('2 errors');
  });

  const password = Buffer.from('correct-' + 'Horse7-battery9!').toString('base64');
  const secret = ['apiVersion: v1', 'kind: Secret', 'data:', `  password: ${password}`, ''];
  test.each([
    ['.env', 'A=1\nNODE_TLS_REJECT_UNAUTHORIZED=0\n', '2:30 no-disabled-tls-verification'],
    ['YAML', secret.join('\n'), '4:13 no-hardcoded-credentials'],
    ['JSON', '{\n  "apiUrl": "http://api.shop.net"\n}\n', '2:13 no-insecure-http'],
    ['TypeScript', 'const = 1;\n', '1:6 '],
  ])('the playground lints %s', async (language, text, report) => {
    await type(language, text);
    await expect.poll(reportsIn, { timeout: 60_000 }).toEqual([report]);
  });

  /** Their examples need a repository around the file. */
  const needsDisk = new Set(['rule:no-committed-env-file']);

  test('every example of the rule pages is in the playground what its page says', async () => {
    const examples = pagesOfSite()
      .filter((name) => name.startsWith('rules/'))
      .flatMap((name) =>
        htmlOf(name)
          .split('<div class="example ')
          .slice(1)
          .map((html) => ({ name, html })),
      );
    expect(examples.length).toBeGreaterThan(130);
    const wrong: string[] = [];
    for (const { name, html } of examples) {
      const [, hash = ''] = /playground\.html#([\w-]+)/.exec(html) ?? [];
      const state = decoded(hash);
      if (!state || needsDisk.has(state.config)) continue;
      const found = await page.evaluate(
        `window.linter ??= new Worker(performance.getEntriesByType('resource').find(({ name }) => name.includes('/linter.')).name),
        new Promise((resolve) => {
          linter.onmessage = ({ data }) => resolve(data.failure ?? data.reports.length);
          linter.postMessage({ id: 1, state: ${JSON.stringify(state)}, fixAll: false });
        })`,
      );
      if ((found === 0) !== html.startsWith('correct')) wrong.push(`${name}: ${String(found)}`);
    }
    expect(wrong).toEqual([]);
  });

  const lookedAt = ['index.html', 'rules.html', 'rules/no-hardcoded-host.html', 'playground.html'];
  test.each(lookedAt.flatMap((name) => [[name, 'light'] as const, [name, 'dark'] as const]))(
    '%s is for everybody, in %s',
    async (name, colorScheme) => {
      const looked = await open(name, colorScheme);
      if (name === 'playground.html') {
        await says('error', looked);
        await looked.locator('.piece[style]').first().waitFor();
      }
      await looked.evaluate(axe);
      const violations: unknown = await looked.evaluate(
        'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160)).slice(0, 3)]))',
      );
      expect(violations).toEqual([]);
      // And nothing of it is wider than a telephone.
      await looked.setViewportSize({ width: 375, height: 800 });
      const wider = await looked.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(wider).toBe(0);
      await looked.close();
    },
  );

  test('no page asks anything of the network or logs an error', () => {
    expect(errors).toEqual([]);
  });
});
