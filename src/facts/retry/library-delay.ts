import type { RetryOptions, RetryUse } from '../../clients/schema.ts';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Value } from '../../values/value.ts';
import { attributeAt } from '../../values/objects.ts';
import type { Retry, Wait } from './shape.ts';
import type { Delay } from './delay.ts';
import { shapeOf, UNKNOWN_DELAY } from './delay.ts';
import type { Thing } from '../rehearsal/rehearsal.ts';
import { NOT_KNOWN, numberOf } from '../rehearsal/rehearsal.ts';
import { rangeOf, thingOf } from '../rehearsal/things.ts';
import { playOnce } from '../rehearsal/rehearse.ts';
import { retryExportOf } from './exports.ts';
import type { Written, WrittenNumber } from './options.ts';
import { isOf, numberIn, option } from './options.ts';

type DelayUse = Extract<RetryUse, { does: 'delay' }>;

/** The waits that options of a library ask for, for this many attempts. */
export function libraryDelay(written: Written, attempts: number | null): Delay {
  const { names, module } = written;
  const given = option(written, names.delay);
  const node =
    given.state === 'known' && given.value.module === module && isOf(given.node, module)
      ? given.node
      : null;
  if (given.state === 'unknown') return { ...UNKNOWN_DELAY, isWritten: true };
  if (given.state === 'known') {
    const delay =
      given.value.kind === 'function'
        ? delayFunction(given.value, written, attempts)
        : readyMade(given.value, attempts);
    if (delay)
      return { ...besideOptions(delay, written), isWritten: true, node, numbers: {}, names: {} };
    if (given.value.kind !== 'literal') return { ...UNKNOWN_DELAY, isWritten: true, node };
  }
  const constant = constantIn(written);
  if (constant)
    return {
      ...fromNumbers({ firstMs: constant.value, factor: 1, capMs: null, jitter: false }, attempts),
      isWritten: true,
      node: constant.node,
      numbers: {},
      names: {},
    };
  return optionsDelay(written, attempts);
}

/** A number that is the delay; an object in its place has options of its own. */
function constantIn(written: Written): WrittenNumber | null {
  const found = option(written, written.names.constantMs);
  const isObject = found.state === 'known' && found.value.kind === 'object';
  return isObject ? null : numberIn(written, written.names.constantMs);
}

/** What a function gives is cut off and made random by options that stand beside it. */
function besideOptions(delay: DelayShape, written: Written): DelayShape {
  const { names } = written;
  const jitter = option(written, names.jitter);
  const cap = numberIn(written, names.capMs)?.value ?? Number.POSITIVE_INFINITY;
  const isRandom = jitter.state === 'known' ? isOn(jitter.value, names) : false;
  return {
    ...delay,
    capMs: delay.capMs === null ? null : Math.min(delay.capMs, cap),
    maxMs: delay.maxMs === null ? null : Math.min(delay.maxMs, cap),
    hasJitter: isRandom === false && jitter.state !== 'unknown' ? delay.hasJitter : isRandom,
  };
}

function optionsDelay(written: Written, attempts: number | null): Delay {
  const { names, module, isOwn } = written;
  const [first, factor, cap] = [
    numberIn(written, names.firstMs),
    numberIn(written, names.factor),
    numberIn(written, names.capMs),
  ];
  const jitter = option(written, names.jitter);
  const { defaults } = names;
  const growth = growthIn(written);
  const shape = {
    firstMs: first ? first.value : defaults.firstMs,
    factor: factor ? factor.value : growth === 'exponential' ? 2 : growth ? 1 : defaults.factor,
    capMs: cap ? cap.value : defaults.capMs,
    jitter:
      jitter.state === 'known'
        ? isOn(jitter.value, names)
        : jitter.state === 'absent'
          ? defaults.jitter
          : null,
  };
  const isHidden = [first, factor, cap].some((each) => each?.value === null) || growth === 'linear';
  const number = (each: WrittenNumber | null) =>
    each?.node ? { node: each.node, source: module.text, isOwn } : null;
  const entries = Object.entries({
    firstMs: number(first),
    factor: number(factor),
    capMs: number(cap),
  }).filter(([, each]) => each !== null);
  const lastName = (paths: readonly string[] | undefined): string | undefined =>
    paths?.[0]?.split('.').at(-1);
  const optionNames = Object.entries({
    firstMs: lastName(names.firstMs),
    factor: lastName(names.factor),
    capMs: lastName(names.capMs),
  }).filter(([, name]) => name !== undefined);
  return {
    ...(isHidden ? UNKNOWN_DELAY : fromNumbers(shape, attempts)),
    ...(first ? {} : { isFirstDefault: true }),
    isWritten:
      first !== null ||
      factor !== null ||
      cap !== null ||
      jitter.state !== 'absent' ||
      growth !== null,
    node: factor?.node ?? first?.node ?? cap?.node ?? null,
    numbers: Object.fromEntries(entries) as Delay['numbers'],
    names: Object.fromEntries(optionNames) as Delay['names'],
  };
}

