import { withoutEnding } from '../../ast/text.ts';
import type { ApiCall } from './api-call.ts';
import { requestAt } from './request.ts';

/**
 * Whether a call only starts a request that a function of this project sends to a place it names by
 * itself: what that request lacks is found, and reported, there.
 */
export function isMatterOfWrapper({ via, request }: ApiCall): boolean {
  if (via === 'direct') return false;
  const inner = requestAt(request.node, { ...request.context, frame: null });
  return inner !== null && lastSegment(inner.address.path) !== null;
}

/** What a path starts with: what is appended to it is the path itself, `/v1${path}`. */
const BASE = /^(?:api|rest|v\d+)$/i;

/** The last segment of a path that is known; null where it is not, or names a file. */
export function lastSegment(path: string | null): string | null {
  const last =
    withoutEnding(path ?? '', '/')
      .split('/')
      .at(-1) ?? '';
  const name = last.replace(/\$\{\?\}$/, '');
  const isBase = name !== last && BASE.test(name);
  return name === '' || isBase || /[.${}]/.test(name) ? null : name;
}
