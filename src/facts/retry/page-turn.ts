import type { TSESTree } from '@typescript-eslint/utils';
import type { LoopNode, Node } from '../../ast/node.ts';
import { ancestorsOf, isFunction } from '../../ast/node.ts';
import type { Binding } from '../../ast/scope.ts';
import { walk } from '../../ast/walk.ts';
import { isWithin } from '../../ast/within.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Answer } from '../polling/answer.ts';
import { answerOf, dependenceOf } from '../polling/answer.ts';
import type { Call } from '../rehearsal/rehearsal.ts';

/** Names are followed this far back to what they were made of in the loop. */
const DEEPEST = 3;

/**
 * A loop goes through pages and asks for the same one again after a failure that it catches: what
 * says which comes next is only written behind the request, inside of the `try`, and what was
 * answered ends the loop.
 */
export function asksPageAgain(
  loop: LoopNode,
  requests: ReadonlySet<Call>,
  module: SourceModule,
): boolean {
  const [call, ...others] = [...requests].filter((each) => isWithin(each, loop.body));
  const attempt = call && others.length === 0 ? tryAround(call, loop) : null;
  if (!call || !attempt) return false;
  const turned = new Set(call.arguments.flatMap((part) => turnedIn(part, loop, module, DEEPEST)));
  const isBehind = (node: Node): boolean =>
    isWithin(node, attempt.block) && node.range[0] >= call.range[1];
  return (
    turned.size > 0 &&
    [...turned].every((name) => writesIn(name, loop).every(({ target }) => isBehind(target))) &&
    endsByAnswer(loop, call, module)
  );
}

function tryAround(call: Node, loop: LoopNode): TSESTree.TryStatement | null {
  for (const above of ancestorsOf(call)) {
    if (above === loop || isFunction(above)) return null;
    if (above.type === 'TryStatement' && isWithin(call, above.block)) return above;
  }
  return null;
}

const writesIn = ({ writes }: Binding, loop: LoopNode) =>
  writes.filter(({ target }) => isWithin(target, loop.body));

/** Names in a part of the code that the loop changes from turn to turn; through those that each turn makes anew. */
function turnedIn(part: Node, loop: LoopNode, module: SourceModule, depth: number): Binding[] {
  const found: Binding[] = [];
  walk(part, module.visitorKeys, (node) => {
    const name = node.type === 'Identifier' ? module.scopes.bindingOf(node) : null;
    const [write, ...more] = name ? writesIn(name, loop) : [];
    if (!name || !write) return;
    const made = more.length === 0 && write.by.type === 'VariableDeclarator' ? write.by.init : null;
    if (!made) found.push(name);
    else if (depth > 0) found.push(...turnedIn(made, loop, module, depth - 1));
  });
  return found;
}

/** The loop is left, or its test written, where something about the answer holds. */
function endsByAnswer(loop: LoopNode, call: Node, module: SourceModule): boolean {
  const answer = answerOf([call], loop.body, module);
  const test = 'test' in loop ? loop.test : null;
  if (test && tells(test, answer, call, module)) return true;
  const ends: Node[] = test
    ? turnedIn(test, loop, module, 0).flatMap((name) => writesIn(name, loop).map(({ by }) => by))
    : [];
  walk(loop.body, module.visitorKeys, (node) => {
    if (isFunction(node) || node.type === 'CatchClause') return 'skip';
    if (node.type === 'BreakStatement' || node.type === 'ReturnStatement') ends.push(node);
    return undefined;
  });
  return ends.some((end) =>
    [end, ...ancestorsOf(end)].some(
      (above) =>
        above.type === 'IfStatement' &&
        isWithin(above, loop.body) &&
        tells(above.test, answer, call, module),
    ),
  );
}

const tells = (test: Node, answer: Answer, call: Node, module: SourceModule): boolean =>
  dependenceOf(test, answer, [call], module).onAnswer;
