import { messageBrokers } from '../../clients/message-brokers.ts';
import type { QueueUse } from '../../clients/schema.ts';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { importOf } from '../../ast/imports.ts';
import { mayBeOneOf } from '../../ast/named-exports.ts';
import { keyName } from '../../ast/node.ts';
import { oncePer } from '../../ast/once.ts';
import { walk } from '../../ast/walk.ts';
import { nodesWithin } from '../../ast/within.ts';
import { argumentsIn, valueOf } from '../../values/evaluate.ts';
import { attributeAt } from '../../values/objects.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { textOf } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import { clientsOfKind, namedExportsOf } from '../request/client-shapes.ts';
import type { Call } from '../rehearsal/rehearsal.ts';
import { classAt, hearsFailures, takingMethod } from './decorated.ts';

/** Something that takes jobs or messages. */
export interface Consumer {
  /** What is called to make it; null for a handler that a platform calls. */
  readonly callee: Node | null;
  /** Null where it is not of this file. */
  readonly task: FunctionNode | null;
  /** Something hears of what has failed for good. */
  readonly isHeard: boolean;
}

/** The consumers of a file: workers of queue libraries, and handlers of batches of records. */
export const consumersIn = oncePer((view: FileView): readonly Consumer[] => [
  ...workersIn(view),
  ...decoratedIn(view),
  ...recordHandlersIn(view),
  ...messageHandlersIn(view),
]);

const uses = new Map(
  clientsOfKind('queue').flatMap(({ modules, exports }) =>
    modules.flatMap((module) =>
      Object.entries(exports).map(([name, use]) => [`${module}:${name}`, use] as const),
    ),
  ),
);

const QUEUES = namedExportsOf(clientsOfKind('queue'));

/** What an export of a queue library is. */
export function queueUseOf(value: Value): QueueUse | null {
  if (value.kind !== 'external' || value.source === null) return null;
  const name = value.path.filter((part) => part !== 'default').join('.') || 'default';
  return uses.get(`${value.source}:${name}`) ?? null;
}

/** The same of what is called, looked at only where its name may be one of theirs. */
export const queueUseAt = (callee: Node, module: SourceModule): QueueUse | null =>
  mayBeOneOf(QUEUES, callee, module.scopes) ? queueUseOf(valueOf(callee, module)) : null;

const PROCESSES: ReadonlySet<string> = new Set(
  [...uses.values()].flatMap((use) => (use.does === 'queue' ? [use.process] : [])),
);

function workersIn(view: FileView): Consumer[] {
  const { candidates, module } = view;
  return candidates.calls.flatMap((call) => {
    const use = queueUseAt(call.callee, module);
    if (use?.does === 'consume') {
      const task = taskOf(call, use.task, use.option, module);
      return [
        {
          callee: call.callee,
          task,
          isHeard: use.failed.length === 0 || isHeard(use.failed, view),
        },
      ];
    }
    return processOf(call, view);
  });
}

/** `@Processor('orders') class`, which hears of its own failures or not at all. */
function decoratedIn({ candidates, module }: FileView): Consumer[] {
  return candidates.decorators.flatMap((decorator) => {
    const { expression } = decorator;
    const owner = classAt(decorator);
    if (!owner || expression.type !== 'CallExpression') return [];
    const use = queueUseAt(expression.callee, module);
    if (use?.does !== 'decorate') return [];
    const isHeard = hearsFailures(owner, use, module);
    return [{ callee: decorator, task: takingMethod(owner, use), isHeard }];
  });
}

/** `queue.process(task)` */
function processOf(call: Call, view: FileView): Consumer[] {
  const { callee } = call;
  if (callee.type !== 'MemberExpression' || !PROCESSES.has(keyName(callee) ?? '')) return [];
  const made = valueOf(callee.object, view.module);
  const use = made.kind === 'call' ? queueUseOf(made.callee) : null;
  if (use?.does !== 'queue' || keyName(callee) !== use.process) return [];
  const task = taskOf(call, call.arguments.length - 1, undefined, view.module);
  return [{ callee, task, isHeard: isHeard(use.failed, view) }];
}

function taskOf(
  call: Call,
  index: number,
  option: string | undefined,
  module: SourceModule,
): FunctionNode | null {
  const given = argumentsIn(call, { module, frame: null }).args[index];
  const found = option !== undefined && given ? attributeAt(given, [option]) : null;
  const task = option === undefined ? given : found?.state === 'known' ? found.value : undefined;
  return task?.kind === 'function' && task.module === module ? task.node : null;
}

/** A listener to one of the events, on a worker or on its queue's events, here or in a function that a name is handed to. */
function isHeard(events: readonly string[], { candidates, module }: FileView): boolean {
  return candidates.calls.some((call) => {
    if (listensTo(events, call)) return true;
    if (!call.arguments.some(({ type }) => type === 'Identifier')) return false;
    const taker = valueOf(call.callee, module);
    return (
      taker.kind === 'function' &&
      nodesWithin(taker.module.calls, taker.node).some((inner) => listensTo(events, inner))
    );
  });
}

function listensTo(events: readonly string[], { callee, arguments: [event] }: Call): boolean {
  const isListener =
    callee.type === 'MemberExpression' &&
    ['on', 'once', 'addListener'].includes(keyName(callee) ?? '');
  return (
    isListener &&
    event?.type === 'Literal' &&
    [...events, 'retries-exhausted'].includes(String(event.value))
  );
}

/** `channel.consume(queue, handler)` and `consumer.run({ eachMessage: handler })`: what is not thrown or refused there is done. */
function messageHandlersIn({ candidates, module }: FileView): Consumer[] {
  const { modules, methods, options } = messageBrokers;
  if (!importsOneOf(modules, module)) return [];
  return candidates.functions.flatMap((task) => {
    const { parent } = task;
    const isGiven =
      parent.type === 'CallExpression' &&
      parent.callee.type === 'MemberExpression' &&
      methods.includes(keyName(parent.callee) ?? '');
    const isNamed = parent.type === 'Property' && options.includes(keyName(parent) ?? '');
    return isGiven || isNamed ? [{ callee: null, task, isHeard: true }] : [];
  });
}

/** A name of the file is from one of these packages, or from a part of one. */
const importsOneOf = (packages: readonly string[], { scopes }: SourceModule): boolean =>
  [...scopes.topLevel.values()].some((binding) => {
    const source = importOf(binding)?.source ?? '';
    return packages.some((name) => source === name || source.startsWith(`${name}/`));
  });

/** Functions that go through `event.Records`. */
function recordHandlersIn({ candidates, module }: FileView): Consumer[] {
  return candidates.functions.flatMap((task) => {
    const [event] = task.params;
    if (!event || !/\.Records\b|\bRecords\b/.test(textOf(task, module))) return [];
    if (
      task.parent.type === 'CallExpression' &&
      task.parent.callee.type === 'MemberExpression' &&
      /^(?:map|forEach)$/.test(keyName(task.parent.callee) ?? '')
    )
      return [];
    return isOfQueue(task, module) ? [{ callee: null, task, isHeard: true }] : [];
  });
}

/** Messages have a `body`, or the handler has the type of one for them. */
function isOfQueue(task: FunctionNode, module: SourceModule): boolean {
  let found = /\bSQS(?:Handler|Event|Record|BatchResponse)\b/.test(module.text);
  walk(task, module.visitorKeys, (node) => {
    if (
      node.type === 'MemberExpression' &&
      ['body', 'messageId', 'receiptHandle'].includes(keyName(node) ?? '')
    )
      found = true;
  });
  return found;
}
