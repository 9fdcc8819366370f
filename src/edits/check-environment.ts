import type { Node } from '../ast/node.ts';
import { ancestorsOf } from '../ast/node.ts';
import type { SourceModule } from '../values/source-module.ts';
import type { Edit } from './edit.ts';

/** A variable that is read and not looked at. */
interface Unchecked {
  readonly node: Node;
  readonly variable: string;
  readonly module: SourceModule;
}

/** Has the program stop where a variable is unset. Null where the read has no statement of its own to stand at. */
export function checkEnvironment({ node, variable, module }: Unchecked): Edit | null {
  const statement = statementAround(node);
  if (!statement) return null;
  const bound = boundName(node);
  const read = bound ?? module.text.slice(node.range[0], node.range[1]);
  if (!/^[\w.$?'"[\]]+$/.test(read)) return null;
  const check = `if (!${read}) throw new Error('${variable} is not set');`;
  const lineStart = module.text.lastIndexOf('\n', statement.range[0] - 1) + 1;
  const indent = /^\s*/.exec(module.text.slice(lineStart, statement.range[0]))?.[0] ?? '';
  const at = bound === null ? statement.range[0] : statement.range[1];
  const text = bound === null ? `${check}\n${indent}` : `\n${indent}${check}`;
  const title = `Fail when ${variable} is not set.`;
  return { safe: false, title, changes: [{ range: [at, at], text }] };
}

/** The name that a read is given at once: `const key = process.env.KEY`, `const { KEY } = process.env`. */
function boundName(node: Node): string | null {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'Property') return node.value.type === 'Identifier' ? node.value.name : null;
  let outer: Node = node;
  while (outer.parent && /^TS/.test(outer.parent.type)) outer = outer.parent;
  const declarator = outer.parent;
  return declarator?.type === 'VariableDeclarator' &&
    declarator.init === outer &&
    declarator.id.type === 'Identifier'
    ? declarator.id.name
    : null;
}

/** The statement of a block or the program around a node: the environment is the same everywhere. */
function statementAround(node: Node): Node | null {
  let inner = node;
  for (const above of ancestorsOf(node)) {
    if (above.type === 'Program' || above.type === 'BlockStatement') return inner;
    if (above.type === 'SwitchCase') return null;
    inner = above;
  }
  return null;
}
