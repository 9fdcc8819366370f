import { replaceNumber } from '../src/edits/replace-number.ts';
import type { WebhookSecret } from '../src/facts/webhook/secret.ts';
import { createRule } from '../src/rule/create-rule.ts';
import { integer } from '../src/rule/options.ts';

export default createRule({
  name: 'require-strong-webhook-secret',
  description: 'Require webhook secrets that are long and random enough',
  checklist: ['moncreneau/webhook-secret-strength'],
  level: 'strict',
  fix: 'suggest',
  options: {
    minLength: integer(
      32,
      'The fewest characters that a webhook secret may have.',
      (api) => api.webhook?.secretLength,
      1,
    ),
    minVariety: integer(8, 'The fewest different characters that a secret in the code may have.'),
  },
  messages: {
    literal: 'This webhook secret has {{length}} characters: take at least {{limit}} random ones.',
    variety:
      'This webhook secret has {{length}} different characters: take at least {{limit}} random characters.',
    minimum: 'This lets webhook secrets of {{length}} characters pass: ask for at least {{limit}}.',
    generated: 'This makes a webhook secret of {{length}} characters: make at least {{limit}}.',
  },
  on: {
    webhookSecret(secret, { options: { minLength, minVariety }, report }) {
      const { node, how, length, variety } = secret;
      if (length < minLength)
        report({
          node,
          messageId: how,
          data: { length, limit: minLength },
          edit: raised(secret, minLength),
        });
      else if (variety !== null && variety < minVariety)
        report({ node, messageId: 'variety', data: { length: variety, limit: minLength } });
    },
  },
});

/** The number that decides the length, large enough for it. */
function raised({ bound, module }: WebhookSecret, limit: number) {
  if (!bound || !module) return null;
  const number = Math.ceil(limit / bound.perUnit);
  return replaceNumber(bound.node, number, module.text, `Ask for ${limit} characters.`, false);
}
