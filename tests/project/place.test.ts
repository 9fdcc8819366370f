import { parse } from '@typescript-eslint/parser';
import { expect, test } from 'vitest';
import type { FactsContext } from '../../src/facts/facts-of.ts';
import { factsOf } from '../../src/facts/facts-of.ts';
import { memoryProject } from '../../src/project/memory.ts';
import { pathFrom, pathWithin } from '../../src/project/place.ts';

test.each([
  ['/work/shop', '/work/shop/src/a.js', 'src/a.js'],
  ['/work/shop/', '/work/shop/src/a.js', 'src/a.js'],
  ['C:\\work\\shop', 'C:\\work\\shop\\src\\a.js', 'src/a.js'],
  ['/work/shop', '/work/shop-two/src/a.js', null],
])('from %s to %s', (folder, file, wanted) => {
  expect(pathFrom(folder, file)).toBe(wanted);
});

test('a file that is elsewhere keeps its whole path', () => {
  expect(pathWithin('/work/shop', '/tmp/a.js')).toBe('/tmp/a.js');
  expect(pathWithin(undefined, 'C:\\a.js')).toBe('C:/a.js');
});

const code =
  "app.post('/orders', (req, res) => { save(req.body.order); res.json({ ok: true }); });";

test.each([
  ['/work/webhooks', 0],
  ['/work', 1],
])('what the folders above %s are called says nothing of a file', (cwd, handlers) => {
  const filename = '/work/webhooks/server.js';
  const text = `import express from 'express';\nconst app = express();\n${code}`;
  const ast = parse(text, { range: true, loc: true });
  const context = { filename, cwd, sourceCode: { text, ast } } as unknown as FactsContext;
  const project = memoryProject({ [filename]: text });
  expect(factsOf(context, project).webhookHandler).toHaveLength(handlers);
});
