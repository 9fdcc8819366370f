import { keyName } from '../../ast/node.ts';
import { within } from '../../ast/within.ts';
import { argumentsIn, valueOf } from '../../values/evaluate.ts';
import { attributeOf } from '../../values/objects.ts';
import type { Value } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import type { Call } from '../rehearsal/rehearsal.ts';
import type { ApiCall } from '../request/api-call.ts';
import { clientsOfKind } from '../request/client-shapes.ts';
import { consumersIn } from '../queue/consumer.ts';
import { evidenceAmong } from './code.ts';
import type { UsedExport } from './exports.ts';
import { retryCallsIn, retryExportOf } from './exports.ts';
import { assemble, unknownCondition } from './library.ts';
import type { Written } from './options.ts';
import type { Retry } from './shape.ts';

/** Jobs that a queue gives out again after they failed, where a worker of the file sends requests. */
export function findJobRetries(view: FileView): Retry[] {
  if (!view.module.text.includes('attempts')) return [];
  const requests = requestsOfWorkers(view);
  if (requests.length === 0) return [];
  return [...defaultsOfQueues(view), ...optionsOfJobs(view)].flatMap(({ call, used, value }) =>
    jobRetry(view, call, used, value, requests),
  );
}

const requestsOfWorkers = (view: FileView): ApiCall[] =>
  consumersIn(view).flatMap(({ task }) =>
    task ? within(view.facts.apiCall, task, ({ node }) => node) : [],
  );

interface JobOptions {
  readonly call: Call;
  readonly used: UsedExport;
  readonly value: Value;
}

/** `new Queue(name, { defaultJobOptions: { … } })` */
const defaultsOfQueues = (view: FileView): JobOptions[] =>
  retryCallsIn(view).flatMap(({ call, ...used }) => {
    if (used.use.does !== 'jobs') return [];
    const { defaults } = used.use;
    const { args } = argumentsIn(call, { module: view.module, frame: null });
    return args.flatMap((given) => {
      const found = attributeOf(given, defaults);
      return found.state === 'known' ? [{ call, used, value: found.value }] : [];
    });
  });

const MEMBERS: ReadonlySet<string | null> = new Set(
  clientsOfKind('retry').flatMap(({ exports }) =>
    Object.values(exports).flatMap((use) => (use.does === 'jobs' ? [use.member] : [])),
  ),
);

/** `queue.add(name, data, { … })` */
function optionsOfJobs({ candidates, module }: FileView): JobOptions[] {
  return candidates.calls.flatMap((call) => {
    if (call.callee.type !== 'MemberExpression' || !MEMBERS.has(keyName(call.callee))) return [];
    const queue = valueOf(call.callee.object, module);
    const used = queue.kind === 'call' && queue.isNew ? retryExportOf(queue.callee) : null;
    if (used?.use.does !== 'jobs' || keyName(call.callee) !== used.use.member) return [];
    const { args } = argumentsIn(call, { module, frame: null });
    const isNamed = args[0]?.kind === 'literal' || args[0]?.kind === 'text';
    const value = args[used.use.options - (isNamed ? 0 : 1)];
    return value ? [{ call, used, value }] : [];
  });
}

function jobRetry(
  view: FileView,
  call: Call,
  { library }: UsedExport,
  value: Value,
  requests: readonly ApiCall[],
): Retry[] {
  // A job that is given up earlier may be lost: what its options say is for somebody to change by hand.
  const written: Written = { names: library.options, value, module: view.module, isOwn: false };
  const retry = assemble(view, call, library, written, undefined, {
    sends: 'known',
    requests,
    evidence: evidenceAmong(requests),
    condition: unknownCondition(call.callee),
    retryAfter: 'unknown',
  });
  return retry.attempts.isWritten && retry.attempts.max !== 1 ? [retry] : [];
}
