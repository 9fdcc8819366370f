import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { ancestorsOf, isFunction, isLoop } from '../../ast/node.ts';
import { isWithin } from '../../ast/within.ts';
import type { RetryLibrary } from '../../clients/schema.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { FunctionValue, Value } from '../../values/value.ts';
import { alternatives } from '../../values/value.ts';
import { clientsOfKind } from '../request/client-shapes.ts';
import { isRetryLoop } from '../retry/loop.ts';
import { taskAt } from '../retry/task.ts';

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/** Code that runs again when a call in it failed. */
export interface RetriedPart {
  readonly how: 'loop' | 'callback' | 'recursion' | 'interceptor';
  /** What runs again: the loop's body, the callback, the function. */
  readonly scope: Node;
  /** What makes it run again and stands before it: the loop, the call that gets the callback. Null where there is none. */
  readonly start: Node | null;
}

/** The retried parts that a call is in, the innermost first. */
export function retriedPartsAround(call: Node, module: SourceModule): readonly RetriedPart[] {
  const known = partsByModule.get(module) ?? new Map<Node, readonly RetriedPart[]>();
  partsByModule.set(module, known);
  const parts = known.get(call) ?? findParts(call, module);
  known.set(call, parts);
  return parts;
}

const partsByModule = new WeakMap<SourceModule, Map<Node, readonly RetriedPart[]>>();

function findParts(call: Node, module: SourceModule): RetriedPart[] {
  const parts: RetriedPart[] = [];
  for (const above of ancestorsOf(call)) {
    if (isLoop(above) && isWithin(call, above.body) && isRetryLoop(above, call, module)) {
      parts.push({ how: 'loop', scope: above.body, start: above });
    } else if (isFunction(above)) {
      const part = retriedFunctions(module).get(above) ?? recursion(above, call, module);
      if (part) parts.push(part);
    }
  }
  return parts;
}

/** The functions of a module that run again after they failed, because of what they are handed to. */
export const functionsRunAgain = (module: SourceModule): readonly FunctionNode[] => [
  ...retriedFunctions(module).keys(),
];

const retriedByModule = new WeakMap<SourceModule, ReadonlyMap<FunctionNode, RetriedPart>>();

/** The functions of a module that are handed to what runs them again. */
function retriedFunctions(module: SourceModule): ReadonlyMap<FunctionNode, RetriedPart> {
  const known = retriedByModule.get(module);
  if (known) return known;
  const found = new Map<FunctionNode, RetriedPart>();
  retriedByModule.set(module, found);
  for (const call of module.calls) {
    for (const index of callbackIndices(call)) {
      const argument = call.arguments[index];
      const how = argument && runsAgain(call, index, module);
      const task = how ? taskAt(argument, module) : null;
      if (!how || !task) continue;
      found.set(task, { how, scope: task, start: task === argument ? call : null });
    }
  }
  return found;
}

/** Arguments that may be functions. */
const callbackIndices = (call: Call): number[] =>
  call.arguments.flatMap((argument, index) =>
    isFunction(argument) || argument.type === 'Identifier' || argument.type === 'MemberExpression'
      ? [index]
      : [],
  );

const retryLibraries = clientsOfKind('retry');
const interceptors = new Set(
  clientsOfKind('http').flatMap((client) =>
    'interceptors' in client && client.interceptors ? [client.interceptors.request] : [],
  ),
);

/** How a call runs its argument again; null where it does not. */
function runsAgain(call: Call, index: number, module: SourceModule): RetriedPart['how'] | null {
  const callee = valueOf(call.callee, module);
  for (const option of alternatives(callee)) {
    if (option.kind === 'function' && isRetryHelper(option, index)) return 'callback';
    if (isLibraryRun(option, index) || isNamedRetry(option)) return 'callback';
    if (index === 0 && pathOf(option).some((path) => interceptors.has(path))) return 'interceptor';
  }
  return null;
}

/** The last names of a callee, of three parts. */
function pathOf(value: Value): string[] {
  const names: string[] = [];
  let inner: Value = value;
  for (let hops = 0; hops < 3 && inner.kind === 'member'; hops++) {
    names.unshift(inner.name);
    inner = inner.object;
  }
  if (inner.kind === 'external') names.unshift(...inner.path);
  return [names.slice(-3).join('.')];
}

function isLibraryRun(callee: Value, index: number): boolean {
  if (callee.kind === 'external') {
    const use = useOf(callee);
    return use?.does === 'run' && use.task === index;
  }
  if (callee.kind !== 'member' || index !== 0 || callee.object.kind !== 'call') return false;
  const use = useOf(callee.object.callee);
  return use?.does === 'policy' && use.run === callee.name;
}

