import { parse as parseTypeScript } from '@typescript-eslint/parser';
import type { TSESTree } from '@typescript-eslint/utils';
import { describe, expect, it } from 'vitest';
import type { ControlFlow, FlowRoot } from '../../src/ast/control-flow/index.ts';
import { controlFlowOf, isReachable } from '../../src/ast/control-flow/index.ts';

type Node = TSESTree.Node;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'range' in value;
}

function nodesIn(root: Node): Node[] {
  const found: Node[] = [];
  const pending: unknown[] = [root];
  while (pending.length > 0) {
    const next = pending.pop();
    if (!isNode(next)) continue;
    found.push(next);
    for (const [key, value] of Object.entries(next)) {
      if (key !== 'parent') pending.push(...(Array.isArray(value) ? value : [value]));
    }
  }
  return found;
}

function adoptChildren(parent: Node): void {
  for (const [key, value] of Object.entries(parent)) {
    if (key === 'parent') continue;
    for (const child of [value].flat()) if (isNode(child)) Object.assign(child, { parent });
  }
}

function programOf(code: string, { parents = true, jsx = false } = {}): TSESTree.Program {
  const program = parseTypeScript(code, {
    range: true,
    sourceType: 'module',
    ecmaFeatures: { jsx },
  });
  if (parents) for (const node of nodesIn(program)) adoptChildren(node);
  return program;
}

interface Sample {
  readonly flow: ControlFlow;
  readonly root: FlowRoot;
  /** The outermost node whose text is this, or the call of that name: `a` finds `a()`. */
  readonly at: (text: string) => Node;
}

/** The flow of `function f` in the code, or of a function with the code as its body. */
function sampleOf(body: string, prefix = 'async function', options = {}): Sample {
  const code =
    body.startsWith('class ') || body.startsWith('//') ? body : `${prefix} f() { ${body} }`;
  const program = programOf(code, options);
  const declared = program.body[0];
  const root = declared?.type === 'FunctionDeclaration' ? declared : program;
  const all = nodesIn(root);
  const at = (text: string): Node => {
    const wanted = /^(?:\w{2,}|[^y\W])$/u.test(text) ? `${text}()` : text;
    const found = all
      .filter((node) => node.type !== 'ExpressionStatement')
      .find((node) => code.slice(...node.range).startsWith(wanted) && isWhole(code, node, wanted));
    if (!found) throw new Error(`No ${wanted} in ${code}`);
    return found;
  };
  return { flow: controlFlowOf(root), root, at };
}

function isWhole(code: string, node: Node, wanted: string): boolean {
  return code.slice(...node.range) === wanted;
}

/** Names of calls, or one text that is a node itself. */
function names(list: string): string[] {
  return list.includes('(') ? [list] : list.split(' ').filter((name) => name !== '');
}

