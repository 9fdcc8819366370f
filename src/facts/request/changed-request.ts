import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { keyName, staticString, unwrap } from '../../ast/node.ts';
import { targetsOf } from '../../ast/pattern.ts';
import { returnsOf } from '../../ast/returns.ts';
import { nodesWithin, within } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import { globalName } from '../../values/platform.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Entry, FunctionValue, ObjectValue, Value } from '../../values/value.ts';

/** What a function that gets every request before it goes out writes to it. */
export interface RequestChanges {
  /** Writes by the path that they begin at: `headers`, `timeout`. */
  readonly writes: readonly {
    readonly path: readonly string[];
    readonly node: Node;
    readonly value: Value;
  }[];
  /** Hands the request on to what can't be read. */
  readonly isHandedOn: boolean;
}

/** What a function writes to the request it gets: by assignment, by `headers.set(…)`, by giving back a copy. */
export function changesBy(registered: FunctionValue, depth = 0): RequestChanges {
  const { node: fn, module } = registered;
  const assigned = within(module.memberWrites, fn, (write) => write).flatMap((write) => {
    const path = write.left.type === 'MemberExpression' ? pathOf(write.left, module) : null;
    return path ? [{ path, node: write, value: valueOf(write.right, module) }] : [];
  });
  const calls = nodesWithin(module.calls, fn);
  const handed = calls.flatMap((call) => handedOn(call, registered, depth));
  return {
    writes: [
      ...assigned,
      ...calls.flatMap((call) => setBy(call, module)),
      ...returnsOf(fn).flatMap((returned) => copied(valueOf(returned, module), [])),
      ...handed.flatMap(({ writes }) => writes),
    ],
    isHandedOn: handed.some(({ isHandedOn }) => isHandedOn),
  };
}

/** `['headers', 'X-Key']` for `config.headers['X-Key']`, from the name that every request has. */
function pathOf(member: Node, module: SourceModule): string[] | null {
  const path: string[] = [];
  let node = unwrap(member);
  for (; node.type === 'MemberExpression'; node = unwrap(node.object)) {
    const name = keyName(node) ?? constant(node.property, module);
    if (name === null) return null;
    path.unshift(name);
  }
  const at = path.indexOf('headers');
  return at > 0 ? path.slice(at) : path;
}

function constant(key: Node, module: SourceModule): string | null {
  const value = valueOf(key, module);
  return value.kind === 'literal' && typeof value.value === 'string' ? value.value : null;
}

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/** `request.headers.set('X-Key', value)` */
function setBy({ callee, arguments: given }: Call, module: SourceModule): RequestChanges['writes'] {
  const [first, second] = given;
  if (callee.type !== 'MemberExpression' || !first || !second) return [];
  if (!['set', 'append', 'setHeader', 'setAuthorization'].includes(keyName(callee) ?? ''))
    return [];
  const name = staticString(first) ?? constant(first, module);
  const path = pathOf(callee.object, module);
  if (name === null || !path?.includes('headers')) return [];
  return [{ path: [...path, name], node: callee.parent, value: valueOf(second, module) }];
}

/** The properties of a copy that is given back; what it copies is what it got. */
function copied(value: Value, path: readonly string[]): RequestChanges['writes'] {
  if (value.kind !== 'object' || path.length > 2) return [];
  return value.entries.flatMap((entry) => {
    if (entry.kind !== 'property') return [];
    const inner = entry.value();
    const at = [...path, entry.name];
    return inner.kind === 'object'
      ? copied(inner, at)
      : [{ path: at, node: entry.node, value: inner }];
  });
}

/** A function further in that gets the request: what it writes, where it can be read. */
function handedOn(
  call: Call,
  { node: fn, module }: FunctionValue,
  depth: number,
): RequestChanges[] {
  const [parameter] = fn.params;
  const names = parameter ? targetsOf(parameter).map(({ name }) => name) : [];
  const gets = call.arguments.some((argument) => {
    const bare = unwrap(argument);
    return bare.type === 'Identifier' && names.includes(bare.name);
  });
  if (!gets) return [];
  const callee = valueOf(call.callee, module);
  if (callee.kind === 'function')
    return depth < 2 ? [changesBy(callee, depth + 1)] : [{ writes: [], isHandedOn: true }];
  const isPlatform = callee.kind === 'external' && callee.source === null;
  if (isPlatform) return [{ writes: sentAlong(call, callee, module), isHandedOn: false }];
  return isLogger(call.callee) ? [] : [{ writes: [], isHandedOn: true }];
}

const SENDING: ReadonlySet<string> = new Set(['fetch', 'Request']);

/** `fetch(request, { ...init, signal })`, `new Request(request, { signal })`: what is laid over it. */
function sentAlong(
  { arguments: [, init] }: Call,
  callee: Value,
  module: SourceModule,
): RequestChanges['writes'] {
  return init && SENDING.has(globalName(callee) ?? '') ? copied(valueOf(init, module), []) : [];
}

const isLogger = (callee: Node): boolean =>
  callee.type === 'MemberExpression' &&
  ['log', 'info', 'debug', 'trace', 'warn', 'error', 'resolve'].includes(keyName(callee) ?? '');

/** The changes as options of a request. */
export function optionsOf({ writes }: RequestChanges, at: ObjectValue): ObjectValue {
  const entries = writes.flatMap(({ path, node, value }): Entry[] => {
    const [name, ...rest] = path;
    if (name === undefined) return [];
    const held = rest.reduceRight<Value>(
      (inner, key) => ({
        kind: 'object',
        node,
        module: value.module,
        entries: [{ kind: 'property', name: key, node, value: () => inner }],
        open: false,
      }),
      value,
    );
    return [{ kind: 'property', name, node, value: () => held }];
  });
  return { ...at, entries };
}
