import type { WebhookVerifier } from './schema.ts';

/** Functions that compare anything, and stop at the first difference. Node's `assert` throws where they differ. */
const verifier: WebhookVerifier = {
  kind: 'verifier',
  name: 'equality',
  readFrom: [
    'lodash@4.18.1',
    'lodash.isequal@4.5.0',
    'fast-deep-equal@3.1.3',
    '@types/node@22.20.5',
  ],
  modules: [
    'lodash',
    'lodash-es',
    'lodash/isEqual',
    'lodash.isequal',
    'fast-deep-equal',
    'util',
    'node:util',
    'assert',
    'node:assert',
    'node:assert/strict',
  ],
  throwing: [],
  answering: [],
  unsafe: ['isEqual', 'eq', 'default', 'isDeepStrictEqual', 'equal', 'strictEqual', 'deepEqual'],
};

export default verifier;
