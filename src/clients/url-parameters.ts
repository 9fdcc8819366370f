/** Functions that make the query of a URL from an object of its parameters. */
export const queryBuilders: readonly {
  /** Module specifiers; empty: a global. */
  readonly modules: readonly string[];
  readonly name: string;
  readonly construct?: true;
}[] = [
  { modules: [], name: 'URLSearchParams', construct: true },
  { modules: ['url', 'node:url'], name: 'URLSearchParams', construct: true },
  { modules: ['querystring', 'node:querystring', 'qs', 'query-string'], name: 'stringify' },
];

/** Hosts that take their credential in the URL and in no other way, by their own documentation. */
export const urlOnlyHosts: readonly string[] = [
  'api.telegram.org',
  'hooks.slack.com',
  'discord.com',
  'hooks.zapier.com',
  'api.openweathermap.org',
];

/** Hosts whose links are made to be passed on, with what opens the one file in them. */
export const sharedLinkHosts: readonly string[] = ['firebasestorage.googleapis.com'];