/** code, the node asked about, what it must pass, the answer */
const everyPathTo: [code: string, to: string, through: string, expected: boolean][] = [
  ['a(); b();', 'b', 'a', true],
  ['b(); a();', 'b', 'a', false],
  ['b(a());', 'b(a())', 'a', true],
  ['if (x) a(); b();', 'b', 'a', false],
  ['if (x) a(); else c(); b();', 'b', 'a c', true],
  ['if (x) { a(); } else { return; } b();', 'b', 'a', true],
  ['if (x) { a(); } else { throw e; } b();', 'b', 'a', true],
  ['if (x) return a(); b();', 'b', 'a', false],
  ['return; b();', 'b', '', true],
  ['x && a(); b();', 'b', 'a', false],
  ['a() && b();', 'b', 'a', true],
  ['(x || a()) && b();', 'b', 'a', false],
  ['x ?? a(); b();', 'b', 'a', false],
  ['a() ?? b();', 'b', 'a', true],
  ['x ? a() : c(); b();', 'b', 'a', false],
  ['x ? a() : c(); b();', 'b', 'a c', true],
  ['x?.y(a()); b();', 'b', 'a', false],
  ['a()?.y; b();', 'b', 'a', true],
  ['x?.[a()].z.w(c()); b();', 'b', 'c', false],
  ['x?.y(a(), b());', 'b', 'a', true],
  ['x &&= a(); b();', 'b', 'a', false],
  ['x ||= a(); b();', 'b', 'a', false],
  ['x ??= a(); b();', 'b', 'a', false],
  ['x = a(); b();', 'b', 'a', true],
  ['const { y = a() } = x; b();', 'b', 'a', false],
  ['const [y = a()] = c(); b();', 'b', 'c', true],
  ['const { [a()]: y } = x; b();', 'b', 'a', true],
  ['while (x) a(); b();', 'b', 'a', false],
  ['while (a()) c(); b();', 'b', 'a', true],
  ['do { a(); } while (x); b();', 'b', 'a', true],
  ['do { if (y) continue; a(); } while (x); b();', 'b', 'a', false],
  ['do { if (y) break; a(); } while (x); b();', 'b', 'a', false],
  ['for (const y of ys) a(); b();', 'b', 'a', false],
  ['for (const y of a()) c(); b();', 'b', 'a', true],
  ['for (const y in ys) a(); b();', 'b', 'a', false],
  ['for (a(); x; c()) d(); b();', 'b', 'a', true],
  ['for (; x; c()) d(); b();', 'b', 'c', false],
  ['for (;;) { a(); if (x) break; } b();', 'b', 'a', true],
  ['for (;;) { if (x) break; a(); } b();', 'b', 'a', false],
  ['while (true) { if (a()) break; } b();', 'b', 'a', true],
  ['while (true) { c(); } b();', 'b', '', true],
  ['if (false) { b(); }', 'b', '', true],
  ['outer: for (;;) { for (;;) { if (x) break outer; a(); break; } a(); } b();', 'b', 'a', false],
  ['outer: for (const y of ys) { for (;;) { a(); continue outer; } } b();', 'b', 'a', false],
  ['block: { if (x) break block; a(); } b();', 'b', 'a', false],
  ['block: { for (;;) { break block; } a(); } b();', 'b', 'a', false],
  ['switch (x) { case 1: a(); break; default: a(); } b();', 'b', 'a', false],
  ['switch (x) { case 1: a(); break; default: c(); } b();', 'b', 'a c', true],
  ['switch (x) { case 1: a(); break; case 2: c(); } b();', 'b', 'a c', false],
  ['switch (x) { case 1: a(); case 2: b(); }', 'b', 'a', false],
  ['switch (x) { case 1: return; default: a(); } b();', 'b', 'a', true],
  ['switch (x) { default: c(); case a(): b(); }', 'b', 'a', true],
  ['switch (x) { case 1: case 2: b(); break; case a(): c(); }', 'c', 'a', true],
  ['try { a(); } catch { c(); } b();', 'b', 'a', false],
  ['try { a(); } catch { return; } b();', 'b', 'a', true],
  ['try { a(); } catch (e) { throw e; } b();', 'b', 'a', true],
  ['try { c(); } finally { a(); } b();', 'b', 'a', true],
  ['try { a(); } finally { c(); } b();', 'b', 'a', true],
  ['try { a(); } finally { b(); }', 'b', 'a', false],
  ['try { x.y; a(); } catch { b(); }', 'b', 'a', false],
  ['try { a(); c(); } catch { b(); }', 'b', 'a', false],
  ['a(); try { c(); } catch { b(); }', 'b', 'a', true],
  ['try { if (x) return; a(); } finally { c(); } b();', 'b', 'a', true],
  ['try { try { a(); } finally { c(); } } catch { return; } b();', 'b', 'a', true],
  ['for (;;) { try { a(); break; } finally { c(); } } b();', 'b', 'a', true],
  ['for (;;) { try { break; } finally { continue; } } b();', 'b', '', true],
  ['for (;;) { try { return; } finally { break; } } b();', 'b', '', false],
  ['const g = () => a(); b();', 'b', 'a', false],
  ['class A { m() { a(); } } b();', 'b', 'a', false],
  ['class A { static x = a(); } b();', 'b', 'a', true],
  ['class A { x = a(); } b();', 'b', 'a', false],
  ['class A { static { a(); } } b();', 'b', 'a', true],
  ['class A { [a()]() {} } b();', 'b', 'a', true],
  ['class A extends a() {} b();', 'b', 'a', true],
  ['await a(); b();', 'b', 'await a()', true],
  ['`${a()}${b()}`;', 'b', 'a', true],
  ['(a() as T)!; b();', 'b', 'a', true],
  ['const y = { x: a(), ...b() };', 'b', 'a', true],
  ['a(); items.map(() => b());', 'b', 'a', true],
  ['if (x) a(); items.map(() => b());', 'b', 'a', false],
  ['return; function g() { b(); } a();', 'b', 'a', false],
  ['if (!a()) { return; } else if (x) { b(); }', 'b', 'a', true],
  ['if (c() || a()) b();', 'b', 'a', false],
  ['if (c() && a()) b();', 'b', 'a', true],
  ['if (!(c() && a())) b();', 'b', 'a', false],
  ['if (x?.y(a())) b();', 'b', 'a', true],
  ['if (x?.y(a())) c(); else b();', 'b', 'a', false],
];

