import { addressTakers } from '../../clients/address-takers.ts';
import type { AddressTaker } from '../../clients/address-takers.ts';
import type { Node } from '../../ast/node.ts';
import { keyName, staticString } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { importedFrom } from '../../values/value.ts';
import { nameOf } from '../literal-place.ts';

/**
 * A library or the platform connects to what it is given there: `xhr.open('GET', url)`, `io(url)`.
 * @param argument the index of the address, or of the object that holds it as an option
 * @param option the option's name; null where the argument is the address itself
 */
export function connectsTo(
  call: Node,
  argument: number,
  option: string | null,
  module: SourceModule,
): boolean {
  if (call.type !== 'CallExpression' && call.type !== 'NewExpression') return false;
  const before = staticString(call.arguments[argument - 1]);
  return addressTakers.some(
    (taker) =>
      taker.argument === argument &&
      (option === null ? !taker.options : taker.options?.includes(option) === true) &&
      (!taker.afterMethod || METHOD.test(before ?? '')) &&
      isCalled(taker, call.callee, module),
  );
}

const METHOD = /^(?:get|head|post|put|patch|delete|options)$/i;

function isCalled({ modules, names }: AddressTaker, callee: Node, module: SourceModule): boolean {
  if (modules.length === 0)
    return callee.type === 'MemberExpression' && names.includes(nameOf(callee) ?? '');
  const value = valueOf(callee, module);
  if (!modules.includes(importedFrom(value) ?? '')) return false;
  const isWhole =
    value.kind === 'external' && (value.path.length === 0 || value.path.join() === 'default');
  const name = value.kind === 'external' ? value.path.at(-1) : keyName(callee);
  return isWhole ? names.includes('default') : names.includes(name ?? '');
}
