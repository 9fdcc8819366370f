import { describe, expect, it } from 'vitest';
import { decisionsBy } from '../../src/ast/decisions.ts';
import type { Node } from '../../src/ast/node.ts';
import { parse } from './parse.ts';

/** What is done where `x` holds, and where it does not. */
function decided(code: string): string[] {
  const { text, identifier, scopes } = parse(code);
  const shown = (node: Node | null): string => (node ? text.slice(...node.range) : '-');
  return decisionsBy(identifier('x'), scopes).map(
    ({ test, holds, fails }) => `${shown(test)}: ${shown(holds)} | ${shown(fails)}`,
  );
}

describe('decisionsBy', () => {
  it.each([
    ['if (x) a(); else b();', 'x: a(); | b();'],
    ['if (!x) a();', '!x: - | a();'],
    ['if (!x || y) a();', '!x || y: - | a();'],
    ['if (Boolean(x)) a();', 'Boolean(x): a(); | -'],
    ['const r = (x as boolean) ? a : b;', 'x as boolean: a | b'],
    ['x && a();', 'x: a() | -'],
    ['x || a();', 'x: - | a()'],
    ['!x && a();', '!x: - | a()'],
    // by a name
    ['const isX = x; if (isX) a();', 'isX: a(); | -'],
    ['const isBad = !x; if (!isBad) a();', '!isBad: a(); | -'],
    ['const isBad = !x || y; if (isBad) a();', 'isBad: - | a();'],
    ['const one = !!x; const other = !one; if (other) a();', 'other: - | a();'],
    ['const text = x || ""; if (text) a();', ''],
    ['let isX = x; isX = y; if (isX) a();', ''],
    // by a function
    ['function isX() { return !!x; } if (isX()) a();', 'isX(): a(); | -'],
    ['const isX = () => Boolean(x && y); if (!isX()) a();', '!isX(): - | a();'],
    ['async function isX() { return !x; } if (await isX()) a();', 'await isX(): - | a();'],
    ['function isX() { const is = !!x; return is; } if (isX()) a();', 'isX(): a(); | -'],
    ['const isX = () => !!x; const isY = () => !isX(); if (isY()) a();', 'isY(): - | a();'],
    // what gives back the value itself asks nothing
    ['function load() { return x; } if (load()) a();', ''],
    ['function load() { return x || ""; } if (load()) a();', ''],
    ['send(x);', ''],
  ])('%s', (code, expected) => {
    expect(decided(code).join()).toBe(expected);
  });
});