describe('everyPathTo', () => {
  it.each(everyPathTo)('%s | to %s through %s: %s', (code, to, through, expected) => {
    const { flow, at } = sampleOf(code);
    expect(flow.everyPathTo(at(to), names(through).map(at))).toBe(expected);
  });

  it('is false for a node of another function', () => {
    const other = sampleOf('b();');
    expect(sampleOf('a();').flow.everyPathTo(other.at('b'), [])).toBe(false);
  });
});

const everyPathFrom: [code: string, from: string, through: string, expected: boolean][] = [
  ['a(); b();', 'a', 'b', true],
  ['a(); if (x) b();', 'a', 'b', false],
  ['a(); if (x) return; b();', 'a', 'b', false],
  ['a(); if (x) throw e; b();', 'a', 'b', true],
  ['a(); if (x) { b(); return; } c();', 'a', 'b c', true],
  ['a(); try { c(); } finally { b(); }', 'a', 'b', true],
  ['try { a(); return; } finally { b(); }', 'a', 'b', true],
  ['try { a(); c(); } catch { return; } b();', 'a', 'b', false],
  ['try { a(); c(); } catch { } b();', 'a', 'b', true],
  ['a(); for (;;) { c(); }', 'a', '', true],
  ['a(); while (x) b();', 'a', 'b', false],
  ['a(); do b(); while (x);', 'a', 'b', true],
  ['if (x) { a(); } b();', 'a', 'b', true],
  ['b(); a();', 'a', 'b', false],
  ['for (;;) { b(); if (x) a(); }', 'a', 'b', true],
  ['return a(); b();', 'a', 'b', false],
  ['return; a(); b();', 'a', 'b', true],
  ['b(a());', 'a', 'b(a())', true],
  ['a(); switch (x) { case 1: b(); break; case 2: c(); }', 'a', 'b c', false],
  ['a(); x ? b() : c();', 'a', 'b c', true],
  ['const y = yield a(); b();', 'a', 'b', true],
];

describe('everyPathFrom', () => {
  it.each(everyPathFrom)('%s | from %s through %s: %s', (code, from, through, expected) => {
    const { flow, at } = sampleOf(code, code.includes('yield') ? 'function*' : 'async function');
    expect(flow.everyPathFrom(at(from), names(through).map(at))).toBe(expected);
  });

  const throwing: [code: string, expected: boolean][] = [
    ['a(); b();', true],
    ['a(); c(); b();', false],
    ['a(); if (x) throw e; b();', false],
    ['a(); try { c(); } finally { b(); }', true],
    ['a(); try { throw c(); } catch { } b();', true],
    ['a(); try { c(); } catch (e) { b(); throw e; }', false],
    ['try { a(); throw e; } catch (e) { b(); throw e; }', true],
    ['a(); try { c(); } catch (e) { throw e; } b();', false],
  ];
  it.each(throwing)('with throws: %s: %s', (code, expected) => {
    const { flow, at } = sampleOf(code);
    expect(flow.everyPathFrom(at('a'), [at('b')], { throws: true })).toBe(expected);
  });
});

