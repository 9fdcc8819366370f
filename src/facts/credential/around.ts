import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { keyName, staticString } from '../../ast/node.ts';
import { wordsOf } from '../../ast/words.ts';
import type { LiteralPlace } from '../literal-place.ts';
import { nameOf, placeOf } from '../literal-place.ts';

/**
 * What a value is called by what stands around it: `apiKey` of `apiKey: { type: String, default: '…' }`,
 * of `option('api-key', { default: '…' })`, of `{ name: 'API_KEY', value: '…' }`, and of a table
 * `const apiKeys = { north: '…' }`.
 */
export function nameAround({ form, holder, name }: LiteralPlace): string | null {
  if (form !== 'property' || name === null) return null;
  const object = holder.type === 'Property' ? holder.parent : pairsAround(holder);
  if (!object) return null;
  const isValue = VALUES.test(name);
  const told = isValue && object.type === 'ObjectExpression' ? nameBeside(object) : null;
  if (told !== null) return told;
  const outer = nameGivenTo(object);
  return outer !== null && (isValue || isTable(outer, name)) ? outer : null;
}

const VALUES = /^(?:value|default|defaultValue|defaultsTo|fallback|initialValue)$/;
const NAMES = /^(?:name|key|header|variable|variableName|envVar)$/;

function nameBeside(object: TSESTree.ObjectExpression): string | null {
  const named = object.properties.find(
    (property) => property.type === 'Property' && NAMES.test(keyName(property) ?? ''),
  );
  return named?.type === 'Property' ? staticString(named.value) : null;
}

/** The array of pairs that a pair stands in: `new Map([['north', '…']])`. */
const pairsAround = (pair: Node): Node | null =>
  pair.type === 'ArrayExpression' && pair.parent.type === 'ArrayExpression'
    ? pair.parent.parent
    : null;

/** The name of what an object is given to: a property, a variable, or the argument before it. */
function nameGivenTo(object: Node): string | null {
  const { form, name, holder } = placeOf(object);
  if (form !== 'argument') return name;
  const call = holder.type === 'CallExpression' ? holder : null;
  const index = call?.arguments.findIndex((argument) => argument === object) ?? -1;
  const before = staticString(call?.arguments[index - 1]);
  return before !== null && DECLARING.test(nameOf(call?.callee ?? object) ?? '') ? before : null;
}

const DECLARING = /^(?:option|options|positional|defineProperty|addOption|string)$/;

/** Several of a kind under names of their own, of which none says that it is something else. */
function isTable(outer: string, inner: string): boolean {
  const [last = '', before = ''] = wordsOf(outer).toReversed();
  const isOfKeys =
    /^(?:keys|secrets|passwords)$/.test(last) || (last === 'tokens' && OF_ACCESS.test(before));
  return isOfKeys && !OTHER.has(wordsOf(inner).at(-1) ?? '');
}

/** Other tokens are coins, or words of a text. */
const OF_ACCESS = /^(?:api|access|auth|bearer|refresh|bot|service)$/;

const OTHER: ReadonlySet<string> = new Set(
  'id ids url uri host name region version path type label header prefix username user email hash digest checksum'.split(
    ' ',
  ),
);
