import { globalName } from '../../values/platform.ts';
import type { Value } from '../../values/value.ts';
import { alternatives } from '../../values/value.ts';
import { behindKeeper } from '../kept-function.ts';
import type { Outcome, Run, Scope, Thing } from './rehearsal.ts';
import { exactly, GIVEN, NOT_KNOWN, numberOf, TELLING, tellsOf } from './rehearsal.ts';

/** What the static evaluator knows, as a thing. A choice with a written number or list in it is that. */
export function thingOf(value: Value, scope: Scope): Thing {
  switch (value.kind) {
    case 'literal':
      if (typeof value.value === 'number') return numberOf(value.value, value);
      return typeof value.value === 'bigint' ? NOT_KNOWN : exactly(value.value);
    case 'choice': {
      if (value.by === 'writes' || value.by === '?:' || value.by === '&&') return NOT_KNOWN;
      const fallback = [...alternatives(value)].at(-1);
      const thing = fallback ? thingOf(fallback, scope) : NOT_KNOWN;
      if (isOff(thing)) return GIVEN;
      return thing.t === 'number' || thing.t === 'list' ? thing : NOT_KNOWN;
    }
    case 'parameter':
      return value.default ? thingOf(value.default, scope) : GIVEN;
    case 'array':
      return {
        t: 'list',
        items: value.elements.map((element) => thingOf(element, scope)),
        isOpen: value.open,
      };
    case 'function':
      return {
        t: 'function',
        node: value.node,
        module: value.module,
        scope: scopeOf(scope, value),
        self: null,
      };
    case 'call': {
      const kept = behindKeeper(value);
      if (kept !== value) return thingOf(kept, scope);
      return isSet(value) && value.args[0] ? thingOf(value.args[0], scope) : { t: 'value', value };
    }
    case 'unknown':
      return NOT_KNOWN;
    default:
      return { t: 'value', value };
  }
}

/** `retries = 0` among options: switched off unless the caller gives a number. */
const isOff = (thing: Thing): boolean => thing.t === 'number' && thing.lo === 0 && thing.hi === 0;

const isSet = (value: Extract<Value, { kind: 'call' }>): boolean =>
  value.isNew && globalName(value.callee) === 'Set';

function scopeOf(scope: Scope, { module }: Value): Scope {
  if (scope.module === module) return scope;
  return { module, variables: new Map(), outer: null, self: null };
}

/** The names under which clients tell what went wrong without an answer. */
const NETWORK_CODES = ['ECONNRESET'];
const TIMEOUT_CODES = ['ETIMEDOUT', 'ECONNABORTED', 'UND_ERR_HEADERS_TIMEOUT'];

/** `thing.name`. */
export function memberOf(thing: Thing, name: string, run: Run): Thing {
  if (tellsOf(thing)) noteName(name, run);
  switch (thing.t) {
    case 'failure':
      return name === 'config' ? run.config : memberOfFailure(name, run.outcome);
    case 'response':
      return name === 'config' ? run.config : memberOfResponse(name, run.outcome);
    case 'headers':
      return headerOf(name, run);
    case 'object':
      return thing.fields.get(name) ?? missingIn(thing, name, run);
    case 'list':
      if (name === 'length' && !thing.isOpen) return numberOf(thing.items.length);
      return (
        thing.items[Number(name)] ??
        (/^\d+$/.test(name) && !thing.isOpen ? exactly(undefined) : NOT_KNOWN)
      );
    case 'unknown':
      return thing;
    case 'plain':
      return thing.values.every((value) => value == null)
        ? exactly(undefined, thing.tells)
        : TELLING;
    case 'status':
      return TELLING;
    default:
      return NOT_KNOWN;
  }
}

function missingIn(
  { behind, isOpen }: Extract<Thing, { t: 'object' }>,
  name: string,
  run: Run,
): Thing {
  if (behind) return memberOf(behind, name, run);
  return isOpen && !name.startsWith('_') ? NOT_KNOWN : exactly(undefined);
}

