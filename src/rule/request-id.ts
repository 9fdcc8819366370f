import type { ApiProfile } from '../apis/index.ts';
import { namesFor } from '../apis/index.ts';
import type { ApiCall } from '../facts/request/api-call.ts';
import type { ApiClient } from '../facts/request/api-client.ts';

/** Headers by which requests are told apart anywhere, for calls of no known API. The first is added. */
export const CUSTOMARY: readonly string[] = [
  'X-Request-Id',
  'X-Correlation-Id',
  'Request-Id',
  'Correlation-Id',
  'X-Client-Request-Id',
  'X-Ms-Client-Request-Id',
  'X-Trace-Id',
  'X-Amzn-Trace-Id',
  'X-Cloud-Trace-Context',
  'X-B3-TraceId',
  'Traceparent',
];

/** The headers of which a request needs one, the one to add first; none where its API asks for none. */
export function requestIdHeaders(
  api: ApiProfile | null,
  inUse: readonly ApiProfile[],
  customary: readonly string[],
): readonly string[] {
  const asked = namesFor(api, inUse, ({ requestIdHeader }) => requestIdHeader);
  return api ? asked : [...new Set([...asked, ...customary])];
}

/** Whether a request, or a client, has one of the headers, or may have one that can't be seen. */
export const mayCarry = (
  { header }: Pick<ApiCall | ApiClient, 'header'>,
  names: readonly string[],
): boolean => names.some((name) => header(name).state !== 'absent');
