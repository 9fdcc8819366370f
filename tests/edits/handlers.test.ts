import { describe, expect, it } from 'vitest';
import { addCases } from '../../src/edits/add-cases.ts';
import { rethrow } from '../../src/edits/rethrow.ts';
import { nodesOf } from '../../src/ast/nodes.ts';
import { moduleOf } from '../../src/values/module.ts';
import { parse } from '../ast/parse.ts';
import { appliedTo } from './applied.ts';

function read(text: string) {
  const module = moduleOf({ ...parse(text), file: null }, null);
  return { module, nodes: [...nodesOf(module.program, module.visitorKeys)] };
}

describe('rethrow, from a clause', () => {
  const thrown = (text: string): string | null => {
    const { module, nodes } = read(text);
    const node = nodes.find((each) => each.type === 'CatchClause');
    if (!node) throw new Error('No clause.');
    const [result = null] = nodes.filter(
      ({ type, range }) => type === 'ReturnStatement' && range[0] > node.range[0],
    );
    return appliedTo(text, rethrow({ node, result, chain: null, isAwaited: true, module }));
  };

  it.each([
    ['try { f(); } catch {}', 'try { f(); } catch (error) { throw error; }'],
    ['try { f(); } catch (e) {}', 'try { f(); } catch (e) { throw e; }'],
    ['try { f(); } catch (e) { log(e); }', 'try { f(); } catch (e) { log(e); throw e; }'],
    [
      'try {\n  f();\n} catch (e) {\n  // nothing\n}',
      'try {\n  f();\n} catch (e) {\n  // nothing\n  throw e;\n}',
    ],
    [
      'function g() { try { f(); } catch (e) { return null; } }',
      'function g() { try { f(); } catch (e) { throw e; } }',
    ],
    [
      'for (const a of b) { try { f(); } catch { continue; } }',
      'for (const a of b) { try { f(); } catch (error) { throw error; } }',
    ],
  ])('%s', (text, expected) => {
    expect(thrown(text)).toBe(expected);
  });

  it.each([
    'try { f(); } catch ({ code }) {}',
    'const error = 1; try { f(); } catch { use(error); }',
    'function g() { try { f(); } catch (e) { if (a) return null; log(e); } }',
  ])('nothing: %s', (text) => {
    expect(thrown(text)).toBeNull();
  });
});

describe('rethrow, from a promise', () => {
  const taken = (text: string, isAwaited = true): string | null => {
    const { module } = read(text);
    const chain = module.calls.find(
      (call) => call.type === 'CallExpression' && call.callee.type === 'MemberExpression',
    );
    const [node] = chain?.arguments ?? [];
    if (chain?.type !== 'CallExpression' || !node) throw new Error('No handler.');
    return appliedTo(text, rethrow({ node, result: null, chain, isAwaited, module }));
  };

  it.each([
    ['const a = await f().catch(() => null);', 'const a = await f();'],
    ['const a = await f().catch(() => { return []; });', 'const a = await f();'],
    ['const a = await f()\n  .catch(() => undefined);', 'const a = await f();'],
  ])('%s', (text, expected) => {
    expect(taken(text)).toBe(expected);
  });

  it.each([
    'await f().catch(() => { log(1); });',
    'await f().catch(() => log(1));',
    'await f().catch(ignored);',
    'await f().then(use, () => null);',
    'await f() /* why */ .catch(() => null);',
    'await f()?.catch(() => null);',
  ])('nothing: %s', (text) => {
    expect(taken(text)).toBeNull();
  });

  it('leaves a promise alone that nobody waits for', () => {
    expect(taken('f().catch(() => null);', false)).toBeNull();
  });
});

describe('addCases', () => {
  const added = (text: string, texts: readonly string[]): string | null => {
    const { module, nodes } = read(text);
    const statement = nodes.find((each) => each.type === 'SwitchStatement');
    if (!statement) throw new Error('No switch.');
    return appliedTo(text, addCases(statement, texts, module));
  };
  const THROW = (name: string, quote = "'") =>
    `\n  case ${quote}${name}${quote}:\n    throw new Error(${quote}Status ${name} is not handled yet${quote});`;

  it.each([
    [
      'at the end',
      `switch (s) {\n  case 'A':\n    f();\n    break;\n}`,
      `switch (s) {\n  case 'A':\n    f();\n    break;${THROW('B')}${THROW('C')}\n}`,
    ],
    [
      'before the default',
      `switch (s) {\n  case "A":\n    throw e;\n  default:\n    f();\n}`,
      `switch (s) {\n  case "A":\n    throw e;${THROW('B', '"')}${THROW('C', '"')}\n  default:\n    f();\n}`,
    ],
    [
      'behind a block and a comment',
      `switch (s) {\n  case 'A': {\n    break;\n  } // done\n}`,
      `switch (s) {\n  case 'A': {\n    break;\n  } // done${THROW('B')}${THROW('C')}\n}`,
    ],
  ])('%s', (_name, text, expected) => {
    expect(added(text, ['B', 'C'])).toBe(expected);
  });

  it.each([
    ['the last case runs on', `switch (s) {\n  case 'A':\n    f();\n}`],
    [
      'the default stands first',
      `switch (s) {\n  default:\n    break;\n  case 'A':\n    break;\n}`,
    ],
    ['the cases are names', `switch (s) {\n  case A:\n    break;\n}`],
    ['all on one line', `switch (s) { case 'A': break; }`],
    ['no case', 'switch (s) {\n}'],
  ])('nothing where %s', (_name, text) => {
    expect(added(text, ['B'])).toBeNull();
  });
});
