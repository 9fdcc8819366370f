import { idGeneratorMakers, idGenerators } from '../../clients/id-generators.ts';
import type { IdGenerator } from '../../clients/id-generators.ts';
import type { CallValue, Value } from '../../values/value.ts';
import { isNothing } from '../../values/value.ts';

/** A place where something new comes into a value each time it runs. */
export interface Source {
  /** `unique`: an id generator. `clock`: the current time. `random`: `Math.random`. */
  readonly how: 'unique' | 'clock' | 'random';
  /** The call that makes it; may be of another module. */
  readonly value: Value;
}

/** What a key or reference is made of. */
export interface Origin {
  /** Empty: it comes from elsewhere, or that can't be told. */
  readonly sources: readonly Source[];
  /** Something else is in it too: a parameter, a stored id. */
  readonly hasOther: boolean;
}

const OTHER: Origin = { sources: [], hasOther: true };
const NOTHING: Origin = { sources: [], hasOther: false };

/** What is new in a value. A value that may be an older one is not new. */
export function originOf(value: Value, depth = 0): Origin {
  if (depth > 12) return OTHER;
  const inner = (part: Value): Origin => originOf(part, depth + 1);
  switch (value.kind) {
    case 'literal':
      return NOTHING;
    case 'text':
      return union(value.parts.map((part) => (typeof part === 'string' ? NOTHING : inner(part))));
    case 'awaited':
      return inner(value.of);
    case 'operation':
      return originOfOperation(value.operator, value.operands, inner);
    case 'choice':
      return originOfChoice(value.options.filter((option) => !isNothing(option)).map(inner));
    case 'call':
      return originOfCall(value, inner);
    default:
      return OTHER;
  }
}

const union = (origins: readonly Origin[]): Origin => ({
  sources: origins.flatMap(({ sources }) => sources),
  hasOther: origins.some(({ hasOther }) => hasOther),
});

/** What is divided by so many milliseconds in all stays the same while somebody tries again. */
const BUCKET = 10_000;

/** Ways to a bucket of time: `Math.floor(Date.now() / 60000)`, `Date.now() / 1000 / 15` stay the same for a while. */
function originOfOperation(
  operator: string,
  operands: readonly Value[],
  inner: (part: Value) => Origin,
): Origin {
  if (operator === '/' && divisorOf(operands) >= BUCKET) return OTHER;
  return ['typeof', '!', '===', '==', '!==', '!=', '<', '>', 'in', 'instanceof'].includes(operator)
    ? OTHER
    : union(operands.map(inner));
}

/** By what a value is divided in all: 15000 of `x / 1000 / 15`. */
function divisorOf([dividend, divisor]: readonly Value[]): number {
  const own = divisor?.kind === 'literal' ? Number(divisor.value) : Number.NaN;
  const inner = dividend?.kind === 'operation' && dividend.operator === '/' ? dividend : null;
  return inner ? own * divisorOf(inner.operands) : own;
}

function originOfChoice(origins: readonly Origin[]): Origin {
  const isNew = origins.length > 0 && origins.every(({ sources }) => sources.length > 0);
  return isNew ? union(origins) : OTHER;
}

function originOfCall(call: CallValue, inner: (part: Value) => Origin): Origin {
  const { callee, args } = call;
  const how = newIn(call);
  if (how) return { sources: [{ how, value: call }], hasOther: false };
  const name = callee.kind === 'external' && callee.source === null ? globalOf(callee.path) : null;
  if (name !== null) return KEEPS.has(name) ? union(args.map(inner)) : OTHER;
  if (callee.kind !== 'member' || !TEXT_METHODS.has(callee.name)) return OTHER;
  if (isNow(callee.object) && callee.name !== 'toISOString')
    return { sources: [{ how: 'clock', value: call }], hasOther: false };
  return isCoarse(call) ? OTHER : inner(callee.object);
}

/** `now: Date`, a parameter that gets the current time. */
const isNow = ({ kind, node }: Value): boolean =>
  kind === 'parameter' && node.type === 'Identifier' && node.name === 'now';

/** Functions that change the form of what they get and no more. */
const KEEPS: ReadonlySet<string> = new Set([
  'String',
  'Number',
  'BigInt',
  'parseInt',
  'encodeURIComponent',
  'btoa',
  'Math.floor',
  'Math.round',
  'Math.ceil',
  'Math.trunc',
  'Math.abs',
  'Buffer.from',
  'Number.parseInt',
]);

const TEXT_METHODS: ReadonlySet<string> = new Set(
  'toString toFixed slice substring substr replace replaceAll toUpperCase toLowerCase trim padStart padEnd toISOString toJSON getTime valueOf'.split(
    ' ',
  ),
);

/** `toISOString().slice(0, 10)`: the day, not the moment. */
function isCoarse({ callee, args }: CallValue): boolean {
  if (callee.kind !== 'member' || !['slice', 'substring', 'substr'].includes(callee.name))
    return false;
  const { object } = callee;
  const isIso =
    object.kind === 'call' &&
    object.callee.kind === 'member' &&
    object.callee.name === 'toISOString';
  const [, end] = args;
  return isIso && end?.kind === 'literal' && Number(end.value) <= 16;
}

function newIn(call: CallValue): Source['how'] | null {
  const { callee, args } = call;
  if (
    isOneOf(callee, idGenerators) ||
    (callee.kind === 'call' && isOneOf(callee.callee, idGeneratorMakers))
  )
    return 'unique';
  const name = callee.kind === 'external' && callee.source === null ? globalOf(callee.path) : null;
  if (name === 'Math.random') return 'random';
  if (name === 'Date' && (call.isNew ? args.length === 0 : true)) return 'clock';
  return name !== null && CLOCKS.has(name) ? 'clock' : null;
}

const CLOCKS: ReadonlySet<string> = new Set([
  'Date.now',
  'performance.now',
  'process.hrtime',
  'process.hrtime.bigint',
  'process.uptime',
]);

function isOneOf(callee: Value, generators: readonly IdGenerator[]): boolean {
  if (callee.kind !== 'external') return false;
  const { source, path } = callee;
  const name =
    source === null ? globalOf(path) : path.join('.').replace(/^default\./, '') || 'default';
  return generators.some(
    ({ modules, makes }) =>
      (source === null ? modules.length === 0 : modules.includes(source)) && makes.includes(name),
  );
}

const globalOf = (path: readonly string[]): string =>
  path.join('.').replace(/^(?:globalThis|window|self|global)\./, '');
