import { describe, expect, it } from 'vitest';
import { addDefaultImport } from '../../src/edits/add-import.ts';
import { attachRetry, wrapInRetry } from '../../src/edits/add-retry.ts';
import type { RetryBy } from '../../src/edits/add-retry.ts';
import { importFunction } from '../../src/edits/import-function.ts';
import { moduleOf } from '../../src/values/module.ts';
import { parse } from '../ast/parse.ts';
import { appliedTo } from './applied.ts';

const read = (text: string) => moduleOf({ ...parse(text), file: null }, null);

describe('addDefaultImport', () => {
  const brought = (text: string): string | null => {
    const change = addDefaultImport(read(text), 'pRetry', 'p-retry');
    return appliedTo(text, change && { safe: true, title: '', changes: [change] });
  };

  it.each([
    [`import a from 'a';\nf();`, `import a from 'a';\nimport pRetry from 'p-retry';\nf();`],
    ['export const a = 1;', `import pRetry from 'p-retry';\nexport const a = 1;`],
    [
      `const a = require('a');`,
      `const { default: pRetry } = require('p-retry');\nconst a = require('a');`,
    ],
    [`'use strict';\nf();`, `'use strict';\nconst { default: pRetry } = require('p-retry');\nf();`],
    [
      `// who wrote it\nf();`,
      `// who wrote it\nconst { default: pRetry } = require('p-retry');\nf();`,
    ],
    ['const pRetry = 1;', null],
    [`import pRetry from 'p-retry';`, null],
  ])('%s', (text, expected) => {
    expect(brought(text)).toBe(expected);
  });
});

describe('importFunction', () => {
  /** The callee, and the text with what it needs. */
  const imported = (text: string): [string, string | null] | null => {
    const module = read(text);
    const at = module.calls.at(-1) ?? module.program;
    const found = importFunction('equal', 'node:crypto', at, module);
    return (
      found && [found.callee, appliedTo(text, { safe: true, title: '', changes: found.changes })]
    );
  };

  it.each([
    // It is there.
    [`import { equal } from 'node:crypto';\nf();`, 'equal', null],
    [`import { equal as same } from 'crypto';\nf();`, 'same', null],
    [`import crypto from 'crypto';\nf();`, 'crypto.equal', null],
    [`import * as c from 'node:crypto';\nf();`, 'c.equal', null],
    [`const c = require('crypto');\nf();`, 'c.equal', null],
    [`const { equal: same } = require('crypto');\nf();`, 'same', null],
    // It joins what is there.
    [
      `import { hash } from 'node:crypto';\nf();`,
      'equal',
      `import { hash, equal } from 'node:crypto';\nf();`,
    ],
    [
      `const { hash } = require('crypto');\nf();`,
      'equal',
      `const { hash, equal } = require('crypto');\nf();`,
    ],
    // It comes anew, in the way of the file.
    [
      `import fs from 'node:fs';\nf();`,
      'equal',
      `import fs from 'node:fs';\nimport { equal } from 'node:crypto';\nf();`,
    ],
    [
      `import fs from "fs";\nf();`,
      'equal',
      `import fs from "fs";\nimport { equal } from "crypto";\nf();`,
    ],
    [
      `import type { Hash } from 'node:crypto';\nf();`,
      'equal',
      `import type { Hash } from 'node:crypto';\nimport { equal } from 'node:crypto';\nf();`,
    ],
    [
      `import 'node:crypto';\nf();`,
      'equal',
      `import 'node:crypto';\nimport { equal } from 'node:crypto';\nf();`,
    ],
    [
      `const fs = require('fs');\nf();`,
      'equal',
      `const { equal } = require('crypto');\nconst fs = require('fs');\nf();`,
    ],
  ])('%s', (text, callee, expected) => {
    expect(imported(text)).toEqual([callee, expected ?? text]);
  });

  it.each([
    'const equal = 1;\nf();',
    `import { hash } from 'node:crypto';\nfunction g(equal) { f(); }`,
    `import crypto from 'crypto';\nfunction g(crypto) { f(); }`,
  ])('nothing: %s', (text) => {
    expect(imported(text)).toBeNull();
  });
});

const BY: RetryBy = { from: 'p-retry', name: 'pRetry', options: '{ retries: 3 }' };

describe('wrapInRetry', () => {
  const wrapped = (text: string): string | null => {
    const module = read(text);
    const call = module.calls.find(
      ({ callee }) => callee.type === 'Identifier' && callee.name === 'send',
    );
    if (!call) throw new Error('No call.');
    return appliedTo(text, wrapInRetry(call, BY, module));
  };
  const HEAD = `import a from 'a';\n`;
  const WITH = `import a from 'a';\nimport pRetry from 'p-retry';\n`;

  it.each([
    ['await send(u);', 'await pRetry(() => send(u), { retries: 3 });'],
    ['await send(await u());', 'await pRetry(async () => send(await u()), { retries: 3 });'],
    ['(await send(u)).json();', '(await pRetry(() => send(u), { retries: 3 })).json();'],
  ])('%s', (text, expected) => {
    expect(wrapped(HEAD + text)).toBe(WITH + expected);
  });

  it.each([
    'send(u);',
    'await send(u /* why */);',
    'await send(u).then(f);',
    'function* g() { (async () => 1)(); return send(yield 1); }',
    'const pRetry = 1; await send(u);',
  ])('nothing: %s', (text) => {
    expect(wrapped(HEAD + text)).toBeNull();
  });

  it('leaves alone what it has wrapped', () => {
    expect(wrapped(wrapped(`${HEAD}await send(u);`) ?? '')).toBeNull();
  });
});

describe('attachRetry', () => {
  const attached = (text: string): string | null => {
    const module = read(text);
    const call = module.calls.find(
      ({ callee }) => callee.type === 'Identifier' && callee.name === 'make',
    );
    if (!call) throw new Error('No call.');
    return appliedTo(text, attachRetry(call, BY, module));
  };

  it.each([
    [
      `import a from 'a';\nconst api = make();`,
      `import a from 'a';\nimport pRetry from 'p-retry';\nconst api = make();\npRetry(api, { retries: 3 });`,
    ],
    [
      `import a from 'a';\nexport const api = make();\nuse(api);`,
      `import a from 'a';\nimport pRetry from 'p-retry';\nexport const api = make();\npRetry(api, { retries: 3 });\nuse(api);`,
    ],
  ])('%s', (text, expected) => {
    expect(attached(text)).toBe(expected);
  });

  it.each([
    'export default make();',
    'const { get } = make();',
    'function g() { const api = make(); return api; }',
    'const pRetry = 1; const api = make();',
  ])('nothing: %s', (text) => {
    expect(attached(text)).toBeNull();
  });
});
