import type { Node } from '../../ast/node.ts';
import type { RetryLibrary, RetryOptions, RetryUse } from '../../clients/schema.ts';
import { valueOf } from '../../values/evaluate.ts';
import { attributeAt } from '../../values/objects.ts';
import type { Value } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import type { Call } from '../rehearsal/rehearsal.ts';
import { retryCallsIn } from './exports.ts';
import type { Parts } from './library.ts';
import { assemble, optionsCondition, taskParts } from './library.ts';
import type { Written } from './options.ts';
import { isOf, option } from './options.ts';
import type { Retry } from './shape.ts';

type Settings = Extract<RetryUse, { does: 'settings' }>;

/** Retries that are written as settings of what runs tasks by itself: `useQuery({ queryFn, retry })`. */
export function findSettingRetries(view: FileView): Retry[] {
  return retryCallsIn(view).flatMap(({ call, library, use }) =>
    use.does === 'settings'
      ? use.at.flatMap((path) => settingRetry(view, call, library, use, path) ?? [])
      : [],
  );
}

function settingRetry(
  view: FileView,
  call: Call,
  library: RetryLibrary,
  use: Settings,
  path: string,
): Retry | null {
  const { module } = view;
  const argument = valueAt(call, use.argument, view);
  const value = argument && objectAt(argument, path);
  if (!value || (use.unless && attributeAt(value, [use.unless]).state !== 'absent')) return null;
  const isOwn = value.node === call.arguments[use.argument];
  const written: Written = { names: optionsOf(library, use), value, module, isOwn };
  const node = writtenNode(written);
  if (!node) return null;
  const parts =
    use.task === undefined
      ? settingParts(written, node, view)
      : taskParts(view, taskOf(call, value, use.task, view), written, node, { natives: [] });
  if (!parts) return null;
  const retry = assemble(view, call, library, written, undefined, {
    ...parts,
    retryAfter: 'unknown',
  });
  return { ...retry, node, form: 'client' };
}

function optionsOf({ options }: RetryLibrary, { retries }: Settings): RetryOptions {
  return retries === undefined
    ? options
    : { ...options, defaults: { ...options.defaults, retries } };
}

/** Settings of all that a program reads: no function of theirs is at hand. */
const settingParts = (written: Written, node: Node, view: FileView): Omit<Parts, 'retryAfter'> => ({
  sends: 'likely',
  requests: [],
  evidence: {},
  condition: optionsCondition(written, node, view),
});

function valueAt(call: Call, index: number, { module }: FileView): Value | null {
  const argument = call.arguments[index];
  const isPlain = argument && !call.arguments.some(({ type }) => type === 'SpreadElement');
  return isPlain ? valueOf(argument, module) : null;
}

/** The object at a path inside an argument; the argument itself where the path is empty. */
function objectAt(argument: Value, path: string): Value | null {
  const found = path === '' ? null : attributeAt(argument, path.split('.'));
  const value = found ? (found.state === 'known' ? found.value : null) : argument;
  return value?.kind === 'object' ? value : null;
}

function taskOf(call: Call, options: Value, task: string | number, view: FileView) {
  if (typeof task === 'number') return valueAt(call, task, view) ?? undefined;
  const found = attributeAt(options, [task]);
  return found.state === 'known' ? found.value : undefined;
}

/** Where the first of the options is written in the linted file. */
function writtenNode(written: Written): Node | null {
  const { retries, predicates, delay, constantMs, firstMs } = written.names;
  for (const names of [retries, predicates, delay, constantMs, firstMs]) {
    const found = option(written, names);
    if (found.state === 'known' && isOf(found.node, written.module)) return found.node;
  }
  return null;
}
