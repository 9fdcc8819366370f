import { createRule } from '../src/rule/create-rule.ts';

const what = ({ variable }: { readonly variable: string | null }): string =>
  variable ?? 'The same credential';

export default createRule({
  name: 'no-shared-environment-credentials',
  description: 'Disallow one credential for production and another environment',
  checklist: [
    'aelix/separate-client-secret',
    'octopus/separate-env-vars',
    'moncreneau/separate-environments',
  ],
  level: 'recommended',
  messages: {
    switch: '{{what}} is used whichever environment is chosen: give each a credential of its own.',
    table:
      '{{what}} is used for production and another environment: give each a credential of its own.',
    files:
      'This credential is also in {{otherFile}}: give production and other environments one each.',
  },
  on: {
    sharedCredential(shared, { report }) {
      const { node, between, otherFile } = shared;
      const data = { what: what(shared), otherFile: otherFile ?? '' };
      report({ node, messageId: between, data });
    },
  },
});
