import type { Endpoint } from './profile.ts';

/* In a path, `${…}` stands for what is not known: it is one segment or a part of one. */

const VERSION = /^v\d+$/;

/**
 * Whether a path is that of an endpoint or below it. A prefix `api/v1` or `v1` that a base URL may
 * hold can be missing from the endpoint, not from the path: `/appointments` is also
 * `/api/v1/appointments/7`, but not `/api/appointments`, which is more likely a route of one's own.
 */
export function isAtOrBelow(endpointPath: string, path: string): boolean {
  const wanted = segmentsOf(endpointPath);
  const given = segmentsOf(path);
  return wanted.length > 0 && (startsWith(given, wanted) || startsWith(unversioned(given), wanted));
}

/**
 * Whether a request is one of the endpoints. For requests that are known to go to the API: the
 * version prefix may be missing on either side. A method that is unknown (null) may be any.
 */
export function isEndpoint(
  endpoints: readonly Endpoint[],
  method: string | null,
  path: string | null,
): boolean {
  return endpoints.some(
    (endpoint) =>
      (method === null || endpoint.method === method.toUpperCase()) &&
      (endpoint.path === '*' || (path !== null && isSamePath(endpoint.path, path))),
  );
}

/** Whether two paths are one but for the version prefix; `:name` in the first is any segment. */
export function isSamePath(endpointPath: string, path: string): boolean {
  const wanted = unversioned(segmentsOf(endpointPath));
  const given = unversioned(segmentsOf(path));
  return wanted.length === given.length && startsWith(given, wanted);
}

/** The segments before query and hash. `${…}` is an unknown one; at the very start, the base URL. */
function segmentsOf(path: string): string[] {
  const [bare = ''] = path
    .replace(/^\$\{[^{}]*\}/, '')
    .replace(/\$\{[^{}]*\}/g, ':')
    .split(/[?#]/, 1);
  return bare.split('/').filter((segment) => segment !== '');
}

function unversioned(segments: readonly string[]): readonly string[] {
  const rest = segments[0] === 'api' ? segments.slice(1) : segments;
  return VERSION.test(rest[0] ?? '') ? rest.slice(1) : segments;
}

function startsWith(given: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((segment, index) => {
    const other = given[index];
    return other !== undefined && (segment.startsWith(':') || segment === other);
  });
}
