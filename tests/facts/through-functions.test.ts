import { describe, expect, it } from 'vitest';
import type { FunctionNode } from '../../src/ast/node.ts';
import type { FunctionSearch } from '../../src/facts/through-functions.ts';
import { throughFunctions } from '../../src/facts/through-functions.ts';
import type { SourceModule } from '../../src/values/source-module.ts';

const module = {} as SourceModule;

/** A search for what sends: functions by name, with what each calls; `send` is what is looked for. */
function search(calls: Readonly<Record<string, readonly string[]>>, deepest = 3) {
  const nodes = new Map(
    Object.keys(calls).map((name) => [name, { name } as unknown as FunctionNode]),
  );
  const looks: string[] = [];
  const find: FunctionSearch<boolean> = throughFunctions(deepest, false, (fn) => {
    const { name } = fn as unknown as { name: string };
    looks.push(name);
    return (calls[name] ?? []).some((callee) => {
      const node = nodes.get(callee);
      return callee === 'send' || (node !== undefined && find(node, module));
    });
  });
  const sends = (name: string): boolean => {
    const node = nodes.get(name);
    return node !== undefined && find(node, module);
  };
  return { sends, looks };
}

describe('throughFunctions', () => {
  it('looks at each function once, whoever comes to it', () => {
    const { sends, looks } = search({ a: ['c', 'c'], b: ['c'], c: ['d'], d: [] });
    expect([sends('a'), sends('b'), sends('d')]).toEqual([false, false, false]);
    expect(looks).toEqual(['a', 'c', 'd', 'b']);
  });

  it('finds what lies further on', () => {
    expect(search({ a: ['b'], b: ['c'], c: ['send'] }).sends('a')).toBe(true);
  });

  it('comes back from functions that call each other', () => {
    const { sends } = search({ a: ['b'], b: ['a', 'send'] });
    expect([sends('a'), sends('b')]).toEqual([true, true]);
  });

  it('keeps nothing of a function in which it has turned back', () => {
    const { sends } = search({ a: ['b', 'send'], b: ['a'] });
    expect(sends('a')).toBe(true);
    expect(sends('b')).toBe(true);
  });

  it('goes no deeper than it is told, from wherever it starts', () => {
    const { sends } = search({ a: ['b'], b: ['c'], c: ['d'], d: ['send'] }, 2);
    expect(sends('a')).toBe(false);
    expect(sends('b')).toBe(true);
  });

  it('is ready for the next search where one has failed', () => {
    const fn = {} as FunctionNode;
    let fails = true;
    const find = throughFunctions(1, 'nothing', () => {
      if (fails) throw new Error('no');
      return 'found';
    });
    expect(() => find(fn, module)).toThrow('no');
    fails = false;
    expect(find(fn, module)).toBe('found');
  });
});
