import { readEnvironment } from '../src/edits/read-environment.ts';
import { createRule } from '../src/rule/create-rule.ts';
import { flag } from '../src/rule/options.ts';
import { credentialPrefixOf, credentialVariableOf } from '../src/rule/variable-names.ts';

export default createRule({
  name: 'no-hardcoded-credentials',
  description: 'Disallow credentials that are written in code and configuration',
  checklist: ['aelix/secrets-manager', 'octopus/secrets-manager', 'moncreneau/no-hardcoded-keys'],
  level: 'recommended',
  fix: 'suggest',
  options: {
    inTests: flag(false, 'Also report in tests, fixtures, stories and mocks.'),
    liveKeysInTests: flag(
      false,
      'In tests report the keys whose form shows that they work on real data.',
    ),
  },
  looksAtTests: true,
  messages: {
    literal:
      'This is {{what}}, written in the code: take it from a secrets manager or the environment.',
    data: 'This is {{what}} in plain text: keep it in a secrets manager, or set it where the program runs.',
    fallback:
      '{{variable}} falls back to {{what}} that is written in the code: whoever reads the code has it.',
  },
  on: {
    credential(credential, { api, options, isTestFile, isExampleFile, report }) {
      const { node, what, live, fallbackOf, isData } = credential;
      if (credential.isKeptOut || credential.isForDevelopment) return;
      if (isExampleFile && !credential.isCertain && fallbackOf === null) return;
      if (isTestFile && !options.inTests && !(live && options.liveKeysInTests)) return;
      const edit = readEnvironment(credential, credentialVariableOf(api), credentialPrefixOf(api));
      const messageId = isData ? 'data' : 'literal';
      if (fallbackOf === null) report({ node, messageId, data: { what }, edit });
      else report({ node, messageId: 'fallback', data: { what, variable: fallbackOf }, edit });
    },
  },
});
