import type { Node } from '../../ast/node.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import type { RetryLibrary, RetryUse } from '../../clients/schema.ts';
import { valueOf } from '../../values/evaluate.ts';
import { quantityOf } from '../../values/quantity.ts';
import type { Value } from '../../values/value.ts';
import { isExportOf } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import type { Call } from '../rehearsal/rehearsal.ts';
import { evidenceAmong } from './code.ts';
import { retryCallsIn } from './exports.ts';
import { assemble, statusesOf, unknownCondition, writtenOf } from './library.ts';
import { notified } from './notified.ts';
import { option } from './options.ts';
import { libraryRetryAfter } from './retry-after.ts';
import type { Retry, RetryCondition } from './shape.ts';

/** `get(url).pipe(retry(3))`: operators that send the request of their pipe again. */
export function findOperatorRetries(view: FileView): Retry[] {
  return retryCallsIn(view).flatMap(({ call, library, use }) =>
    use.does === 'operator' ? (operatorRetry(view, call, library, use) ?? []) : [],
  );
}

function operatorRetry(
  view: FileView,
  call: Call,
  library: RetryLibrary,
  { options: index, after = [], notifier }: Extract<RetryUse, { does: 'operator' }>,
): Retry | null {
  const pipe = call.parent;
  if (pipe.type !== 'CallExpression' || pipe.callee.type !== 'MemberExpression') return null;
  if (keyName(pipe.callee) !== 'pipe') return null;
  const source = unwrap(pipe.callee.object);
  const requests = view.facts.apiCall.filter(({ node }) => node === source);
  if (requests.length === 0) return null;
  const counted = notifier ? notified(call, notifier, library, view.module) : null;
  if (notifier && !counted) return null;
  const written = { ...writtenOf(view, call, library, index), ...(notifier && { value: null }) };
  const before = pipe.arguments.slice(0, pipe.arguments.indexOf(call));
  const isBlind =
    before.every((operator) => isNamed(operator, library, after, view)) &&
    !mayLook(option(written, library.options.delay));
  const found = assemble(view, call, library, written, index, {
    sends: 'known',
    requests,
    evidence: evidenceAmong(requests),
    condition: isBlind ? everything(call.callee) : unknownCondition(call.callee),
    retryAfter: isBlind ? libraryRetryAfter(written) : 'unknown',
  });
  if (counted) return { ...found, ...counted, options: null };
  const isEndless = found.attempts.max === Number.POSITIVE_INFINITY;
  return isEndless ? { ...found, attempts: { ...found.attempts, isWritten: true } } : found;
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
const mayLook = (delay: ReturnType<typeof option>): boolean =>
  delay.state === 'unknown' ||
  (delay.state === 'known' && quantityOf(delay.value) === null && !ignoresError(delay.value));

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
