import { controlFlowOf } from '../../ast/control-flow/index.ts';
import type { Node } from '../../ast/node.ts';
import { ancestorsOf, enclosingFunction, isFunction } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Checked } from './checks.ts';
import { neverReturnsIn } from './never-returns.ts';
import { proves } from './proof.ts';

/**
 * Where the signature was found wrong and the request is refused: `if (!isSigned) { report(body);
 * return reply(401); }`. What is done there with the payload tells of the refusal.
 */
export function isTurnedAway(node: Node, inside: Checked): boolean {
  const { module } = inside.origins;
  const branch = refusingBranch(node, module);
  const fn = branch && enclosingFunction(node);
  if (!fn) return false;
  const flow = controlFlowOf(fn, module.visitorKeys, { neverReturns: neverReturnsIn(module) });
  return flow
    .guardsOf(node)
    .some(
      ({ test, outcome }) =>
        test === branch.test && proves(test, outcome === 'truthy' ? 'falsy' : 'truthy', inside),
    );
}

/** The branch around a node that ends by leaving with a throw, or an answer that refuses. */
function refusingBranch(
  node: Node,
  module: SourceModule,
): Extract<Node, { type: 'IfStatement' }> | null {
  let inner = node;
  for (const above of ancestorsOf(node)) {
    if (isFunction(above)) return null;
    if (above.type === 'IfStatement' && inner !== above.test)
      return refuses(inner, module) ? above : null;
    inner = above;
  }
  return null;
}

function refuses(branch: Node, module: SourceModule): boolean {
  const last = branch.type === 'BlockStatement' ? branch.body.at(-1) : branch;
  if (last?.type === 'ThrowStatement') return true;
  if (last?.type !== 'ReturnStatement') return false;
  let isRefusal = false;
  walk(branch, module.visitorKeys, (each) => {
    isRefusal ||= each.type === 'Literal' && isRefusedStatus(each.value);
  });
  return isRefusal;
}

const isRefusedStatus = (value: unknown): boolean =>
  typeof value === 'number' && value >= 400 && value < 500;
