import { globalName } from '../../values/platform.ts';
import type { Value } from '../../values/value.ts';
import { letsThrough } from '../retry/condition.ts';
import { retryExportOf } from '../retry/exports.ts';
import type { Call, Run, Scope, Thing } from './rehearsal.ts';
import { exactly, NOT_KNOWN, numberOf, TELLING, tellsOf, Thrown, unknownOf } from './rehearsal.ts';
import { pause } from './call-pause.ts';
import { amountOf, isGiven, isScaled, rangeOf } from './things.ts';

/** The result of a function of the platform, or of a test that clients come with; null for any other. */
export function platformCall(
  run: Run,
  node: Call,
  callee: Value,
  args: readonly Thing[],
  scope: Scope,
): Thing | null {
  const name = globalName(callee);
  if (name === 'setTimeout') return timer(run, node, args, scope);
  if (name !== null)
    return promiseCall(name, args) ?? numeric(name, args, run) ?? objectCall(name, args);
  const last =
    callee.kind === 'external'
      ? callee.path.at(-1)
      : callee.kind === 'member'
        ? callee.name
        : undefined;
  const [first] = args;
  if (last === 'isAxiosError') return exactly(first?.t === 'failure', true);
  if (last === 'isCancel') return exactly(false, true);
  const condition = first?.t === 'failure' ? retryExportOf(callee)?.use : null;
  if (condition?.does === 'condition') {
    const again = letsThrough(condition, run.outcome);
    // That timeouts are left out is the library's doing, and nobody has written it.
    return run.outcome.kind === 'timeout' && !again ? TELLING : exactly(again, true);
  }
  return null;
}

/** A timer that leads to the next attempt is a pause; one that gives up a request is none. */
function timer(run: Run, node: Call, args: readonly Thing[], scope: Scope): Thing {
  const [then, ms] = args;
  const written = node.arguments[1];
  if (!then) return NOT_KNOWN;
  const before = run.settles;
  run.settles = false;
  const attempt = Math.max(0, ...run.sent.values());
  const pauses = (run.pauses[attempt] ??= []);
  const at = pauses.length;
  if (written) pause(run, ms ?? NOT_KNOWN, { node: written, module: scope.module });
  else pause(run, numberOf(0), { node, module: scope.module });
  try {
    run.call(then, [], node);
  } catch (error) {
    run.settles = before;
    if (!(error instanceof Thrown)) throw error;
    pauses.splice(at, 1);
    return NOT_KNOWN;
  }
  const leads = run.settles;
  run.settles = before || leads;
  const sends = Math.max(0, ...run.sent.values()) > attempt;
  if (!leads && !sends) pauses.splice(at, 1);
  return NOT_KNOWN;
}

function promiseCall(name: string, args: readonly Thing[]): Thing | null {
  const [first] = args;
  switch (name) {
    case 'Promise.reject':
      throw new Thrown(first ?? NOT_KNOWN);
    case 'Promise.resolve':
      return first ?? exactly(undefined);
    case 'Promise.race':
    case 'Promise.any':
      return first?.t === 'list' ? (first.items[0] ?? NOT_KNOWN) : NOT_KNOWN;
    case 'Promise.all':
      return first ?? NOT_KNOWN;
    default:
      return null;
  }
}

type Compute = (...values: number[]) => number;

const NUMERIC: Readonly<Record<string, Compute>> = {
  'Math.min': Math.min,
  'Math.max': Math.max,
  'Math.pow': (base, exponent) => base ** exponent,
  'Math.round': Math.round,
  'Math.floor': Math.floor,
  'Math.ceil': Math.ceil,
  'Math.trunc': Math.trunc,
  'Math.abs': Math.abs,
  'Math.exp': Math.exp,
  Number: (value) => value,
  parseInt: (value) => Math.trunc(value),
  parseFloat: (value) => value,
  'Number.parseInt': (value) => Math.trunc(value),
  'Number.parseFloat': (value) => value,
};

const CHECKS: Readonly<Record<string, (value: number) => boolean>> = {
  'Number.isFinite': Number.isFinite,
  isFinite: Number.isFinite,
  'Number.isNaN': Number.isNaN,
  isNaN: Number.isNaN,
};

function numeric(name: string, args: readonly Thing[], run: Run): Thing | null {
  if (name === 'Math.random') return { t: 'number', lo: 0, hi: 1, from: null, isCounter: false };
  // `parseFloat('')` is not a number, `Number('')` is 0.
  if (PARSES.test(name) && args[0]?.t === 'plain' && args[0].values.every((each) => each === ''))
    return numberOf(Number.NaN);
  const check = Object.hasOwn(CHECKS, name) ? CHECKS[name] : undefined;
  const compute = Object.hasOwn(NUMERIC, name) ? NUMERIC[name] : undefined;
  if (!check && !compute) return null;
  const bounds = name === 'Math.min' || name === 'Math.max' ? args.filter(isGiven) : [];
  const counted = bounds.length < args.length ? args.filter((arg) => !bounds.includes(arg)) : args;
  const range = SCALING.has(name) ? amountOf : rangeOf;
  const ranges = counted.map((argument) => range(argument, run));
  const known = ranges.filter((each) => each !== null);
  if (known.length < ranges.length) return bounded(name, args, known);
  if (check) return exactly(check(known[0]?.lo ?? Number.NaN), args.some(tellsOf));
  if (name === 'Number' && args[0]?.t === 'number') return args[0];
  const ends = [
    compute?.(...known.map(({ lo }) => lo)) ?? 0,
    compute?.(...known.map(({ hi }) => hi)) ?? 0,
  ];
  return {
    t: 'number',
    lo: Math.min(...ends),
    hi: Math.max(...ends),
    from: null,
    isCounter: false,
    isScaled: args.some(isScaled),
  };
}

const PARSES = /^(?:Number\.)?parse(?:Int|Float)$/;

/** What keeps how a number grows and varies, whatever it hangs on. */
const SCALING: ReadonlySet<string> = new Set([
  'Math.min',
  'Math.max',
  'Math.round',
  'Math.floor',
  'Math.ceil',
  'Math.trunc',
]);

/** `Math.min(cap, something)` is at most the cap, whatever the rest. */
function bounded(
  name: string,
  args: readonly Thing[],
  known: readonly { lo: number; hi: number }[],
): Thing {
  const [first] = known;
  if (name !== 'Math.min' || !first) return unknownOf(...args);
  return NOT_KNOWN;
}

function objectCall(name: string, args: readonly Thing[]): Thing | null {
  const [first, second] = args;
  switch (name) {
    case 'Object.assign': {
      if (first?.t !== 'object') return first ?? NOT_KNOWN;
      if (second?.t === 'object')
        for (const [field, value] of second.fields) first.fields.set(field, value);
      return first;
    }
    case 'String':
      return first?.t === 'plain' ? first : unknownOf(...args);
    case 'Boolean':
      return first ?? NOT_KNOWN;
    case 'Array.isArray':
      return first?.t === 'list' ? exactly(true) : unknownOf(...args);
    case 'Number.isInteger':
    case 'Number.isSafeInteger':
      if (first?.t === 'status') return exactly(true, true);
      if (first?.t === 'number' && first.lo === first.hi)
        return exactly(Number.isInteger(first.lo));
      return unknownOf(...args);
    case 'Error':
      return { t: 'object', made: null, fields: new Map(), isOpen: false, ends: false };
    default:
      return null;
  }
}
