import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { calledName } from '../../ast/node.ts';
import type { ApiCall } from '../request/api-call.ts';
import { isAside, isMinor, namesAround, wordsIn } from '../request/may-get-lost.ts';
import { optionOf } from '../request/request-options.ts';
import { isAsset } from '../response/response-use.ts';

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

/** Who does this to a webhook has one set up, and tells nobody anything. */
const MANAGED: ReadonlySet<string> = new Set([
  'create',
  'delete',
  'install',
  'register',
  'remove',
  'setup',
  'subscribe',
  'unsubscribe',
  'update',
  'upsert',
]);

/** The requests only send messages: it shows in their addresses, or in who sends them. */
export function isNotice(
  handler: Node,
  calls: readonly ApiCall[],
  others: readonly TSESTree.CallExpression[],
): boolean {
  const callees = [...calls.map(({ callee }) => callee), ...others.map(({ callee }) => callee)];
  const names = [...namesAround(handler), ...callees.map(calledName)];
  const has = (text: string): boolean => {
    const words = wordsIn(text);
    const isManaged = words.some((word) => MANAGED.has(word));
    return words.some((word) => NOTICES.has(word) && !(isManaged && word.startsWith('webhook')));
  };
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
    isAside(call.node, call.address) ||
    keepalive.state === 'known' ||
    isMinor(call.address.pattern) ||
    (call.via === 'wrapper' && isMinor(calledName(call.callee)))
  );
}
