import { readEnvironment } from '../src/edits/read-environment.ts';
import { createRule } from '../src/rule/create-rule.ts';
import { sandboxOf } from '../src/rule/sandbox-host.ts';
import { baseUrlVariableOf } from '../src/rule/variable-names.ts';

export default createRule({
  name: 'no-sandbox-host',
  description: "Disallow an API's sandbox as the host that the code calls",
  checklist: ['aelix/switch-to-production', 'octopus/production-host'],
  level: 'recommended',
  fix: 'suggest',
  messages: {
    host: '{{host}} is a sandbox: read the base URL from the environment, so that production calls production.',
    environment:
      "This chooses the API's test environment in the code: read it from the environment.",
    fallback:
      "Where {{variable}} is not set, this chooses the API's test environment: let it fail there instead.",
  },
  on: {
    urlLiteral(url, { api, apis, isExampleFile, report }) {
      const { node, host, use, siblings, isPerEnvironment } = url;
      const isCalled =
        use === 'request' || use === 'base' || use === 'config' || url.fallbackOf !== null;
      if (isExampleFile || host === null || isPerEnvironment || !isCalled) return;
      const sandbox = sandboxOf(host, siblings, apis);
      if (sandbox === null) return;
      const edit =
        use === 'request' ? null : readEnvironment({ ...url, name: null }, baseUrlVariableOf(api));
      report({ node, messageId: 'host', data: { host }, edit });
    },
    environmentChoice({ node, name, isPerEnvironment, fallbackOf }, { isExampleFile, report }) {
      if (isExampleFile || isPerEnvironment) return;
      report({
        node,
        messageId: fallbackOf === null ? 'environment' : 'fallback',
        data: { variable: fallbackOf ?? '' },
        edit: readEnvironment({ node, name, fallbackOf }, null),
      });
    },
  },
});
