import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import { attributeOf, namesOf } from '../../values/objects.ts';
import { parameterTaking } from '../../values/parameter-given.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import type { ApiCall } from '../request/api-call.ts';
import { useOf } from '../request/client-shapes.ts';
import { nameOf, placeOf } from '../literal-place.ts';
import { connectsTo } from './address-taken.ts';
import type { UrlUse } from './url-use.ts';
import { isTarget, isWebhookName, registersWebhook } from './webhook-place.ts';

/**
 * What a function of the project does with an address that it is handed: it makes a client of it,
 * `clientFor('fees', 'http://…')`, or registers it, `subscribe('order.paid', 'https://…')`.
 */
export function useOfHandedOver(
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  given: Node,
  { facts, module }: FileView,
): UrlUse | null {
  const request = facts.apiCall.find(({ node, via }) => node === call && via !== 'direct');
  if (request && registers(request, given)) return 'webhook';
  const taken = parameterTaking(call, given, module);
  const reads = taken?.module.scopes.bindingOf(taken.parameter)?.reads ?? [];
  if (!taken) return null;
  if (reads.some((read) => makesClient(read, taken.module))) return 'base';
  return reads.some((read) => isConnectedTo(read, taken.module)) ? 'request' : null;
}

/** `new WebSocket(address)`. */
function isConnectedTo(read: Node, module: SourceModule): boolean {
  const { form, holder, argument } = placeOf(read);
  return form === 'argument' && (isSocket(holder) || connectsTo(holder, argument, null, module));
}

/** A connection of the platform. */
export const isSocket = (made: Node): boolean =>
  made.type === 'NewExpression' && /^(?:WebSocket|EventSource)$/.test(nameOf(made.callee) ?? '');

/** `ky.create({ prefixUrl })`: it is the option that all requests of the client begin with. */
function makesClient(read: Node, module: SourceModule): boolean {
  const { holder, name } = placeOf(read);
  const call = holder.type === 'Property' && BASES.has(name ?? '') ? holder.parent.parent : null;
  if (call?.type !== 'CallExpression' && call?.type !== 'NewExpression') return false;
  const used = useOf(valueOf(call.callee, module), call.type === 'NewExpression');
  return used?.signature.does === 'create';
}

const BASES: ReadonlySet<string> = new Set(['baseURL', 'baseUrl', 'prefixUrl', 'prefix', 'base']);

function registers(request: ApiCall, given: Node): boolean {
  const { body } = request;
  if (body.state !== 'known' || !registersWebhook(request)) return false;
  return namesOf(body.value)
    .filter((name) => isTarget(name) || isWebhookName(name))
    .some((name) => isAt(body.value, name, given));
}

function isAt(object: Value, name: string, given: Node): boolean {
  const found = attributeOf(object, name);
  return found.state === 'known' && found.value.node === given;
}
