import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import type { RetryLibrary, RetryUse } from '../../clients/schema.ts';
import { valueOf } from '../../values/evaluate.ts';
import { quantityOf } from '../../values/quantity.ts';
import type { Value } from '../../values/value.ts';
import { isExportOf } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import type { Call } from '../rehearsal/rehearsal.ts';
import type { Option } from '../request/request-options.ts';
import { evidenceAmong } from './code.ts';
import type { Decider } from './decided.ts';
import { decidedRetry } from './decided.ts';
import { retryCallsIn } from './exports.ts';
import { handedOnBy } from './handed-on.ts';
import { assemble, statusesOf, unknownCondition, writtenOf } from './library.ts';
import { notified } from './notified.ts';
import { option } from './options.ts';
import type { OwnRequests } from './requests.ts';
import { libraryRetryAfter } from './retry-after.ts';
import type { Attempts, Retry, RetryCondition } from './shape.ts';

/** `get(url).pipe(retry(3))`: operators that send the request of their pipe again. */
export function findOperatorRetries(view: FileView): Retry[] {
  return retryCallsIn(view).flatMap(({ call, library, use }) =>
    use.does === 'operator' ? (operatorRetry(view, call, library, use) ?? []) : [],
  );
}

type Operator = Extract<RetryUse, { does: 'operator' }>;

function operatorRetry(
  view: FileView,
  call: Call,
  library: RetryLibrary,
  { options: index, after = [], notifier, decides }: Operator,
): Retry | null {
  const pipe = call.parent;
  if (pipe.type !== 'CallExpression' || pipe.callee.type !== 'MemberExpression') return null;
  if (keyName(pipe.callee) !== 'pipe') return null;
  const piped = pipedRequest(unwrap(pipe.callee.object), view);
  if (!piped) return null;
  const counted = notifier ? notified(call, notifier, library, view.module) : null;
  if (notifier && !counted) return null;
  const written = { ...writtenOf(view, call, library, index), ...(notifier && { value: null }) };
  const before = pipe.arguments.slice(0, pipe.arguments.indexOf(call));
  const isWhole = before.every((operator) => isNamed(operator, library, after, view));
  const given = decides === undefined ? null : option(written, [decides]);
  const isBlind = isWhole && !counted?.decider && !mayLook(given);
  const found = assemble(view, call, library, written, index, {
    sends: 'known',
    requests: piped.requests.facts,
    evidence: evidenceAmong(piped.requests.facts),
    condition: isBlind ? everything(call.callee) : unknownCondition(call.callee),
    retryAfter: isBlind ? libraryRetryAfter(written) : 'unknown',
    instance: piped.instance,
  });
  const isEndless = found.attempts.max === Number.POSITIVE_INFINITY;
  const attempts = { ...found.attempts, isWritten: found.attempts.isWritten || isEndless };
  const told = counted && { attempts: counted.attempts, delay: counted.delay, options: null };
  const whole = { ...found, attempts, ...told };
  const decider = counted?.decider ?? deciderIn(given);
  const decided = decider && decidedRetry(view, call, piped.source, decider, piped.requests);
  return decided ? { ...whole, ...partsOf(decided, whole.attempts, isWhole) } : whole;
}

/** What a function decides, beside the number that is written. */
const partsOf = (
  { condition, delay, retryAfter, wait, rateLimitTest, attempts }: Retry,
  written: Attempts,
  isWhole: boolean,
): Partial<Retry> => ({
  delay,
  wait,
  rateLimitTest,
  retryAfter,
  attempts: fewerOf(attempts, written),
  ...(isWhole && { condition }),
});

/** A function may end it sooner than the written number does; where that can't be told, the number holds. */
function fewerOf(decided: Attempts, written: Attempts): Attempts {
  if (written.max === null) return decided;
  if (decided.max === null) return written.max === Infinity ? decided : written;
  return decided.max < written.max ? decided : written;
}

const deciderIn = (given: Option | null): Decider | null =>
  given?.state === 'known' && given.value.kind === 'function'
    ? { fn: given.value, countsFrom: 1 }
    : null;

/** What a pipe begins with: a request, or what hands on all requests of a client. */
interface Piped {
  readonly source: TSESTree.CallExpression;
  readonly requests: OwnRequests;
  readonly instance: Retry['instance'];
}

function pipedRequest(source: Node, { facts, module }: FileView): Piped | null {
  if (source.type !== 'CallExpression') return null;
  const sent = facts.apiCall.filter(({ node }) => node === source);
  const handed = sent.length > 0 ? null : handedOnBy(source, module);
  if (sent.length === 0 && !handed) return null;
  return {
    source,
    requests: { calls: new Set([source]), facts: sent, handedIn: new Map(), sends: 'known' },
    instance: handed && { node: null, clientName: handed.name },
  };
}

/** An operator of the same library, called by one of these names. */
function isNamed(
  operator: Node,
  { modules }: RetryLibrary,
  names: readonly string[],
  { module }: FileView,
): boolean {
  return (
    operator.type === 'CallExpression' &&
    isExportOf(valueOf(operator.callee, module), modules, names)
  );
}

/** A function that reads the error decides, or what can't be read may. */
const mayLook = (given: Option | null): boolean =>
  given?.state === 'unknown' ||
  (given?.state === 'known' && quantityOf(given.value) === null && !ignoresError(given.value));

/** `(_error, count) => timer(2 ** count * 200)` */
function ignoresError(value: Value): boolean {
  if (value.kind !== 'function') return false;
  const [error] = value.node.params;
  if (!error) return true;
  if (error.type !== 'Identifier') return false;
  const binding = value.module.scopes.bindingOf(error);
  return binding?.reads.length === 0;
}

const everything = (node: Node): RetryCondition => ({
  ...unknownCondition(node),
  statuses: statusesOf('retried'),
  networkErrors: 'retried',
  timeouts: 'retried',
  isWritten: true,
});