const canReach: [code: string, from: string, to: string, avoiding: string, expected: boolean][] = [
  ['a(); b();', 'a', 'b', '', true],
  ['a(); b();', 'b', 'a', '', false],
  ['a();', 'a', 'a', '', false],
  ['for (;;) a();', 'a', 'a', '', true],
  ['for (const x of y) { a(); b(); }', 'b', 'a', '', true],
  ['a(); c(); b();', 'a', 'b', 'c', false],
  ['a(); if (x) c(); b();', 'a', 'b', 'c', true],
  ['if (x) a(); else b();', 'a', 'b', '', false],
  ['if (x) a(); b();', 'a', 'b', '', true],
  ['while (true) a(); b();', 'a', 'b', '', false],
  ['try { a(); } catch { b(); }', 'a', 'b', '', true],
  ['try { return a(); } catch { b(); }', 'a', 'b', '', true],
  ['try { return x; } catch { b(); } a();', 'b', 'a', '', true],
  ['a(); return; b();', 'a', 'b', '', false],
  ['return; a(); b();', 'a', 'b', '', false],
  ['for (let i = 0; i < 3; i++) { try { return await a(); } catch (e) { } }', 'a', 'a', '', true],
  [
    'for (let i = 0; i < 3; i++) { try { return await a(); } catch (e) { throw e; } }',
    'a',
    'a',
    '',
    false,
  ],
  ['a(); try { return; } finally { b(); } c();', 'a', 'b', '', true],
  ['try { a(); return; } finally { b(); } c();', 'a', 'c', '', false],
  ['a(); function g() { b(); }', 'a', 'b', '', false],
  ['items.map(() => b()); a();', 'b', 'a', '', false],
];

describe('canReach', () => {
  it.each(canReach)('%s | %s to %s avoiding %s: %s', (code, from, to, avoiding, expected) => {
    const { flow, at } = sampleOf(code);
    expect(flow.canReach(at(from), at(to), names(avoiding).map(at))).toBe(expected);
  });
});

const canReachWhen: [code: string, outcome: 'truthy' | 'falsy', expected: boolean][] = [
  ['if (ok()) { if (c()) return; } b();', 'truthy', false],
  ['if (ok()) { if (c()) return; } b();', 'falsy', true],
  ['if (ok()) { d(); } b();', 'truthy', true],
  ['if (ok()) { d(); return; } b();', 'truthy', false],
  ['if (!ok()) return; b();', 'falsy', false],
  ['ok(); b();', 'truthy', true],
];

describe('canReachWhen', () => {
  it.each(canReachWhen)('%s when %s, avoiding c(): %s', (code, outcome, expected) => {
    const { flow, at } = sampleOf(code);
    const avoiding = code.includes('c()') ? [at('c')] : [];
    expect(flow.canReachWhen(at('ok'), outcome, at('b'), avoiding)).toBe(expected);
  });
});

