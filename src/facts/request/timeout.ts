import { withoutAbortTimeout } from '../../clients/without-abort-timeout.ts';
import { enclosingFunction } from '../../ast/node.ts';
import type { Node } from '../../ast/node.ts';
import { isWithin, nodesWithin } from '../../ast/within.ts';
import type { OptionNames, RpcLibrary, TimeoutOption } from '../../clients/schema.ts';
import { attributeAt } from '../../values/objects.ts';
import { quantityOf } from '../../values/quantity.ts';
import { timeAheadOf } from '../../values/time-ahead.ts';
import type { Value } from '../../values/value.ts';
import { alternatives, isString } from '../../values/value.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { isNoTime, signalUse } from './abort-signal.ts';
import { clientsOfKind } from './client-shapes.ts';
import { isLogLike } from '../response/log-like.ts';
import { isInFile } from './in-file.ts';
import { runsOut } from './module-clock.ts';
import type { Layer, Option } from './request-options.ts';
import { optionOf } from './request-options.ts';
import type { Request } from './request.ts';

/** A limit of time that is written for a request. */
export interface Timeout {
  /** The part of the request that it bounds. */
  readonly covers: TimeoutOption['covers'];
  /** Milliseconds; Infinity where it never fires (0, false, negative, NaN); null where not known. */
  readonly ms: number | null;
  /** How many milliseconds one unit of the written number is. */
  readonly unitMs: number;
  /** The option that it is given by, or the write of it. */
  readonly option: Node;
  /** Where it shows in the file: the number, or the option where the number stands in another file. */
  readonly node: Node;
  /** The number can be changed: the text of its file; null where it stands in another file, or there is none. */
  readonly source: string | null;
  /** It is written in this file. */
  readonly isHere: boolean;
  /** The number stands in this file and not in the option: a function may have been handed it. */
  readonly isHandedIn: boolean;
  /** Nothing else is known to read the number: it stands in the option itself. */
  readonly isOwn: boolean;
  /** For an `AbortSignal.timeout(…)`: the call that starts the clock. */
  readonly startedBy: Node | null;
  /** Whether its clock was started outside of a node of this file: what repeats the node does not start it anew. */
  isStartedOutside(node: Node): boolean;
  /** Bounds a part only: does not stand for a timeout of the call. */
  readonly isPartial: boolean;
  /** Where it was written: in the call itself, or in what its instance was made with. */
  readonly from: 'call' | 'instance';
}

/** Something that looks like a timeout and does not bound the request. */
export interface Inert {
  readonly node: Node;
  /**
   * `option`: the client does not know it. `event`: it emits an event that ends nothing. `idle`: a
   * signal that nothing aborts. `once`: a signal that is made with an instance, or as the module is
   * loaded, for all requests.
   */
  readonly why: 'option' | 'event' | 'idle' | 'once';
}

/** What is known of a request's timeouts. */
export interface TimeoutState {
  /**
   * `set`: a limit is written, if only one that never fires. `default`: the client has one of its
   * own. `absent`: certainly none. `unknown`: something that can't be read may set one.
   */
  readonly state: 'set' | 'default' | 'absent' | 'unknown';
  readonly written: readonly Timeout[];
  /** Looks like a timeout and does nothing: an option the client does not know, a signal nothing aborts. */
  readonly inert: Inert | null;
  /** How the client writes a timeout; null where it has no option for it. */
  readonly form: { readonly option: string; readonly text: string } | null;
  /** Milliseconds of the client's own default; null: none, or not known. */
  readonly defaultMs: number | null;
}

/** A request as far as its time goes. */
export interface Timed extends Pick<Request, 'layers' | 'context'>, Partial<Pick<Request, 'node'>> {
  readonly client:
    | (Pick<RpcLibrary, 'defaults'> & {
        readonly options: OptionNames;
        readonly timeoutFix?: RpcLibrary['timeoutFix'];
      })
    | null;
}

