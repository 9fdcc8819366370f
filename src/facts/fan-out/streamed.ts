import type { TSESTree } from '@typescript-eslint/utils';
import { observableLibrary } from '../../clients/observables.ts';
import type { Node } from '../../ast/node.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import { quantityOf } from '../../values/quantity.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { isExportOf } from '../../values/value.ts';
import type { Bound } from './bound.ts';
import { bounded, NO_BOUND, tighter, UNKNOWN_BOUND } from './bound.ts';
import type { Started } from './collected.ts';
import { collected } from './collected.ts';
import { boundOfItems } from './fan-out-bound.ts';

const { modules, joins, merges, filters, passes } = observableLibrary;

/** `forkJoin(xs.map(send))`, `from(xs).pipe(mergeMap(send))`: streams that are all subscribed to at once. */
export function startedByStream(
  call: TSESTree.CallExpression,
  module: SourceModule,
): Started | null {
  const [first, ...others] = call.arguments;
  if (!first || first.type === 'SpreadElement') return null;
  const callee = valueOf(call.callee, module);
  if (isExportOf(callee, modules, joins)) {
    const all = collected(first, module);
    return all && { ...all, isStream: true };
  }
  if (!isExportOf(callee, modules, merges)) return null;
  const items = itemsBefore(call, module);
  return (
    items && {
      task: valueOf(first, module),
      items: tighter(items, concurrencyIn(others, module)),
      isStream: true,
    }
  );
}

/** How many values come to an operator of a pipe that begins with a list; null where that can't be told. */
function itemsBefore(operator: TSESTree.CallExpression, module: SourceModule): Bound | null {
  const pipe = operator.parent;
  if (pipe.type !== 'CallExpression' || keyName(pipe.callee) !== 'pipe') return null;
  const before = pipe.arguments.slice(0, pipe.arguments.indexOf(operator));
  const source = pipe.callee.type === 'MemberExpression' ? unwrap(pipe.callee.object) : null;
  if (source?.type !== 'CallExpression' || !before.every((each) => letsThrough(each, module)))
    return null;
  const [list, ...others] = source.arguments;
  const maker = valueOf(source.callee, module);
  if (!list || list.type === 'SpreadElement') return null;
  if (isExportOf(maker, modules, ['of'])) return bounded(others.length + 1);
  return isExportOf(maker, modules, ['from'])
    ? boundOfItems(valueOf(list, module), list, module)
    : null;
}

/** As many values come out as go in, or fewer. */
const letsThrough = (operator: Node, module: SourceModule): boolean =>
  operator.type === 'CallExpression' &&
  isExportOf(valueOf(operator.callee, module), modules, [...filters, ...passes]);

/** The number behind the function; older versions take another function between. */
function concurrencyIn(given: readonly Node[], module: SourceModule): Bound {
  const values = given.map((argument) => valueOf(argument, module));
  const number = values.find(({ kind }) => kind !== 'function');
  if (!number || (number.kind === 'literal' && number.value === undefined)) return NO_BOUND;
  const quantity = quantityOf(number);
  if (!quantity) return UNKNOWN_BOUND;
  return Number.isFinite(quantity.value)
    ? { state: 'known', value: quantity.value, node: quantity.node, module: number.module }
    : NO_BOUND;
}