const outcomes: [code: string, test: string, node: string, expected: string | null][] = [
  ['if (ok()) b();', 'ok', 'b', 'truthy'],
  ['if (ok()) c(); else b();', 'ok', 'b', 'falsy'],
  ['if (ok()) c(); b();', 'ok', 'b', null],
  ['if (!ok()) return; b();', 'ok', 'b', 'truthy'],
  ['if (!ok()) return; b();', '!ok()', 'b', 'falsy'],
  ['if (!(await ok())) return res.status(401).end(); b();', 'await ok()', 'b', 'truthy'],
  ['if (!!ok()) b();', 'ok', 'b', 'truthy'],
  ['if (!ok()) throw new Error(); b();', 'ok', 'b', 'truthy'],
  ['if (!ok()) c(); b();', 'ok', 'b', null],
  ['if (ok()) return null; b();', 'ok', 'b', 'falsy'],
  ['if (x && ok()) b();', 'ok', 'b', 'truthy'],
  ['if (x && ok()) b();', 'x && ok()', 'b', 'truthy'],
  ['if (x || ok()) b();', 'ok', 'b', null],
  ['if (x || ok()) b();', 'x || ok()', 'b', 'truthy'],
  ['if (x || !ok()) return; b();', 'ok', 'b', 'truthy'],
  ['if (x && !ok()) return; b();', 'ok', 'b', null],
  ['ok() ? b() : c();', 'ok', 'b', 'truthy'],
  ['ok() ? c() : b();', 'ok', 'b', 'falsy'],
  ['ok() && b();', 'ok', 'b', 'truthy'],
  ['ok() || b();', 'ok', 'b', 'falsy'],
  ['ok() ?? b();', 'ok', 'b', 'falsy'],
  ['ok() || c(); b();', 'ok', 'b', null],
  ['x() && (y &&= b());', 'y', 'b', 'truthy'],
  ['y ||= b();', 'y', 'b', 'falsy'],
  ['while (ok()) b();', 'ok', 'b', 'truthy'],
  ['while (ok()) c(); b();', 'ok', 'b', 'falsy'],
  ['while (ok()) { if (x) break; } b();', 'ok', 'b', null],
  ['do { c(); } while (ok()); b();', 'ok', 'b', 'falsy'],
  ['do { b(); } while (ok());', 'ok', 'b', null],
  ['for (; ok(); ) b();', 'ok', 'b', 'truthy'],
  ['for (const x of y) { if (!ok()) continue; b(); }', 'ok', 'b', 'truthy'],
  ['for (const x of y) { if (!ok()) c(); } b();', 'ok', 'b', null],
  ['if (x) c(); else if (ok()) b();', 'ok', 'b', 'truthy'],
  ['if (ok()) c(); else if (x) b();', 'ok', 'b', 'falsy'],
  ['if ((r = ok())) b();', 'ok', 'b', 'truthy'],
  ['if ((c(), ok())) b();', 'ok', 'b', 'truthy'],
  ['if (ok() as boolean) b();', 'ok', 'b', 'truthy'],
  ['if (x ? ok() : false) b();', 'ok', 'b', 'truthy'],
  ['if (x ? ok() : true) b();', 'ok', 'b', null],
  ['if (r?.ok()) b();', 'r?.ok()', 'b', 'truthy'],
  ['if (!r?.ok()) return; b();', 'r?.ok()', 'b', 'truthy'],
  ['if (ok() ?? x) b(); ', 'ok', 'b', null],
  ['if (ok() ?? x) c(); else b();', 'ok', 'b', 'falsy'],
  ['if (ok() ?? x()) c(); else b();', 'x', 'b', null],
  ['switch (ok()) { case 1: case 2: b(); }', 'ok', 'b', 'truthy'],
  ['switch (ok()) { case 1: case 0: b(); }', 'ok', 'b', null],
  ['switch (true) { case ok(): b(); }', 'ok', 'b', 'truthy'],
  ['switch (true) { case !ok(): return; } b();', 'ok', 'b', 'truthy'],
  ['switch (true) { case x && ok(): b(); break; case y: c(); }', 'ok', 'b', 'truthy'],
  ['switch (true) { case ok(): c(); break; default: b(); }', 'ok', 'b', 'falsy'],
  ['const isOk = ok(); if (isOk) b();', 'ok', 'b', 'truthy'],
  ['const isBad = !ok(); if (isBad) return; b();', 'ok', 'b', 'truthy'],
  ['const isOk = x && ok(); if (isOk) b();', 'ok', 'b', 'truthy'],
  ['const isOk = x && ok(); if (!isOk) b();', 'ok', 'b', null],
  ['const isBad = x || !ok(); if (!isBad) b();', 'ok', 'b', 'truthy'],
  ['const isBad = !ok(); const isGood = !isBad; if (isGood) b();', 'ok', 'b', 'truthy'],
  ['let isOk = ok(); isOk = x; if (isOk) b();', 'ok', 'b', null],
  ['switch (ok()) { case true: b(); }', 'ok', 'b', 'truthy'],
  ['switch (ok()) { case false: return; } b();', 'ok', 'b', null],
  ['switch (x) { case 1: if (!ok()) break; b(); }', 'ok', 'b', 'truthy'],
  ['try { if (!ok()) throw e; } catch { } b();', 'ok', 'b', null],
  ['try { if (!ok()) throw e; } catch { return; } b();', 'ok', 'b', 'truthy'],
  ['try { if (!ok()) return; } finally { b(); }', 'ok', 'b', null],
  ['try { if (!ok()) return; } finally { c(); } b();', 'ok', 'b', 'truthy'],
  ['if (ok()) b(); b2();', 'ok', 'b2', null],
  ['if (!ok()) return; items.map(() => b());', 'ok', 'b', 'truthy'],
  ['if (!ok()) return; return; b();', 'ok', 'b', null],
  ['const v = ok(); b();', 'ok', 'b', null],
  ['if (x) { if (!ok()) return; } b();', 'ok', 'b', null],
  ['try { c(); } finally { if (ok()) b(); }', 'ok', 'b', 'truthy'],
];

