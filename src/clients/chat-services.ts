/** Where people read what programs post: in names of variables, hosts and functions. */
export const chatServices: readonly string[] = [
  'slack',
  'discord',
  'telegram',
  'mattermost',
  'msteams',
  'googlechat',
  'pagerduty',
  'opsgenie',
];
