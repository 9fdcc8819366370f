import { enclosingClass, isFunction } from '../ast/node.ts';
import type { FunctionNode, Node } from '../ast/node.ts';
import type { Context, Evaluation } from './evaluation.ts';
import { unknown } from './evaluation.ts';
import { isStaticPlace, keeperOf } from './keeper.ts';
import { makerOf } from './prototypes.ts';
import type { Place, Value } from './value.ts';

/** `this`: an instance of the class around, the class in its static parts, the object of a method. */
export function valueOfThis(
  evaluation: Evaluation,
  node: Node,
  context: Context,
  place: Place,
): Value {
  const keeper = keeperOf(node);
  const { frame } = context;
  if (frame?.self && (!isFunction(keeper) || keeper === frame.fn)) return frame.self;
  const element = isFunction(keeper) ? keeper.parent : keeper;
  const maker = isFunction(keeper) ? makerOf(evaluation, keeper, context.module) : null;
  if (maker) return instanceOf(evaluation, maker, context, place);
  if (element?.type === 'Property' && element.parent.type === 'ObjectExpression') {
    return mixedIn(evaluation.valueOf(element.parent, context));
  }
  const owner = element && CLASS_PARTS.has(element.type) ? enclosingClass(element) : null;
  if (!owner) return unknown(place);
  if (frame?.self && enclosingClass(frame.fn) === owner) return frame.self;
  const type: Value = { node: owner, module: context.module, kind: 'class' };
  return isStaticPlace(node) ? type : { ...place, kind: 'typed', type };
}

/** An object whose methods may come to stand on another one, or be called with more set on it. */
const mixedIn = (object: Value): Value =>
  object.kind === 'object' ? { ...object, open: true } : object;

/** What a constructor function makes, in its body and in the methods on its prototype. */
function instanceOf(
  evaluation: Evaluation,
  maker: FunctionNode,
  { module, frame }: Context,
  place: Place,
): Value {
  if (frame?.self && makerOf(evaluation, frame.fn, module) === maker) return frame.self;
  const type: Value = { node: maker, module, kind: 'function', frame: null };
  return { ...place, kind: 'typed', type };
}

const CLASS_PARTS: ReadonlySet<string> = new Set([
  'MethodDefinition',
  'PropertyDefinition',
  'AccessorProperty',
  'StaticBlock',
]);
