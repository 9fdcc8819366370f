import type { ApiProfile } from '../apis/index.ts';
import { isEndpoint } from '../apis/index.ts';
import type { ApiCall } from '../facts/request/api-call.ts';
import type { Before } from '../facts/spending/before.ts';

/** Whether a call spends what an API wants to be looked at before. */
export function spends({ method, address }: ApiCall, api: ApiProfile | null): boolean {
  const { checkBefore = [] } = api?.balance ?? {};
  return method !== null && isEndpoint(checkBefore, method, address.path);
}

/** Whether a call asks for the balance. */
export function readsBalance({ method, address }: ApiCall, api: ApiProfile | null): boolean {
  return method !== null && isEndpoint(api?.balance?.endpoints ?? [], method, address.path);
}

/** Whether the balance was looked at on the way: by its endpoint, or by a function or field whose name says so. */
export function looksAtBalance(before: Before, api: ApiProfile | null): boolean {
  const { endpoints = [], words = [] } = api?.balance ?? {};
  const stems = new Set(words.map(stemOf));
  return (
    before.requests.some(({ method, path }) => isEndpoint(endpoints, method, path)) ||
    before.calls.some((name) => wordsOf(name).some((word) => stems.has(word))) ||
    before.reads.some((name) => stems.has(wordsOf(name).at(-1) ?? ''))
  );
}

/** Whether a name speaks of what an API spends from: `wallet_id`, `fromWallet`. */
export function namesBalance(name: string, api: ApiProfile | null): boolean {
  const stems = new Set((api?.balance?.words ?? []).map(stemOf));
  return wordsOf(name).some((word) => stems.has(word));
}

const stemOf = (word: string): string => word.toLowerCase().replace(/s$/, '');

const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z\d]+/)
    .map(stemOf);
