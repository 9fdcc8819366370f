import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { ancestorsOf, isFunction, keyName, unwrap } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import { isWithin } from '../../ast/within.ts';
import { wordsOf } from '../../ast/words.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { textOf } from '../../values/source-module.ts';
import { behindKeeper } from '../kept-function.ts';
import { isSettledIn } from './settled.ts';
import { callsThatSend } from './wrapped-request.ts';

type Handler = TSESTree.CatchClause | FunctionNode;

/** Functions that send are followed this deep. */
const DEEPEST = 4;

/**
 * Whether the failure of a request that a function of the project sends comes out of the call of
 * that function: not where the function itself takes it, or throws an error instead that has its
 * message alone. True where that can't be told.
 */
export function letsFailureOut(call: Node, module: SourceModule, depth = 0): boolean {
  if (call.type !== 'CallExpression' || depth > DEEPEST) return true;
  const called = behindKeeper(valueOf(call.callee, module));
  if (called.kind !== 'function') return true;
  const sending = callsThatSend(called.node, called.module);
  if (sending.length === 0) return true;
  return sending.some(
    (each) =>
      !isTakenIn(each, called.node, called.module) &&
      letsFailureOut(each, called.module, depth + 1),
  );
}

/**
 * Whether what a client fails with in a function of the project comes out of its call as it is,
 * with all that it carries. False where that can't be told.
 */
export function letsFailureOutWhole(call: Node, module: SourceModule, depth = 0): boolean {
  if (call.type !== 'CallExpression' || depth > DEEPEST) return false;
  const called = behindKeeper(valueOf(call.callee, module));
  if (called.kind !== 'function') return depth > 0;
  const sending = callsThatSend(called.node, called.module);
  return (
    sending.length > 0 &&
    sending.every(
      (each) =>
        isUntouched(each, called.node) && letsFailureOutWhole(each, called.module, depth + 1),
    )
  );
}

/** No handler between a request and the function around it, or one that throws the same on. */
const isUntouched = (request: Node, part: Node): boolean =>
  handlersBetween(request, part).every(throwsOn);

/** `catch (error) { log(error); throw error; }` */
function throwsOn(handler: Handler): boolean {
  if (handler.type !== 'CatchClause' || handler.param?.type !== 'Identifier') return false;
  const last = handler.body.body.at(-1);
  return (
    last?.type === 'ThrowStatement' &&
    last.argument.type === 'Identifier' &&
    last.argument.name === handler.param.name
  );
}

/**
 * A handler between a request and a part of the program that it stands in ends the failure there, or
 * `Promise.allSettled` makes it an entry of a list.
 */
export function isTakenIn(request: Node, part: Node, module: SourceModule): boolean {
  const isEnded = handlersBetween(request, part).some(
    (handler) => !goesOn(handler, module) || isReplaced(handler, module),
  );
  return isEnded || isSettledIn(part, request, module);
}

/** What handles the failure of a request before it comes out of a part of the program, innermost first. */
function handlersBetween(request: Node, part: Node): Handler[] {
  const found: Handler[] = [];
  let inner = request;
  for (const above of request === part ? [] : ancestorsOf(request)) {
    if (above === part) break;
    const handler = handlerAt(above, inner);
    if (handler) found.push(handler);
    inner = above;
  }
  return found;
}

/** What handles the failure of a part: the `catch` of a `try`, the function given to `.catch`. */
function handlerAt(above: Node, inner: Node): Handler | null {
  if (above.type === 'TryStatement') return above.block === inner ? above.handler : null;
  if (above.type !== 'MemberExpression' || above.object !== inner || keyName(above) !== 'catch')
    return null;
  const [given] = above.parent.type === 'CallExpression' ? above.parent.arguments : [];
  return isFunction(given) ? given : null;
}

/** The handler throws, or hands the failure to something that may. */
function goesOn({ body }: Handler, module: SourceModule): boolean {
  if (/\b(?:throw|reject)\b/.test(textOf(body, module))) return true;
  return callsIn(body, module).some(mayThrow(module));
}

/** What the handler throws is a plain error of its own: `throw new Error(`no order: ${e.message}`)`. */
function isReplaced(handler: Handler, module: SourceModule): boolean {
  const failure = handler.type === 'CatchClause' ? handler.param : handler.params[0];
  const thrown: Node[] = [];
  walk(handler.body, module.visitorKeys, (node) => {
    if (node.type === 'ThrowStatement') thrown.push(node.argument);
    return isFunction(node) ? 'skip' : undefined;
  });
  if (thrown.length === 0 || callsIn(handler.body, module).some(mayThrow(module))) return false;
  if (/\breject\b/.test(textOf(handler.body, module))) return false;
  const reads =
    failure?.type === 'Identifier' ? (module.scopes.bindingOf(failure)?.reads ?? []) : [];
  return thrown.every(
    (error) => isPlainError(error) && reads.every((read) => !isWithin(read, error) || isTold(read)),
  );
}

const isPlainError = (error: Node): boolean =>
  (error.type === 'NewExpression' || error.type === 'CallExpression') &&
  error.callee.type === 'Identifier' &&
  error.callee.name === 'Error';

/** `error.message`: a text, and nothing else that it has. */
const isTold = ({ parent }: Node): boolean =>
  parent?.type === 'MemberExpression' && keyName(parent) === 'message';

const callsIn = (root: Node, { calls }: SourceModule): TSESTree.CallExpression[] =>
  calls.filter(
    (call): call is TSESTree.CallExpression =>
      call.type === 'CallExpression' && isWithin(call, root),
  );

const THROWING: ReadonlySet<string> = new Set([
  'assert',
  'fail',
  'handle',
  'next',
  'on',
  'raise',
  'rethrow',
]);

const mayThrow = (module: SourceModule) => (call: TSESTree.CallExpression) => {
  const callee = unwrap(call.callee);
  const name = callee.type === 'Identifier' ? callee.name : (keyName(callee) ?? '');
  return wordsOf(name).some((word) => THROWING.has(word)) || throwsItself(call, module);
};

function throwsItself(call: TSESTree.CallExpression, module: SourceModule): boolean {
  const called = valueOf(call.callee, module);
  return called.kind === 'function' && /\bthrow\b/.test(textOf(called.node.body, called.module));
}
