import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { ancestorsOf, isFunction, keyName, unwrap } from '../../ast/node.ts';
import { isWithin } from '../../ast/within.ts';
import { wordsOf } from '../../ast/words.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { callsThatSend } from './wrapped-request.ts';

/** Functions that send are followed this deep. */
const DEEPEST = 4;

/**
 * Whether the failure of a request that a function of the project sends comes out of the call of
 * that function: not where the function itself takes it. True where that can't be told.
 */
export function letsFailureOut(call: Node, module: SourceModule, depth = 0): boolean {
  if (call.type !== 'CallExpression' || depth > DEEPEST) return true;
  const called = valueOf(call.callee, module);
  if (called.kind !== 'function') return true;
  const sending = callsThatSend(called.node, called.module);
  if (sending.length === 0) return true;
  return sending.some(
    (each) =>
      !isTakenIn(each, called.node, called.module) &&
      letsFailureOut(each, called.module, depth + 1),
  );
}

/** A handler between a request and the function that sends it ends the failure there. */
function isTakenIn(request: Node, fn: FunctionNode, module: SourceModule): boolean {
  let inner = request;
  for (const above of ancestorsOf(request)) {
    if (above === fn) return false;
    const handler = handlerAt(above, inner);
    if (handler && !goesOn(handler, module)) return true;
    inner = above;
  }
  return false;
}

/** What handles the failure of a part: the `catch` of a `try`, the function given to `.catch`. */
function handlerAt(above: Node, inner: Node): Node | null {
  if (above.type === 'TryStatement')
    return above.block === inner ? (above.handler?.body ?? null) : null;
  if (above.type !== 'MemberExpression' || above.object !== inner || keyName(above) !== 'catch')
    return null;
  const [given] = above.parent.type === 'CallExpression' ? above.parent.arguments : [];
  return isFunction(given) ? given.body : null;
}

/** The handler throws, or hands the failure to something that may. */
function goesOn(handler: Node, module: SourceModule): boolean {
  const { range } = handler;
  if (/\b(?:throw|reject)\b/.test(module.text.slice(...range))) return true;
  return callsIn(handler, module).some(mayThrow(module));
}

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
  return (
    called.kind === 'function' &&
    /\bthrow\b/.test(called.module.text.slice(...called.node.body.range))
  );
}
