import type { RetryOptions } from '../../clients/schema.ts';
import type { Node } from '../../ast/node.ts';
import type { Quantity } from '../../values/quantity.ts';
import { quantityOf } from '../../values/quantity.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import type { Option } from '../request/request-options.ts';
import { optionOf } from '../request/request-options.ts';
import type { Attempts, StatusList } from './shape.ts';

/** The options that somebody wrote for a retry. `value` null: they can't be read. */
export interface Written {
  readonly names: RetryOptions;
  readonly value: Value | null;
  readonly module: SourceModule;
  /** Nothing but this retry reads them. */
  readonly isOwn: boolean;
}

/** An option that is written; absent where there are no options at all. */
export function option(written: Written, names: readonly string[] | undefined): Option {
  const { value } = written;
  if (bareNumber(written)) return { state: 'absent' };
  return value ? optionOf([{ of: 'call', value }], names) : { state: 'absent' };
}

/** `retry: 5`, `retry(5)` in place of the options. */
function bareNumber({ names, value }: Written): Quantity | null {
  if (!names.bareNumber || !value) return null;
  if (names.bareNumber === 'argument') return quantityOf(value);
  const root = (names.retries?.[0] ?? '').split('.')[0] ?? '';
  const found = optionOf([{ of: 'call', value }], [root]);
  return found.state === 'known' ? quantityOf(found.value) : null;
}

/** A node of the linted file, or null. */
export const ownNode = (
  value: { node: Node; module: SourceModule },
  module: SourceModule,
): Node | null => (value.module === module ? value.node : null);

/** A number that is written, with its node where it is of this file. */
export interface WrittenNumber {
  readonly value: number | null;
  readonly node: Node | null;
}

export function numberIn(
  written: Written,
  names: readonly string[] | undefined,
): WrittenNumber | null {
  const found = option(written, names);
  if (found.state === 'absent') return null;
  if (found.state === 'unknown') return { value: null, node: null };
  const quantity = quantityOf(found.value);
  const isUnset = found.value.kind === 'literal' && found.value.value === undefined;
  if (isUnset) return null;
  return {
    value: quantity?.value ?? null,
    node: quantity && isOf(quantity.node, written.module) ? quantity.node : null,
  };
}

/** Whether a node belongs to a module's tree. */
export function isOf(node: Node, module: SourceModule): boolean {
  let root: Node = node;
  while (root.parent) root = root.parent;
  return root === module.program;
}

/** How often is tried, from `retries` or `attempts`, else the library's default. */
export function attemptsIn(written: Written): Attempts {
  const { names, module, isOwn } = written;
  const direct = bareNumber(written);
  const retries = direct
    ? { value: direct.value, node: isOf(direct.node, module) ? direct.node : null }
    : numberIn(written, names.retries);
  const attempts = numberIn(written, names.attempts);
  const found = retries ?? attempts;
  const endless = endlessIn(written);
  if (endless !== false)
    return { max: endless ? Number.POSITIVE_INFINITY : null, limit: null, isWritten: true };
  const offset = retries && (!direct || names.retries) ? 1 : 0;
  if (!found) {
    const { retries: byDefault } = names.defaults;
    return { max: byDefault === null ? null : byDefault + 1, limit: null, isWritten: false };
  }
  const limit =
    found.node && found.value !== null
      ? { node: found.node, value: found.value, source: module.text, isOwn }
      : null;
  return { max: found.value === null ? null : found.value + offset, limit, isWritten: true };
}

/** `forever: true`, and `retry: true` where that is without end; null where it may be. */
function endlessIn(written: Written): boolean | null {
  const found = option(written, written.names.endless);
  if (found.state === 'unknown') return null;
  return found.state === 'known' && found.value.kind === 'literal' && found.value.value === true;
}

/** The list of statuses that is written. */
export function statusesIn(
  written: Written,
): { statuses: readonly number[] | null; list: StatusList | null; node: Node | null } | null {
  const found = option(written, written.names.statuses);
  if (found.state === 'absent') return null;
  const value = found.state === 'known' ? unset(found.value) : null;
  if (value?.kind === 'function') return null;
  if (value?.kind !== 'array' || value.open) return { statuses: null, list: null, node: null };
  const statuses = value.elements.map((element) =>
    element.kind === 'literal' && typeof element.value === 'number' ? element.value : Number.NaN,
  );
  const node = ownNode(value, written.module);
  const list =
    node?.type === 'ArrayExpression'
      ? {
          node,
          source: written.module.text,
          isOwn: written.isOwn && isOnlyHere(node, written.module),
        }
      : null;
  return { statuses: statuses.some(Number.isNaN) ? null : statuses, list, node };
}

/** `new Set([429, 500])` is the list. */
const unset = (value: Value): Value =>
  value.kind === 'call' && value.isNew && value.args[0]?.kind === 'array' ? value.args[0] : value;

/** A list in a variable that is read elsewhere too is not the retry's alone. */
function isOnlyHere(node: Node, module: SourceModule): boolean {
  const declarator = node.parent;
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return true;
  const binding = module.scopes.bindingOf(declarator.id);
  return binding?.reads.length === 1 && declarator.parent.parent.type !== 'ExportNamedDeclaration';
}
