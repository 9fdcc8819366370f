import type { Node } from '../ast/node.ts';
import type { OptionsPlace } from '../values/options-place.ts';
import type { SourceModule } from '../values/source-module.ts';
import { headerChange } from './add-header.ts';
import type { Edit } from './edit.ts';
import { freshId } from './fresh-id.ts';
import { statementOf } from './hoist.ts';

/**
 * Sends a fresh id with a request, in a header. Null where its options can't be told, or the file
 * can't make one.
 */
export function addFreshHeader(
  place: OptionsPlace | null,
  at: Node,
  name: string,
  safe: boolean,
): Edit | null {
  const make = place && freshId(place.module, at);
  if (!place || make === null) return null;
  const change = headerChange(place, name, make);
  const isOwn = place.kind !== 'object' || place.isOwn;
  return change && { safe: safe && isOwn, title: `Send a fresh '${name}'`, changes: [change] };
}

/**
 * Registers a function that gives each request of a client a fresh id, after the statement that
 * makes the client. Null where it has no name.
 * @param register the member that takes the function, as `interceptors.request.use`
 */
export function addFreshHeaderToAll(
  made: Node,
  register: string,
  name: string,
  module: SourceModule,
): Edit | null {
  const declarator = made.parent;
  const variable =
    declarator?.type === 'VariableDeclarator' && declarator.id.type === 'Identifier'
      ? declarator.id.name
      : null;
  const statement = statementOf(made);
  const make = freshId(module, made);
  if (variable === null || !statement || make === null) return null;
  const text = `\n\n${variable}.${register}((config) => {\n  config.headers['${name}'] = ${make};\n  return config;\n});`;
  const [, end] = statement.range;
  return {
    safe: false,
    title: `Send a fresh '${name}' with every request`,
    changes: [{ range: [end, end], text }],
  };
}
