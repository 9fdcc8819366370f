import { keyName } from '../../ast/node.ts';
import type { Node } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import { globalName } from '../../values/platform.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { textOf } from '../../values/source-module.ts';
import type { FileView } from '../fact.ts';
import type { Value } from '../../values/value.ts';
import { alternatives } from '../../values/value.ts';
import { valueOf } from '../../values/evaluate.ts';
import { isWithin, nodesWithin } from '../../ast/within.ts';
import type { Outcome } from '../rehearsal/rehearsal.ts';
import type { Ending, Scene } from '../rehearsal/rehearse.ts';
import { playAll } from '../rehearsal/rehearse.ts';
import type { Written } from './options.ts';
import { option } from './options.ts';
import { retryExportOf } from './exports.ts';
import type { RetryAfter, Wait } from './shape.ts';
import type { Stage, Verdicts } from './verdicts.ts';

/** Code that reads the header, and waits a time that nothing in it can change: `unused`. */
export function readIn(
  root: Node,
  wait: Wait | null,
  { candidates, module }: FileView,
): RetryAfter | null {
  if (!wait || !isWithin(wait.node, root)) return null;
  const { strings, members } = candidates;
  const isRead = [...nodesWithin(strings, root), ...nodesWithin(members, root)].some((node) => {
    const name =
      node.type === 'Literal'
        ? node.value
        : node.type === 'MemberExpression'
          ? keyName(node)
          : null;
    return name !== null && WAIT_NAMES.test(name);
  });
  return isRead && isCounted(wait.node, root, module) ? 'unused' : null;
}

/** Nothing but counters of attempts changes in an expression from one attempt to the next. */
function isCounted(expression: Node, root: Node, module: SourceModule): boolean {
  let isSteady = true;
  walk(expression, module.visitorKeys, (node) => {
    if (node.type === 'CallExpression' && globalName(valueOf(node.callee, module)) === null)
      isSteady = false;
    if (node.type !== 'Identifier') return;
    const binding = module.scopes.bindingOf(node);
    const isOwn = binding?.declarations.some((name) => isWithin(name, root)) ?? false;
    const isCounter =
      root.type === 'ForStatement' &&
      root.init !== null &&
      binding?.declarations.some((name) => isWithin(name, root.init ?? root)) === true;
    const changes = (binding?.writes ?? []).filter(({ target }) => isWithin(target, root));
    if (
      (isOwn && !isCounter) ||
      changes.some(({ by }) => by.type !== 'UpdateExpression' && by.type !== 'VariableDeclarator')
    )
      isSteady = false;
  });
  return isSteady;
}

/** Whether code waits as long as an answer with `Retry-After` asks for: played with the header and without. */
export function retryAfterOf(scene: Scene, stage: Stage, verdicts: Verdicts): RetryAfter {
  if (verdicts.statuses[429] === 'not') return 'unknown';
  const [bare, told] = [false, true].map((isTold) => play(scene, stage, isTold));
  if (!bare || !told) return 'unknown';
  const runs = told.map(({ run }) => run);
  if (told.every(({ by }) => by === 'exhausted') || runs.some((run) => run.handedOver))
    return 'unknown';
  if (runs.some(({ pauses }) => pauses.flat().some(({ tells }) => tells))) return 'obeyed';
  if (!runs.some((run) => run.readsRetryAfter)) return 'ignored';
  if (runs.some(({ pauses }) => pauses[1]?.some(({ isKnown }) => !isKnown))) return 'unknown';
  const waits = waitsOf(told);
  return waits === '' || waits !== waitsOf(bare) ? 'obeyed' : 'unused';
}

function play(scene: Scene, stage: Stage, isTold: boolean): Ending[] {
  const outcome: Outcome = isTold
    ? { kind: 'status', status: 429, retryAfter: true }
    : { kind: 'status', status: 429 };
  return playAll(scene, { ...stage, outcome, mostAttempts: 1, ignoresLimits: true }, stage.module);
}

/** All waits before the second attempt, over all ways that lead there, as a text to compare. */
function waitsOf(endings: readonly Ending[]): string {
  const waits = endings
    .filter(({ by }) => by === 'again' || by === 'thrown')
    .map(({ run }) => (run.pauses[1] ?? []).map(({ lo, hi }) => `${lo}-${hi}`).join('+'));
  return [...new Set(waits)].sort().join(' ');
}

const WAIT_NAMES = /retry[-_]?after|rate-?limit-?reset|computedValue/i;

/** Whether the task that a library repeats waits by itself, or the library does. */
export function taskRetryAfter(
  scene: Scene,
  stage: Stage,
  verdicts: Verdicts,
  written: Written,
): RetryAfter {
  const inTask = retryAfterOf(scene, stage, verdicts);
  return inTask === 'ignored' || inTask === 'unused' ? libraryRetryAfter(written) : inTask;
}

/** Whether a library waits as long as `Retry-After` says: by itself, or through a function it is given. */
export function libraryRetryAfter(written: Written): RetryAfter {
  const { names } = written;
  const delay = option(written, names.delay);
  const hooks = [...(names.predicates ?? []), ...(names.stops ?? [])].map((name) =>
    option(written, [name]),
  );
  const said = [delay, ...hooks].map((each) =>
    each.state === 'known' ? mentions(each.value) : each.state === 'unknown' ? 'perhaps' : 'no',
  );
  if (said.includes('yes')) return 'obeyed';
  if (said.includes('perhaps')) return 'unknown';
  if (!names.defaults.readsRetryAfter) return 'ignored';
  const own = delay.state === 'known' && delay.value.kind === 'function' ? delay.value : null;
  // What the library would wait has the header in it.
  const { computed } = names.delayReads ?? {};
  if (own && computed !== undefined && textOf(own.node, own.module).includes(computed))
    return 'obeyed';
  return own && names.delayReplacesRetryAfter === true ? 'ignored' : 'obeyed';
}

type Said = 'yes' | 'no' | 'perhaps';

/** Whether a function's text has the header, or what a client makes of it. */
function mentions(value: Value): Said {
  if (value.kind === 'array') {
    const all = value.elements.map(mentions);
    return all.includes('yes') ? 'yes' : all.includes('perhaps') || value.open ? 'perhaps' : 'no';
  }
  const ready = retryExportOf(value.kind === 'call' ? value.callee : value);
  if (ready) return ready.use.does === 'delay' && ready.use.readsRetryAfter ? 'yes' : 'no';
  const functions = [...alternatives(value)].filter((one) => one.kind === 'function');
  if (functions.length === 0) return value.kind === 'literal' ? 'no' : 'perhaps';
  return functions.some(looks) ? 'yes' : 'no';
}

/** The function names it, or hands the failure on to a ready-made delay that looks at it. */
function looks({ node, module }: Value): boolean {
  if (WAIT_NAMES.test(textOf(node, module))) return true;
  return module.calls.some(
    (call) =>
      call.arguments.length > 1 && isWithin(call, node) && helps(valueOf(call.callee, module)),
  );
}

function helps(callee: Value): boolean {
  const ready = retryExportOf(callee);
  return ready?.use.does === 'delay' && ready.use.readsRetryAfter === true;
}
