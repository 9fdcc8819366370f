import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plugin } from './built-plugin.ts';
import { LanguageServer } from './language-server.js';
import { layOut, packInto, projectIn } from './packed.ts';

// Put together here, so that no text of this file looks like a key.
const secret = ['4xTq9Zw', '2LmR7vYb8NcK5'].join('');

const config = `import { defineConfig } from 'eslint/config';
import goLive from 'eslint-plugin-go-live';
import * as parser from '@typescript-eslint/parser';

export default defineConfig([
  { files: ['**/*.ts'], languageOptions: { parser } },
  { plugins: { 'go-live': goLive }, extends: ['go-live/recommended'] },
]);
`;

const client = `import axios from 'axios';

interface Order { readonly id: string }
const apiKey: string = '${secret}';
export const client = axios.create({ baseURL: 'http://api.octopuscards.io', timeout: 900_000 });
export const order = (id: string) => client.get<Order>(\`/orders/\${id}\`);
`;

/** File, the language that an editor names, the text, and what is squiggled in it by which rule. */
const files = [
  {
    file: 'src/client.ts',
    language: 'typescript',
    text: client,
    squiggles: {
      "'http://api.octopuscards.io'": 'no-insecure-http',
      '900_000': 'max-request-timeout',
      [`'${secret}'`]: 'no-hardcoded-credentials',
    },
    saved: client.replace('http:', 'https:').replace('900_000', '60_000'),
  },
  {
    file: 'config.json',
    language: 'json',
    text: `{\n  "apiKey": "${secret}",\n  "apiUrl": "http://api.octopuscards.io"\n}\n`,
    squiggles: {
      [`"${secret}"`]: 'no-hardcoded-credentials',
      '"http://api.octopuscards.io"': 'no-insecure-http',
    },
    saved: `{\n  "apiKey": "${secret}",\n  "apiUrl": "https://api.octopuscards.io"\n}\n`,
  },
  {
    file: 'compose.yml',
    language: 'yaml',
    text: `services:\n  shop:\n    environment:\n      - API_SECRET=${secret}\n      - API_URL=http://api.octopuscards.io\n`,
    squiggles: {
      [secret]: 'no-hardcoded-credentials',
      'http://api.octopuscards.io': 'no-insecure-http',
    },
    saved: `services:\n  shop:\n    environment:\n      - API_SECRET=${secret}\n      - API_URL=https://api.octopuscards.io\n`,
  },
  {
    file: '.env',
    language: 'dotenv',
    text: `API_SECRET=${secret}\nAPI_URL=http://api.octopuscards.io\n`,
    squiggles: {
      [secret]: 'no-hardcoded-credentials',
      'http://api.octopuscards.io': 'no-insecure-http',
    },
    saved: `API_SECRET=${secret}\nAPI_URL=https://api.octopuscards.io\n`,
  },
];

const scratch = realpathSync(mkdtempSync(path.join(tmpdir(), 'go-live-editor-')));
let workspace = '';
beforeAll(() => {
  workspace = projectIn(scratch, packInto(scratch));
  const texts = files.map(({ file, text }) => [file, text]);
  layOut(workspace, { 'eslint.config.js': config, ...Object.fromEntries(texts) });
});
afterAll(() => rmSync(scratch, { recursive: true }));

/** The text within a range of one line. */
const within = (text: string, { start, end }: { start: Place; end: Place }): string =>
  (text.split('\n')[start.line] ?? '').slice(start.character, end.character);
interface Place {
  readonly line: number;
  readonly character: number;
}

