import { moveToHeader } from '../src/edits/move-to-header.ts';
import { createRule } from '../src/rule/create-rule.ts';
import { strings } from '../src/rule/options.ts';

export default createRule({
  name: 'no-credentials-in-url',
  description: 'Disallow credentials in URLs',
  checklist: ['moncreneau/no-key-in-url'],
  level: 'recommended',
  fix: 'suggest',
  options: { allowHosts: strings([], 'Hosts that take their credential in the URL alone.') },
  messages: {
    query:
      'This credential stands in the query of a URL, which servers and proxies write to their logs: send it in a header.',
    path: 'This credential stands in the path of a URL, which servers and proxies write to their logs: send it in a header.',
    userinfo:
      'This credential stands before the host of a URL, where logs and error messages show it: send it in a header.',
    received:
      'Whoever calls this has to put a secret into the URL, which logs show: expect it in a header.',
  },
  on: {
    urlCredential(found, { api, options, report }) {
      const { node, where, isPublic, evidence } = found;
      if (isPublic && api === null) return;
      if (evidence.host !== undefined && options.allowHosts.includes(evidence.host)) return;
      const edit = moveToHeader(found, api?.auth?.header ?? 'Authorization');
      report({ node, messageId: where, edit });
    },
  },
});
