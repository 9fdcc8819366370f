import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, unwrap } from '../../src/ast/node.ts';
import type { Node } from '../../src/ast/node.ts';
import { askedConditions, chained, helpers, namedConditions } from './moved.ts';
import type { Change, Rewrite, Source } from './source.ts';
import { before, sourceOf, statementOf, textOf } from './source.ts';

/** Ways to write the same program otherwise, as people do. */
export const rewrites = {
  'objects that are given have a name': (source) => named(source, 'object', isObject),
  'texts that are given have a name': (source) => named(source, 'text', isText),
  'names get their value later': setLater,
  'objects that are given have a type': ({ code, nodes }) =>
    nodes
      .filter((node) => isObject(node) && isGiven(node))
      .map((node) => ({ range: node.range, text: `(${textOf(node, code)} as any)` })),
  'answers and errors may be missing': optionalChains,
  'comparisons begin with what is written out': mirrored,
  'conditions have a name': namedConditions,
  'conditions are asked of a function': askedConditions,
  'calls that are awaited are in a helper': helpers,
  'answers come by then': chained,
} satisfies Readonly<Record<string, Rewrite>>;

export type RewriteName = keyof typeof rewrites;

/** The code written otherwise; null where there is nothing to rewrite, or it does not parse. */
export function rewritten(name: RewriteName, code: string, filePath: string): string | null {
  const source = sourceOf(code, filePath);
  if (!source) return null;
  const output = applied(code, rewrites[name](source));
  return output === code ? null : output;
}

/** Where changes overlap, the one that begins first is made. */
function applied(code: string, changes: readonly Change[]): string {
  let output = '';
  let copied = 0;
  for (const { range, text } of [...changes].sort((a, b) => a.range[0] - b.range[0])) {
    if (range[0] < copied) continue;
    output += code.slice(copied, range[0]) + text;
    copied = range[1];
  }
  return output + code.slice(copied);
}

const isObject = (node: Node): boolean =>
  node.type === 'ObjectExpression' && node.properties.length > 0;

const isText = (node: Node): boolean =>
  node.type === 'TemplateLiteral' || (node.type === 'BinaryExpression' && node.operator === '+');

const isGiven = (node: Node): boolean =>
  (node.parent?.type === 'CallExpression' || node.parent?.type === 'NewExpression') &&
  node.parent.callee !== node;

/** `send(url, { body })` as `const object1 = { body }; send(url, object1)`. */
function named({ code, nodes }: Source, name: string, isOne: (node: Node) => boolean): Change[] {
  const done = new Set<Node>();
  return nodes
    .filter((node) => isOne(node) && isGiven(node))
    .flatMap((node, index): Change[] => {
      const statement = statementOf(node);
      // One a statement: a name must not come before another that it needs.
      if (!statement || done.has(statement)) return [];
      done.add(statement);
      const called = `${name}${String(index + 1)}`;
      return [
        before(statement, `const ${called} = ${textOf(node, code)};\n`),
        { range: node.range, text: called },
      ];
    });
}

/** `const answer = await send()` as `let answer; answer = await send()`, in functions. */
function setLater({ code, nodes }: Source): Change[] {
  return nodes.flatMap((node): Change[] => {
    if (node.type !== 'VariableDeclaration' || node.kind !== 'const') return [];
    const [declarator, ...others] = node.declarations;
    const isOne = others.length === 0 && declarator?.id.type === 'Identifier';
    if (!isOne || !declarator.init || !isInFunction(node)) return [];
    const { id, init } = declarator;
    const { name, typeAnnotation } = id as TSESTree.Identifier;
    if (typeAnnotation || isFunction(unwrap(init))) return [];
    return [{ range: node.range, text: `let ${name}; ${name} = ${textOf(init, code)};` }];
  });
}

const isInFunction = ({ parent }: Node): boolean =>
  parent?.type === 'BlockStatement' && isFunction(parent.parent);

const DOUBTED = /^(?:res|response|r|resp|reply|error|err|e)$/;

/** `response.ok` as `response?.ok`, where something is decided by it. */
function optionalChains({ nodes }: Source): Change[] {
  return nodes.flatMap((node): Change[] => {
    if (node.type !== 'MemberExpression' || node.computed || node.optional) return [];
    const { object, parent, property } = node;
    const isDoubted = object.type === 'Identifier' && DOUBTED.test(object.name);
    const decides =
      parent.type === 'IfStatement' ||
      parent.type === 'BinaryExpression' ||
      (parent.type === 'UnaryExpression' && parent.operator === '!');
    return isDoubted && decides
      ? [{ range: [object.range[1], property.range[0]], text: '?.' }]
      : [];
  });
}

const OTHER_WAY: Readonly<Record<string, string>> = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  '==': '==',
  '!=': '!=',
  '===': '===',
  '!==': '!==',
};

/** `status >= 400` as `400 <= status`. */
function mirrored({ code, nodes }: Source): Change[] {
  return nodes.flatMap((node): Change[] => {
    if (node.type !== 'BinaryExpression' || unwrap(node.right).type !== 'Literal') return [];
    const operator = OTHER_WAY[node.operator];
    if (operator === undefined || node.parent.type === 'ForStatement') return [];
    const text = `${textOf(node.right, code)} ${operator} ${textOf(node.left, code)}`;
    return [{ range: node.range, text }];
  });
}
