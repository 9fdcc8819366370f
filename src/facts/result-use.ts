import type { Node } from '../ast/node.ts';
import { isFunction, keyName, unwrap } from '../ast/node.ts';
import type { SourceModule } from '../values/source-module.ts';

/** What becomes of the promise that a request gives. */
export interface ResultUse {
  readonly how: 'awaited' | 'returned' | 'chained' | 'stored' | 'passed' | 'dropped';
  /** The reads of the name that the awaited result is bound to. */
  readonly reads: readonly Node[];
  /** The body is read piece by piece. */
  readonly isStreamed: boolean;
  /** The promise is handed to a call (`Promise.race([…])`, `withTimeout(…)`), which may bound it; combinators that only wait aside. */
  readonly raced: boolean;
}

/** Members of a response's body, and of builders, that read piece by piece. */
const STREAMING: ReadonlySet<string> = new Set(['getReader', 'pipeTo', 'pipeThrough', 'pipe', 'on', 'tee']);

/** Follows the result of a call to where it goes first. */
export function resultUseOf(call: Node, module: SourceModule): ResultUse {
  let node: Node = call;
  let awaited = false;
  let parent = node.parent;
  while (parent && (parent.type === 'AwaitExpression' || unwrap(parent) !== parent)) {
    awaited ||= parent.type === 'AwaitExpression';
    node = parent;
    parent = node.parent;
  }
  const reads = parent?.type === 'VariableDeclarator' && parent.init === node ? readsOf(parent.id, module) : [];
  return { how: howOf(node, parent ?? null, awaited), reads, isStreamed: isStreamed(node, reads), raced: isRaced(node) };
}

function howOf(node: Node, parent: Node | null, awaited: boolean): ResultUse['how'] {
  switch (parent?.type) {
    case 'ReturnStatement':
    case 'ArrowFunctionExpression':
      return 'returned';
    case 'MemberExpression':
      return awaited ? 'awaited' : 'chained';
    case 'CallExpression':
    case 'NewExpression':
    case 'ArrayExpression':
      return 'passed';
    case 'ExpressionStatement':
      return awaited ? 'awaited' : 'dropped';
    case undefined:
      return 'dropped';
    default:
      return awaited ? 'awaited' : node === parent ? 'dropped' : 'stored';
  }
}

function readsOf(target: Node, module: SourceModule): readonly Node[] {
  return target.type === 'Identifier' ? (module.scopes.bindingOf(target)?.reads ?? []) : [];
}

function isStreamed(node: Node, reads: readonly Node[]): boolean {
  return [node, ...reads].some((use) => {
    const member = use.parent;
    if (member?.type !== 'MemberExpression' || member.object !== use) return false;
    if (keyName(member) !== 'body') return false;
    const next = member.parent;
    const name = next.type === 'MemberExpression' ? keyName(next) : null;
    return next.type === 'ForOfStatement' || (name !== null && STREAMING.has(name)) || next.type === 'CallExpression' || next.type === 'NewExpression';
  });
}

/** Handed on together with other things: `Promise.race([call, timer])`, `withDeadline(call, 5000)`. */
function isRaced(node: Node): boolean {
  const { parent } = node;
  if (parent?.type === 'ArrayExpression') {
    const call = parent.parent;
    if (call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return false;
    return keyName(call.callee) === 'race' && parent.elements.length > 1;
  }
  if (parent?.type === 'CallExpression' && parent.arguments.some((argument) => argument === node)) return parent.arguments.length > 1;
  if (parent?.type === 'ArrowFunctionExpression' && isFunction(parent) && parent.body === node) return isRacedCallback(parent);
  return false;
}

const isRacedCallback = (_fn: Node): boolean => false;
