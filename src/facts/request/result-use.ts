import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { callersGiven, parameterFor } from '../../ast/hand-over.ts';
import { bindingGiven, nameGiven } from '../../ast/name-given.ts';
import { calledName, isFunction, keyName, unwrap } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import { observableLibrary } from '../../clients/observables.ts';
import { parameterGiven } from '../../values/parameter-given.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import { isExportOf } from '../../values/value.ts';

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
const STREAMING: ReadonlySet<string> = new Set([
  'getReader',
  'pipeTo',
  'pipeThrough',
  'pipe',
  'on',
  'tee',
]);

/**
 * Follows the result of a call to where it goes first. `hasText`: the client has read the body by
 * then, so that whoever is handed it gets all of it.
 */
export function resultUseOf(call: Node, module: SourceModule, hasText = false): ResultUse {
  let node: Node = call;
  let awaited = false;
  let parent = node.parent;
  while (parent && (parent.type === 'AwaitExpression' || unwrap(parent) !== parent)) {
    awaited ||= parent.type === 'AwaitExpression';
    node = parent;
    parent = node.parent;
  }
  const reads = bindingGiven(node, module.scopes)?.reads ?? [];
  return {
    how: howOf(node, parent ?? null, awaited),
    reads,
    isStreamed: !hasText && isStreamed(node, module),
    raced: isRaced(node, reads, module),
  };
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

/** The body of a response is read piece by piece: by its name, by who it is handed or given back to. */
function isStreamed(response: Node, module: SourceModule, depth = 0): boolean {
  if (depth > DEEPEST) return false;
  let node = response;
  while (
    node.parent &&
    (node.parent.type === 'AwaitExpression' || unwrap(node.parent) !== node.parent)
  )
    node = node.parent;
  const { parent } = node;
  if (parent?.type === 'MemberExpression' && parent.object === node) {
    const given = givenByThen(parent);
    if (given) return isTakenInPieces(given, module, depth);
    return keyName(parent) === 'body' && isReadInPieces(parent, module);
  }
  const { scopes } = module;
  const taken = nameGiven(node) ?? parameterFor(node, scopes);
  if (taken) return isTakenInPieces(taken, module, depth);
  return callersGiven(node, scopes).some((call) => isStreamed(call, module, depth + 1));
}

/** What the function of `.then((response) => …)` calls it. */
function givenByThen({ parent, property }: TSESTree.MemberExpression): Node | null {
  const isThen = property.type === 'Identifier' && property.name === 'then';
  const fn = isThen && parent.type === 'CallExpression' ? parent.arguments[0] : null;
  return isFunction(fn) ? (fn.params[0] ?? null) : null;
}

/** `response`, `{ body }`. */
function isTakenInPieces(pattern: Node, module: SourceModule, depth: number): boolean {
  const readsOf = (name: Node): readonly Node[] =>
    name.type === 'Identifier' ? (module.scopes.bindingOf(name)?.reads ?? []) : [];
  if (pattern.type !== 'ObjectPattern')
    return readsOf(pattern).some((read) => isStreamed(read, module, depth + 1));
  return pattern.properties.some(
    (property) =>
      property.type === 'Property' &&
      keyName(property) === 'body' &&
      readsOf(property.value).some((read) => isReadInPieces(read, module)),
  );
}

/** Names for a response and for its body are followed this far. */
const DEEPEST = 3;

/** A body, or a name for it, that a reader, a pipe or a loop takes. */
function isReadInPieces(body: Node, module: SourceModule, depth = 0): boolean {
  let node = body;
  while (node.parent && unwrap(node.parent) !== node.parent) node = node.parent;
  const next = node.parent;
  switch (next?.type) {
    case 'ForOfStatement':
    case 'CallExpression':
    case 'NewExpression':
      return true;
    case 'MemberExpression':
      return STREAMING.has(keyName(next) ?? '');
    case 'VariableDeclarator':
    case 'AssignmentExpression':
      return (
        depth < DEEPEST &&
        (bindingGiven(node, module.scopes)?.reads ?? []).some((read) =>
          isReadInPieces(read, module, depth + 1),
        )
      );
    default:
      return false;
  }
}

/** Handed on together with other things (`Promise.race([call, timer])`, `withDeadline(call, 5000)`), or piped through a limit. */
function isRaced(node: Node, reads: readonly Node[], module: SourceModule): boolean {
  const { parent } = node;
  if (isArgument(node) && parent?.type === 'CallExpression' && parent.arguments.length > 1)
    return true;
  return [node, ...reads].some((use) => isLimited(use, module)) || hasOperator(node, module);
}

const isArgument = ({ parent, range }: Node): boolean =>
  parent?.type === 'CallExpression' &&
  parent.arguments.some((argument) => argument.range === range);

/** In a race against something, or in what a function gets whose name tells of a limit. */
function isLimited(use: Node, module: SourceModule): boolean {
  for (let inner = use; inner.parent; inner = inner.parent) {
    const { parent } = inner;
    if (
      parent.type === 'CallExpression' &&
      (isRace(parent.callee) || (parent.callee !== inner && isTimeLimit(parent.callee)))
    )
      return true;
    if (parent.type === 'CallExpression' && isLimitedBy(parent, inner, module)) return true;
    if (isFunction(inner) && !isGivenTo(parent)) return false;
    if (parent.type === 'BlockStatement' && !isFunction(parent.parent)) continue;
  }
  return false;
}

const limited = new WeakMap<Node, boolean>();

/** A function of the project that races what it is given: `Promise.race([fn(), timer])`. */
function isLimitedBy(call: TSESTree.CallExpression, given: Node, module: SourceModule): boolean {
  const taken = parameterGiven(call, given, module);
  if (!taken) return false;
  const { parameter } = taken;
  const known = limited.get(parameter);
  if (known !== undefined) return known;
  limited.set(parameter, false);
  const reads = taken.module.scopes.bindingOf(parameter)?.reads ?? [];
  const isRacing = reads.some((read) => isLimited(read, taken.module));
  limited.set(parameter, isRacing);
  return isRacing;
}

/** A callback, or what makes a promise. */
const isGivenTo = ({ type }: Node): boolean =>
  type === 'CallExpression' || type === 'NewExpression';

/** Names of functions that bound what they are given. */
const LIMITING = /^(?!(?:set|clear)Time)\w*(?:time_?out|timed(?!\w*out)|deadline|timelimit)/i;

/** Whether a function is called that ends a wait in time, or whose name tells of it. */
export const isTimeLimit = (callee: Node): boolean =>
  isRace(callee) || LIMITING.test(calledName(callee));

function isRace(callee: Node): boolean {
  if (callee.type !== 'MemberExpression' || keyName(callee) !== 'race') return false;
  const call = callee.parent;
  const [first] = call.type === 'CallExpression' ? call.arguments : [];
  return first?.type !== 'ArrayExpression' || first.elements.length > 1;
}

/** An observable with an operator that gives up in time: `get(url).pipe(timeout(5000))`. */
function hasOperator(node: Node, module: SourceModule): boolean {
  const { parent } = node;
  if (
    parent?.type !== 'MemberExpression' ||
    keyName(parent) !== 'pipe' ||
    parent.parent.type !== 'CallExpression'
  )
    return false;
  return parent.parent.arguments.some(
    (operator) =>
      operator.type === 'CallExpression' &&
      (LIMITING.test(calledName(operator.callee)) || isLimit(valueOf(operator.callee, module))),
  );
}

const isLimit = (value: Value): boolean =>
  isExportOf(value, observableLibrary.modules, observableLibrary.limits);