function memberOfFailure(name: string, outcome: Outcome): Thing {
  const hasAnswer = outcome.kind === 'status';
  switch (name) {
    case 'response':
    case '$response':
      return hasAnswer ? { t: 'response' } : exactly(undefined, true);
    case 'status':
    case 'statusCode':
      return { t: 'status' };
    case 'code':
      if (outcome.kind === 'status')
        return exactly(outcome.status >= 500 ? 'ERR_BAD_RESPONSE' : 'ERR_BAD_REQUEST', true);
      return {
        t: 'plain',
        values: outcome.kind === 'timeout' ? TIMEOUT_CODES : NETWORK_CODES,
        tells: true,
      };
    case 'name':
      if (outcome.kind === 'timeout')
        return { t: 'plain', values: ['TimeoutError', 'AbortError'], tells: true };
      return outcome.kind === 'network' ? exactly('TypeError', true) : TELLING;
    case 'isAxiosError':
    case 'request':
      return exactly(true, true);
    default:
      return TELLING;
  }
}

function memberOfResponse(name: string, outcome: Outcome): Thing {
  const isOk = outcome.kind === 'ok';
  switch (name) {
    case 'ok':
      return exactly(isOk, true);
    case 'status':
    case 'statusCode':
      return { t: 'status' };
    case 'headers':
      return { t: 'headers' };
    case 'res':
      return { t: 'response' };
    case 'redirected':
      return exactly(false, true);
    default:
      return TELLING;
  }
}

/** Names under which answers say how long to wait: headers, and what clients and bodies make of them. */
const WAIT_NAMES = /^retry[-_]?after|rate-?limit-?reset/i;

/** The seconds that a rehearsed `Retry-After` asks for: like no wait that anybody writes. */
const SECONDS = '97';

/** The rehearsed answers have no headers, but for `Retry-After` where asked for; reading it is taken note of. */
export function headerOf(name: string, run: Run): Thing {
  noteName(name, run);
  const { outcome } = run;
  const isGiven = outcome.kind === 'status' && outcome.retryAfter === true;
  return isGiven && WAIT_NAMES.test(name) ? exactly(SECONDS, true) : exactly(undefined, true);
}

function noteName(name: string, run: Run): void {
  if (WAIT_NAMES.test(name)) run.readsRetryAfter = true;
}

/** The status of the rehearsed request as a number; undefined without an answer. */
export function statusOf(outcome: Outcome): number | undefined {
  if (outcome.kind === 'ok') return 200;
  return outcome.kind === 'status' ? outcome.status : undefined;
}

/** What stands for a number that the caller gives, in milliseconds. */
const UNIT = { lo: 1000, hi: 1000 };

/** As `rangeOf`, with something in the place of numbers that are given. */
export function amountOf(thing: Thing, run: Run): { lo: number; hi: number } | null {
  if (thing.t === 'number') return thing;
  return isGiven(thing) ? UNIT : rangeOf(thing, run);
}

export const isGiven = (thing: Thing): boolean =>
  thing.t === 'unknown'
    ? thing.isGiven === true
    : thing.t === 'value' && isPartOfGiven(thing.value);

/** A member of a parameter: `options.retryDelay`. */
function isPartOfGiven(value: Value): boolean {
  if (value.kind !== 'member') return false;
  let root: Value = value;
  while (root.kind === 'member') root = root.object;
  return root.kind === 'parameter' && root.default === null;
}

/** Hangs on what the caller gives. */
export const isScaled = (thing: Thing): boolean =>
  isGiven(thing) || (thing.t === 'number' && thing.isScaled === true);

/** A thing as a number between two bounds; null where it is none that is known. */
export function rangeOf(thing: Thing, run: Run): { lo: number; hi: number } | null {
  if (thing.t === 'number') return thing.isScaled ? null : thing;
  if (thing.t === 'status') {
    const status = statusOf(run.outcome) ?? Number.NaN;
    return { lo: status, hi: status };
  }
  if (thing.t !== 'plain' || thing.values.length !== 1) return null;
  const [value] = thing.values;
  const converted = value === undefined ? Number.NaN : Number(value);
  return { lo: converted, hi: converted };
}
