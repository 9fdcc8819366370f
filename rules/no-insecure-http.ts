import { replaceScheme } from '../src/edits/replace-scheme.ts';
import type { UrlLiteral } from '../src/facts/url/url-literal.ts';
import { createRule } from '../src/rule/create-rule.ts';
import { flag, strings } from '../src/rule/options.ts';

export default createRule({
  name: 'no-insecure-http',
  description: 'Disallow unencrypted connections to remote hosts',
  checklist: [
    'aelix/https',
    'moncreneau/https',
    'octopus/webhook-https',
    'moncreneau/webhook-https',
  ],
  level: 'recommended',
  fix: 'both',
  options: {
    allowInternal: flag(
      false,
      'Allow private addresses and names that only a cluster or an intranet knows.',
    ),
    allowHosts: strings([], 'Hosts that may be called without encryption.'),
  },
  messages: {
    request: {
      text: 'This connection is not encrypted: use {{secure}} instead of {{scheme}}.',
      items: [
        'aelix/https',
        'moncreneau/https',
        'octopus/webhook-https',
        'moncreneau/webhook-https',
      ],
    },
    webhook: {
      text: 'Webhooks to this address come unencrypted: use {{secure}} instead of {{scheme}}.',
      items: ['octopus/webhook-https', 'moncreneau/webhook-https'],
    },
  },
  on: {
    urlLiteral(url, { api, options, report }) {
      const { node, scheme, host, use, hasPort } = url;
      if ((scheme !== 'http' && scheme !== 'ws') || !isRemote(url, options.allowInternal)) return;
      if (host !== null && options.allowHosts.includes(host)) return;
      report({
        node,
        messageId: use === 'webhook' ? 'webhook' : 'request',
        data: { scheme, secure: scheme === 'ws' ? 'wss' : 'https' },
        edit: hasPort ? null : replaceScheme(node, scheme, api !== null && host !== null),
      });
    },
  },
});

/** Used to connect, by us or to us, and not to this machine. */
function isRemote({ use, reach, isOnlyNamed }: UrlLiteral, allowInternal: boolean): boolean {
  if (use === 'config' && (reach === null || isOnlyNamed)) return false;
  if (use !== 'request' && use !== 'base' && use !== 'webhook' && use !== 'config') return false;
  return reach === null || reach === 'public' || (reach === 'private' && !allowInternal);
}
