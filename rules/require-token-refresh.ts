import { createRule } from '../src/rule/create-rule.ts';

export default createRule({
  name: 'require-token-refresh',
  description: 'Require kept access tokens to be renewed',
  checklist: ['aelix/token-refresh'],
  level: 'strict',
  messages: {
    variable:
      'This access token is kept and never renewed: once it ends, every request is refused until a restart. Look when it ends, or ask for another after a 401.',
    field:
      'This access token is kept and never renewed: once it ends, every request through this object is refused. Look when it ends, or ask for another after a 401.',
    header:
      'This access token goes into the headers of a client and is never renewed: once it ends, every request of the client is refused.',
  },
  on: {
    tokenCache({ node, kept, isRenewed }, { report }) {
      if (!isRenewed) report({ node, messageId: kept });
    },
  },
});
