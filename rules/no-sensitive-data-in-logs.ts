import { redact } from '../src/edits/redact.ts';
import type { LeakKind } from '../src/facts/log/leak-kind.ts';
import { createRule } from '../src/rule/create-rule.ts';
import { flag } from '../src/rule/options.ts';

const MESSAGES = {
  credential: 'credential',
  cookies: 'credential',
  card: 'card',
  personal: 'personal',
  request: 'inbound',
  headers: 'inbound',
  body: 'inbound',
  environment: 'environment',
  configuration: 'configuration',
  error: 'error',
  'sent-request': 'sent',
} as const satisfies Record<LeakKind, string>;

export default createRule({
  name: 'no-sensitive-data-in-logs',
  description: 'Disallow credentials, card data and whole requests in logs',
  checklist: ['octopus/redact-secrets', 'moncreneau/no-sensitive-logs', 'aelix/data-regulations'],
  level: 'recommended',
  fix: 'suggest',
  options: {
    personalData: flag(
      false,
      'Also report personal data of customers: e-mail addresses, phone numbers, names.',
      (api) => api.noPersonalDataInLogs ?? false,
    ),
  },
  messages: {
    credential:
      'This writes a credential ({{name}}) to the log, where everybody who reads logs can take it.',
    card: 'This writes card data ({{name}}) to the log: it must not be kept anywhere.',
    personal: 'This writes personal data ({{name}}) to the log.',
    inbound:
      'This writes {{what}} whole to the log, with whatever secrets and personal data it holds. Pick the fields that are needed.',
    environment: 'This writes all environment variables to the log, secrets included.',
    configuration:
      'This writes an object to the log that holds a secret ({{name}}). Pick the fields that are needed.',
    error:
      "This error carries the request that was sent, credentials included. Log its code, message and the response's status.",
    sent: 'This holds the request that was sent, credentials included. Pick the fields that are needed.',
  },
  on: {
    sensitiveLog({ node, kind, name, log }, { options, report }) {
      if (kind === 'personal' && !options.personalData) return;
      report({
        node,
        messageId: MESSAGES[kind],
        data: { name, what: `a request${kind === 'request' ? '' : `'s ${kind}`}` },
        edit: redact(node, kind === 'error', log.module),
      });
    },
  },
});
