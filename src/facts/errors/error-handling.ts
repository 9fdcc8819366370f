import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { isFunction, keyName, unwrap } from '../../ast/node.ts';
import { isWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Fact, FileView } from '../fact.ts';
import type { ApiCall } from '../request/api-call.ts';
import { isWrite } from '../request/asking.ts';
import { evidenceAmong } from '../retry/code.ts';
import { fateOf, isMadeUpAfterTry } from './aftermath.ts';
import {
  isCountedOfEach,
  isLastForClock,
  isShownOnTheWay,
  isTakenBack,
  isToldInside,
  isToldOfEach,
  isTriedElsewhere,
} from './another-try.ts';
import { isBestEffort, isNotice } from './best-effort.ts';
import { caughtInPipe } from './caught-in-pipe.ts';
import type { Deeds } from './deeds.ts';
import { deedsOf, isInHandler } from './deeds.ts';
import {
  isExplained,
  isExplainedAbove,
  isSaidNotToMatter,
  isSaidToBeOnTheSide,
} from './explained.ts';
import type { Guarded } from './guarded.ts';
import { guardedByChain, guardedByTry, writesBySdk, writesThrough } from './guarded.ts';
import { isPassedOn, isSortedByCode } from './passed-on.ts';
import { isErrorOrNothing, isProbe } from './told-apart.ts';

/** What becomes of the failure of requests, where something catches it. */
export interface ErrorHandling extends Fact {
  /** The `catch` clause, or the handler that is given to `.catch`, `.then` or an operator of a pipe. */
  readonly node: Node;
  readonly form: 'clause' | 'callback';
  /** The requests whose failures come here. */
  readonly calls: readonly ApiCall[];
  /** One of them changes something at the API. */
  readonly isWrite: boolean;
  /**
   * `handled`: it is thrown on, looked at, told to somebody, or replaced by a value. `logged`: it is
   * only logged, and what follows goes on as if all were well. `asResult`: the error is given back as
   * if it were the result. `dropped`: no trace of it is left.
   */
  readonly outcome: 'handled' | 'logged' | 'asResult' | 'dropped';
  /** What follows tells the failure, tries again, or takes another way. */
  readonly isMadeUpFor: boolean;
  /** Nobody waits for it: its failure can't be told to anybody. */
  readonly isForgotten: boolean;
  /** Requests that may get lost: measuring, signing off, warming up. */
  readonly isBestEffort: boolean;
  /** Messages to people on the side, of which a log of the failure is enough. */
  readonly isNotice: boolean;
  /** A comment in the handler says why nothing is done. */
  readonly isExplained: boolean;
  readonly deeds: Deeds;
  /** The error, or what the API said of it, goes on to where somebody may look at it. */
  readonly passesOn: boolean;
  /** Codes of the API are told apart, and whatever is left is thrown on as it came. */
  readonly sortsByCode: boolean;
  /** What holds the handler's statements. */
  readonly body: Node;
  /** The call `.catch(handler)`; null for a clause. */
  readonly chain: TSESTree.CallExpression | null;
  /** The file, for an edit of it. */
  readonly module: SourceModule;
}

/** All that handles failures of requests in a file. */
export function findErrorHandling(view: FileView): ErrorHandling[] {
  const clauses = view.candidates.tries.flatMap((statement) => ofTry(statement, view) ?? []);
  const callbacks = view.candidates.calls.flatMap((call) =>
    call.type === 'CallExpression' ? (ofChain(call, view) ?? ofPipe(call, view) ?? []) : [],
  );
  return [...clauses, ...callbacks].sort((one, other) => one.node.range[0] - other.node.range[0]);
}

function ofTry(statement: TSESTree.TryStatement, view: FileView): ErrorHandling | null {
  const { handler } = statement;
  if (!handler) return null;
  const { module } = view;
  const guarded = guardedByTry(statement.block, view);
  if (isNone(guarded)) return null;
  const deeds = deedsOf(handler.body, handler.param, module);
  const outcome = outcomeOf(deeds);
  const isOpen = outcome !== 'handled' && deeds.gives !== 'error';
  const isMadeUpFor =
    isInHandler(statement) ||
    isRetried(guarded, view) ||
    (outcome === 'logged' &&
      (isToldOfEach(handler, view) ||
        isCountedOfEach(statement, module) ||
        isShownOnTheWay(guarded, module))) ||
    (isOpen &&
      (isMadeUpAfterTry(statement, module) ||
        isTakenBack(handler, module) ||
        (outcome === 'dropped' && isTriedElsewhere(handler, module)))) ||
    isProbe(statement, guarded, deeds, module) ||
    (deeds.gives === 'error' && isErrorOrNothing(statement));
  return {
    ...commonOf(handler, guarded, deeds, module),
    form: 'clause',
    isMadeUpFor,
    isForgotten: isLastForClock(statement, view),
    isExplained: isExplained(handler.body, module) || isExplainedAbove(statement, module),
    body: handler.body,
    chain: null,
  };
}

