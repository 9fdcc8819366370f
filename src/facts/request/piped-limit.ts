import type { TSESTree } from '@typescript-eslint/utils';
import { observableLibrary } from '../../clients/observables.ts';
import type { Node } from '../../ast/node.ts';
import { keyName } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import { attributeOf } from '../../values/objects.ts';
import { quantityOf } from '../../values/quantity.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import { isExportOf } from '../../values/value.ts';
import type { Timeout } from './timeout.ts';
import { placeOf } from './timeout.ts';

/** Options that say how long to wait for the one value that an answer is. */
const WAITS: readonly string[] = ['each', 'first'];

/**
 * The limits that an observable is piped through: `get(url).pipe(timeout(5000))`, `timeout({ each: 5000 })`,
 * also where a function of the project makes the operator.
 */
export function pipedLimits(request: Node, module: SourceModule): Timeout[] {
  const { modules, limits } = observableLibrary;
  return operatorsBehind(request).flatMap((operator) => {
    const made = valueOf(operator, module);
    if (made.kind !== 'call' || !isExportOf(made.callee, modules, limits)) return [];
    const [wait] = made.args;
    const [written] = operator.type === 'CallExpression' ? operator.arguments : [];
    return wait
      ? waitsIn(wait, made.node === operator && written ? written : operator, module)
      : [];
  });
}

function operatorsBehind({ parent }: Node): readonly TSESTree.CallExpressionArgument[] {
  const call =
    parent?.type === 'MemberExpression' && keyName(parent) === 'pipe' ? parent.parent : null;
  return call?.type === 'CallExpression' ? call.arguments : [];
}

function waitsIn(value: Value, given: Node, module: SourceModule): Timeout[] {
  if (value.kind !== 'object') return limitOf(value, given, module);
  return WAITS.flatMap((name) => {
    const found = attributeOf(value, name);
    return found.state === 'known' ? limitOf(found.value, found.node, module) : [];
  });
}

function limitOf(value: Value, at: Node, module: SourceModule): Timeout[] {
  const quantity = quantityOf(value);
  if (!quantity) return [];
  return [
    {
      covers: 'overall',
      ms: quantity.value,
      unitMs: 1,
      ...placeOf(quantity.node, at, value, module),
      isHere: true,
      startedBy: null,
      isStartedOutside: () => false,
      isPartial: false,
      from: 'call',
    },
  ];
}
