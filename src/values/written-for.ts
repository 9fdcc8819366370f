import type { Expression, Node } from '../ast/node.ts';
import { bindingGiven } from '../ast/name-given.ts';
import { keyName, unwrap, wrapped } from '../ast/node.ts';
import type { Binding } from '../ast/scope.ts';
import type { SourceModule } from './source-module.ts';

/**
 * What is written for a name that is given one value: `const fields = { … }; log.info(fields)`, and
 * `let text; text = '…';`. Null for other names, and for an object that may be another by then.
 */
export function writtenFor(name: Node, { scopes }: SourceModule): Expression | null {
  const node = unwrap(name);
  const binding = node.type === 'Identifier' ? scopes.bindingOf(node) : null;
  const init = binding && soleValueOf(binding);
  if (!init || init.range[0] > node.range[0]) return null;
  const written = unwrap(init);
  const isHeld = written.type === 'ObjectExpression' || written.type === 'ArrayExpression';
  const mayChange = binding.reads.length > 1 && !binding.reads.every(leavesAsItIs);
  return isHeld && mayChange ? null : written;
}

/** What a variable is set to, where it is set once. */
export const soleValueOf = (binding: Binding): Expression | null =>
  binding.writes.length === 1 ? firstValueOf(binding) : null;

/** What a variable is set to first. */
export function firstValueOf({ kind, writes: [write] }: Binding): Expression | null {
  if (!write || kind === 'param') return null;
  const { by, target } = write;
  if (by.type === 'VariableDeclarator') return by.id === target ? by.init : null;
  const isSet = by.type === 'AssignmentExpression' && by.operator === '=' && by.left === target;
  return isSet ? by.right : null;
}

/** The value of a declaration or an assignment, whole also where names take it apart; null for any other write. */
export function valueWritten(by: Node): Expression | null {
  if (by.type === 'VariableDeclarator') return by.init;
  return by.type === 'AssignmentExpression' ? by.right : null;
}

/** All that a variable is declared with or assigned; not what it is declared with a part of. */
export const valuesWritten = ({ writes }: Binding): Expression[] =>
  writes.flatMap(({ by, target }) =>
    by.type === 'VariableDeclarator' && by.id !== target ? [] : (valueWritten(by) ?? []),
  );

/** Methods and constructors that are given a thing take it as it is; a plain function may fill it. */
function leavesAsItIs(read: Node): boolean {
  const { parent } = read;
  switch (parent?.type) {
    case 'SpreadElement':
    case 'ReturnStatement':
    case 'NewExpression':
      return true;
    case 'Property':
      return parent.value === read;
    case 'CallExpression': {
      const callee = unwrap(parent.callee);
      return callee.type === 'MemberExpression' && !FILLING.has(keyName(callee) ?? '');
    }
    default:
      return false;
  }
}

/** `Object.assign(fields, more)`, `list.push.apply(list, more)`. */
const FILLING: ReadonlySet<string> = new Set(['assign', 'defineProperty', 'apply', 'call', 'set']);

/** What an expression is a part of, by itself or by the name that it is given: calls, other objects. */
export function holdersOf(node: Node, { scopes }: SourceModule): readonly Node[] {
  const outer = wrapped(node);
  const reads = bindingGiven(outer, scopes)?.reads ?? [];
  return [outer, ...reads.map(wrapped)].flatMap(({ parent }) => parent ?? []);
}
