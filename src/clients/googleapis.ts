import type { Sdk } from './schema.ts';

/** The clients of Google's APIs, all in one package or each in its own. No timeout; what only reads is sent again three times. */
const sdk: Sdk = {
  kind: 'sdk',
  name: 'Google APIs',
  readFrom: ['@googleapis/sheets@14.0.0', 'googleapis-common@8.0.3', 'gaxios@7.3.1'],
  modules: [
    'googleapis',
    '@googleapis/calendar',
    '@googleapis/docs',
    '@googleapis/drive',
    '@googleapis/gmail',
    '@googleapis/sheets',
    '@googleapis/youtube',
  ],
  exports: ['google', 'calendar', 'docs', 'drive', 'gmail', 'sheets', 'youtube'],
  writes: [
    'append',
    'batchUpdate',
    'copy',
    'create',
    'delete',
    'insert',
    'move',
    'patch',
    'update',
  ],
  defaults: { timeoutMs: null, retries: 3 },
  options: {},
};

export default sdk;