describe('outcomeAt', () => {
  it.each(outcomes)('%s | %s at %s: %s', (code, test, node, expected) => {
    const { flow, at } = sampleOf(code);
    expect(flow.outcomeAt(at(test), at(node))).toBe(expected);
  });

  it.each(outcomes)('agrees with guardsOf: %s | %s at %s: %s', (code, test, node, expected) => {
    const { flow, at } = sampleOf(code);
    const guard = flow.guardsOf(at(node)).find((one) => one.test === at(test));
    expect(guard?.outcome ?? null).toBe(expected);
  });

  it('speaks of the last evaluation in a loop', () => {
    const { flow, at } = sampleOf('for (;;) { if (ok()) { b(); } c(); }');
    expect(flow.outcomeAt(at('ok'), at('b'))).toBe('truthy');
    expect(flow.outcomeAt(at('ok'), at('c'))).toBe(null);
  });
});

describe('guardsOf', () => {
  it('lists tests innermost first', () => {
    const { flow, at } = sampleOf('if (!p()) return; if (q() && r()) { while (s()) { b(); } }');
    const found = flow.guardsOf(at('b')).map(({ test, outcome }) => [test, outcome]);
    expect(found).toEqual([
      [at('s'), 'truthy'],
      [at('q() && r()'), 'truthy'],
      [at('r'), 'truthy'],
      [at('q'), 'truthy'],
      [at('!p()'), 'falsy'],
      [at('p'), 'truthy'],
    ]);
  });

  it('is empty in dead code', () => {
    const { flow, at } = sampleOf('if (x()) return; return; b();');
    expect(flow.guardsOf(at('b'))).toEqual([]);
  });
});

describe('dominates', () => {
  const cases: [code: string, a: string, b: string, expected: boolean][] = [
    ['a(); b();', 'a', 'b', true],
    ['a(); b();', 'a', 'a', true],
    ['a(); b();', 'b', 'a', false],
    ['if (x) a(); b();', 'a', 'b', false],
    ['for (;;) { a(); b(); }', 'a', 'b', true],
    ['for (;;) { b(); a(); }', 'a', 'b', false],
  ];
  it.each(cases)('%s | %s before %s: %s', (code, a, b, expected) => {
    const { flow, at } = sampleOf(code);
    expect(flow.dominates(at(a), at(b))).toBe(expected);
  });
});

