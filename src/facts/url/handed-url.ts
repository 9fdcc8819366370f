import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import { attributeOf, namesOf } from '../../values/objects.ts';
import { callsIn } from '../../values/parts.ts';
import type { Value } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import type { ApiCall } from '../request/api-call.ts';
import { shapeOf } from '../request/client-shapes.ts';
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
  if (valueOf(call.callee, module).kind !== 'function') return null;
  const made = callsIn(valueOf(call, module)).filter((each) => shapeOf(each)?.made === each);
  return made.some(({ args }) => args.some((options) => isBaseOf(options, given))) ? 'base' : null;
}

function registers(request: ApiCall, given: Node): boolean {
  const { body } = request;
  if (body.state !== 'known' || !registersWebhook(request)) return false;
  return namesOf(body.value)
    .filter((name) => isTarget(name) || isWebhookName(name))
    .some((name) => isAt(body.value, name, given));
}

const BASES = ['baseURL', 'baseUrl', 'prefixUrl', 'prefix', 'url', 'endpoint'];

const isBaseOf = (options: Value, given: Node): boolean =>
  options.node === given || BASES.some((name) => isAt(options, name, given));

function isAt(object: Value, name: string, given: Node): boolean {
  const found = attributeOf(object, name);
  return found.state === 'known' && found.value.node === given;
}
