import { requireEnvironment } from '../src/edits/require-environment.ts';
import { createRule } from '../src/rule/create-rule.ts';
import { flag, strings } from '../src/rule/options.ts';

export default createRule({
  name: 'no-env-fallback',
  description: 'Disallow silent defaults for credentials, hosts and the environment of an API',
  checklist: ['octopus/no-silent-defaults'],
  level: 'recommended',
  fix: 'suggest',
  options: {
    allow: strings([], 'Names of variables that may have a default.'),
    productionHosts: flag(
      false,
      'Also report a default that is the public address of a production host.',
      (api) => api.noDefaultHost,
    ),
  },
  messages: {
    credential:
      '{{variable}} has a silent default: fail at start-up when this credential is not set.',
    address: '{{variable}} has a silent default: fail at start-up when this address is not set.',
    environment:
      '{{variable}} has a silent default: fail at start-up when the environment to use is not set.',
  },
  on: {
    envRead(
      { node, variable, purpose, default: written, isEmpty, isChecked, isProductionHost },
      { options, isExampleFile, report },
    ) {
      if (purpose === 'other' || isChecked || options.allow.includes(variable)) return;
      if (isProductionHost && !options.productionHosts) return;
      // Nothing stands in for what whoever tries the example has to set.
      if (isExampleFile && isEmpty) return;
      report({ node, messageId: purpose, data: { variable }, edit: requireEnvironment(written) });
    },
  },
});