describe('inLoop', () => {
  const cases: [code: string, loop: string | null][] = [
    ['for (const x of y) { b(); }', 'ForOfStatement'],
    ['for (const x of b()) { }', null],
    ['for (b(); ; ) { }', null],
    ['for (; b(); ) { }', 'ForStatement'],
    ['for (; ; b()) { }', 'ForStatement'],
    ['while (b()) { }', 'WhileStatement'],
    ['do { b(); } while (x);', 'DoWhileStatement'],
    ['while (x) { for (const k in b()) { } }', 'WhileStatement'],
    ['while (x) { } b();', null],
    ['while (x) { try { c(); } finally { b(); } }', 'WhileStatement'],
    ['while (x) { y.map(() => b()); }', 'WhileStatement'],
  ];
  it.each(cases)('%s: %s', (code, loop) => {
    const { flow, at } = sampleOf(code);
    expect(flow.inLoop(at('b'))?.type ?? null).toBe(loop);
  });
});

describe('isReachable', () => {
  const cases: [code: string, expected: boolean][] = [
    ['b();', true],
    ['return; b();', false],
    ['throw x; b();', false],
    ['for (;;) { } b();', false],
    ['for (;;) { continue; b(); }', false],
    ['if (x) return; else throw y; b();', false],
    ['try { } catch { b(); }', true],
    ['try { return x; } finally { b(); }', true],
    ['try { return x; } finally { c(); } b();', false],
    ['switch (x) { default: return; } b();', false],
    ['x: { break x; } b();', true],
    ['while (!0) { } b();', false],
    ['while (1n) { break; } b();', true],
  ];
  it.each(cases)('%s: %s', (code, expected) => {
    const { root, at } = sampleOf(code);
    expect(isReachable(root, at('b'))).toBe(expected);
  });

  it('knows of calls that never return only when told', () => {
    const { root, at } = sampleOf('if (!ok()) stop(); b();');
    const stop = at('stop');
    const neverReturns = (call: Node): boolean => call === stop;
    expect(controlFlowOf(root).outcomeAt(at('ok'), at('b'))).toBe(null);
    const flow = controlFlowOf(root, undefined, { neverReturns });
    expect(flow.outcomeAt(at('ok'), at('b'))).toBe('truthy');
    expect(flow.everyPathTo(stop, [at('ok')])).toBe(true);
    expect(flow.everyPathTo(stop, [])).toBe(false);
  });
});

