/** Label parts that mark a host as no production host. */
const SANDBOX_WORD =
  /^(?:sandbox|sbx|test|testing|tst|staging|stage|stg|uat|dev|develop|preprod|qa)\d*$/;

/** Second-level names under which countries register: `co.uk`, `com.au`. */
const SHARED_SECOND_LEVEL = new Set(['ac', 'co', 'com', 'edu', 'gov', 'net', 'or', 'org']);

const SCHEME = /^(?:[a-z][a-z\d+.-]*:)?\/\//i;
const HOST_NAME = /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/;
const IP_V4 = /^\d+\.\d+\.\d+\.\d+$/;

/**
 * The host name in a URL or in `host[:port]`: lower case, no port, no trailing dot. Null if the
 * text has none that is known in full. An IPv6 address keeps its brackets.
 */
export function hostNameOf(text: string): string | null {
  const rest = text.replace(SCHEME, '');
  if (rest.startsWith('/') || !URL.canParse(`https://${rest}`)) return null;
  const name = new URL(`https://${rest}`).hostname.replace(/\.$/, '');
  return HOST_NAME.test(name) || name.startsWith('[') ? name : null;
}

/** Whether a host is the one a pattern names; `*.example.com` names all below example.com. */
export function hostMatches(pattern: string, host: string): boolean {
  const lower = pattern.toLowerCase();
  return lower.startsWith('*.') ? host.endsWith(lower.slice(1)) : host === lower;
}

/** Whether a host is a domain, or stands below it. */
export function isWithin(domain: string, host: string): boolean {
  return hostMatches(domain, host) || hostMatches(`*.${domain}`, host);
}

/** The part of a host name that one registers: `example.co.uk` of `api.example.co.uk`. */
export function registeredNameOf(host: string): string {
  return host.split('.').slice(-registeredLabels(host)).join('.');
}

/** Whether a label before the registered name says sandbox, test, staging, uat, dev or the like. */
export function hasSandboxLabel(host: string): boolean {
  if (IP_V4.test(host) || host.startsWith('[')) return false;
  const before = host.split('.').slice(0, -registeredLabels(host));
  return before.some((label) => label.split(/[-_]/).some((part) => SANDBOX_WORD.test(part)));
}

function registeredLabels(host: string): number {
  const [top = '', second = ''] = host.split('.').reverse();
  return top.length === 2 && SHARED_SECOND_LEVEL.has(second) ? 3 : 2;
}
