import type { FunctionNode, Node } from '../../ast/node.ts';
import { nameGiven } from '../../ast/name-given.ts';
import { ancestorsOf, isFunction } from '../../ast/node.ts';
import { attributeOf, namesOf } from '../../values/objects.ts';
import { quantityOf } from '../../values/quantity.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import type { Parameter } from '../request/query.ts';
import { isSizeName } from './words.ts';

/** How many entries a request asks for, where the number is written. */
export interface PageSize {
  readonly name: string;
  readonly value: number;
  /** The number, the text that is the number, or the text of the URL that it stands in. */
  readonly node: Node;
  /** The module that `node` is of. */
  readonly source: SourceModule;
  /** Nothing else goes by the number: no offset that is moved on, no test for the last page. */
  readonly steersNothing: boolean;
}

/** The size that a parameter asks for; null where it asks for none, or for one that is not known. */
export function pageSizeOf(
  { name, value }: Parameter,
  isOfList: boolean,
  call: Node,
): PageSize | null {
  if (!isSizeName(name, isOfList)) return sizeInside(name, value, call);
  const found = numberIn(value);
  return (
    found && {
      name,
      ...found,
      source: value.module,
      steersNothing: steersNothing(found, value.module, call),
    }
  );
}

/** `page: { size: 500 }`. */
function sizeInside(name: string, value: Value, call: Node): PageSize | null {
  if (value.kind !== 'object' || !/^(?:page|pagination|paging)$/i.test(name)) return null;
  for (const inner of namesOf(value)) {
    const found = attributeOf(value, inner);
    if (found.state !== 'known') continue;
    const parameter = { name: inner, value: found.value, node: found.node };
    const size = isSizeName(inner, true) ? pageSizeOf(parameter, true, call) : null;
    if (size) return size;
  }
  return null;
}

function numberIn(value: Value): { value: number; node: Node } | null {
  const quantity = quantityOf(value);
  if (quantity) return quantity;
  // `String(size)`, `${size}`
  const [only] = value.kind === 'text' && value.parts.length === 1 ? value.parts : [];
  if (only !== undefined && typeof only !== 'string') return quantityOf(only);
  const text = value.kind === 'literal' && typeof value.value === 'string' ? value.value : '';
  return /^\d{1,9}$/.test(text) ? { value: Number(text), node: value.node } : null;
}

/** The number, or the name it has, is met once in the function that sends the request. */
function steersNothing(
  { value, node }: { value: number; node: Node },
  module: SourceModule,
  call: Node,
): boolean {
  const fn = outermostFunction(call);
  const [start, end] = fn?.range ?? module.program.range;
  const written = new RegExp(`(?<![\\w.])${digits(value)}(?![\\w.])`, 'g');
  const inFunction = module.text.slice(start, end).match(written) ?? [];
  const isInside = start <= node.range[0] && node.range[1] <= end;
  const name = nameOf(node);
  const reads = name && module.scopes.bindingOf(name)?.reads;
  return inFunction.length <= (isInside ? 1 : 0) && (!reads || reads.length <= 1);
}

const digits = (value: number): string => String(value).split('').join('_?');

function nameOf(node: Node) {
  const name = nameGiven(node);
  if (name?.type === 'Identifier') return name;
  const { parent } = node;
  return parent?.type === 'AssignmentPattern' && parent.left.type === 'Identifier'
    ? parent.left
    : null;
}

/** The function of the file's top level, or of a class, that a node is in. */
export function outermostFunction(node: Node): FunctionNode | null {
  let outermost: FunctionNode | null = null;
  for (const above of ancestorsOf(node)) if (isFunction(above)) outermost = above;
  return outermost;
}
