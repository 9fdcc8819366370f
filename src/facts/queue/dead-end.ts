import { enclosingFunction, isFunction } from '../../ast/node.ts';
import type { Node } from '../../ast/node.ts';
import { within } from '../../ast/within.ts';
import { attributeAt } from '../../values/objects.ts';
import { argumentsIn } from '../../values/evaluate.ts';
import type { Fact, FileView } from '../fact.ts';
import { evidenceAmong } from '../retry/code.ts';
import type { Retry } from '../retry/shape.ts';
import type { Consumer } from './consumer.ts';
import { consumersIn, queueUseAt } from './consumer.ts';
import { goesSomewhere, gives, keepsFailures, swallowingCatches } from './last-failure.ts';

/** Where what has failed for good is lost. */
export interface DeadEnd extends Fact {
  /** The worker, the queue, the catch clause, or the head of the retry. */
  readonly node: Node;
  readonly of: 'worker' | 'queue' | 'message' | 'retry';
}

/** All places where a definitive failure goes nowhere. */
export function findDeadEnds(view: FileView): DeadEnd[] {
  const consumers = consumersIn(view);
  const found = [
    ...consumers.flatMap((consumer) => consumerEnds(consumer, view)),
    ...resourcesWithoutRedrive(view),
    ...view.facts.retry.filter((retry) => endsInSilence(retry, view)).map(retryEnd),
  ];
  return found.sort((a, b) => a.node.range[0] - b.node.range[0]);
}

const retryEnd = ({ node, evidence }: Retry): DeadEnd => ({ node, of: 'retry', evidence });

/** A message that is swallowed is done; a job whose last failure nobody hears of is lost. */
function consumerEnds(consumer: Consumer, view: FileView): DeadEnd[] {
  const { callee, task, isHeard } = consumer;
  const requests = task ? within(view.facts.apiCall, task, ({ node }) => node) : [];
  const evidence = evidenceAmong(requests);
  const swallowed = task
    ? swallowingCatches(task, requests, view).map((node) => ({
        node,
        of: 'message' as const,
        evidence,
      }))
    : [];
  if (swallowed.length > 0 || isHeard || !callee) return swallowed;
  if (task && keepsFailures(task, view)) return [];
  return [{ node: callee, of: 'worker', evidence }];
}

/** `new Queue(this, 'Orders', { … })` without a dead letter queue, unless it is one. */
function resourcesWithoutRedrive({ candidates, module }: FileView): DeadEnd[] {
  return candidates.calls.flatMap((call) => {
    const use = queueUseAt(call.callee, module);
    if (use?.does !== 'resource') return [];
    const { args, openFrom } = argumentsIn(call, { module, frame: null });
    const options = args[use.options];
    if (openFrom < Infinity || /dlq|dead|fail/i.test(namesAround(call, module.text))) return [];
    const states = use.deadLetter.map((path) =>
      options ? attributeAt(options, path.split('.')).state : 'absent',
    );
    return states.every((state) => state === 'absent')
      ? [{ node: call.callee, of: 'queue' as const, evidence: {} }]
      : [];
  });
}

/** The call itself, and what its result is bound to. */
function namesAround(call: Node, text: string): string {
  const holder =
    call.parent?.type === 'VariableDeclarator' || call.parent?.type === 'AssignmentExpression'
      ? call.parent
      : call;
  return text.slice(...holder.range);
}

/** A loop after whose last attempt nothing is thrown, given back or stored. */
function endsInSilence(retry: Retry, view: FileView): boolean {
  const { form, root, requests, sends, lastFailure } = retry;
  if (form !== 'loop' || sends !== 'known') return false;
  const fn = enclosingFunction(root);
  if (!fn || !isFunction(fn) || fn.body.type !== 'BlockStatement') return false;
  const given = gives(fn, root, lastFailure === 'returned', view);
  return given === 'nothing' && !goesSomewhere(fn, root, requests, view);
}
