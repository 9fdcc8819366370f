import { declaredName } from '../../ast/function-name.ts';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { ancestorsOf, isFunction, keyName } from '../../ast/node.ts';
import type { Address } from '../../values/address.ts';
import { isLoopback } from './loopback.ts';

/** Words of paths and functions whose requests change nothing for anybody when they fail. */
const WORDS: ReadonlySet<string> = new Set([
  'analytics',
  'beacon',
  'beacons',
  'cleanup',
  'collect',
  'disconnect',
  'dispose',
  'health',
  'healthcheck',
  'healthz',
  'heartbeat',
  'impression',
  'impressions',
  'keepalive',
  'logout',
  'metrics',
  'pageview',
  'pageviews',
  'ping',
  'prefetch',
  'preload',
  'revalidate',
  'shutdown',
  'signout',
  'teardown',
  'telemetry',
  'track',
  'tracking',
  'unsubscribe',
  'warmup',
]);

/** Words of paths and functions that tell a server what happened in a program. */
const RECORDS: ReadonlySet<string> = new Set([
  'error',
  'errors',
  'crash',
  'crashes',
  'log',
  'logs',
]);

/** `postActionLog`, `/api/link_exit_error`: of writes that nobody waits for. */
export const isRecord = (text: string): boolean => {
  const words = wordsIn(text);
  return isMinor(text) || RECORDS.has(words.filter((word) => word !== '').at(-1) ?? '');
};

/** `trackEvent`, `/v1/telemetry`, `sign-out`, `emitActionLog`. */
export function isMinor(text: string): boolean {
  const words = wordsIn(text);
  return words.some((word) => WORDS.has(word)) || shipsLogs(words) || endsAccess(words);
}

/** `revokeToken`, `/oauth/revoke`: what is left ends by itself. A consent does not. */
const endsAccess = (words: readonly string[]): boolean =>
  words.includes('revoke') && words.some((word) => ACCESS.has(word));

const ACCESS: ReadonlySet<string> = new Set([
  'auth',
  'oauth',
  'key',
  'keys',
  'session',
  'sessions',
  'token',
  'tokens',
]);

const SHIPPING: ReadonlySet<string> = new Set(['emit', 'flush', 'forward', 'push', 'send', 'ship']);

const shipsLogs = (words: readonly string[]): boolean =>
  SHIPPING.has(words[0] ?? '') && /^logs?$/.test(words.at(-1) ?? '');

export function wordsIn(text: string): string[] {
  return text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/(sign|log|warm)[-_ ](out|up)/gi, '$1$2')
    .toLowerCase()
    .split(/[^a-z]+/);
}

/** The names of the functions around a node. */
export function namesAround(node: Node): string[] {
  return [...ancestorsOf(node)].flatMap((above) => (isFunction(above) ? nameOf(above) : []));
}

function nameOf(fn: FunctionNode): string[] {
  const declared = declaredName(fn);
  if (declared) return [declared.name];
  const { parent } = fn;
  if (
    parent.type === 'MethodDefinition' ||
    parent.type === 'Property' ||
    parent.type === 'PropertyDefinition'
  )
    return [keyName(parent) ?? ''];
  return [];
}

/** It tells something on the same machine, a tool of whoever develops, and nobody waits for it. */
export const isAside = (call: Node, { host }: Address): boolean =>
  host !== null && isLoopback(host) && isForgotten(call);

/** Nobody waits for it: a statement of its own, `void`, a chain that ends there. */
export function isForgotten(call: Node): boolean {
  for (const above of ancestorsOf(call)) {
    if (above.type === 'ExpressionStatement') return true;
    if (
      !['CallExpression', 'ChainExpression', 'MemberExpression', 'UnaryExpression'].includes(
        above.type,
      )
    )
      return false;
  }
  return false;
}