/** Reads all that bounds the time of a request. */
export function timeoutOf(request: Timed): TimeoutState {
  const { client, layers } = request;
  const file = request.context.module;
  if (!client) return { state: 'unknown', written: [], inert: null, form: null, defaultMs: null };
  const { options } = client;
  const found = (options.timeouts ?? []).map((option) => readOption(option, layers, file));
  const signal = readSignal(optionOf(layers, options.signal), file, request.node ?? null);
  const written = [
    ...found.flatMap(({ timeout }) => timeout ?? []),
    ...(signal.timeout ? [signal.timeout] : []),
  ];
  const inert = [...found, signal].find((read) => read.inert)?.inert ?? inertOption(request);
  const isHidden =
    [...found, signal].some(({ isUnknown }) => isUnknown) ||
    mayBound(optionOf(layers, options.dispatcher));
  const defaultMs = client.defaults.timeoutMs;
  const bounds = written.some(({ isPartial }) => !isPartial);
  const state = bounds ? 'set' : isHidden ? 'unknown' : defaultMs === null ? 'absent' : 'default';
  return { state, written, inert, form: formOf(client.timeoutFix ?? null, file), defaultMs };
}

/** How the client writes a timeout; null where the platform lacks what that takes. */
const formOf = (form: TimeoutState['form'], file: SourceModule): TimeoutState['form'] =>
  form?.text.startsWith('AbortSignal.timeout(') &&
  withoutAbortTimeout.some((name) => file.packageRange(name) !== null)
    ? null
    : form;

/** The same as it shows in a file: what is written in another one shows where the request is made. */
export function timeoutShownAt(node: Node, state: TimeoutState, file: SourceModule): TimeoutState {
  const { written, inert } = state;
  return {
    ...state,
    written: written.map((limit) =>
      limit.isHere || limit.isHandedIn ? limit : { ...limit, option: node, node, source: null },
    ),
    inert: inert && !isInFile(inert.node, file) ? { ...inert, node } : inert,
  };
}

interface Read {
  readonly timeout: Timeout | null;
  readonly isUnknown: boolean;
  readonly inert: Inert | null;
}

const NOTHING: Read = { timeout: null, isUnknown: false, inert: null };

function readOption(option: TimeoutOption, layers: readonly Layer[], file: SourceModule): Read {
  const found = optionOf(layers, [option.path]);
  if (found.state !== 'known') return { ...NOTHING, isUnknown: found.state === 'unknown' };
  const { value } = found;
  if (value.kind === 'object') return NOTHING;
  if (value.kind === 'literal' && value.value === undefined) return NOTHING;
  if (option.event !== undefined && !endsAt(optionOf(layers, [`listeners.${option.event}`]))) {
    return { ...NOTHING, inert: { node: found.node, why: 'event' } };
  }
  const unitMs = option.unit === 's' ? 1000 : 1;
  const quantity = option.absolute ? timeAheadOf(value) : quantityOf(value);
  // A point in time that is over ends the request at once: only one that never comes is none.
  const isNone = option.absolute ? (ms: number) => ms === Number.POSITIVE_INFINITY : isNoTime;
  const isOff = isSwitchedOff(value, option) || (quantity !== null && isNone(quantity.value));
  return {
    ...NOTHING,
    timeout: {
      covers: option.covers,
      ms: isOff ? Number.POSITIVE_INFINITY : quantity && quantity.value * unitMs,
      unitMs,
      ...placeOf(quantity?.node ?? value.node, found.node, value, file),
      ...(option.absolute && !quantity ? { source: null } : {}),
      isHere: isInFile(found.node, file),
      startedBy: null,
      isStartedOutside: () => false,
      isPartial: option.partial === true,
      from: found.layer?.of === 'call' || found.layer?.of === 'builder' ? 'call' : 'instance',
    },
  };
}

/** No positive finite number: the request waits for ever. */
function isSwitchedOff(value: Value, { off = [], absolute }: TimeoutOption): boolean {
  return [...alternatives(value)].every((option) => {
    if (option.kind !== 'literal') return false;
    if (off.includes(option.value as number | false | null)) return true;
    if (option.value === null || option.value === false) return true;
    if (absolute) return option.value === Number.POSITIVE_INFINITY;
    return typeof option.value === 'number' && !(option.value > 0 && Number.isFinite(option.value));
  });
}

