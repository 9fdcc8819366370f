import type { HookParameter, HttpClient } from '../../clients/schema.ts';
import type { Node } from '../../ast/node.ts';
import { isFunction, keyName, wrapped } from '../../ast/node.ts';
import { holdersOf } from '../../values/written-for.ts';
import type { FileView } from '../fact.ts';

interface Hooked {
  readonly is: 'request' | 'response';
  readonly client: HttpClient;
}

/** The client whose requests or responses a name gets, as an option of it has it: `{ hooks: { afterResponse: [(response) => …] } }`. */
export function hookedBy(declaration: Node, { facts, module }: FileView): Hooked | null {
  const { given, member } = givenBy(declaration);
  const fn = given?.parent;
  if (!fn || !isFunction(fn)) return null;
  const path: string[] = [];
  let options: Node | null = null;
  let place: Node | undefined = fn.parent.type === 'ArrayExpression' ? fn.parent.parent : fn.parent;
  while (place?.type === 'Property' && place.parent.type === 'ObjectExpression') {
    path.unshift(keyName(place) ?? '');
    options = place.parent;
    place = wrapped(options).parent;
  }
  const calls = options ? holdersOf(options, module) : [];
  const made = facts.apiClient.find(({ node }) => calls.includes(node))?.shaped.client;
  const sent = facts.apiCall.find(({ node }) => calls.includes(node))?.request.client;
  const client = made ?? sent ?? null;
  const index = fn.params.findIndex((parameter) => parameter === given);
  const isAt = (hook: HookParameter | undefined) =>
    hook?.parameter === index && (hook.member ?? null) === member;
  if (!client) return null;
  if (isAt(client.responseHooks?.[path.join('.')])) return { is: 'response', client };
  return isAt(client.sentHooks?.[path.join('.')]) ? { is: 'request', client } : null;
}

/** The parameter that a name is, or is taken from: `({ response }) => …`. */
function givenBy(declaration: Node): { given: Node | undefined; member: string | null } {
  const { parent } = declaration;
  return parent?.type === 'Property' && parent.parent.type === 'ObjectPattern'
    ? { given: parent.parent, member: keyName(parent) }
    : { given: declaration, member: null };
}
