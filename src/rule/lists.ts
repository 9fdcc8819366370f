import type { ApiProfile } from '../apis/index.ts';
import { isEndpoint } from '../apis/index.ts';
import type { ListCall } from '../facts/paging/list-call.ts';

/** Lists of an API that are short by what they are: resources that rarely change, balances. */
export function isShortList({ call, collection }: ListCall, api: ApiProfile | null): boolean {
  return (
    (api?.cacheable ?? []).some((resource) => resource === collection) ||
    isEndpoint(api?.balance?.endpoints ?? [], call.method, call.address.path)
  );
}