function growthIn(written: Written): 'constant' | 'linear' | 'exponential' | null {
  const { growth } = written.names;
  const chosen = growth ? option(written, [growth.option]) : null;
  if (
    chosen?.state !== 'known' ||
    chosen.value.kind !== 'literal' ||
    typeof chosen.value.value !== 'string'
  )
    return null;
  return growth?.values[chosen.value.value] ?? null;
}

function isOn(value: Value, { jitterValues }: RetryOptions): boolean | null {
  if (value.kind === 'function') return true;
  if (value.kind !== 'literal') return null;
  return jitterValues ? jitterValues.includes(String(value.value)) : Boolean(value.value);
}

/** How a library is told to add randomness. */
export function jitterFixOf({ jitter, jitterValues }: RetryOptions): Retry['jitterFix'] {
  const name = jitter?.[0]?.split('.').at(-1);
  if (name === undefined) return null;
  const [word] = jitterValues ?? [];
  return { option: name, text: word === undefined ? 'true' : `'${word}'` };
}

/** What a delay function of this file gives back, where that is one expression. */
export function delayWait(written: Written): Wait | null {
  const given = option(written, written.names.delay);
  if (given.state !== 'known' || given.value.kind !== 'function') return null;
  const { node, module } = given.value;
  if (module !== written.module || !isOf(given.node, module)) return null;
  const result = node.body.type === 'BlockStatement' ? onlyResult(node.body.body) : node.body;
  return result && { node: result, source: module.text, answer: null };
}

/** `{ return x; }` */
function onlyResult(body: readonly TSESTree.Statement[]): TSESTree.Expression | null {
  const [only] = body;
  return body.length === 1 && only?.type === 'ReturnStatement' ? only.argument : null;
}

type DelayShape = Omit<Delay, 'isWritten' | 'node' | 'numbers' | 'names'>;

/** Waits of `first * factor ** n`, up to a cap. */
function fromNumbers(
  given: {
    firstMs: number | null;
    factor: number | null;
    capMs: number | null;
    jitter: boolean | null;
  },
  attempts: number | null,
): DelayShape {
  const { firstMs, factor, capMs, jitter } = given;
  if (firstMs === null) return UNKNOWN_DELAY;
  const cap = capMs ?? Number.POSITIVE_INFINITY;
  const retries = Math.max(0, Math.min((attempts ?? 1) - 1, 30));
  const last = firstMs * (factor ?? 1) ** Math.max(0, retries - 1) * (jitter ? 2 : 1);
  return {
    growth: firstMs === 0 ? 'none' : (factor ?? 1) <= 1 ? 'constant' : 'exponential',
    firstMs,
    factor,
    capMs: cap,
    maxMs:
      attempts === null ? (cap === Number.POSITIVE_INFINITY ? null : cap) : Math.min(cap, last),
    hasJitter: jitter,
  };
}

/** `axiosRetry.exponentialDelay`, `new ExponentialBackoff({…})`. */
function readyMade(value: Value, attempts: number | null): DelayShape | null {
  const used = retryExportOf(value.kind === 'call' ? value.callee : value);
  if (used?.use.does !== 'delay') return null;
  const { use } = used;
  const argument = value.kind === 'call' ? value.args[use.argument ?? -1] : undefined;
  const options =
    value.kind === 'call' && use.options !== undefined ? value.args[use.options] : undefined;
  if (use.growth === 'given') return givenDelay(argument);
  const numbers = readNumbers(use, argument, options);
  return (
    numbers && {
      ...fromNumbers(numbers, attempts),
      growth: use.growth,
      ...(use.growth === 'linear' ? { maxMs: null } : {}),
    }
  );
}

