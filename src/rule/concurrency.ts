import type { ApiProfile } from '../apis/index.ts';
import { isEndpoint } from '../apis/index.ts';
import type { FanOut } from '../facts/fan-out/fan-out.ts';

/** Whether an API counts a request among those that it lets be under way at a time. */
export function countsAtOnce({ request }: FanOut, api: ApiProfile | null): boolean {
  const { concurrencyEndpoints, maxConcurrency } = api ?? {};
  if (!request || !concurrencyEndpoints || maxConcurrency === undefined) return true;
  return isEndpoint(concurrencyEndpoints, request.method, request.address.path);
}
