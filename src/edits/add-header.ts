import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../ast/node.ts';
import { keyName } from '../ast/node.ts';
import type { OptionsPlace } from '../values/options-place.ts';
import { addOption, addProperty } from './add-option.ts';
import type { TextChange } from './edit.ts';

/**
 * The change that adds a header to the options of a call, in the object of headers that stands
 * there or in a new one. Null where the headers are written elsewhere, or have that header.
 */
export function headerChange(
  place: OptionsPlace | null,
  name: string,
  text: string,
  option = 'headers',
): TextChange | null {
  const key = headerKey(name);
  const headers = place?.kind === 'object' ? propertyOf(place.object, option) : null;
  if (headers && place) {
    return headers.value.type === 'ObjectExpression' && !hasHeader(headers.value, name)
      ? addProperty(headers.value, key, text, place.module.text)
      : null;
  }
  const [change] = addOption(place, option, `{ ${key}: ${text} }`, '')?.changes ?? [];
  return change ?? null;
}

const propertyOf = (object: TSESTree.ObjectExpression, name: string): TSESTree.Property | null =>
  object.properties.find(
    (property): property is TSESTree.Property =>
      property.type === 'Property' && keyName(property) === name,
  ) ?? null;

/** Whether an object of headers names one, in whatever case. */
export const hasHeader = (object: Node, name: string): boolean =>
  object.type === 'ObjectExpression' &&
  object.properties.some((property) => keyName(property)?.toLowerCase() === name.toLowerCase());

/** A header's name as the key of a property. */
export const headerKey = (name: string): string => (/^[A-Za-z]+$/.test(name) ? name : `'${name}'`);
