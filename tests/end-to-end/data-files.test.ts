import js from '@eslint/js';
import * as eslint10 from 'eslint';
import * as eslint9 from 'eslint-v9';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { plugin } from './built-plugin.ts';

// Put together here, so that no text of this file looks like a key.
const secret = ['4xTq9Zw', '2LmR7vYb8NcK5'].join('');

const files: Record<string, string> = {
  '.git/HEAD': 'ref: refs/heads/main\n',
  '.gitignore': '.env\n',
  '.env': `API_SECRET=${secret}\n`,
  '.env.production': `export API_SECRET="${secret}" # live\nno pair\n`,
  'config.json': `{\n  // the key\n  "apiKey": "${secret}",\n}\n`,
  'settings.json5': `{ apiKey: '${secret}' }\n`,
  'package.json': '{ "name": "shop", "version": "1.0.0" }\n',
  'compose.yml': `services:\n  shop:\n    environment:\n      - API_SECRET=${secret}\n`,
  'chart/templates/shop.yaml': '{{- if .Values.on }}\nkey: {{ .Values.key }}\n{{- end }}\n',
  'shop.js': `export const apiKey = '${secret}';\n`,
};

const cwd = mkdtempSync(path.join(tmpdir(), 'go-live-data-'));
for (const [name, text] of Object.entries(files)) {
  mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
  writeFileSync(path.join(cwd, name), text);
}
afterAll(() => rmSync(cwd, { recursive: true }));

describe.each([
  { major: '9', ESLint: eslint9.ESLint },
  { major: '10', ESLint: eslint10.ESLint },
])('eslint . in ESLint $major', ({ ESLint }) => {
  test('reads code and data in one run', { timeout: 60_000 }, async () => {
    const config = [js.configs.recommended, ...(plugin.configs['recommended'] ?? [])];
    const eslint = new ESLint({ cwd, overrideConfigFile: true, overrideConfig: config });
    const results = await eslint.lintFiles('.');
    const reports = results.flatMap(({ filePath, messages }) =>
      messages.map(({ ruleId, line, fatal }) => {
        const name = path.relative(cwd, filePath).replaceAll('\\', '/');
        return `${name}:${line} ${fatal ? 'fatal' : (ruleId ?? '')}`;
      }),
    );
    expect(reports.sort()).toEqual([
      '.env.production:1 go-live/no-committed-env-file',
      '.env.production:1 go-live/no-hardcoded-credentials',
      'compose.yml:4 go-live/no-hardcoded-credentials',
      'config.json:3 go-live/no-hardcoded-credentials',
      'settings.json5:1 go-live/no-hardcoded-credentials',
      'shop.js:1 go-live/no-hardcoded-credentials',
    ]);
    expect(JSON.stringify(results.map(({ messages }) => messages))).not.toContain(secret);
  });
});