function useOf(callee: Value) {
  if (callee.kind !== 'external' || callee.source === null) return null;
  const name = callee.path.at(-1) ?? 'default';
  const library = retryLibraries.find(({ modules }: RetryLibrary) =>
    modules.includes(callee.source ?? ''),
  );
  const uses = library?.exports;
  return uses && Object.hasOwn(uses, name) ? uses[name] : null;
}

/** A function that can't be read, of a name that says what it does. */
function isNamedRetry(callee: Value): boolean {
  const name =
    callee.kind === 'member'
      ? callee.name
      : callee.kind === 'external' && callee.source !== null
        ? (callee.path.at(-1) ?? '')
        : '';
  return (
    /^(?:with|run|do|execute|call|request|fetch)?_?(?:retry|retries|backoff|retrying|retryable)(?:$|[A-Z_])|(?:With|And)(?:Retry|Retries|Backoff)$/i.test(
      name,
    ) && !/^retry(?:After|Count|Delay)/i.test(name)
  );
}

const busy = new Set<FunctionNode>();

/** Whether a function runs its parameter again: in a loop, by calling itself, or by handing it on. */
function isRetryHelper({ node, module }: FunctionValue, index: number): boolean {
  const parameter = node.params[index];
  const name = parameter?.type === 'AssignmentPattern' ? parameter.left : parameter;
  if (name?.type !== 'Identifier' || busy.has(node) || busy.size > 3) return false;
  const reads = module.scopes.bindingOf(name)?.reads ?? [];
  busy.add(node);
  try {
    return reads.some((read) => {
      const call = read.parent;
      if (call?.type !== 'CallExpression') return false;
      const given = call.arguments.findIndex((argument) => argument === read);
      if (given >= 0) return handsOn(call, given, node, module);
      return (
        call.callee === read &&
        (inRetryLoop(call, node, module) || retriesItself(call, node, module))
      );
    });
  } finally {
    busy.delete(node);
  }
}

function handsOn(call: Call, index: number, node: FunctionNode, module: SourceModule): boolean {
  const callee = valueOf(call.callee, module);
  if (callee.kind === 'function') return callee.node !== node && isRetryHelper(callee, index);
  return isLibraryRun(callee, index);
}

/** The call is in a retry loop, or in a function that is itself run again. */
function inRetryLoop(call: Node, within: FunctionNode, module: SourceModule): boolean {
  for (const above of ancestorsOf(call)) {
    if (above === within) return false;
    if (isLoop(above) && isRetryLoop(above, call, module)) return true;
    if (
      isFunction(above) &&
      (retriesItself(call, above, module) || isHandedToLibrary(above, module))
    )
      return true;
  }
  return false;
}

function isHandedToLibrary(fn: FunctionNode, module: SourceModule): boolean {
  const call = fn.parent;
  if (call?.type !== 'CallExpression') return false;
  return isLibraryRun(
    valueOf(call.callee, module),
    call.arguments.findIndex((argument) => argument === fn),
  );
}

const retriesItself = (call: Node, fn: FunctionNode, module: SourceModule): boolean =>
  recursion(fn, call, module) !== null;

/** A function that calls itself after the call in it failed. */
function recursion(fn: FunctionNode, call: Node, module: SourceModule): RetriedPart | null {
  const again = selfCalls(module).get(fn) ?? [];
  return again.some((other) => other !== call)
    ? { how: 'recursion', scope: fn, start: null }
    : null;
}

const selfCallsByModule = new WeakMap<SourceModule, Map<FunctionNode, Call[]>>();

/** For each function the calls of itself that come after a failure. */
function selfCalls(module: SourceModule): ReadonlyMap<FunctionNode, readonly Call[]> {
  const known = selfCallsByModule.get(module);
  if (known) return known;
  const found = new Map<FunctionNode, Call[]>();
  selfCallsByModule.set(module, found);
  for (const call of module.calls) {
    if (!isAfterFailure(call)) continue;
    const callee = valueOf(call.callee, module);
    if (callee.kind !== 'function' || callee.module !== module || !isWithin(call, callee.node))
      continue;
    found.set(callee.node, [...(found.get(callee.node) ?? []), call]);
  }
  return found;
}

/** In a catch clause, or with a counter changed by one. */
function isAfterFailure(call: Call): boolean {
  const counts = call.arguments.some(
    (argument) =>
      argument.type === 'BinaryExpression' &&
      ['+', '-'].includes(argument.operator) &&
      argument.right.type === 'Literal' &&
      argument.right.value === 1,
  );
  if (counts) return true;
  for (const above of ancestorsOf(call)) if (above.type === 'CatchClause') return true;
  return false;
}
