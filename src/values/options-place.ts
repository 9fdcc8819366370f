import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../ast/node.ts';
import { ancestorsOf, isFunction, isLoop } from '../ast/node.ts';
import type { SourceModule } from './source-module.ts';
import type { CallValue, Value } from './value.ts';

/** Where the options of a call stand, or would stand. */
export type OptionsPlace =
  | {
      readonly kind: 'object';
      readonly object: TSESTree.ObjectExpression;
      /** The object is written in the call itself, or for it alone, so that nothing else reads it. */
      readonly isOwn: boolean;
      /** It is made once, outside of what makes the call, and so given to all calls. */
      readonly isShared?: boolean;
      /** Nothing but this argument reads it, whenever it is made. */
      readonly isReadHere?: boolean;
      readonly module: SourceModule;
    }
  | {
      readonly kind: 'argument';
      readonly call: TSESTree.CallExpression | TSESTree.NewExpression;
      /** The argument that the options would be; what stands there moves on. */
      readonly index: number;
      readonly module: SourceModule;
    }
  | {
      /** Options are methods of what the call gives: `get(url).timeout(5000)`. */
      readonly kind: 'chain';
      readonly call: TSESTree.CallExpression | TSESTree.NewExpression;
      readonly module: SourceModule;
    };

/** The place of the options that a call takes as its argument `index`; null where it can't be told. */
export function optionsPlace(
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  { args, openFrom }: Pick<CallValue, 'args' | 'openFrom'>,
  index: number,
  module: SourceModule,
): OptionsPlace | null {
  if (index >= openFrom) return null;
  const given = args[index];
  if (!given) return openFrom < Infinity ? null : { kind: 'argument', call, index, module };
  const object = objectNode(given);
  if (!object || given.module !== module) return null;
  const argument = call.arguments[index];
  const isInline = argument === object;
  const isShared = !isInline && argument !== undefined && turnOf(object) !== turnOf(argument);
  const isReadHere = isInline || isReadOnlyBy(argument, object, module);
  const isOwn = isInline || (!isShared && isReadHere && !isWaitedBetween(object, call, module));
  return { kind: 'object', object, isOwn, isShared, isReadHere, module };
}

/** `const options = { … }`, which only this argument reads. */
function isReadOnlyBy(
  argument: Node | undefined,
  object: TSESTree.ObjectExpression,
  { scopes }: SourceModule,
): boolean {
  const { parent } = object;
  if (parent.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier' || !argument)
    return false;
  const reads = scopes.bindingOf(parent.id)?.reads ?? [];
  return reads.length === 1 && reads[0] === argument && !parent.id.typeAnnotation;
}

/** A clock that starts with the options would run while something else is waited for. */
const isWaitedBetween = (options: Node, call: Node, { text }: SourceModule): boolean =>
  /\b(?:await|yield)\b/.test(
    text.slice(options.range[1], call.range[0]).replace(/\bawait\s*$/, ''),
  );

/** What runs as a whole: the innermost loop or function around a node. */
const turnOf = (node: Node): Node | undefined =>
  [...ancestorsOf(node)].find((above) => isFunction(above) || isLoop(above));

function objectNode(value: Value): TSESTree.ObjectExpression | null {
  return value.kind === 'object' && value.node.type === 'ObjectExpression' ? value.node : null;
}
