import type { TSESTree } from '@typescript-eslint/utils';
import { failureClasses } from '../../clients/failure-classes.ts';
import type { Node } from '../../ast/node.ts';
import { ancestorsOf, isClass, isFunction, isMemberOfThis, keyName } from '../../ast/node.ts';
import { within } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import { globalName } from '../../values/platform.ts';
import type { Value } from '../../values/value.ts';
import type { Run, Thing } from './rehearsal.ts';
import { exactly, TELLING, tellsOf, unknownOf } from './rehearsal.ts';

/** `left instanceof right`, for the failure that is rehearsed and for errors that the program made. */
export function instanceOf(left: Thing, right: Thing, run: Run): Thing {
  const name = right.t === 'value' ? nameOf(right) : null;
  if (left.t === 'failure') {
    if (name === 'Error') return exactly(true, true);
    if (name === 'TypeError') return exactly(run.outcome.kind === 'network', true);
    if (name === 'SyntaxError' || name === 'RangeError') return exactly(false, true);
    const isOfLibrary =
      right.t === 'value' && right.value.kind === 'external' && right.value.source !== null;
    return name !== null && isOfLibrary && !run.isAbortError(right.value)
      ? exactly(isThrownFor(name, run), true)
      : ofOwnClass(right, run);
  }
  if (left.t === 'object' && left.made && right.t === 'value')
    return exactly(descends(left.made, right.value), tellsOf(left));
  return unknownOf(left, right);
}

/** Whether an error class of a library is that of the rehearsed failure: some are of one kind of failure alone. */
function isThrownFor(name: string, { outcome }: Run): boolean {
  if (TIMED_OUT.has(name)) return outcome.kind === 'timeout';
  return !ANSWERED.has(name) || outcome.kind === 'status';
}

const TIMED_OUT: ReadonlySet<string> = new Set(failureClasses.timedOut);
const ANSWERED: ReadonlySet<string> = new Set(failureClasses.answered);

/**
 * What a client throws is no error of this project, and none that ends a retry; a function that is
 * handed in may throw one, and one with a status is made of an answer.
 */
const ofOwnClass = (type: Thing, run: Run): Thing => {
  if (type.t === 'value' && hasStatus(type.value) && sendsWhatIsHandedIn(run))
    return exactly(run.outcome.kind === 'status', true);
  if (type.t === 'value' && (type.value.kind === 'class' || run.isAbortError(type.value)))
    return exactly(false, true);
  return TELLING;
};

const STATUS_FIELD = /^(?:status|statusCode|httpStatus|httpCode)$/;

/** `class ShopError extends Error { constructor(message, readonly statusCode: number) {} }`, or set in it. */
function hasStatus({ kind, node, module }: Value): boolean {
  if (kind !== 'class' || !isClass(node)) return false;
  const isWritten = within(module.memberWrites, node, ({ left }) => left).some(
    ({ left }) => isMemberOfThis(left) && STATUS_FIELD.test(keyName(left) ?? ''),
  );
  return isWritten || node.body.body.some(declaresStatus);
}

const declaresStatus = (member: TSESTree.ClassElement): boolean =>
  STATUS_FIELD.test(keyName(member) ?? '') ||
  (member.type === 'MethodDefinition' &&
    member.kind === 'constructor' &&
    member.value.params.some(
      (parameter) =>
        parameter.type === 'TSParameterProperty' && STATUS_FIELD.test(nameOfParameter(parameter)),
    ));

function nameOfParameter(parameter: Node): string {
  const given = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
  const target = given.type === 'AssignmentPattern' ? given.left : given;
  return target.type === 'Identifier' ? target.name : '';
}

/** All that was sent is what parameters send: `return await task()`. */
const sendsWhatIsHandedIn = ({ sent }: Run): boolean =>
  sent.size > 0 && [...sent.keys()].every(isCallOfParameter);

function isCallOfParameter(call: Node): boolean {
  const name =
    call.type === 'CallExpression' && call.callee.type === 'Identifier' ? call.callee.name : null;
  return (
    name !== null &&
    [...ancestorsOf(call)].some(
      (above) =>
        isFunction(above) && above.params.some((parameter) => nameOfParameter(parameter) === name),
    )
  );
}

const nameOf = (thing: Extract<Thing, { t: 'value' }>): string | null =>
  globalName(thing.value) ??
  (thing.value.kind === 'external' ? (thing.value.path.at(-1) ?? null) : null);

/** Whether a class is another, or made from it. */
function descends(made: Value, type: Value, depth = 0): boolean {
  if (isSame(made, type) || globalName(type) === 'Error') return true;
  if (!isClass(made.node) || !made.node.superClass || depth > 4) return false;
  return descends(valueOf(made.node.superClass, made.module), type, depth + 1);
}

function isSame(one: Value, other: Value): boolean {
  if (one.kind === 'external' && other.kind === 'external')
    return one.source === other.source && one.path.at(-1) === other.path.at(-1);
  return one.node === other.node;
}
