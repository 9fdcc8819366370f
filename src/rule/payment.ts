import type { ApiProfile } from '../apis/index.ts';
import { isEndpoint } from '../apis/index.ts';
import { wordSet, wordsOf } from '../ast/words.ts';
import type { ApiCall } from '../facts/request/api-call.ts';
import { lastWordsOf, onlyAsks } from '../facts/request/asking.ts';
import type { RequestBody } from '../facts/request/request-body.ts';
import type { Value } from '../values/value.ts';

/** The header that an API asks of a call; null where it asks none, or the call may be another. */
export function keyHeaderOf({ call }: RequestBody, api: ApiProfile | null): string | null {
  const { header, endpoints = [] } = api?.idempotency ?? {};
  const { method, address } = call;
  if (header === undefined || method === null || !isEndpoint(endpoints, method, address.path))
    return null;
  const tokenPaths = api?.auth?.tokenPaths ?? [];
  const isToken = tokenPaths.some((path) => address.path?.endsWith(path));
  return isToken || movesNothing(call) ? null : header;
}

const SIGNING_IN = wordSet('token login auth oauth');

/** It only asks, or signs in. */
const movesNothing = (call: ApiCall): boolean =>
  onlyAsks(call) || lastWordsOf(call).some((word) => SIGNING_IN.has(word));

const MONEY: ReadonlySet<string> = new Set(['amount', 'amounts']);
const MARKS: ReadonlySet<string> = new Set(
  'reference ref idempotency nonce uuid guid key'.split(' '),
);
const OWN_THINGS: ReadonlySet<string> = new Set(
  'order invoice transaction tx txn trans payment request external merchant client originator transfer booking charge payout refund correlation conversation message trace checkout'.split(
    ' ',
  ),
);

/** A body that moves money, of which nothing tells it from its repetition. Only where all its fields are known. */
export function isAnonymousPayment(body: RequestBody): boolean {
  const { names, call } = body;
  if (names === null || call.method !== 'POST' || movesNothing(call)) return false;
  return movesMoney(names) && !names.some((name) => isMark(name) && mayDiffer(body, name));
}

/** One of the fields of a body is an amount. */
export const movesMoney = (names: readonly string[]): boolean =>
  names.some((name) => wordsOf(name).some((word) => MONEY.has(word)));

/** `reference`, `order_id`, `external_key`; not `customer_id`, which many payments share. */
function isMark(name: string): boolean {
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  if (words.some((word) => MARKS.has(word))) return true;
  return (
    ['id', 'number', 'no', 'code'].includes(last) && words.some((word) => OWN_THINGS.has(word))
  );
}

const PAYMENTS: ReadonlySet<string> = new Set(
  'tx txn trans transaction order payment merchant external originator charge payout transfer'.split(
    ' ',
  ),
);

/** `tx_ref`, `reference`, `transaction_id`: what a payment is known by at both ends. */
export function namesPayment(name: string): boolean {
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  if (last === 'reference' || last === 'ref') return true;
  return last === 'id' && words.some((word) => PAYMENTS.has(word));
}

/** It comes from elsewhere: no constant, and none that stands in when nothing is given. */
function mayDiffer(body: RequestBody, name: string): boolean {
  const found = body.field(name);
  return found.state === 'known' ? !mayBeConstant(found.value) : found.state === 'unknown';
}

/** Methods that give a text in another form. */
const TEXT_METHODS: ReadonlySet<string> = new Set(
  'toString slice substring substr replace replaceAll toUpperCase toLowerCase trim padStart padEnd'.split(
    ' ',
  ),
);

function mayBeConstant(value: Value): boolean {
  switch (value.kind) {
    case 'literal':
    case 'env':
      return true;
    case 'choice':
      return value.options.some(mayBeConstant);
    case 'parameter':
      return value.default !== null && mayBeConstant(value.default);
    case 'call':
      return isOfConstant(value.callee);
    default:
      return false;
  }
}

/** `(given ?? 'none').slice(0, 12)`. */
function isOfConstant(callee: Value): boolean {
  if (callee.kind === 'choice') return callee.options.some(isOfConstant);
  return callee.kind === 'member' && TEXT_METHODS.has(callee.name) && mayBeConstant(callee.object);
}
