import type { FunctionNode, Node } from '../../ast/node.ts';
import { ancestorsOf, enclosingFunction, isFunction } from '../../ast/node.ts';
import { oncePer } from '../../ast/once.ts';
import { isWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import { nodesIn } from '../../values/parts.ts';
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
  const makers = (makersIn(module).get(made.node) ?? []).filter((call) =>
    outermost ? isWithin(call, outermost) : !enclosingFunction(call),
  );
  return makers.toSorted((a, b) => size(a) - size(b))[0] ?? null;
}

const size = ({ range }: Node): number => range[1] - range[0];

const standsAround = (fn: FunctionNode | null, use: Node): boolean =>
  fn === null || isWithin(use, fn);

type Call = SourceModule['calls'][number];

/** The calls of functions of the project that give back a value that they did not get, by what made it. */
const makersIn = oncePer((module: SourceModule): ReadonlyMap<Node, readonly Call[]> => {
  const makers = new Map<Node, Call[]>();
  for (const call of module.calls) {
    if (valueOf(call.callee, module).kind !== 'function') continue;
    const given = new Set(call.arguments.flatMap((argument) => nodesIn(valueOf(argument, module))));
    for (const node of new Set(nodesIn(valueOf(call, module)))) {
      if (given.has(node)) continue;
      const others = makers.get(node);
      if (others) others.push(call);
      else makers.set(node, [call]);
    }
  }
  return makers;
});

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
