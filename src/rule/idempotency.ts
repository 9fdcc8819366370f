import type { ApiProfile } from '../apis/index.ts';
import { isEndpoint, namesFor } from '../apis/index.ts';
import type { ApiCall } from '../facts/request/api-call.ts';
import type { Reference } from '../facts/reference/reference.ts';
import { namesKey } from '../facts/reference/reference.ts';
import { movesMoney, namesPayment } from './payment.ts';

/** The body field that an API asks of a call; null where it asks none, or the call may be another. */
export function referenceFieldOf(call: ApiCall, api: ApiProfile | null): string | null {
  const { bodyField, endpoints = [] } = api?.idempotency ?? {};
  if (bodyField === undefined || call.method === null) return null;
  return isEndpoint(endpoints, call.method, call.address.path) ? bodyField : null;
}

/** Whether a reference is what tells a request from its repetition: by its API, or by its name. */
export function isIdempotencyKey(
  { place, name, call, besides }: Reference,
  api: ApiProfile | null,
  inUse: readonly ApiProfile[],
): boolean {
  if (place === 'key' || namesKey(name)) return true;
  if (call && call.method === 'GET') return false;
  if (api === null && place === 'field' && movesMoney(besides) && namesPayment(name)) return true;
  const known = namesFor(api, inUse, ({ idempotency }) =>
    place === 'header' && call
      ? idempotency?.header
      : (idempotency?.bodyField ?? idempotency?.header),
  );
  return known.some((other) => other.toLowerCase() === name.toLowerCase());
}
