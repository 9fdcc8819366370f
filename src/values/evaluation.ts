import type { Node } from '../ast/node.ts';
import type { SourceModule } from './source-module.ts';
import type { Frame, Place, Unknown, Value } from './value.ts';

/** Where an expression is looked at: its module, and the call that led into it, if any. */
export interface Context {
  readonly module: SourceModule;
  readonly frame: Frame | null;
}

/** What the parts of the evaluator ask of each other. */
export interface Evaluation {
  valueOf(node: Node, context: Context): Value;
  memberOf(object: Value, name: string, place: Place): Value;
  exportOf(module: SourceModule, name: string, place: Place): Value;
  /** `caller` is the call in whose body this one stands. */
  call(callee: Value, args: readonly Value[], place: Place, caller?: Frame | null): Value | null;
}

export const unknown = (place: Place): Unknown => ({
  kind: 'unknown',
  node: place.node,
  module: place.module,
});

/** Calls are followed into functions this deep: helpers that call helpers. */
export const MAX_DEPTH = 5;
