import type { ApiProfile } from '../apis/index.ts';
import { isEndpoint } from '../apis/index.ts';
import type { Request } from '../facts/request/request.ts';

/** Whether a request is the read of the balance that an API wants to be repeated. */
export function readsBalance(request: Request, api: ApiProfile | null): boolean {
  const endpoint = api?.balance?.poll?.endpoint;
  return endpoint !== undefined && isEndpoint([endpoint], request.method, request.address.path);
}
