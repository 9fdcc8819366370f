import type { UrlLiteral } from '../src/facts/url/url-literal.ts';
import { createRule } from '../src/rule/create-rule.ts';
import { strings } from '../src/rule/options.ts';

export default createRule({
  name: 'no-unreachable-webhook-url',
  description: 'Disallow webhooks that are registered with an address nobody outside can reach',
  checklist: ['moncreneau/webhook-public-url'],
  level: 'recommended',
  options: {
    allowHosts: strings([], 'Hosts that the sender of the webhooks can reach.'),
  },
  messages: {
    loopback: "'{{host}}' is the machine itself: the API can't send webhooks there.",
    private: "'{{host}}' is known inside one network alone: the API can't send webhooks there.",
    tunnel: "'{{host}}' is a tunnel or a test box: webhooks get lost once it is gone.",
  },
  on: {
    urlLiteral(url, { options, isExampleFile, report }) {
      const { node, host, use, isPerEnvironment } = url;
      if (use !== 'webhook' || host === null) return;
      if (isPerEnvironment || isForDevelopment(url)) return;
      if (isExampleFile && url.reach === 'loopback') return;
      const messageId = obstacle(url);
      if (messageId && !options.allowHosts.includes(host))
        report({ node, messageId, data: { host } });
    },
  },
});

/** What stands in on one's own machine, where no variable is set and no option given. */
const isForDevelopment = ({ reach, fallbackOf, decidedBy }: UrlLiteral): boolean =>
  reach === 'loopback' && (fallbackOf !== null || decidedBy === 'option');

function obstacle({ reach, isTunnel }: UrlLiteral) {
  if (reach === 'loopback' || reach === 'private') return reach;
  return isTunnel ? 'tunnel' : null;
}
