/** What a fact of a kind is called where several are counted. */
const NOUNS: Readonly<Record<string, string>> = {
  apiCall: 'calls',
  apiClient: 'clients',
  credential: 'credentials',
  envRead: 'environment reads with a default',
  environmentChoice: 'choices of an environment',
  urlLiteral: 'URLs',
  responseUse: 'responses',
  fanOut: 'groups of calls',
  webhookHandler: 'webhook handlers',
  reference: 'keys and references',
  requestBody: 'request bodies',
  retry: 'retries',
};

/** `apiCall` as `calls`; a kind without a noun of its own in plain words: `logCall` as `log calls`. */
export const nounOf = (kind: string): string =>
  NOUNS[kind] ?? `${kind.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()}s`;
