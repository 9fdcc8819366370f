import type { TSESTree } from '@typescript-eslint/utils';
import { observableLibrary } from '../../clients/observables.ts';
import type { NamedExports } from '../../ast/named-exports.ts';
import { mayBeOneOf } from '../../ast/named-exports.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { FileView } from '../fact.ts';
import type { ApiCall } from '../request/api-call.ts';

type Call = TSESTree.CallExpression;

/** `get(url).pipe(catchError(handler))`. */
export interface CaughtInPipe {
  readonly operator: Call;
  readonly handler: TSESTree.Expression;
  readonly calls: readonly ApiCall[];
}

const CATCHES: NamedExports = {
  modules: new Set(observableLibrary.modules),
  names: new Set(observableLibrary.catches),
};

/** The request whose failure an operator of its pipe gets; null for any other call. */
export function caughtInPipe(operator: Call, { module, facts }: FileView): CaughtInPipe | null {
  const [handler] = operator.arguments;
  const pipe = operator.parent;
  if (pipe.type !== 'CallExpression' || pipe.callee.type !== 'MemberExpression') return null;
  if (keyName(pipe.callee) !== 'pipe' || !handler || handler.type === 'SpreadElement') return null;
  if (!mayBeOneOf(CATCHES, operator.callee, module.scopes)) return null;
  const value = valueOf(operator.callee, module);
  if (value.kind !== 'external' || !CATCHES.modules.has(value.source ?? '')) return null;
  const source = unwrap(pipe.callee.object);
  const calls = facts.apiCall.filter(({ node }) => node === source);
  return calls.length === 0 ? null : { operator, handler, calls };
}
