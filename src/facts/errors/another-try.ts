import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import {
  ancestorsOf,
  calledName,
  enclosingFunction,
  isFunction,
  isLoop,
  unwrap,
  wrapped,
} from '../../ast/node.ts';
import type { Binding } from '../../ast/scope.ts';
import { nodesWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import { attributeOf } from '../../values/objects.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { textOf } from '../../values/source-module.ts';
import type { FileView } from '../fact.ts';
import { isScript } from '../log/for-terminal.ts';
import { loopAround } from '../request/api-call.ts';
import { someIn } from '../retry/loop.ts';
import { scheduledIn } from '../schedule/schedule.ts';
import { fateOf, isForgottenCallback } from './aftermath.ts';
import { deedsOf } from './deeds.ts';
import { isEmptyResult } from './emptiness.ts';
import type { Guarded } from './guarded.ts';

/**
 * The function around the handler is only called in loops that ask what came of it: `for (const
 * source of sources) { const hit = await load(source); if (!hit) continue; … }`.
 */
export function isTriedElsewhere(handler: Node, module: SourceModule): boolean {
  const fn = enclosingFunction(handler);
  const binding = fn && nameOf(fn, module);
  if (!binding || binding.reads.length === 0) return false;
  return binding.reads.every((read) => {
    const call = read.parent;
    return (
      call?.type === 'CallExpression' &&
      call.callee === read &&
      loopAround(call) !== null &&
      fateOf(call, module) === 'asked'
    );
  });
}

function nameOf(fn: Node, { scopes }: SourceModule): Binding | null {
  if (fn.type === 'FunctionDeclaration')
    return fn.id && !/^Export/.test(fn.parent.type) ? scopes.bindingOf(fn.id) : null;
  const { parent } = fn;
  return parent?.type === 'VariableDeclarator' &&
    parent.id.type === 'Identifier' &&
    !/^Export/.test(parent.parent.parent.type)
    ? scopes.bindingOf(parent.id)
    : null;
}

/** What is called has told of its failure itself, and only hands it on: it logs and throws again. */
export function isToldInside(handled: TSESTree.CallExpression, view: FileView): boolean {
  const { module, candidates } = view;
  const called = handled.callee.type === 'MemberExpression' ? unwrap(handled.callee.object) : null;
  const callee = called?.type === 'CallExpression' ? valueOf(called.callee, module) : null;
  if (callee?.kind !== 'function' || callee.module !== module) return false;
  return nodesWithin(candidates.tries, callee.node).some(({ handler }) => {
    const deeds = handler && deedsOf(handler.body, handler.param, module);
    return deeds !== null && deeds.logs && deeds.throws;
  });
}

/** The promise goes through a function that shows a failure: `toast.promise(send(), { error: 'not sent' })`. */
export const isShownOnTheWay = ({ calls, others }: Guarded, module: SourceModule): boolean =>
  [...calls.map(({ node }) => node), ...others].every((call) => {
    const given = wrapped(isFunction(call.parent) ? call.parent : call);
    const { parent } = given;
    return (
      parent?.type === 'CallExpression' &&
      parent.callee !== given &&
      parent.arguments.some(
        (argument) => attributeOf(valueOf(argument, module), 'error').state === 'known',
      )
    );
  });

/**
 * It is the last that a timer's callback or a scheduled task does: nothing goes on as if it had been
 * done, and nobody could be told.
 */
export function isLastForClock(statement: TSESTree.TryStatement, view: FileView): boolean {
  const fn = enclosingFunction(statement);
  if (fn?.body.type !== 'BlockStatement' || fn.body.body.at(-1) !== statement) return false;
  return (
    isForgottenCallback(startedBy(fn)) ||
    scheduledIn(view).some(({ tasks }) => tasks.some(({ node }) => node === fn))
  );
}

/** The function that only starts another one: `() => (async () => { … })()`. */
function startedBy(fn: Node): Node {
  const { parent } = fn;
  if (parent?.type !== 'CallExpression' || parent.callee !== fn) return fn;
  const outer = wrapped(parent).parent;
  return outer && isFunction(outer) ? outer : fn;
}

/** One of many in a script, whose failure the person who runs it is told of. */
export const isToldOfEach = (handler: Node, view: FileView): boolean =>
  [...ancestorsOf(handler)].some(isLoop) && isScript(view);

/** One of many: what was done is counted or kept, and read behind the loop: `sent++`, `done.push(id)`. */
export function isCountedOfEach(statement: TSESTree.TryStatement, module: SourceModule): boolean {
  const loop = [...ancestorsOf(statement)].find((above) => isLoop(above) || isFunction(above));
  if (!loop || !isLoop(loop)) return false;
  return someIn(statement.block, module, (node) => {
    const counter = countedBy(node);
    const reads = counter ? (module.scopes.bindingOf(counter)?.reads ?? []) : [];
    return reads.some((read) => read.range[0] > loop.range[1]);
  });
}

/** `sent` of `sent++`, `sent += 1`, `sent.push(id)`. */
function countedBy(node: Node): TSESTree.Identifier | null {
  const counted =
    node.type === 'UpdateExpression'
      ? node.argument
      : node.type === 'AssignmentExpression' && node.operator === '+='
        ? node.left
        : node.type === 'CallExpression' && calledName(node.callee) === 'push'
          ? unwrap(node.callee)
          : null;
  const name = counted?.type === 'MemberExpression' ? unwrap(counted.object) : counted;
  return name?.type === 'Identifier' ? name : null;
}

/**
 * The handler takes back what keeps the request from being made again: `if (done.current) return;
 * done.current = true; send().catch(() => { done.current = false; })`. What is taken back on success
 * too only keeps two from running at once.
 */
export function isTakenBack(handler: Node, module: SourceModule): boolean {
  const fn = enclosingFunction(handler);
  if (fn?.body.type !== 'BlockStatement') return false;
  const writes = nodesWithin(module.memberWrites, fn);
  return nodesWithin(writes, handler).some(({ left, right }) => {
    if (!isEmptyResult(right, module)) return false;
    const name = textOf(left, module);
    const others = writes.filter((write) => textOf(write.left, module) === name);
    return (
      others.filter((write) => isEmptyResult(write.right, module)).length === 1 &&
      others.length > 1 &&
      leavesWhere(name, fn.body, module)
    );
  });
}

/** `if (done.current) return;` */
const leavesWhere = (name: string, body: Node, module: SourceModule): boolean =>
  body.type === 'BlockStatement' &&
  body.body.some(
    (statement) =>
      statement.type === 'IfStatement' &&
      textOf(statement.test, module) === name &&
      (statement.consequent.type === 'ReturnStatement' ||
        (statement.consequent.type === 'BlockStatement' &&
          statement.consequent.body[0]?.type === 'ReturnStatement')),
  );
