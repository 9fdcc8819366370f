import { replaceText } from '../src/edits/replace-text.ts';
import type { Alert } from '../src/facts/alert/alert.ts';
import { exceededLimit, writtenLimit } from '../src/rule/alert-limits.ts';
import { createRule } from '../src/rule/create-rule.ts';

export default createRule({
  name: 'alert-thresholds',
  description: 'Enforce alerts that fire as early as the API asks for, and that reach somebody',
  checklist: [
    'aelix/error-rate-alert',
    'aelix/quota-alert',
    'octopus/low-balance-alert',
    'moncreneau/credits-alert',
    'moncreneau/critical-error-alerts',
    'moncreneau/alerts',
  ],
  level: 'api',
  fix: 'safe',
  messages: {
    errors: {
      text: 'This alert fires late: errors are to be noticed at {{limit}}.',
      items: ['aelix/error-rate-alert', 'moncreneau/critical-error-alerts', 'moncreneau/alerts'],
    },
    window: {
      text: 'This alert looks at too long a time: errors are to be noticed within {{limit}}.',
      items: ['aelix/error-rate-alert'],
    },
    quota: {
      text: 'This alert fires late: the use of the quota is to be noticed at {{limit}}.',
      items: ['aelix/quota-alert'],
    },
    webhooks: {
      text: 'This alert fires late: a webhook that waits is to be noticed at {{limit}}.',
      items: ['moncreneau/alerts'],
    },
    balance: {
      text: 'This alert fires late: a low balance is to be noticed at {{limit}}.',
      items: ['octopus/low-balance-alert', 'moncreneau/credits-alert', 'moncreneau/alerts'],
    },
    receiver: 'Alerts end here: nobody is told of them.',
  },
  on: {
    alert(alert, { api, apisInUse, report }) {
      if (alert.about === 'receiver') return report({ node: alert.node, messageId: 'receiver' });
      const exceeded = exceededLimit(alert, api, apisInUse);
      if (exceeded === null) return;
      const limit = writtenLimit(alert, exceeded);
      report({
        node: alert.node,
        messageId: messageOf(alert),
        data: { limit },
        edit: edit(alert, limit),
      });
    },
  },
});

function messageOf({ topic, about }: Alert) {
  if (about === 'window') return 'window';
  if (topic === 'quota') return 'quota';
  if (topic === 'webhook-age') return 'webhooks';
  return topic === 'errors' || topic === 'server-errors' ? 'errors' : 'balance';
}

const edit = ({ written }: Alert, limit: string) =>
  written && replaceText(written.range, limit, `Fire at ${limit}.`, true);
