import { createRule } from '../src/rule/create-rule.ts';

export default createRule({
  name: 'no-committed-env-file',
  description: 'Disallow .env files with credentials that git takes into the repository',
  checklist: ['octopus/secrets-manager', 'moncreneau/env-not-committed'],
  level: 'recommended',
  messages: {
    committed:
      'No .gitignore covers {{filename}}, so git takes the credentials in it into the repository.',
    unreadable:
      "{{unreadable}} can't be read: nothing shows that git leaves the credentials in {{filename}} out of the repository.",
  },
  on: {
    envFile({ node, git, filename, unreadable }, { report }) {
      if (git === 'not-ignored') report({ node, messageId: 'committed', data: { filename } });
      if (unreadable !== null)
        report({ node, messageId: 'unreadable', data: { filename, unreadable } });
    },
  },
});