function ofChain(call: TSESTree.CallExpression, view: FileView): ErrorHandling | null {
  const given = handlerOf(call);
  if (!given) return null;
  const { module } = view;
  const read = readHandler(given, module);
  if (!read) return null;
  const guarded = guardedByChain(call, view);
  if (isNone(guarded)) return null;
  const fate = fateOf(call, module);
  const isKept = read.deeds.gives === 'error' && fate !== 'returned';
  return {
    ...commonOf(given, guarded, read.deeds, module),
    form: 'callback',
    isMadeUpFor:
      fate === 'asked' ||
      isKept ||
      (fate === 'forgotten' && isSketch(call)) ||
      isInHandler(call) ||
      isRetried(guarded, view) ||
      isTakenBack(given, module) ||
      isToldInside(call, view),
    isForgotten: fate === 'forgotten',
    isExplained:
      (isFunction(given) && isExplained(given, module)) || isExplainedAbove(call, module),
    body: read.body,
    chain: call,
  };
}

function ofPipe(call: TSESTree.CallExpression, view: FileView): ErrorHandling | null {
  const caught = caughtInPipe(call, view);
  const { module } = view;
  const read = caught && readHandler(caught.handler, module);
  if (!read) return null;
  const guarded = { calls: caught.calls, others: [] };
  return {
    ...commonOf(caught.handler, guarded, read.deeds, module),
    form: 'callback',
    isMadeUpFor: isRetried(guarded, view),
    isForgotten: false,
    isExplained: isFunction(caught.handler) && isExplained(caught.handler, module),
    body: read.body,
    chain: null,
  };
}

/** `.then((order) => { // paid }).catch((error) => { // refused })`: what comes of it is left open either way. */
function isSketch({ callee }: TSESTree.CallExpression): boolean {
  const inner = unwrap(callee);
  const before = inner.type === 'MemberExpression' ? unwrap(inner.object) : null;
  const then = before?.type === 'CallExpression' ? unwrap(before.callee) : null;
  const [given] = before?.type === 'CallExpression' ? before.arguments : [];
  return (
    then?.type === 'MemberExpression' &&
    keyName(then) === 'then' &&
    isFunction(given) &&
    given.body.type === 'BlockStatement' &&
    given.body.body.length === 0
  );
}

const isNone = ({ calls, others }: Guarded): boolean => calls.length + others.length === 0;

function commonOf(node: Node, { calls, others }: Guarded, deeds: Deeds, module: SourceModule) {
  const outcome = outcomeOf(deeds);
  return {
    node,
    calls,
    isWrite:
      calls.some(isWrite) ||
      others.some((call) => writesBySdk(call, module) || writesThrough(call, module)),
    outcome,
    isBestEffort:
      isBestEffort(node, calls, others) ||
      (deeds.logs && isSaidToBeOnTheSide(node, module)) ||
      (outcome === 'dropped' && isSaidNotToMatter(node, module)),
    isNotice: isNotice(node, calls, others),
    deeds,
    passesOn: deeds.gives === 'error' || deeds.reads.some((read) => isPassedOn(read, module)),
    sortsByCode: deeds.gives !== 'error' && isSortedByCode(deeds.reads, module),
    module,
    evidence: evidenceAmong(calls),
  };
}

function outcomeOf({ throws, reads, logs, acts, answers, gives }: Deeds): ErrorHandling['outcome'] {
  if (throws || reads.length > 0 || acts || gives === 'value') return 'handled';
  if (gives === 'error') return 'asResult';
  if (logs) return gives === 'nothing' && !answers ? 'logged' : 'handled';
  return 'dropped';
}

/** The handler of `.catch(handler)`, or the second one of `.then(…, handler)`. */
function handlerOf({ callee, arguments: given }: TSESTree.CallExpression): Node | null {
  const called = unwrap(callee);
  const name = called.type === 'MemberExpression' ? keyName(called) : null;
  if (name === 'catch') return given.length === 1 ? (given[0] ?? null) : null;
  return name === 'then' ? (given[1] ?? null) : null;
}

interface ReadHandler {
  readonly deeds: Deeds;
  readonly body: Node;
}

/** A handler as it is written, or the function that it names; null where it can't be read. */
function readHandler(given: Node, module: SourceModule): ReadHandler | null {
  if (isFunction(given)) return ofFunction(given, module);
  const value = valueOf(given, module);
  if (value.kind === 'function') return ofFunction(value.node, value.module);
  if (value.kind !== 'external') return null;
  const names = [value.path.at(-1), value.source?.split(/[./]/).at(-1)];
  const isConsole = value.source === null && value.path[0] === 'console';
  if (!isConsole && !names.includes('noop')) return null;
  return { body: given, deeds: { ...NO_DEEDS, logs: isConsole } };
}

const NO_DEEDS: Deeds = {
  throws: false,
  reads: [],
  logs: false,
  acts: false,
  answers: false,
  gives: 'nothing',
  result: null,
};

const ofFunction = (fn: FunctionNode, module: SourceModule): ReadHandler => ({
  body: fn.body,
  deeds: deedsOf(fn.body, fn.params[0] ?? null, module),
});

/** Another attempt follows, whose own failure counts. */
const isRetried = ({ calls, others }: Guarded, { facts }: FileView): boolean =>
  facts.retry.some(
    ({ requests, root }) =>
      requests.some(({ node }) => calls.some((call) => call.node === node)) ||
      others.some((call) => isWithin(call, root)),
  );
