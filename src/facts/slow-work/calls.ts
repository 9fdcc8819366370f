import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { bindingGiven } from '../../ast/name-given.ts';
import { ancestorsOf, isFunction, keyName, unwrap } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { isExportOf } from '../../values/value.ts';

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/** The names that a call is reached by: `this.mailer.send`. */
export function chainText({ callee }: Call): string {
  const names: string[] = [];
  let node = unwrap(callee);
  while (node.type === 'MemberExpression' || node.type === 'CallExpression') {
    if (node.type === 'MemberExpression') names.unshift(keyName(node) ?? '');
    node = unwrap(node.type === 'MemberExpression' ? node.object : node.callee);
  }
  if (node.type === 'Identifier') names.unshift(node.name);
  return names.join('.');
}

/** Functions that let work go on after the answer. */
const LATER =
  /^(?:waitUntil|after|setImmediate|nextTick|queueMicrotask|setTimeout|defer|runInBackground|background)$/;

/** The function goes on only when the call is done. */
export function isAwaited(call: Node, fn: FunctionNode): boolean {
  let inner = call;
  for (const above of ancestorsOf(call)) {
    if (above.type === 'AwaitExpression') return true;
    if (above === fn) return fn.body === inner;
    if (above.type === 'ReturnStatement') return true;
    if (above.type === 'CallExpression' && LATER.test(chainText(above).split('.').at(-1) ?? ''))
      return false;
    if (isFunction(above) && above.parent.type !== 'CallExpression') return false;
    if (above.type === 'ExpressionStatement') return false;
    inner = above;
  }
  return false;
}

/** It, or the name that it is given, stands behind an `await` or is given back: not `const sent = post(order)` alone. */
export function isWaitedFor(call: Node, fn: FunctionNode, { scopes }: SourceModule): boolean {
  const reads = bindingGiven(call, scopes)?.reads ?? [];
  return [call, ...reads].some((node) => {
    for (const above of ancestorsOf(node)) {
      if (above === fn) return false;
      if (above.type === 'AwaitExpression' || above.type === 'ReturnStatement') return true;
    }
    return false;
  });
}

const QUEUES =
  /queue|enqueue|publish|sqs|sns|pubsub|kafka|rabbit|amqp|producer|topic|inngest|qstash|trigger|eventbridge|eventbus|emitter|\bjobs?\b|worker|workflow|schedule|background|dispatch|sendMessage$/i;

/** It puts the work on a queue. */
export const isEnqueueing = (call: TSESTree.CallExpression): boolean =>
  QUEUES.test(chainText(call));

const SLEEPS = /^(?:sleep|delay|wait|pause|snooze|waitFor|setTimeout|wait(?:Ms|Seconds))$/;

/** What waits, under whatever name it is imported. */
const TIMERS: readonly string[] = ['node:timers/promises', 'timers/promises'];
const PAUSES: readonly string[] = ['setTimeout', 'wait'];

/** `sleep(1000)`, `new Promise((resolve) => setTimeout(resolve, 1000))`; a timer that runs a function lets go on. */
export function isPause(call: Call, module: SourceModule): boolean {
  if (call.type === 'CallExpression')
    return (
      call.arguments.length > 0 &&
      !isFunction(call.arguments[0]) &&
      (SLEEPS.test(chainText(call)) || isExportOf(valueOf(call.callee, module), TIMERS, PAUSES))
    );
  const callee = valueOf(call.callee, module);
  if (callee.kind !== 'external' || callee.path.join('.') !== 'Promise') return false;
  const [executor] = call.arguments;
  if (!executor || !isFunction(executor)) return false;
  let sleeps = false;
  const [resolve] = executor.params;
  walk(executor.body, module.visitorKeys, (node) => {
    if (node.type !== 'CallExpression' || chainText(node) !== 'setTimeout') return;
    const [first] = node.arguments;
    sleeps ||=
      first?.type === 'Identifier' && resolve?.type === 'Identifier' && first.name === resolve.name;
  });
  return sleeps;
}

const MEDIA = /mail|sms|pdf|puppeteer|whatsapp|invoice|report|screenshot|thumbnail/i;
const MAKES =
  /^(?:send\w*|render\w*|generate\w*|deliver\w*|notify\w*|print\w*|compile\w*|convert\w*)$/i;

/** Mail is sent, a document is rendered. */
export function isMessage(call: TSESTree.CallExpression): boolean {
  const chain = chainText(call);
  const last = chain.split('.').at(-1) ?? '';
  return MAKES.test(last) && MEDIA.test(chain);
}
