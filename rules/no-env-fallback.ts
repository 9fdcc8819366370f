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
      { node, variable, purpose, default: written, ...read },
      { options, isExampleFile, isRunByHand, report },
    ) {
      if (purpose === 'other' || read.isChecked || options.allow.includes(variable)) return;
      if (read.isProductionHost && !options.productionHosts) return;
      // What a reader has to replace stands in an example; a secret that works is copied with it.
      if (isExampleFile && (purpose !== 'credential' || read.isToReplace)) return;
      // Whoever runs a script sets it, or has the server beside it.
      if (isRunByHand && (read.isEmpty || read.isThisMachine)) return;
      report({ node, messageId: purpose, data: { variable }, edit: requireEnvironment(written) });
    },
  },
});
