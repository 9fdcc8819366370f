import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { htmlReport } from '../../src/report/html.ts';
import type { ItemState } from '../../src/report/model.ts';
import { tally } from '../../src/report/model.ts';
import * as rules from '../../rules/index.ts';
import { reportOf } from '../report/report-of.ts';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

const code = `
  const response = await fetch('https://api.octopuscards.io/api/v1/wallets');
  export const wallets = await response.json();
  export const timed = await fetch('https://api.octopuscards.io/a', { signal: AbortSignal.timeout(5000) });
`;

/** The browser is Debian's; .ci/run installs it. */
describe.runIf(executablePath)('the page in a browser', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'go-live-page-'));
  const address = pathToFileURL(path.join(folder, 'report.html')).href;
  const errors: unknown[] = [];
  let browser: Browser;
  let page: Page;
  let counts: Record<ItemState, number>;

  beforeAll(async () => {
    const report = await reportOf({ 'src/a.js': code }, ['recommended', 'octopus', 'aelix']);
    counts = tally(report.apis.flatMap(({ items }) => items));
    writeFileSync(path.join(folder, 'report.html'), htmlReport(report, rules));
    browser = await chromium.launch({
      executablePath: executablePath ?? '',
      args: ['--no-sandbox'],
    });
    page = await browser.newPage();
    page.on('pageerror', (error) => errors.push(error));
    page.on('request', (request) => {
      if (request.url() !== address) errors.push(request.url());
    });
    await page.goto(address);
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const shown = async (state: ItemState): Promise<number> =>
    page.locator(`.item[data-state="${state}"]:visible`).count();

  test('shows as many items of each state as the model has', async () => {
    for (const [state, count] of Object.entries(counts))
      expect([state, await shown(state as ItemState)]).toEqual([state, count]);
    expect(counts.failed).toBeGreaterThan(0);
  });

  test('filters by state, says how many are left, and keeps the choice in the address', async () => {
    await page.uncheck('input[value="failed"]');
    expect(await shown('failed')).toBe(0);
    expect(await shown('manual')).toBe(counts.manual);
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    expect(await page.textContent('#shown')).toBe(`${String(all - counts.failed)} items shown`);
    await page.reload();
    expect(await shown('failed')).toBe(0);
    await page.check('input[value="failed"]');
    expect(await shown('failed')).toBe(counts.failed);
  });

  test('can be filtered from the keyboard', async () => {
    await page.focus('input[value="manual"]');
    await page.keyboard.press('Space');
    expect(await shown('manual')).toBe(0);
    await page.keyboard.press('Space');
    expect(await shown('manual')).toBe(counts.manual);
  });

  test.each(['light', 'dark'] as const)(
    'has no accessibility violation in %s',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      await page.evaluate(axe);
      const violations: unknown = await page.evaluate(
        'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))',
      );
      expect(violations).toEqual([]);
    },
  );

  test('prints without its controls', async () => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('form').isVisible()).toBe(false);
    expect(await shown('failed')).toBe(counts.failed);
    await page.emulateMedia({ media: 'screen' });
  });

  test('asks nothing of the network and throws nothing', () => {
    expect(errors).toEqual([]);
  });
});
