import * as tsParser from '@typescript-eslint/parser';
import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, unwrap } from '../../src/ast/node.ts';
import type { Node, Program, VisitorKeys } from '../../src/ast/node.ts';
import { walk } from '../../src/ast/walk.ts';

interface Source {
  readonly code: string;
  readonly nodes: readonly Node[];
}

/** A text that takes the place of a range of the code; an empty range is where it is put in. */
interface Change {
  readonly range: readonly [number, number];
  readonly text: string;
}

type Rewrite = (source: Source) => Change[];

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
} satisfies Readonly<Record<string, Rewrite>>;

export type RewriteName = keyof typeof rewrites;

/** The code written otherwise; null where there is nothing to rewrite, or it does not parse. */
export function rewritten(name: RewriteName, code: string, filePath: string): string | null {
  const program = parsed(code, filePath);
  if (!program) return null;
  const output = applied(code, rewrites[name]({ code, nodes: program }));
  return output === code ? null : output;
}

function parsed(code: string, filePath: string): readonly Node[] | null {
  try {
    const parserOptions = { range: true, loc: true, filePath, ecmaFeatures: { jsx: true } };
    const { ast, visitorKeys } = tsParser.parseForESLint(code, parserOptions);
    const nodes: Node[] = [];
    walk(ast as Program, visitorKeys as VisitorKeys, (node) => {
      nodes.push(node);
    });
    return nodes;
  } catch {
    return null;
  }
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

const textOf = ({ range }: Node, code: string): string => code.slice(...range);

const isObject = (node: Node): boolean =>
  node.type === 'ObjectExpression' && node.properties.length > 0;

const isText = (node: Node): boolean =>
  node.type === 'TemplateLiteral' || (node.type === 'BinaryExpression' && node.operator === '+');

const isGiven = (node: Node): boolean =>
  (node.parent?.type === 'CallExpression' || node.parent?.type === 'NewExpression') &&
  node.parent.callee !== node;

/** `send(url, { body })` as `const object1 = { body }; send(url, object1)`. */
function named({ code, nodes }: Source, name: string, isOne: (node: Node) => boolean): Change[] {
  const before = new Set<Node>();
  return nodes
    .filter((node) => isOne(node) && isGiven(node))
    .flatMap((node, index): Change[] => {
      const statement = statementOf(node);
      // One a statement: a name must not come before another that it needs.
      if (!statement || before.has(statement)) return [];
      before.add(statement);
      const called = `${name}${String(index + 1)}`;
      const [start] = statement.range;
      return [
        { range: [start, start], text: `const ${called} = ${textOf(node, code)};\n` },
        { range: node.range, text: called },
      ];
    });
}

/** Parts of a statement that may not come to pass, or come to pass again. */
const UNCERTAIN: ReadonlySet<string> = new Set([
  'AssignmentPattern',
  'CatchClause',
  'ChainExpression',
  'ConditionalExpression',
  'DoWhileStatement',
  'ForInStatement',
  'ForOfStatement',
  'ForStatement',
  'LogicalExpression',
  'SwitchCase',
  'WhileStatement',
]);

/** The statement of a block that an expression is always evaluated in, before which it can get a name. */
function statementOf(expression: Node): Node | null {
  let node = expression;
  for (; node.parent; node = node.parent) {
    const { parent } = node;
    if (parent.type === 'BlockStatement' || parent.type === 'Program')
      return /^(?:Import|Export|TS|Class)/.test(node.type) ? null : node;
    if (isFunction(node) || UNCERTAIN.has(parent.type)) return null;
    if (parent.type === 'ClassBody') return null;
    if (parent.type === 'IfStatement' && parent.test !== node) return null;
  }
  return null;
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
