import type { FunctionNode, Node } from '../../ast/node.ts';
import type { Binding } from '../../ast/scope.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { FunctionValue, Value } from '../../values/value.ts';

/** How a request turns out, in a rehearsal. */
export type Outcome =
  | { readonly kind: 'ok' }
  /** `retryAfter`: the answer says how long to wait. */
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: true }
  /** Refused, reset, not resolved: no answer. */
  | { readonly kind: 'network' }
  | { readonly kind: 'timeout' };

/** What an expression is worth while code is rehearsed. */
export type Thing =
  /**
   * A number between two bounds; `from` is the literal it was read from, `isCounter` counts attempts.
   * `isScaled`: it hangs on a number that the caller gives, and only how it changes is known.
   */
  | {
      readonly t: 'number';
      readonly lo: number;
      readonly hi: number;
      readonly from: Place | null;
      readonly isCounter: boolean;
      readonly isScaled?: boolean;
    }
  /** Any one of these: `tells` where it depends on how the request went. */
  | {
      readonly t: 'plain';
      readonly values: readonly (string | boolean | null | undefined)[];
      readonly tells: boolean;
    }
  /** The status of the request. */
  | { readonly t: 'status' }
  /** What a client throws when the request went wrong. */
  | { readonly t: 'failure' }
  | { readonly t: 'response' }
  | { readonly t: 'headers' }
  | {
      readonly t: 'object';
      readonly made: Value | null;
      readonly fields: Map<string, Thing>;
      readonly isOpen: boolean;
      readonly ends: boolean;
      /** What it may be as well: has the members that are not its own. */
      readonly behind?: Thing;
    }
  | { readonly t: 'list'; readonly items: readonly Thing[]; readonly isOpen: boolean }
  | {
      readonly t: 'function';
      readonly node: FunctionNode;
      readonly module: SourceModule;
      readonly scope: Scope;
      readonly self: Thing | null;
    }
  /** Handed in by what runs the code: settles a promise, ends the retry, asks for the next attempt. */
  | { readonly t: 'native'; readonly does: 'resolve' | 'reject' | 'end' | 'again' }
  | { readonly t: 'value'; readonly value: Value }
  /** `isGiven`: a parameter, which is the same all the time. */
  | { readonly t: 'unknown'; readonly tells: boolean; readonly isGiven?: true };

export interface Place {
  readonly node: Node;
  readonly module: SourceModule;
}

/** The variables of one call. */
export interface Scope {
  readonly module: SourceModule;
  readonly variables: Map<Binding, Thing>;
  readonly outer: Scope | null;
  readonly self: Thing | null;
}

/** A pause between two attempts. */
export interface Pause {
  readonly lo: number;
  readonly hi: number;
  /** The number of milliseconds, as written; of the module of `place`. */
  readonly place: Place;
  readonly isKnown: boolean;
  /** It hangs on a number that the caller gives: only how the pauses grow is known. */
  readonly isScaled: boolean;
  /** Not known, and hangs on how the request went. */
  readonly tells: boolean;
}

export type Call = Extract<Node, { type: 'CallExpression' | 'NewExpression' }>;

/**
 * What becomes of an error status: it is thrown, as an error that tells it or as one of which nothing
 * is known, or given back, a function is asked which of the two, a callback gets it, which does either,
 * or one that can be followed.
 */
export type How =
  | 'throws'
  | 'throws anything'
  | 'answers'
  | 'calls back'
  | { readonly accepts: FunctionValue }
  | Callback;

/** The function that is given last gets the answer, and the failure where that is no listener's. */
export interface Callback {
  readonly response: number;
  readonly error: number | null;
  readonly listener: Value | null;
}

/** Says what a call in the rehearsed code is: a request, and whether its failure is thrown. */
export type RequestAt = (call: Call, module: SourceModule) => How | null;

