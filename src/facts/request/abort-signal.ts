import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { isFunction, keyName } from '../../ast/node.ts';
import { nodesOf } from '../../ast/nodes.ts';
import { argumentsIn, valueIn } from '../../values/evaluate.ts';
import { globalName } from '../../values/platform.ts';
import type { Quantity } from '../../values/quantity.ts';
import { quantityOf } from '../../values/quantity.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { CallValue, Value } from '../../values/value.ts';
import { alternatives, isNothing } from '../../values/value.ts';

/** What an abort signal does for a deadline. */
export type SignalUse =
  /** Fires after a time; `limit` is null where the number is not known. */
  | {
      readonly state: 'armed';
      readonly limit: Quantity | null;
      /** The `AbortSignal.timeout(…)` that starts the clock; null where a timer does. */ readonly made: Node | null;
    }
  /** Made here and nothing ever aborts it. */
  | { readonly state: 'idle' }
  /** No signal at all. */
  | { readonly state: 'absent' }
  /** Comes from elsewhere, or somebody's cancel button. */
  | { readonly state: 'unknown' };

const UNKNOWN: SignalUse = { state: 'unknown' };

/** Reads the value of a `signal` option. */
export function signalUse(value: Value): SignalUse {
  if (isNothing(value)) return { state: 'absent' };
  const options = [...alternatives(value)];
  if (options.length > 1) {
    return oneOf(options.map(signalUse));
  }
  if (value.kind === 'call') return madeSignal(value);
  if (value.kind === 'member' && value.name === 'signal' && value.object.kind === 'call')
    return controllerSignal(value.object);
  return UNKNOWN;
}

/** Armed whichever it is, or armed but for a time that is no time: `ms > 0 ? AbortSignal.timeout(ms) : undefined`, `ms` being 0. */
function oneOf(uses: readonly SignalUse[]): SignalUse {
  const armed = uses.filter((use) => use.state === 'armed');
  const [first = UNKNOWN] = armed;
  if (armed.length === uses.length) return first;
  const isOff = armed.length > 0 && armed.every(({ limit }) => limit && isNoTime(limit.value));
  return isOff && uses.every(({ state }) => state === 'armed' || state === 'absent')
    ? first
    : UNKNOWN;
}

/** A time that never comes: zero, negative, infinite, no number. */
export const isNoTime = (ms: number): boolean => !(ms > 0 && Number.isFinite(ms));

function madeSignal(made: CallValue): SignalUse {
  const name = globalName(made.callee);
  const [first] = made.args;
  if (name === 'AbortSignal.timeout' && first)
    return { state: 'armed', limit: quantityOf(first), made: made.node };
  if (name !== 'AbortSignal.any' || first?.kind !== 'array') return UNKNOWN;
  const armed = first.elements.map(signalUse).filter((use) => use.state === 'armed');
  const [only = UNKNOWN] = armed;
  return armed.length > 1 ? { state: 'armed', limit: soonest(armed), made: made.node } : only;
}

/** Of several clocks the first one ends the request: `AbortSignal.any([overall, AbortSignal.timeout(5000)])`. */
function soonest(clocks: readonly { readonly limit: Quantity | null }[]): Quantity | null {
  const known = clocks.flatMap(({ limit }) => (limit && !isNoTime(limit.value) ? [limit] : []));
  const isKnown = clocks.every(({ limit }) => limit !== null);
  const [first] = known.toSorted((a, b) => a.value - b.value);
  return isKnown ? (first ?? clocks[0]?.limit ?? null) : null;
}

/** `new AbortController().signal`: armed where a timer calls `abort`, idle where nothing does. */
function controllerSignal(controller: CallValue): SignalUse {
  if (!controller.isNew || globalName(controller.callee) !== 'AbortController') return UNKNOWN;
  const { module, node } = controller;
  const reads = readsOf(node, module);
  if (!reads) return UNKNOWN;
  let isIdle = true;
  for (const read of reads) {
    const member = read.parent;
    const name =
      member?.type === 'MemberExpression' &&
      member.object === read &&
      member.property.type === 'Identifier'
        ? member.property.name
        : null;
    if (name === 'signal') continue;
    isIdle = false;
    const timer = name === 'abort' || name === null ? timerAround(read, node, module) : null;
    if (!timer) continue;
    const [, delay] = argumentsIn(timer, { module, frame: null }).args;
    return { state: 'armed', limit: delay ? quantityOf(delay) : null, made: null };
  }
  return isIdle ? { state: 'idle' } : UNKNOWN;
}

/** Where a controller is read that a name holds, or a field that nobody outside of its class sees; null for any other. */
function readsOf(
  made: Node,
  { program, visitorKeys, scopes }: SourceModule,
): readonly Node[] | null {
  const { parent } = made;
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier')
    return scopes.bindingOf(parent.id)?.reads ?? [];
  if (parent?.type !== 'PropertyDefinition') return null;
  const isPrivate = parent.key.type === 'PrivateIdentifier' || parent.accessibility === 'private';
  const name = keyName(parent);
  if (!isPrivate || name === null) return null;
  return nodesOf(program, visitorKeys).filter(
    (node) => node.type === 'MemberExpression' && keyName(node) === name,
  );
}

function timerAround(read: Node, made: Node, module: SourceModule): TSESTree.CallExpression | null {
  for (let outer = read.parent; outer && outer !== made.parent?.parent; outer = outer.parent) {
    if (outer.type === 'CallExpression' && isTimer(valueIn(outer.callee, { module, frame: null })))
      return outer;
    if (outer.type === 'BlockStatement' && !isFunction(outer.parent)) return null;
  }
  return null;
}

const isTimer = (callee: Value): boolean => {
  if (globalName(callee) === 'setTimeout') return true;
  return callee.kind === 'external' && callee.path.at(-1) === 'setTimeout';
};
