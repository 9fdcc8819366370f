import { createRule } from '../src/rule/create-rule.ts';

export default createRule({
  name: 'require-raw-webhook-body',
  description: 'Require webhook signatures to be verified over the raw body',
  checklist: [
    'aelix/webhook-signature',
    'octopus/webhook-signature',
    'moncreneau/webhook-signature',
  ],
  level: 'recommended',
  messages: {
    stringified:
      'The signature is verified over JSON that is written anew: order, spaces and escapes may differ from what was sent and signed. Verify the raw bytes of the body, then parse them.',
    parsed:
      'The signature is verified over a parsed body, which is not what was signed. Read the raw bytes of the body, verify them, then parse them.',
    parsedBefore:
      'The body has been parsed before this handler runs, so that there are no raw bytes to verify. Mount the JSON parser after this route, or keep the bytes in its verify hook.',
  },
  on: {
    signedContent({ node, form }, { report }) {
      report({ node, messageId: form });
    },
  },
});