function readNumbers(use: DelayUse, argument: Value | undefined, options: Value | undefined) {
  const named = (
    names: readonly string[] | undefined,
    byDefault: number | undefined,
  ): number | null => {
    const names_ = { defaults: {} } as RetryOptions;
    const found = options
      ? numberIn({ names: names_, value: options, module: options.module, isOwn: true }, names)
      : null;
    return found ? found.value : (byDefault ?? null);
  };
  const first =
    argument?.kind === 'literal' && typeof argument.value === 'number' ? argument.value : null;
  return {
    firstMs: first ?? named(use.optionNames?.firstMs, use.firstMs),
    factor: use.growth === 'constant' ? 1 : named(use.optionNames?.factor, use.factor),
    capMs: named(use.optionNames?.capMs, use.capMs),
    jitter: use.jitter && !isWithoutJitter(use, options),
  };
}

/** `generator: noJitterGenerator` */
function isWithoutJitter({ withoutJitter }: DelayUse, options: Value | undefined): boolean {
  const found = withoutJitter && options ? attributeAt(options, [withoutJitter.option]) : null;
  const value = found?.state === 'known' ? found.value : null;
  const name = value?.kind === 'external' ? value.path.at(-1) : undefined;
  return name !== undefined && (withoutJitter?.values.includes(name) ?? false);
}

function givenDelay(argument: Value | undefined): DelayShape {
  if (argument?.kind !== 'array' || argument.open) return UNKNOWN_DELAY;
  const waits = argument.elements.map((element) =>
    element.kind === 'literal' && typeof element.value === 'number' ? element.value : Number.NaN,
  );
  return waits.some(Number.isNaN)
    ? UNKNOWN_DELAY
    : shapeOf(waits.map((wait) => ({ lo: wait, hi: wait })));
}

/** What a delay function is called with. */
function delayArguments({ delayReads, defaults }: RetryOptions, attempt: number): Thing[] {
  const count = numberOf(attempt, null, true);
  if (!delayReads) return [count, { t: 'failure' }, { t: 'response' }];
  const { firstMs, factor } = defaults;
  const computed = numberOf((firstMs ?? 0) * (factor ?? 1) ** (attempt - 1));
  const fields = new Map<string, Thing>([
    [delayReads.count, count],
    [delayReads.computed, computed],
    ['error', { t: 'failure' }],
  ]);
  return [{ t: 'object', made: null, fields, isOpen: true, ends: false }];
}

/** `retryDelay: (attempt) => 200 * 2 ** attempt`, called with 1, 2, 3 … */
function delayFunction(
  value: Extract<Value, { kind: 'function' }>,
  { module, names }: Written,
  attempts: number | null,
): DelayShape {
  const count = Math.max(3, Math.min((attempts ?? 5) - 1, 12));
  const waits: { lo: number; hi: number }[] = [];
  const { delayCountsFrom = 1 } = names;
  for (let attempt = delayCountsFrom; attempt < count + delayCountsFrom; attempt++) {
    const setting = {
      outcome: { kind: 'status', status: 503 } as const,
      requestAt: () => null,
      isAbortError: () => false,
      mostAttempts: 1,
    };
    let range: { lo: number; hi: number } | null = null;
    playOnce(
      (run, scope) => {
        const state = run.call(thingOf(value, scope), delayArguments(names, attempt), value.node);
        range = rangeOf(state, run);
        if (Number.isNaN(range?.hi)) range = null;
        return NOT_KNOWN;
      },
      setting,
      module,
      [],
    );
    if (!range) return UNKNOWN_DELAY;
    waits.push(range);
  }
  const shape = shapeOf(waits);
  const used = attempts === null ? waits : waits.slice(0, Math.max(1, attempts - 1));
  return { ...shape, maxMs: Math.max(...used.map(({ hi }) => hi)) };
}