function readSignal(found: Option, file: SourceModule, node: Node | null): Read {
  if (found.state !== 'known') return { ...NOTHING, isUnknown: found.state === 'unknown' };
  const use = signalUse(found.value);
  if (use.state === 'absent') return NOTHING;
  if (use.state === 'unknown') return { ...NOTHING, isUnknown: true };
  if (use.state === 'idle') return { ...NOTHING, inert: { node: found.node, why: 'idle' } };
  const { limit, made } = use;
  const { layer } = found;
  const isOfModule = found.value.module === file && runsOut(made, node, file);
  if (isOfModule || (layer?.of === 'creation' && !isMadeAnew(made, layer)))
    return { ...NOTHING, inert: { node: found.node, why: 'once' } };
  const isOff = limit !== null && isNoTime(limit.value);
  // A timer of no time aborts at once: one that may be set to it is not armed then.
  const never = made === null ? null : Number.POSITIVE_INFINITY;
  return {
    ...NOTHING,
    timeout: {
      covers: 'overall',
      ms: isOff ? never : (limit?.value ?? null),
      unitMs: 1,
      ...placeOf(limit?.node ?? found.value.node, found.node, found.value, file),
      isHere: isInFile(found.node, file),
      startedBy: made,
      isStartedOutside: (node) =>
        made !== null && found.value.module === file && runsOutside(made, node),
      isPartial: false,
      from: layer?.of === 'creation' ? 'instance' : 'call',
    },
  };
}

/** In the function that every request of an instance goes through. */
const isMadeAnew = (made: Node | null, { writtenBy }: Layer): boolean =>
  writtenBy !== undefined && (made === null || isWithin(made, writtenBy));

/** Whether a node is no part of another, nor of a function that the other may call. */
function runsOutside(node: Node, other: Node): boolean {
  const fn = enclosingFunction(node);
  return !isWithin(node, other) && (fn === null || isWithin(other, fn));
}

/** Whether a listener ends the request; true where that can't be told. */
function endsAt(listener: Option): boolean {
  if (listener.state !== 'known') return listener.state === 'unknown';
  const { value } = listener;
  if (value.kind !== 'function') return true;
  const { node, module } = value;
  return nodesWithin(module.calls, node).some((call) => !isLogLike(call));
}

/** Where a limit shows in a file: at its number, or at what it is given by. */
export function placeOf(
  number: Node,
  at: Node,
  value: Value,
  file: SourceModule,
): Pick<Timeout, 'option' | 'node' | 'source' | 'isOwn' | 'isHandedIn'> {
  const isHere = value.module === file && isInFile(number, file);
  const isInside = isInFile(at, file) && isWithin(number, at);
  const isOwn = isHere && (isInside || isReadOnce(number, file));
  const source = isHere ? file.text : null;
  return { option: at, node: isHere ? number : at, source, isOwn, isHandedIn: isHere && !isInside };
}

/** `const LIMIT = 90_000`, which nothing but the option reads. */
function isReadOnce({ parent }: Node, { scopes }: SourceModule): boolean {
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return false;
  const isExported = parent.parent.parent.type === 'ExportNamedDeclaration';
  const binding = scopes.bindingOf(parent.id);
  return !isExported && binding?.reads.length === 1 && binding.writes.length === 1;
}

/** Where options that bound time stand, of any client. */
const TIME_OPTIONS: readonly (readonly string[])[] = [
  ...new Set(
    clientsOfKind('http').flatMap(({ options }) =>
      (options.timeouts ?? []).map(({ path }) => path),
    ),
  ),
].map((path) => path.split('.'));

/** A dispatcher or agent is given that may bound time: one that is made with other options does not. */
function mayBound(found: Option): boolean {
  if (found.state !== 'known') return found.state === 'unknown';
  const { value } = found;
  if (value.kind !== 'call' || !value.isNew) return true;
  return value.args.some(
    (argument) =>
      !isAddress(argument) &&
      (argument.kind !== 'object' ||
        argument.open ||
        TIME_OPTIONS.some((path) => attributeAt(argument, path).state !== 'absent')),
  );
}

/** `new HttpsProxyAgent(process.env.PROXY)`: where the proxy is says nothing of time. */
const isAddress = (value: Value): boolean =>
  [...alternatives(value)].every(
    (one) => isString(one) || one.kind === 'env' || one.kind === 'text',
  );

function inertOption({ client, layers }: Timed): Inert | null {
  const found = optionOf(
    layers.filter(({ of }) => of === 'call'),
    client?.options.inert,
  );
  return found.state === 'known' ? { node: found.node, why: 'option' } : null;
}
