import type { ApiProfile } from '../apis/index.ts';
import { isEndpoint } from '../apis/index.ts';
import { wordsOf } from '../ast/words.ts';
import type { RequestBody } from '../facts/request/request-body.ts';

/** The header that an API asks of a call; null where it asks none, or the call may be another. */
export function keyHeaderOf({ call }: RequestBody, api: ApiProfile | null): string | null {
  const { header, endpoints = [] } = api?.idempotency ?? {};
  const { method, address } = call;
  if (header === undefined || method === null || !isEndpoint(endpoints, method, address.path))
    return null;
  const tokenPaths = api?.auth?.tokenPaths ?? [];
  const isToken = tokenPaths.some((path) => address.path?.endsWith(path));
  return isToken || asks(address.path) ? null : header;
}

const ASKING: ReadonlySet<string> = new Set(
  'search query graphql token login auth oauth validate verify estimate quote'.split(' '),
);

/** A POST that only asks: `/search`, `/oauth/token`. */
const asks = (path: string | null): boolean =>
  wordsOf(path?.slice(path.lastIndexOf('/') + 1) ?? '').some((word) => ASKING.has(word));

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
  if (names === null || call.method !== 'POST' || asks(call.address.path)) return false;
  const moves = names.some((name) => wordsOf(name).some((word) => MONEY.has(word)));
  return moves && !names.some((name) => isMark(name) && mayDiffer(body, name));
}

/** `reference`, `order_id`, `external_key`; not `customer_id`, which many payments share. */
function isMark(name: string): boolean {
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  if (words.some((word) => MARKS.has(word))) return true;
  return (
    ['id', 'number', 'no', 'code'].includes(last) && words.some((word) => OWN_THINGS.has(word))
  );
}

/** It comes from elsewhere: no constant, and none that stands in when nothing is given. */
function mayDiffer(body: RequestBody, name: string): boolean {
  const found = body.field(name);
  if (found.state !== 'known') return found.state === 'unknown';
  const { value } = found;
  if (value.kind !== 'choice') return value.kind !== 'literal';
  return !value.options.some(({ kind }) => kind === 'literal');
}
