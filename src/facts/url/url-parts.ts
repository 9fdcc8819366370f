import type { Node } from '../../ast/node.ts';
import { keyName, staticString } from '../../ast/node.ts';
import { isWithin } from '../../ast/within.ts';
import type { Address } from '../../values/address.ts';
import { addressOf } from '../../values/address.ts';
import { valueOf } from '../../values/evaluate.ts';
import { attributeOf } from '../../values/objects.ts';
import { isString } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import type { UrlUse } from './url-use.ts';

/** An address that is put together from parts, so that no text of the file holds it. */
export interface Parts {
  readonly node: Node;
  readonly address: Address;
  readonly use: UrlUse;
}

/** `url.protocol = 'http:'` on a URL whose host is written in the file. */
export function schemeWrites({ module }: FileView): Parts[] {
  return module.memberWrites.flatMap((write): Parts[] => {
    const protocol = keyName(write.left) === 'protocol' ? staticString(write.right) : null;
    if (protocol === null || write.left.type !== 'MemberExpression' || write.operator !== '=')
      return [];
    const before = addressOf(valueOf(write.left.object, module));
    if (before.host === null) return [];
    return [
      {
        node: write.right,
        address: { ...before, scheme: protocol.replace(/:$/, '').toLowerCase() },
        use: 'config',
      },
    ];
  });
}

/** Requests whose host and protocol are given apart, or whose client is the plain-text one. */
export function plainRequests(
  { module, facts, candidates }: FileView,
  written: readonly Node[],
): Parts[] {
  const requests = facts.apiCall.flatMap((call): Parts[] => {
    const { address, node } = call;
    const isWritten = written.some((url) => isWithin(url, node) || url === address.value.node);
    if (
      call.via !== 'direct' ||
      call.instance !== null ||
      call.clientName === null ||
      address.scheme === null ||
      // A host that comes from elsewhere may be this machine.
      address.host === null ||
      // Which client sends it, and so by which protocol, is chosen at run time.
      valueOf(node.callee, module).kind === 'choice' ||
      isWritten ||
      /^\w+:\/\//.test(textOf(address))
    )
      return [];
    return [{ node: call.callee, address, use: 'request' }];
  });
  const options = candidates.objects.flatMap((object): Parts[] => {
    const value = valueOf(object, module);
    const [protocol, host, hostname] = ['protocol', 'host', 'hostname'].map((name) =>
      attributeOf(value, name),
    );
    const name = host?.state === 'known' ? host : hostname;
    if (
      protocol?.state !== 'known' ||
      name?.state !== 'known' ||
      !isString(protocol.value) ||
      !isString(name.value)
    )
      return [];
    const address = addressOf({
      ...name.value,
      value: `${protocol.value.value.replace(/:?(?:\/\/)?$/, '')}://${name.value.value}`,
    });
    const isOwn = protocol.value.module === module && protocol.value.node.type === 'Literal';
    return isOwn && !requests.some(({ node }) => node.parent && isWithin(object, node.parent))
      ? [{ node: protocol.value.node, address, use: 'config' }]
      : [];
  });
  return [...requests, ...options];
}

/** The text of the address where scheme and host were written as one. */
function textOf({ value, pattern }: Address): string {
  if (value.node.type === 'ObjectExpression' || value.node.type === 'Property') return '';
  if (value.kind === 'literal') return pattern;
  const start = value.kind === 'text' ? value.parts.find((part) => part !== '') : undefined;
  return typeof start === 'string' && /^\w+:\/\/[^/]/.test(start) ? start : '';
}
