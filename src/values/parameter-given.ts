import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../ast/node.ts';
import { enclosingClass } from '../ast/node.ts';
import { constructorOf } from './classes.ts';
import { valueOf } from './evaluate.ts';
import type { SourceModule } from './source-module.ts';
import type { Value } from './value.ts';

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
  const { index, called } = givenTo(call, argument, module);
  const parameter = called?.kind === 'function' ? called.node.params[index] : null;
  return called && parameter?.type === 'Identifier' ? { parameter, module: called.module } : null;
}

/** The same, where a class of the project takes it in its constructor, too: `new Client('shop', key)`, `super('shop', key)`. */
export function parameterTaking(
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  argument: Node,
  module: SourceModule,
): ParameterGiven | null {
  const { index, called } = givenTo(call, argument, module);
  const isMade = call.type === 'NewExpression' || call.callee.type === 'Super';
  const taking =
    called?.kind === 'class' && isMade
      ? constructorOf(called)
      : called?.kind === 'function' && !isMade
        ? called.node
        : null;
  const parameter = plain(taking?.params[index]);
  return called && parameter ? { parameter, module: called.module } : null;
}

/** What is called, and which of its arguments one is; nothing where it is none of them. */
function givenTo(
  { callee, arguments: given }: TSESTree.CallExpression | TSESTree.NewExpression,
  argument: Node,
  module: SourceModule,
): { index: number; called: Value | null } {
  const index = given.findIndex((each) => each === argument);
  const called = callee.type === 'Super' ? (enclosingClass(callee)?.superClass ?? null) : callee;
  return { index, called: index < 0 || !called ? null : valueOf(called, module) };
}

/** `private readonly key: string`, `key = ''`. */
function plain(given: TSESTree.Parameter | undefined): TSESTree.Identifier | null {
  const inner = given?.type === 'TSParameterProperty' ? given.parameter : given;
  const named = inner?.type === 'AssignmentPattern' ? inner.left : inner;
  return named?.type === 'Identifier' ? named : null;
}
