import { declaredName } from '../../ast/function-name.ts';
import type { TSESTree } from '@typescript-eslint/utils';
import type { HttpMethod } from '../../apis/index.ts';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { ancestorsOf, isFunction, keyName, regionOf } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { ApiCall } from '../request/api-call.ts';
import { requestAt } from '../request/request.ts';
import { callsThatSend } from '../request/wrapped-request.ts';

/** A request line as far as it is known. */
export interface RequestLine {
  readonly method: HttpMethod | string | null;
  readonly path: string | null;
}

/** What a program does on its way to a request. */
export interface Before {
  readonly requests: readonly RequestLine[];
  /** Functions that are called. */
  readonly calls: readonly string[];
  /** Properties and names that are read, in order to compare them or to hand them on. */
  readonly reads: readonly string[];
}

interface OpenBefore {
  readonly requests: RequestLine[];
  readonly calls: string[];
  readonly reads: string[];
}

/** Callers of callers are looked at this far up. */
const FURTHEST = 3;

/** What happens before a request in its function, in the wrapper that sends it, and in those of this file that call them. */
export function beforeOf(call: ApiCall, facts: readonly ApiCall[], module: SourceModule): Before {
  const before: OpenBefore = { requests: [], calls: [], reads: [] };
  collect(call.node, facts, module, before, new Set(), 0);
  const { frame, module: inner } = call.request.context;
  if (frame) gather(frame.fn, call.request.node.range[0], inner, before);
  return before;
}

function collect(
  node: Node,
  facts: readonly ApiCall[],
  module: SourceModule,
  before: OpenBefore,
  seen: Set<Node>,
  depth: number,
): void {
  if (seen.has(node) || depth > FURTHEST) return;
  seen.add(node);
  const region = regionOf(node);
  const [end] = node.range;
  gather(region, end, module, before);
  for (const { node: other, method, address } of facts)
    if (isBetween(other, region, end)) before.requests.push({ method, path: address.path });
  for (const caller of callersOf(node, module))
    collect(caller, facts, module, before, seen, depth + 1);
}

const isBetween = ({ range }: Node, region: Node, end: number): boolean =>
  region.range[0] <= range[0] && range[1] <= end;

/** The calls in this file of a function that a node is in. */
function callersOf(node: Node, module: SourceModule): Node[] {
  const around = new Set<Node>([...ancestorsOf(node)].filter((above) => isFunction(above)));
  const names = new Set(
    [...around].map((fn) => nameOf(fn as FunctionNode)).filter((name) => name !== null),
  );
  if (names.size === 0) return [];
  return module.calls.filter((call) => {
    const name = calleeName(call);
    if (
      name === null ||
      !names.has(name) ||
      [...ancestorsOf(call)].some((above) => around.has(above))
    )
      return false;
    const value = valueOf(call.callee, module);
    return value.kind !== 'function' || around.has(value.node);
  });
}

function nameOf(fn: FunctionNode): string | null {
  const declared = declaredName(fn);
  if (declared) return declared.name;
  const { parent } = fn;
  return parent.type === 'MethodDefinition' ||
    parent.type === 'PropertyDefinition' ||
    parent.type === 'Property'
    ? keyName(parent)
    : null;
}

function calleeName({ callee }: TSESTree.CallExpression | TSESTree.NewExpression): string | null {
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' ? keyName(callee) : null;
}

/** The names that stand in a part of a file before a place, and the requests of the helpers called there. */
function gather(region: Node, end: number, module: SourceModule, before: OpenBefore): void {
  walk(region, module.visitorKeys, (node) => {
    if (node.range[0] >= end) return 'skip';
    if (node.type.startsWith('TS') && node.type.endsWith('Annotation')) return 'skip';
    if (node.range[1] > end) return undefined;
    if (node.type === 'CallExpression') {
      const name = calleeName(node);
      if (name !== null) before.calls.push(name);
      before.requests.push(...requestsOfHelper(node, module));
    } else if (node.type === 'Decorator') before.calls.push(...namesIn(node, module));
    else if (node.type === 'MemberExpression') before.reads.push(keyName(node) ?? '');
    else if (node.type === 'Identifier' && isCompared(node)) before.reads.push(node.name);
    else if (node.type === 'Identifier' && isArgument(node)) before.calls.push(node.name);
    return undefined;
  });
}

function namesIn(root: Node, { visitorKeys }: SourceModule): string[] {
  const names: string[] = [];
  walk(root, visitorKeys, (node) => {
    if (node.type === 'Identifier') names.push(node.name);
  });
  return names;
}

const isCompared = ({ parent }: Node): boolean =>
  parent?.type === 'BinaryExpression' ||
  parent?.type === 'UnaryExpression' ||
  parent?.type === 'IfStatement';

/** A function among the handlers of a route: `router.post('/orders', requireCredits, …)`. */
function isArgument(node: Node): boolean {
  const { parent } = node;
  return (
    parent?.type === 'CallExpression' && parent.callee !== node && parent.arguments.some(isFunction)
  );
}

function requestsOfHelper(call: TSESTree.CallExpression, module: SourceModule): RequestLine[] {
  const callee = valueOf(call.callee, module);
  if (callee.kind !== 'function') return [];
  return callsThatSend(callee.node, callee.module).flatMap((sending) => {
    const request = requestAt(sending, { module: callee.module, frame: null });
    return request ? [{ method: request.method, path: request.address.path }] : [];
  });
}
