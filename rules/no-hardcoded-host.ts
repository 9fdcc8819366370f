import { readEnvironment } from '../src/edits/read-environment.ts';
import { createRule } from '../src/rule/create-rule.ts';
import { strings } from '../src/rule/options.ts';
import { sandboxOf } from '../src/rule/sandbox-host.ts';
import { baseUrlVariableOf } from '../src/rule/variable-names.ts';

export default createRule({
  name: 'no-hardcoded-host',
  description: 'Disallow the address of a remote API as a literal in the code',
  checklist: ['aelix/switch-to-production', 'octopus/sandbox-parity'],
  level: 'strict',
  fix: 'suggest',
  options: { allowHosts: strings([], 'Hosts that are the same in all environments.') },
  messages: {
    host: 'The code decides that {{host}} is called: read the base URL from the environment.',
  },
  on: {
    urlLiteral(url, { api, apis, options, report }) {
      const { node, host, reach, use, siblings, isPerEnvironment, fallbackOf, decidedBy } = url;
      if (host === null || isPerEnvironment || fallbackOf !== null) return;
      const isCalled = use === 'base' || use === 'request' || (use === 'config' && api !== null);
      if (decidedBy === 'data' || (decidedBy === 'option' && api === null)) return;
      if (!isCalled || options.allowHosts.includes(host)) return;
      if (reach !== 'public' || sandboxOf(host, siblings, apis) !== null) return;
      const edit =
        use === 'request' ? null : readEnvironment({ ...url, name: null }, baseUrlVariableOf(api));
      report({ node, messageId: 'host', data: { host }, edit });
    },
  },
});
