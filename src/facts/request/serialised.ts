import type { Value } from '../../values/value.ts';
import { alternatives, isNothing } from '../../values/value.ts';

/**
 * What is sent before it was made a text: the object of `JSON.stringify(object)`, also where there may be none:
 * `body && JSON.stringify(body)`, `body === undefined ? undefined : JSON.stringify(body)`.
 */
export function serialised(value: Value): Value {
  if (value.kind === 'choice') return soleOf(value) ?? value;
  if (value.kind !== 'call' || value.callee.kind !== 'external') return value;
  return value.callee.path.join('.') === 'JSON.stringify' ? (value.args[0] ?? value) : value;
}

function soleOf(choice: Value): Value | null {
  const [first, ...others] = [...alternatives(choice)]
    .filter((option) => !isNothing(option))
    .map((option) => serialised(option));
  return first && others.every(({ node }) => node === first.node) ? first : null;
}
