import type { Expression } from '../ast/node.ts';
import { unwrap } from '../ast/node.ts';
import type { SourceModule } from '../values/source-module.ts';
import { addProperty } from './add-option.ts';
import type { Edit } from './edit.ts';

/** Adds a field to the object of fields that a log line is given; null where it has none. */
export function addLogField(
  args: readonly Expression[],
  name: string,
  text: string,
  module: SourceModule,
): Edit | null {
  const object = args.map(unwrap).find(({ type }) => type === 'ObjectExpression');
  if (object?.type !== 'ObjectExpression') return null;
  const change = addProperty(object, name, text, module.text);
  return change && { safe: false, title: `Log ${name}`, changes: [change] };
}
