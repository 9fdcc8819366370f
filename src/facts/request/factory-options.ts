import { returnsOf } from '../../ast/returns.ts';
import { valueOf } from '../../values/evaluate.ts';
import { attributeAt } from '../../values/objects.ts';
import type { Value } from '../../values/value.ts';

/** `{ useFactory: () => ({ timeout: 5000 }) }`: the options that a function gives; null where that can't be told. */
export function optionsOfFactory(given: Value, name: string): Value | null {
  const factory = attributeAt(given, [name]);
  if (factory.state !== 'known' || factory.value.kind !== 'function') return null;
  const { node, module } = factory.value;
  const [returned, ...others] = returnsOf(node);
  if (!returned || others.length > 0) return null;
  const value = valueOf(returned, module);
  return value.kind === 'awaited' ? value.of : value;
}
