import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { root } from './built-plugin.ts';
import { install, run } from './installed.ts';
import { layOut, packInto, projectIn } from './packed.ts';

const scratch = realpathSync(mkdtempSync(path.join(tmpdir(), 'go-live-nodes-')));
const tools = path.join(scratch, 'tools');
layOut(tools, { 'package.json': '{ "private": true }' });
const nodes = ['22', '24'];
const binaries = nodes.map(
  (node) => `node${node}@npm:node-${process.platform}-${process.arch}@${node}`,
);
const hasTools = install(tools, ['eslint@9.38.0', ...binaries]);
const nodeOf = (major: string): string =>
  path.join(tools, 'node_modules', `node${major}`, 'bin/node');

const project = projectIn(scratch, packInto(scratch));
cpSync(path.join(root, 'examples'), project, { recursive: true });
layOut(project, {
  'eslint.config.js': `import * as parser from '@typescript-eslint/parser';
import goLive from 'eslint-plugin-go-live';
export default [{ files: ['**/*.ts'], languageOptions: { parser } }, ...goLive.configs.all];
`,
});
afterAll(() => rmSync(scratch, { recursive: true }));

const eslint10 = path.join(root, 'node_modules/eslint');
const eslint938 = path.join(tools, 'node_modules/eslint');

/** What `eslint .` prints of the examples. */
function lint(node: string, eslint: string): string {
  const { stdout, stderr } = run(project, node, [path.join(eslint, 'bin/eslint.js'), '.']);
  expect(stderr).toBe('');
  return stdout;
}

describe.runIf(hasTools)('the examples', () => {
  // `npm run test:matrix` runs every unit test in every combination.
  test('get the same reports in the oldest ESLint and on newer Nodes', { timeout: 240_000 }, () => {
    const reports = lint(process.execPath, eslint10);
    expect(reports).toContain('go-live/require-request-timeout');
    expect(lint(nodeOf('22'), eslint938)).toBe(reports);
    expect(lint(nodeOf('24'), eslint10)).toBe(reports);
  });
});