describe("ESLint's language server", () => {
  let server: LanguageServer;
  beforeAll(async () => {
    server = await new LanguageServer(workspace).initialize();
    for (const { file, language } of files) server.open(file, language);
  });
  afterAll(() => server.stop());

  test.each(files)('squiggles $file, with links to pages', async ({ file, text, squiggles }) => {
    const diagnostics = await server.diagnostics(file);
    const found = diagnostics.map(({ range, code }) => [within(text, range), code]);
    const wanted = Object.entries(squiggles).map(([what, rule]) => [what, `go-live/${rule}`]);
    expect(found.toSorted()).toEqual(wanted.toSorted());
    for (const { code, codeDescription } of diagnostics) {
      const rule = plugin.rules[code.replace('go-live/', '')];
      expect(codeDescription?.href).toBe((rule?.meta as { docs: { url: string } }).docs.url);
    }
  });

  test.each(files)('fixes $file on save', async ({ file, saved }) => {
    expect(await server.fixedOnSave(file)).toBe(saved);
  });

  test.each(files)('fixes one thing in $file by its quick fix', async ({ file, text }) => {
    const diagnostics = await server.diagnostics(file);
    const insecure = diagnostics.find(({ code }) => code === 'go-live/no-insecure-http');
    if (!insecure) throw new Error('No squiggle.');
    const actions = await server.quickFixes(file, insecure);
    const fix = actions.find(({ command }) => command?.command === 'eslint.applySingleFix');
    if (!fix) throw new Error('No quick fix.');
    expect(await server.afterChoosing(file, fix)).toBe(text.replace('http:', 'https:'));
  });

  test('offers suggestions, and applies the one that is chosen', async () => {
    const [file, text] = ['src/client.ts', client];
    const diagnostics = await server.diagnostics(file);
    const key = diagnostics.find(({ code }) => code === 'go-live/no-hardcoded-credentials');
    if (!key) throw new Error('No squiggle.');
    const actions = await server.quickFixes(file, key);
    const [suggestion] = actions.filter(
      ({ command }) => command?.command === 'eslint.applySuggestion',
    );
    if (!suggestion) throw new Error('No suggestion.');
    expect(suggestion.title).toContain('Read it from the environment variable API_KEY');
    const after = text.replace(`'${secret}'`, 'process.env.API_KEY');
    expect(await server.afterChoosing(file, suggestion)).toBe(after);
  });

  test('stays as small as it is through 500 edits', async () => {
    const file = 'src/client.ts';
    const more = Array.from({ length: 20 }, (_, index) => {
      const path = `orders/${String(index)}`;
      return `export const order${String(index)} = () => client.get<Order>('/${path}');\n`;
    });
    const edit = async (turn: number): Promise<number> => {
      const typed = `export const typed = '${'x'.repeat(turn % 40)}';\n`;
      server.change(file, client + more.join('') + typed);
      return (await server.diagnostics(file)).length;
    };
    for (let turn = 0; turn < 60; turn++) await edit(turn);
    const warm = server.residentBytes();
    for (let turn = 0; turn < 500; turn++) expect(await edit(turn)).toBe(3);
    const end = server.residentBytes();
    if (warm === null || end === null) return;
    // A collector frees when it likes; 500 trees of this file that something keeps are far more.
    expect(end - warm).toBeLessThan(128 * 2 ** 20);
  });
});

/** What editors other than VS Code send beside its defaults, and the language they take `.env` for. */
const editors = [
  {
    editor: 'Zed',
    language: 'shellscript',
    settings: {
      workingDirectory: { mode: 'auto' },
      problems: {},
      codeActionOnSave: { enable: true },
    },
  },
  {
    editor: 'Neovim',
    language: 'sh',
    settings: {
      useESLintClass: false,
      codeActionOnSave: { enable: false, mode: 'all' },
      nodePath: '',
    },
  },
];

describe.each(editors)('with the settings of $editor', ({ language, settings }) => {
  test('.env files are read', async () => {
    const server = await new LanguageServer(workspace, settings).initialize();
    server.open('.env', language);
    expect(await server.diagnostics('.env')).toHaveLength(2);
    const { saved } = files.find(({ file }) => file === '.env') ?? {};
    expect(await server.fixedOnSave('.env')).toBe(saved);
    await server.stop();
  });
});

const silences = [
  { because: 'the editor only asks whether ESLint may read .env', settings: { validate: 'probe' } },
  {
    because: 'the editor wants the class that ESLint 8 had for flat configs',
    settings: { experimental: { useFlatConfig: true } },
  },
];

test.each(silences)('nothing is shown where $because', async ({ settings }) => {
  const server = await new LanguageServer(workspace, settings).initialize();
  server.open('.env', 'dotenv');
  expect(await server.diagnostics('.env')).toEqual([]);
  await server.stop();
});
