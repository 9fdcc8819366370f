import rule from '../../rules/alert-thresholds.ts';
import { testRule } from '../rule-tester.ts';

const filename = 'monitoring/alerts.yml';

/** A file of Prometheus rules with one alert. */
const prometheus = (expr: string, { name = 'Alert', wait = '' } = {}): string =>
  `groups:\n  - name: api\n    rules:\n      - alert: ${name}\n        expr: ${expr}\n${wait === '' ? '' : `        for: ${wait}\n`}        labels:\n          severity: page\n`;

const ratio = (above: string, range = '5m'): string =>
  `sum(rate(http_requests_total{status=~"5.."}[${range}])) / sum(rate(http_requests_total[${range}])) > ${above}`;
const failed = (above: string): string =>
  `sum(rate(api_errors_total[5m])) / sum(rate(api_requests_total[5m])) > ${above}`;

const grafana = (expr: string, title: string, params: string, type = 'gt'): string =>
  `apiVersion: 1\ngroups:\n  - name: api\n    rules:\n      - title: ${title}\n        condition: C\n        data:\n          - refId: A\n            model:\n              expr: ${expr}\n          - refId: C\n            model:\n              type: threshold\n              conditions:\n                - evaluator:\n                    type: ${type}\n                    params: [${params}]\n`;

const marked = (text: string, number: string): string => {
  const at = text.lastIndexOf(number);
  return `${text.slice(0, at)}[|${number}|]${text.slice(at + number.length)}`;
};
const clamped = (text: string, number: string, limit: string): string => {
  const at = text.lastIndexOf(number);
  return text.slice(0, at) + limit + text.slice(at + number.length);
};

/** The last `number` of a text is reported, and becomes `limit`. */
const late = (
  name: string,
  api: string,
  text: string,
  [number, limit]: readonly [string, string],
  messageId: string,
) => ({
  name,
  filename,
  apis: [api],
  code: marked(text, number),
  output: clamped(text, number, limit),
  errors: [{ messageId, data: { limit } }],
});
const fine = (name: string, api: string, code: string, file = filename) => ({
  name,
  filename: file,
  apis: [api],
  code,
});

