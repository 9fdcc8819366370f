import { useBearer } from '../src/edits/use-bearer.ts';
import { createRule } from '../src/rule/create-rule.ts';

export default createRule({
  name: 'require-bearer-auth',
  description: 'Require the bearer header for the key of APIs that ask for it',
  checklist: ['moncreneau/bearer-header'],
  level: 'api',
  fix: 'suggest',
  messages: {
    header: '{{api}} takes its key in `{{header}}: Bearer …`, not in the header {{name}}.',
    body: '{{api}} takes its key in `{{header}}: Bearer …`, not in the body.',
    scheme: '{{api}} takes its key in `{{header}}: Bearer …`: this has another scheme, or none.',
  },
  on: {
    requestCredential(credential, { api, report }) {
      if (api?.auth?.scheme !== 'bearer') return;
      const header = api.auth.header ?? 'Authorization';
      const { node, place, name, scheme, besidesBearer } = credential;
      const data = { api: api.title ?? api.name, header, name };
      const edit = useBearer(credential, header);
      if (place === 'body') report({ node, messageId: 'body', data });
      else if (name.toLowerCase() === header.toLowerCase()) {
        if (scheme !== null && scheme !== 'bearer')
          report({ node, messageId: 'scheme', data, edit });
      } else if (!besidesBearer) report({ node, messageId: 'header', data, edit });
    },
  },
});
