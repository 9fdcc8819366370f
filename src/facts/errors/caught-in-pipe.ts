import type { TSESTree } from '@typescript-eslint/utils';
import { observableLibrary } from '../../clients/observables.ts';
import type { NamedExports } from '../../ast/named-exports.ts';
import { mayBeOneOf } from '../../ast/named-exports.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import { isExportOf } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import type { ApiCall } from '../request/api-call.ts';

type Call = TSESTree.CallExpression;

/** `get(url).pipe(catchError(handler))`. */
export interface CaughtInPipe {
  readonly handler: TSESTree.Expression;
  readonly calls: readonly ApiCall[];
}

const { modules, catches } = observableLibrary;
const CATCHES: NamedExports = { modules: new Set(modules), names: new Set(catches) };

/** The request whose failure an operator of its pipe gets; null for any other call. */
export function caughtInPipe(operator: Call, { module, facts }: FileView): CaughtInPipe | null {
  const [handler] = operator.arguments;
  const pipe = operator.parent;
  if (pipe.type !== 'CallExpression' || pipe.callee.type !== 'MemberExpression') return null;
  if (keyName(pipe.callee) !== 'pipe' || !handler || handler.type === 'SpreadElement') return null;
  if (!mayBeOneOf(CATCHES, operator.callee, module.scopes)) return null;
  if (!isExportOf(valueOf(operator.callee, module), modules, catches)) return null;
  const source = unwrap(pipe.callee.object);
  const calls = facts.apiCall.filter(({ node }) => node === source);
  return calls.length === 0 ? null : { handler, calls };
}
