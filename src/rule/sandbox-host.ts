import type { ApiProfile } from '../apis/index.ts';
import { isKnownSandbox, isSandboxHost, registeredNameOf } from '../apis/index.ts';

/** Labels that say no more than that somebody's machine or page is meant: `dev.example.io` may be production. */
const WEAK_LABEL = /^(?:test|testing|tst|dev|develop|qa|stage)\d*$/;

/**
 * Whether a host is the sandbox of a known API, or of an unknown one: by a label that says so, or by
 * a weaker one where other hosts of the same registered name are used too.
 */
export function sandboxOf(
  host: string,
  siblings: readonly string[],
  apis: readonly ApiProfile[],
): ApiProfile | 'labelled' | null {
  if (isKnownSandbox(host)) return 'labelled';
  const found = isSandboxHost(host, apis);
  if (found !== 'labelled') return found;
  const registered = registeredNameOf(host);
  const words = host
    .slice(0, -registered.length)
    .split(/[.-]/)
    .filter((word) => word !== '');
  const isWeak = words.every(
    (word) => WEAK_LABEL.test(word) || !/^(?:sandbox|sbx|staging|stg|uat|preprod)\d*$/.test(word),
  );
  const isBesideOthers = siblings.some(
    (other) => registeredNameOf(other) === registered && isSandboxHost(other, apis) === null,
  );
  return isWeak && !isBesideOthers ? null : 'labelled';
}
