import type { Node } from '../../ast/node.ts';
import { ancestorsOf, isFunction, isLoop } from '../../ast/node.ts';
import type { Binding } from '../../ast/scope.ts';
import { walk } from '../../ast/walk.ts';
import { isWithin } from '../../ast/within.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { RetriedPart } from './retried-part.ts';

/** Whether the number of the attempt is read in a node: it is another in each run of a retried part. */
export function readsAttempt(node: Node, part: RetriedPart, module: SourceModule): boolean {
  let found = false;
  walk(node, module.visitorKeys, (inner) => {
    const binding = inner.type === 'Identifier' ? module.scopes.bindingOf(inner) : null;
    found ||= binding !== null && binding !== undefined && counts(binding, part);
  });
  return found;
}

function counts(binding: Binding, { how, scope, start }: RetriedPart): boolean {
  if (how === 'loop')
    return binding.writes.some(
      ({ by }) => isStep(by) && [...ancestorsOf(by)].find(isLoop) === start,
    );
  const isOwn = isFunction(scope) && binding.kind === 'param';
  const isParameter =
    isOwn && scope.params.some((each) => binding.declarations.some((one) => isWithin(one, each)));
  return isParameter && (how === 'callback' || binding.reads.some(isRaised));
}

const isStep = (by: Node): boolean =>
  by.type === 'UpdateExpression' || (by.type === 'AssignmentExpression' && by.operator === '+=');

/** `name + 1`, given to the next attempt. */
const isRaised = ({ parent }: Node): boolean =>
  parent?.type === 'BinaryExpression' &&
  parent.operator === '+' &&
  parent.right.type === 'Literal' &&
  parent.parent.type === 'CallExpression';
