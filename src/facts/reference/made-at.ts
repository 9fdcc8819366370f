import type { FunctionNode, Node } from '../../ast/node.ts';
import { ancestorsOf, enclosingFunction, isFunction } from '../../ast/node.ts';
import { isWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';

/**
 * The expression of a file that runs when a value is made: what makes it where that stands around
 * its use, else the call of the function that makes it. Null where that can't be told.
 */
export function madeAt(made: Value, use: Node, module: SourceModule): Node | null {
  if (made.module === module && standsAround(enclosingFunction(made.node), use))
    return isKept(made.node, use) ? null : made.node;
  const outermost = [...ancestorsOf(use)].filter(isFunction).at(-1);
  const makers = module.calls.filter((call) => {
    if (outermost && !isWithin(call, outermost)) return false;
    if (!outermost && enclosingFunction(call)) return false;
    return makes(call, made, module);
  });
  return makers.toSorted((a, b) => size(a) - size(b))[0] ?? null;
}

const size = ({ range }: Node): number => range[1] - range[0];

const standsAround = (fn: FunctionNode | null, use: Node): boolean =>
  fn === null || isWithin(use, fn);

/** The call of a function of the project gives the value back, and did not get it. */
function makes(call: SourceModule['calls'][number], made: Value, module: SourceModule): boolean {
  if (valueOf(call.callee, module).kind !== 'function') return false;
  if (!holds(valueOf(call, module), made)) return false;
  return !call.arguments.some((argument) => holds(valueOf(argument, module), made));
}

/** Whether a value is made of another, looked at a few levels deep. */
export function holds(value: Value, part: Value, depth = 0): boolean {
  if (value.node === part.node && value.module === part.module) return true;
  if (depth > 6) return false;
  const inner = (other: Value): boolean => holds(other, part, depth + 1);
  switch (value.kind) {
    case 'awaited':
      return inner(value.of);
    case 'text':
      return value.parts.some((piece) => typeof piece !== 'string' && inner(piece));
    case 'choice':
      return value.options.some(inner);
    case 'operation':
      return value.operands.some(inner);
    case 'array':
      return value.elements.some(inner);
    case 'object':
      return value.entries.some((entry) => entry.kind !== 'computed' && inner(entry.value()));
    case 'member':
      return inner(value.object);
    case 'call':
      return inner(value.callee) || value.args.some(inner);
    default:
      return false;
  }
}

/** Made at the first turn alone: `key ??= make()`, `if (!key) key = make()`, a memo of an outer variable. */
function isKept(made: Node, use: Node): boolean {
  for (const above of ancestorsOf(made)) {
    if (isFunction(above)) return false;
    if (above.type === 'AssignmentExpression')
      return above.operator !== '=' || isGuarded(above, use);
  }
  return false;
}

/** Behind a condition that the use does not stand behind. */
function isGuarded(assignment: Node, use: Node): boolean {
  for (const above of ancestorsOf(assignment)) {
    if (isFunction(above) || isWithin(use, above)) return false;
    if (
      above.type === 'IfStatement' ||
      above.type === 'LogicalExpression' ||
      above.type === 'ConditionalExpression'
    )
      return true;
  }
  return false;
}
