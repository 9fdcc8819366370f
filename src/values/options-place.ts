import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from './source-module.ts';
import type { CallValue, Value } from './value.ts';

/** Where the options of a call stand, or would stand. */
export type OptionsPlace =
  | {
      readonly kind: 'object';
      readonly object: TSESTree.ObjectExpression;
      /** The object is written in the call itself, so that nothing else reads it. */
      readonly isOwn: boolean;
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
  return { kind: 'object', object, isOwn: call.arguments[index] === object, module };
}

function objectNode(value: Value): TSESTree.ObjectExpression | null {
  return value.kind === 'object' && value.node.type === 'ObjectExpression' ? value.node : null;
}
