import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { calledName, keyName, unwrap } from '../../ast/node.ts';

const LEVELS: ReadonlySet<string> = new Set([
  'log',
  'trace',
  'debug',
  'verbose',
  'info',
  'warn',
  'error',
  'fatal',
]);

/** A call that only tells people something: by the name of a log level, or as the fields of a child logger. */
export function isLogLike(call: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
  const called = unwrap(call.callee);
  if (called.type === 'MemberExpression') {
    const name = keyName(called) ?? '';
    return LEVELS.has(name) || (name === 'child' && call.arguments[0]?.type === 'ObjectExpression');
  }
  return called.type === 'Identifier' && /^(?:dev)?log(?:$|[A-Z])/.test(called.name);
}

/** What becomes part of an error that is thrown or handed to `reject`: `new ApiError(status)`. */
export function makesError(call: Node): boolean {
  if (call.type !== 'NewExpression' && call.type !== 'CallExpression') return false;
  const called = unwrap(call.callee);
  return /(?:Error|Exception)$|^reject$/.test(calledName(called));
}