describe('any program', () => {
  const programs = [
    '// types\nenum E { A = a(), B }\nnamespace N { export const x = a(); }\nabstract class C<T> { declare x: T; abstract m(): void; constructor(private y = a()) { super(); } @d() z!: T; accessor w = 1; static accessor v = a(); }',
    '// exports\nexport default class {}\nexport * from "x"; export { y } from "y"; import z = require("z"); type T = { a: 1 }; interface I {} declare function g(): void; export = z;',
    '// expressions\nfor await (const x of y) {} label: ; ({ get a() { return 1 }, set a(v) {}, async *b() {}, [c]: 1, "d": 2 }); new.target; import.meta; import("x"); a`b${c}d`; [, ...e] = f; ({ a: b.c, ...d } = e); x?.y!.z; <T>x; f<T>; delete a?.b; a?.(); async () => { await using r = s; }; (class { #p; m() { return #p in this; } });',
    '// statements\n;;; debugger; {} if (a); else; for (;;) break; for (var i in o) continue; switch (a) {} try {} finally {} var v; throw 1;',
  ];
  it.each(programs)('%s', (code) => {
    const program = programOf(code, { parents: false });
    const flow = controlFlowOf(program);
    for (const node of nodesIn(program)) {
      flow.guardsOf(node);
      flow.outcomeAt(node, program);
      flow.inLoop(node);
      flow.everyPathFrom(node, [program], { throws: true });
      flow.canReach(node, node);
    }
    expect(flow.isReachable(program)).toBe(true);
  });

  it('takes JSX', () => {
    const code = 'export const a = <A b={b()} {...c()}>{d && d()}<></>{/* e */}</A>; f();';
    const program = programOf(code, { jsx: true });
    const call = (name: string): Node => {
      const node = nodesIn(program).find((one) => code.slice(...one.range) === `${name}()`);
      return node ?? program;
    };
    const flow = controlFlowOf(program);
    expect(flow.everyPathTo(call('f'), [call('c')])).toBe(true);
    expect(flow.everyPathTo(call('f'), [call('d')])).toBe(false);
  });

  it('works without parents', () => {
    const { flow, at } = sampleOf('if (!ok()) return; b();', 'function', { parents: false });
    expect(flow.outcomeAt(at('ok'), at('b'))).toBe('truthy');
  });

  it('evaluates defaults of parameters before the body', () => {
    const program = programOf('//\nconst f = (x = a(), { y = c() } = {}) => b(x, y);');
    const nodes = nodesIn(program);
    const fn = nodes.find((node) => node.type === 'ArrowFunctionExpression');
    if (fn?.type !== 'ArrowFunctionExpression') throw new Error('no function');
    const flow = controlFlowOf(fn);
    const fallback = nodes.find((node) => node.type === 'CallExpression' && node !== fn.body);
    expect(flow.everyPathTo(fn.body, fallback ? [fallback] : [])).toBe(false);
    expect(flow.everyPathTo(fn.body, fn.params)).toBe(true);
    expect(controlFlowOf(fn)).toBe(flow);
  });

  const nested: [name: string, code: string][] = [
    ['finally', `${'try { c(); } finally { '.repeat(60)} b(); ${'} '.repeat(60)}`],
    ['loops', `${'for (;;) { if (x) break; '.repeat(100)} b(); ${'} '.repeat(100)}`],
  ];
  it.each(nested)('is laid out fast enough however deep: %s', (_name, code) => {
    const { flow, at } = sampleOf(code);
    expect(flow.isReachable(at('b'))).toBe(true);
  });

  it('is not bothered by a chain of 5,000 else ifs', () => {
    const { flow, at, root } = sampleOf('if (ok()) c(); else b();');
    const copies = programOf('if (x) c();'.repeat(5000)).body;
    let outermost: TSESTree.Statement = ifIn(root);
    for (const copy of copies) {
      if (copy.type !== 'IfStatement') continue;
      copy.alternate = outermost;
      outermost = copy;
    }
    const program = programOf('');
    program.body.push(outermost);
    const deep = controlFlowOf(program);
    expect(deep.isReachable(at('b'))).toBe(true);
    expect(deep.outcomeAt(at('ok'), at('b'))).toBe('falsy');
    expect(deep.guardsOf(at('b'))).toHaveLength(5001);
    expect(flow.isReachable(at('b'))).toBe(true);
  });

  it.each(['&&', '+', '??'])('is not bothered by 5,000 times %s', (operator) => {
    const program = programOf(`if (x) b();\n${`y ${operator} z;\n`.repeat(5000)}`);
    const [test, ...chain] = program.body;
    let expression: TSESTree.Expression | null = null;
    for (const statement of chain) {
      if (statement.type !== 'ExpressionStatement') continue;
      const next: TSESTree.Expression = statement.expression;
      if (expression && 'left' in next) Object.assign(next, { left: expression });
      expression = next;
    }
    Object.assign(test ?? {}, { test: expression });
    program.body.length = 1;
    const body = nodesIn(program).find((node) => node.type === 'CallExpression') ?? program;
    const flow = controlFlowOf(program);
    expect(flow.isReachable(body)).toBe(true);
    expect(flow.guardsOf(body).length).toBeGreaterThan(0);
  });
});

function ifIn(root: FlowRoot): TSESTree.IfStatement {
  const found = nodesIn(root).find((node) => node.type === 'IfStatement');
  if (found?.type !== 'IfStatement') throw new Error('no if');
  return found;
}
