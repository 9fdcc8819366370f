import { isWithin } from '../../ast/within.ts';
import { addressOf } from '../../values/address.ts';
import { attributeOf, namesOf } from '../../values/objects.ts';
import type { FileView } from '../fact.ts';
import { isInFile } from '../request/in-file.ts';
import { isTunnel, reachOf } from './host-reach.ts';
import type { Written } from './url-literal.ts';
import type { Parts } from './url-parts.ts';
import { isTarget, isWebhookName, registersWebhook } from './webhook-place.ts';

/**
 * Addresses that a request registers for webhooks, and that start with what another file holds: only
 * here it shows that somebody outside is to call them.
 */
export function registeredUrls(
  { facts, module }: FileView,
  written: readonly Pick<Written, 'node' | 'address'>[],
): Parts[] {
  return facts.apiCall.filter(registersWebhook).flatMap(({ body }): Parts[] => {
    if (body.state !== 'known') return [];
    const { value: sent } = body;
    return namesOf(sent).flatMap((name): Parts[] => {
      const found = isTarget(name) || isWebhookName(name) ? attributeOf(sent, name) : null;
      if (found?.state !== 'known' || found.node.type !== 'Property') return [];
      const { value: node } = found.node;
      const address = addressOf(found.value);
      const { host } = address;
      if (address.scheme === null || host === null || !isInFile(node, module)) return [];
      const isHere = written.some(
        (each) => each.address.host === host || isWithin(each.node, node),
      );
      const isReached = reachOf(host) === 'public' && !isTunnel(host);
      return isHere || isReached ? [] : [{ node, address, use: 'webhook' }];
    });
  });
}
