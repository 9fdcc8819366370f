import { isFunction } from '../../src/ast/node.ts';
import type { Node } from '../../src/ast/node.ts';
import { isWithin } from '../../src/ast/within.ts';
import type { Change, Source } from './source.ts';
import { before, statementOf, textOf } from './source.ts';

/** `if (!res.ok)` as `const is1 = !res.ok; if (is1)`. */
export const namedConditions = ({ code, nodes }: Source): Change[] =>
  conditionsOf(nodes).flatMap((test, index): Change[] => {
    const statement = statementOf(test);
    if (statement !== test.parent || /\bawait\b/.test(textOf(test, code))) return [];
    const name = `is${String(index + 1)}`;
    return [
      before(statement, `const ${name} = ${textOf(test, code)};\n`),
      { range: test.range, text: name },
    ];
  });

/** `if (!res.ok)` as `if (is1(res))`, with a function for the condition. */
export const askedConditions = (source: Source): Change[] =>
  conditionsOf(source.nodes).flatMap((test, index) =>
    moved(test, `is${String(index + 1)}`, source),
  );

/** `await fetch(url)` as `await call1(url)`, with a function that makes the call. */
export const helpers = (source: Source): Change[] =>
  source.nodes
    .filter((node) => node.type === 'CallExpression' && node.parent.type === 'AwaitExpression')
    .flatMap((call, index) => moved(call, `call${String(index + 1)}`, source));

/** `const res = await send(); …` as `return send().then(async (res) => { … });`. */
export const chained = ({ code, nodes }: Source): Change[] =>
  nodes.flatMap((node): Change[] => {
    const { parent: block } = node;
    if (node.type !== 'VariableDeclaration' || block?.type !== 'BlockStatement') return [];
    const [declarator, ...others] = node.declarations;
    const awaited = declarator?.init?.type === 'AwaitExpression' ? declarator.init.argument : null;
    const isLast = block.body.at(-1) === node;
    if (!declarator || !awaited || others.length > 0 || isLast || !isFunction(block.parent))
      return [];
    if (awaited.type !== 'CallExpression' && awaited.type !== 'Identifier') return [];
    const end = block.range[1] - 1;
    return [
      { range: [node.range[0], awaited.range[0]], text: 'return ' },
      {
        range: [awaited.range[1], node.range[1]],
        text: `.then(async (${textOf(declarator.id, code)}) => {`,
      },
      { range: [end, end], text: ' });' },
    ];
  });

const CONDITIONS: ReadonlySet<string> = new Set([
  'BinaryExpression',
  'CallExpression',
  'LogicalExpression',
  'MemberExpression',
  'UnaryExpression',
]);

const conditionsOf = (nodes: readonly Node[]): Node[] =>
  nodes.flatMap((node) =>
    node.type === 'IfStatement' && CONDITIONS.has(node.test.type) ? [node.test] : [],
  );

/** What can't stand in another function than its own. */
const TIED = /\b(?:this|super|arguments|yield|await)\b|#/;

/** An expression as the call of a function at the end, which gets the names that it needs. */
function moved(expression: Node, name: string, source: Source): Change[] {
  const { code } = source;
  const text = textOf(expression, code);
  const locals = localsIn(expression, source);
  if (TIED.test(text) || !locals) return [];
  const head = `${name}(${locals.join(', ')})`;
  return [
    { range: expression.range, text: head },
    { range: [code.length, code.length], text: `\nfunction ${head} { return ${text}; }\n` },
  ];
}

/** The names of an expression that only mean something around it; null where it writes to one. */
function localsIn(expression: Node, { nodes, scopes }: Source): string[] | null {
  const locals = new Set<string>();
  for (const node of nodes) {
    if (node.type !== 'Identifier' || !isWithin(node, expression)) continue;
    const binding = scopes.bindingOf(node);
    const [declaration] = binding?.declarations ?? [];
    if (!binding || !declaration || isWithin(declaration, expression)) continue;
    if (binding.scope.type === 'Program') continue;
    if (binding.writes.some(({ target }) => target === node)) return null;
    locals.add(binding.name);
  }
  return [...locals];
}
