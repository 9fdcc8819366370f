import { checkEnvironment } from '../src/edits/check-environment.ts';
import { createRule } from '../src/rule/create-rule.ts';
import { strings } from '../src/rule/options.ts';

export default createRule({
  name: 'require-env-check',
  description: 'Require a check of the environment variables that requests depend on',
  checklist: ['octopus/no-silent-defaults'],
  level: 'strict',
  fix: 'suggest',
  options: { allow: strings([], 'Names of variables that something else checks.') },
  messages: {
    credential: '{{variable}} goes into requests as it is: fail at start-up when it is not set.',
    address: '{{variable}} is where requests go: fail at start-up when it is not set.',
  },
  on: {
    uncheckedEnv(read, { options, report }) {
      const { node, variable, purpose } = read;
      if (options.allow.includes(variable)) return;
      report({ node, messageId: purpose, data: { variable }, edit: checkEnvironment(read) });
    },
  },
});