testRule(rule, {
  valid: [
    fine('errors at 1%', 'aelix', prometheus(failed('0.01'))),
    fine('errors earlier', 'aelix', prometheus(failed('0.005'), { wait: '2m' })),
    fine('errors in percent', 'aelix', prometheus(`100 * ${failed('1')}`)),
    fine('server errors at 5%', 'moncreneau', prometheus(ratio('0.05'))),
    fine('a count', 'aelix', prometheus('increase(api_errors_total[5m]) > 100')),
    fine(
      'latency',
      'aelix',
      prometheus(
        'histogram_quantile(0.99, sum(rate(api_duration_seconds_bucket[5m])) by (le)) > 2',
      ),
    ),
    fine('the quota at 80%', 'aelix', prometheus('api_quota_used / api_quota_limit > 0.8')),
    fine(
      'what is left of the quota',
      'aelix',
      prometheus('api_quota_remaining / api_quota_limit < 0.25'),
    ),
    fine(
      'webhooks at one hour',
      'moncreneau',
      prometheus('time() - webhook_oldest_unprocessed_timestamp_seconds > 3600'),
    ),
    fine('credits at 50', 'moncreneau', prometheus('credits_remaining < 50')),
    fine('a bound of another kind', 'moncreneau', prometheus('credits_remaining > 1000')),
    fine('an API without figures', 'octopus', prometheus(failed('0.2'))),
    fine(
      'a recording rule',
      'aelix',
      'groups:\n  - rules:\n      - record: job:errors:ratio\n        expr: errors / requests\n',
    ),
    fine(
      'a figure of a variable',
      'aelix',
      prometheus('api_errors / api_requests > on() group_left threshold'),
    ),
    fine(
      'another file',
      'aelix',
      'groups:\n  - name: a\n    rules: []\nexpr: errors / requests > 1\n',
    ),
    fine(
      'a receiver',
      'aelix',
      'route:\n  receiver: team\nreceivers:\n  - name: team\n    slack_configs:\n      - channel: "#ops"\n',
    ),
    fine(
      'deeper routes',
      'aelix',
      "route:\n  receiver: 'null'\n  routes:\n    - receiver: team\nreceivers:\n  - name: 'null'\n  - name: team\n    slack_configs: [{ channel: ops }]\n",
    ),
    fine(
      "Grafana's errors at 1%",
      'aelix',
      grafana('api_errors / api_requests', 'Error ratio', '0.01'),
    ),
  ],
  invalid: [
    late('errors at 5%', 'aelix', prometheus(failed('0.05')), ['0.05', '0.01'], 'errors'),
    late('errors in percent', 'aelix', prometheus(`100 * ${failed('5')}`), ['5', '1'], 'errors'),
    late('server errors', 'aelix', prometheus(ratio('0.02')), ['0.02', '0.01'], 'errors'),
    late(
      'server errors over 5%',
      'moncreneau',
      prometheus(ratio('0.1')),
      ['0.1', '0.05'],
      'errors',
    ),
    late(
      'a text in quotes',
      'aelix',
      prometheus(`'${failed('0.03')}'`),
      ['0.03', '0.01'],
      'errors',
    ),
    late(
      'a folded text',
      'aelix',
      prometheus(
        '|\n          sum(rate(api_errors_total[5m]))\n            / sum(rate(api_requests_total[5m]))\n          > 0.05',
      ),
      ['0.05', '0.01'],
      'errors',
    ),
    late(
      'a longer wait',
      'aelix',
      prometheus(failed('0.01'), { wait: '15m' }),
      ['15m', '5m'],
      'window',
    ),
    {
      ...late(
        'a longer range',
        'aelix',
        prometheus('rate(api_errors_total[1h]) / rate(api_requests_total[5m]) > 0.01'),
        ['1h', '5m'],
        'window',
      ),
    },
    late(
      'the quota at 95%',
      'aelix',
      prometheus('api_quota_used / api_quota_limit > 0.95'),
      ['0.95', '0.8'],
      'quota',
    ),
    late(
      'what is left of the quota',
      'aelix',
      prometheus('api_quota_remaining / api_quota_limit < 0.05'),
      ['0.05', '0.2'],
      'quota',
    ),
    late(
      'webhooks at six hours, as a product',
      'moncreneau',
      prometheus('time() - webhook_oldest_unprocessed_timestamp_seconds > 6 * 3600'),
      ['6 * 3600', '3600'],
      'webhooks',
    ),
    late(
      'webhooks at a day',
      'moncreneau',
      prometheus('time() - webhook_oldest_unprocessed_timestamp_seconds > 86400'),
      ['86400', '3600'],
      'webhooks',
    ),
    late('credits at 2', 'moncreneau', prometheus('credits_remaining < 2'), ['2', '10'], 'balance'),
    late(
      'a part of the balance',
      'octopus',
      prometheus('wallet_balance / wallet_usual_spend < 0.01'),
      ['0.01', '0.05'],
      'balance',
    ),
    late(
      "a cluster's resource",
      'aelix',
      `apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nspec:\n${prometheus(failed('0.05')).replace(/^/gm, '  ').trimEnd()}\n`,
      ['0.05', '0.01'],
      'errors',
    ),
    late(
      "Grafana's threshold",
      'aelix',
      grafana('api_errors / api_requests', 'Error ratio', '0.1'),
      ['0.1', '0.01'],
      'errors',
    ),
    {
      name: 'a receiver that tells nobody',
      filename: 'alertmanager.yml',
      apis: ['moncreneau'],
      code: "route:\n  receiver: [|'null'|]\nreceivers:\n  - name: 'null'\n",
      errors: ['receiver'],
    },
    {
      name: 'a receiver that is not there',
      filename: 'alertmanager.yml',
      apis: ['aelix'],
      code: 'route:\n  receiver: [|pager|]\nreceivers:\n  - name: team\n    email_configs: [{ to: ops }]\n',
      errors: ['receiver'],
    },
    {
      name: 'a route of critical alerts to a receiver that tells nobody',
      filename: 'ops/alertmanager.yml',
      apis: ['moncreneau'],
      code: 'route:\n  receiver: team\n  routes:\n    - matchers: [severity="critical"]\n      receiver: [|nobody|]\n    - matchers: [severity="info"]\n      receiver: nobody\nreceivers:\n  - name: team\n    email_configs: [{ to: ops }]\n  - name: nobody\n',
      errors: ['receiver'],
    },
  ],
});
