import { createRule } from '../src/rule/create-rule.ts';

export default createRule({
  name: 'no-environment-branching',
  description: "Disallow behaviour around APIs that depends on the environment's name",
  checklist: ['octopus/sandbox-parity'],
  level: 'strict',
  messages: {
    branch:
      'What happens here depends on the name of the environment: let only hosts and credentials differ, so that the sandbox shows what production does.',
  },
  on: {
    environmentBranch({ node }, { report }) {
      report({ node, messageId: 'branch' });
    },
  },
});
