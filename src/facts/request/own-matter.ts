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

/** The last segment of a path that is known; null where it is not, or names a file. */
export function lastSegment(path: string | null): string | null {
  const last =
    withoutEnding(path ?? '', '/')
      .split('/')
      .at(-1) ?? '';
  const name = last.replace(/\$\{\?\}$/, '');
  return name === '' || /[.${}]/.test(name) ? null : name;
}
