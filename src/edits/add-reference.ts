import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../ast/node.ts';
import type { SourceModule } from '../values/source-module.ts';
import { addProperty } from './add-option.ts';
import type { Edit } from './edit.ts';
import { freshId } from './fresh-id.ts';
import { freeName, insertBefore, statementOf, variableFor } from './hoist.ts';

/**
 * Gives a request's body a field with a fresh reference, made in a variable before the statement,
 * and before what repeats the request. Null where the object may have the field already, or where
 * there is no place outside of the repetition.
 * @param start what repeats the request: a loop, a call that gets a callback; null for neither
 */
export function addReference(
  object: TSESTree.ObjectExpression | null,
  field: string,
  start: Node | null,
  module: SourceModule,
): Edit | null {
  const make = object && freshId(module, object);
  if (!object || make === null) return null;
  const isInside =
    start !== null && start.range[0] <= object.range[0] && object.range[1] <= start.range[1];
  const before = statementOf(isInside ? start : object);
  const title = `Add '${field}'`;
  if (!before) {
    const inline = isInside ? null : addProperty(object, keyOf(field), make, module.text);
    return inline && { safe: false, title, changes: [inline] };
  }
  const name = freeName(variableFor(field), module);
  const added = addProperty(object, keyOf(field), name, module.text);
  return (
    added && {
      safe: false,
      title,
      changes: [insertBefore(before, `const ${name} = ${make};`, module), added],
    }
  );
}

const keyOf = (field: string): string => (/^[A-Za-z_$][\w$]*$/.test(field) ? field : `'${field}'`);
