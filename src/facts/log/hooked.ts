import type { HttpClient } from '../../clients/schema.ts';
import type { Node } from '../../ast/node.ts';
import { isFunction, keyName } from '../../ast/node.ts';
import type { FileView } from '../fact.ts';

/** The client whose responses a parameter gets, as an option of it has it: `{ hooks: { afterResponse: [(response) => …] } }`. */
export function hookedResponse(declaration: Node, { facts }: FileView): HttpClient | null {
  const fn = declaration.parent;
  if (!fn || !isFunction(fn) || fn.parent.type !== 'ArrayExpression') return null;
  const path: string[] = [];
  let place: Node | undefined = fn.parent.parent;
  while (place?.type === 'Property' && place.parent.type === 'ObjectExpression') {
    path.unshift(keyName(place) ?? '');
    place = place.parent.parent;
  }
  if (place?.type !== 'CallExpression' || path.length === 0) return null;
  const option = path.join('.');
  const index = fn.params.findIndex((parameter) => parameter === declaration);
  const made = facts.apiClient.find(({ node }) => node === place)?.shaped.client;
  const client = made ?? facts.apiCall.find(({ node }) => node === place)?.request.client ?? null;
  return client?.responseHooks?.[option] === index ? client : null;
}
