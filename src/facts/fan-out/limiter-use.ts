import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import type { LimiterUse } from '../../clients/schema.ts';
import { argumentsIn, valueOf } from '../../values/evaluate.ts';
import { attributeAt } from '../../values/objects.ts';
import { quantityOf } from '../../values/quantity.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { CallValue, External, Value } from '../../values/value.ts';
import { alternatives, importedFrom } from '../../values/value.ts';
import { clientsOfKind } from '../request/client-shapes.ts';
import type { Bound } from './bound.ts';
import { NO_BOUND, UNKNOWN_BOUND } from './bound.ts';

type Call = TSESTree.CallExpression | TSESTree.NewExpression;
type Use<D extends LimiterUse['does']> = Extract<LimiterUse, { does: D }>;

const limiters = clientsOfKind('limiter');

/** The package that fixes take a limiter from. */
export const suggestedLimiter: string =
  limiters.find(({ suggested }) => suggested)?.modules[0] ?? '';

/** `map(items, task, { concurrency })` of a library: what runs, and how many at a time. */
interface LimiterMap {
  readonly task: Value;
  readonly items: Bound;
  /** Where it is given the functions to run: the list of them. */
  readonly list: Node | null;
}

export function limiterMapAt(node: Call, module: SourceModule): LimiterMap | null {
  const used = useOf(valueOf(node.callee, module)) ?? chainedUse(node, module);
  if (used?.does !== 'map') return null;
  const given = argumentsIn(node, { module, frame: null });
  const task = given.args[used.task];
  if (!task) return null;
  return {
    task,
    items: concurrencyOf(used.concurrency, given, used.bounded === true),
    list: used.items === used.task ? (node.arguments[used.items] ?? null) : null,
  };
}

const LISTS: ReadonlySet<string | null> = new Set(
  limiters.flatMap(({ exports }) =>
    Object.values(exports).flatMap((use) => (use.does === 'limit' ? (use.lists ?? []) : [])),
  ),
);

/** `queue.addAll(tasks)`: the list of functions that a limiter runs, and how many of them at a time. */
export function limiterListAt(
  { callee, arguments: [list] }: Call,
  module: SourceModule,
): Pick<LimiterMap, 'items' | 'list'> | null {
  if (callee.type !== 'MemberExpression' || !LISTS.has(keyName(callee)) || !list) return null;
  const items = limiterBound(valueOf(callee.object, module));
  return items && { items, list };
}

/** `Promise.resolve(xs).then(f).map(task)`: a method of what an export of the library, or such a method, gave. */
function chainedUse({ callee }: Call, module: SourceModule): LimiterUse | null {
  const name = callee.type === 'MemberExpression' ? (keyName(callee) ?? '') : '';
  const library = limiters.find(({ chain }) => chain && Object.hasOwn(chain, name));
  if (!library) return null;
  let of: Node = callee;
  while (of.type === 'MemberExpression') {
    const call: Node = unwrap(of.object);
    if (call.type !== 'CallExpression') return null;
    const source = importedFrom(valueOf(call.callee, module));
    if (source !== null && library.modules.includes(source)) return library.chain?.[name] ?? null;
    of = unwrap(call.callee);
  }
  return null;
}

/** What a call that makes a limiter says of it; null for any other call. */
export function limitAt(node: Call, module: SourceModule): Use<'limit'> | null {
  const used = useOf(valueOf(node.callee, module));
  return used?.does === 'limit' ? used : null;
}

/** How many things at a time a limiter lets run: what `pLimit(5)` or `new Queue({ concurrency: 5 })` gives; null for anything else. */
export function limiterBound(value: Value): Bound | null {
  for (const option of alternatives(value)) {
    const bound = boundOfOne(option);
    if (bound) return bound;
  }
  return null;
}

function boundOfOne(value: Value): Bound | null {
  if (value.kind === 'member') return limiterBound(value.object);
  if (value.kind === 'awaited') return limiterBound(value.of);
  if (value.kind !== 'call') return null;
  const used = useOf(value.callee);
  if (used?.does === 'limit') return boundOfLimiter(used, value);
  return value.callee.kind === 'member' ? limiterBound(value.callee.object) : limiterCall(value);
}

/** `limit(task)`: the result of a call of a limiter. */
const limiterCall = ({ callee }: CallValue): Bound | null =>
  callee.kind === 'call' ? limiterBound(callee) : null;

function boundOfLimiter(used: Use<'limit'>, made: CallValue): Bound {
  if (used.interval === true) return UNKNOWN_BOUND;
  const [options] = made.args;
  const hasInterval = (used.intervalOptions ?? []).some(
    (name) => options && attributeAt(options, [name]).state !== 'absent',
  );
  const bound = concurrencyOf(used.concurrency, made, false);
  if (!hasInterval) return bound;
  return bound.state === 'none' ? UNKNOWN_BOUND : { ...bound, isPaced: true };
}

function concurrencyOf(
  place: Use<'limit'>['concurrency'],
  given: Pick<CallValue, 'args' | 'openFrom'>,
  isBounded: boolean,
): Bound {
  if (!place) return isBounded ? { state: 'known', value: 1, node: null, module: null } : NO_BOUND;
  if (place.argument >= given.openFrom) return UNKNOWN_BOUND;
  const argument = given.args[place.argument];
  if (!argument) return isBounded ? UNKNOWN_BOUND : NO_BOUND;
  const attribute =
    place.option === undefined || argument.kind === 'literal'
      ? null
      : attributeAt(argument, [place.option]);
  if (attribute?.state === 'absent') return isBounded ? UNKNOWN_BOUND : NO_BOUND;
  const value = attribute ? (attribute.state === 'known' ? attribute.value : null) : argument;
  const quantity = value && quantityOf(value);
  if (!value || !quantity) return UNKNOWN_BOUND;
  return Number.isFinite(quantity.value)
    ? { state: 'known', value: quantity.value, node: quantity.node, module: value.module }
    : NO_BOUND;
}

/** What a call that makes a limiter makes. */
export const limiterOf = ({ callee }: CallValue): LimiterUse | null => useOf(callee);

function useOf(callee: Value): LimiterUse | null {
  for (const option of alternatives(callee)) {
    const used = option.kind === 'external' ? useOfExternal(option) : null;
    if (used) return used;
  }
  return null;
}

function useOfExternal({ source, path }: External): LimiterUse | null {
  if (source === null) return null;
  const name = path.at(-1) ?? 'default';
  for (const { modules, exports } of limiters) {
    if (modules.includes(source) && Object.hasOwn(exports, name)) return exports[name] ?? null;
  }
  return null;
}
