import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../ast/node.ts';
import { valueOf } from './evaluate.ts';
import type { SourceModule } from './source-module.ts';

/** A parameter, and the file that its function stands in. */
export interface ParameterGiven {
  readonly parameter: TSESTree.Identifier;
  readonly module: SourceModule;
}

/**
 * The parameter by which a function of the project, of this file or another, gets an argument of a
 * call; null where the function is not known, and for a pattern.
 */
export function parameterGiven(
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  argument: Node,
  module: SourceModule,
): ParameterGiven | null {
  const index = call.arguments.findIndex((each) => each === argument);
  const called = index < 0 ? null : valueOf(call.callee, module);
  const parameter = called?.kind === 'function' ? called.node.params[index] : null;
  return called && parameter?.type === 'Identifier' ? { parameter, module: called.module } : null;
}