/** One rehearsal: the code is gone through once, with one outcome for all requests. */
export interface Run {
  readonly outcome: Outcome;
  readonly requestAt: RequestAt;
  /** What clients keep of a request: code may count its attempts there. */
  readonly config: Thing;
  readonly isAbortError: (made: Value) => boolean;
  /** The rehearsal is over before a request is sent more often than this. */
  readonly mostAttempts: number;
  /** Counters never reach what they are held against: shows what happens if there are more attempts. */
  readonly ignoresLimits: boolean;
  /** What the code has put into fields of what it has not made, by their owner and path. */
  readonly fields: Map<object, Map<string, Thing>>;
  /** How often each request has been sent. */
  readonly sent: Map<Node, number>;
  /** Pauses before the second, third … attempt. */
  readonly pauses: Pause[][];
  /** Where a test on a counter came out against one more attempt. */
  readonly limits: Place[];
  /** Comparisons of the status with a number, and lists that were looked up. */
  readonly statusTests: Place[];
  /** An error was thrown after the request went well, and caught. */
  hasThrown: boolean;
  readsRetryAfter: boolean;
  /** A function that can't be read was given the answer or the failure, and its result is used. */
  handedOver: boolean;
  /** A number that is not known was taken for a large limit. */
  assumedLimit: boolean;
  /** Something decided on a way that depends on the failure, and could not be read. */
  isUnsure: boolean;
  settles: boolean;
  /** The code asked for another attempt: `retry(error)`. */
  asksAgain: boolean;
  evaluate(node: Node, scope: Scope): Thing;
  execute(node: Node, scope: Scope): void;
  call(callee: Thing, args: readonly Thing[], node: Node): Thing;
  /** Chooses a way where a test is not known. */
  decide(tells: boolean, preferred: boolean): boolean;
  spend(): void;
}

/** Ways to leave a piece of code. */
export class Thrown {
  readonly value: Thing;
  constructor(value: Thing) {
    this.value = value;
  }
}
export class Returned {
  readonly value: Thing;
  constructor(value: Thing) {
    this.value = value;
  }
}
export class Jumped {
  readonly kind: 'break' | 'continue';
  readonly label: string | null;
  constructor(kind: 'break' | 'continue', label: string | null) {
    this.kind = kind;
    this.label = label;
  }
}
/** The rehearsal is over: a request was about to be sent more often than asked for. */
export class Reached {}
/** The rehearsal is over: it took too long. */
export class Exhausted {}
/** The code ended the retry: `bail(error)`. */
export class Ended {}

export const NOT_KNOWN: Thing = { t: 'unknown', tells: false };
export const GIVEN: Thing = { t: 'unknown', tells: false, isGiven: true };
export const TELLING: Thing = { t: 'unknown', tells: true };

export const exactly = (value: string | boolean | null | undefined, tells = false): Thing => ({
  t: 'plain',
  values: [value],
  tells,
});
export const numberOf = (value: number, from: Place | null = null, isCounter = false): Thing => ({
  t: 'number',
  lo: value,
  hi: value,
  from,
  isCounter,
});

/** Whether a thing depends on how the request went. */
export function tellsOf(thing: Thing): boolean {
  switch (thing.t) {
    case 'unknown':
    case 'plain':
      return thing.tells;
    case 'status':
    case 'failure':
    case 'response':
    case 'headers':
      return true;
    case 'object':
      return [...thing.fields.values()].some(tellsOf);
    case 'list':
      return thing.items.some(tellsOf);
    default:
      return false;
  }
}

/** Whether a thing counts as true; null where it may be either. */
export function truthOf(thing: Thing, outcome: Outcome): boolean | null {
  switch (thing.t) {
    case 'number':
      if (thing.isScaled) return null;
      return Object.is(thing.lo, thing.hi)
        ? Boolean(thing.lo)
        : thing.lo > 0 || thing.hi < 0
          ? true
          : null;
    case 'plain': {
      const truths = new Set(thing.values.map(Boolean));
      return truths.size === 1 ? truths.has(true) : null;
    }
    case 'unknown':
      return null;
    case 'value':
      return thing.value.kind === 'external' ||
        thing.value.kind === 'function' ||
        thing.value.kind === 'class'
        ? true
        : null;
    case 'status':
      return outcome.kind === 'ok' || outcome.kind === 'status';
    default:
      return true;
  }
}

/** What is not known of things: it depends on how the request went where one of them does. */
export const unknownOf = (...things: readonly Thing[]): Thing =>
  things.some(tellsOf) ? TELLING : NOT_KNOWN;
