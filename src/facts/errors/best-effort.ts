import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { ancestorsOf, calledName, isFunction, keyName } from '../../ast/node.ts';
import type { ApiCall } from '../request/api-call.ts';
import { optionOf } from '../request/request-options.ts';
import { isAsset } from '../response/response-use.ts';

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
  'revoke',
  'shutdown',
  'signout',
  'teardown',
  'telemetry',
  'track',
  'tracking',
  'unsubscribe',
  'warmup',
]);

/** Words of paths and functions that tell somebody of something that has been done. */
const NOTICES: ReadonlySet<string> = new Set([
  'alert',
  'email',
  'emails',
  'mail',
  'notification',
  'notifications',
  'notify',
  'push',
  'reminder',
  'reminders',
  'slack',
  'sms',
  'webhook',
  'webhooks',
  'whatsapp',
]);

/** The requests only send messages: it shows in their addresses, or in who sends them. */
export function isNotice(
  handler: Node,
  calls: readonly ApiCall[],
  others: readonly TSESTree.CallExpression[],
): boolean {
  const callees = [...calls.map(({ callee }) => callee), ...others.map(({ callee }) => callee)];
  const names = [...namesAround(handler), ...callees.map(calledName)];
  const has = (text: string): boolean => wordsOf(text).some((word) => NOTICES.has(word));
  return (
    names.some(has) || (calls.length > 0 && calls.every(({ address }) => has(address.pattern)))
  );
}

/** All the requests may get lost: it shows in the address, in how they are sent, or in who sends them. */
export function isBestEffort(
  handler: Node,
  calls: readonly ApiCall[],
  others: readonly TSESTree.CallExpression[],
): boolean {
  if (namesAround(handler).some(isMinor)) return true;
  return (
    calls.length + others.length > 0 &&
    calls.every(mayGetLost) &&
    others.every(({ callee }) => isMinor(calledName(callee)))
  );
}

function mayGetLost(call: ApiCall): boolean {
  const keepalive = optionOf(call.request.layers, ['keepalive']);
  return (
    call.isStream ||
    isAsset(call) ||
    keepalive.state === 'known' ||
    isMinor(call.address.pattern) ||
    (call.via === 'wrapper' && isMinor(calledName(call.callee)))
  );
}

/** `trackEvent`, `/v1/telemetry`, `sign-out`, `emitActionLog`. */
function isMinor(text: string): boolean {
  const words = wordsOf(text);
  return words.some((word) => WORDS.has(word)) || shipsLogs(words);
}

const SHIPPING: ReadonlySet<string> = new Set(['emit', 'flush', 'forward', 'push', 'send', 'ship']);

const shipsLogs = (words: readonly string[]): boolean =>
  SHIPPING.has(words[0] ?? '') && /^logs?$/.test(words.at(-1) ?? '');

function wordsOf(text: string): string[] {
  return text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/(sign|log)[-_ ](out)/gi, '$1$2')
    .toLowerCase()
    .split(/[^a-z]+/);
}

/** The names of the functions around a node. */
function namesAround(node: Node): string[] {
  return [...ancestorsOf(node)].flatMap((above) => (isFunction(above) ? nameOf(above) : []));
}

function nameOf(fn: Node): string[] {
  if ('id' in fn && fn.id?.type === 'Identifier') return [fn.id.name];
  const { parent } = fn;
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier')
    return [parent.id.name];
  if (
    parent?.type === 'MethodDefinition' ||
    parent?.type === 'Property' ||
    parent?.type === 'PropertyDefinition'
  )
    return [keyName(parent) ?? ''];
  return [];
}
