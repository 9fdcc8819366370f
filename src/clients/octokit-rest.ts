import type { Sdk } from './schema.ts';

/** The REST client of GitHub: neither a timeout nor retries of its own (retries come with a plugin). */
const sdk: Sdk = {
  kind: 'sdk',
  name: 'Octokit',
  readFrom: ['@octokit/rest@22.0.1', '@octokit/request@10.0.16'],
  modules: ['@octokit/rest'],
  exports: ['Octokit'],
  defaults: { timeoutMs: null, retries: 0 },
  options: {},
};

export default sdk;
