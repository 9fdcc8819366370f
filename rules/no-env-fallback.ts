import { requireEnvironment } from '../src/edits/require-environment.ts';
import { createRule } from '../src/rule/create-rule.ts';
import { strings } from '../src/rule/options.ts';

export default createRule({
  name: 'no-env-fallback',
  description: 'Disallow silent defaults for credentials, hosts and the environment of an API',
  checklist: ['octopus/no-silent-defaults'],
  level: 'recommended',
  fix: 'suggest',
  options: { allow: strings([], 'Names of variables that may have a default.') },
  messages: {
    credential:
      '{{variable}} has a silent default: fail at start-up when this credential is not set.',
    address: '{{variable}} has a silent default: fail at start-up when this address is not set.',
    environment:
      '{{variable}} has a silent default: fail at start-up when the environment to use is not set.',
  },
  on: {
    envRead(
      { node, variable, purpose, default: written, isChecked },
      { options, isTestFile, report },
    ) {
      if (purpose === 'other' || isChecked || isTestFile || options.allow.includes(variable))
        return;
      report({ node, messageId: purpose, data: { variable }, edit: requireEnvironment(written) });
    },
  },
});
