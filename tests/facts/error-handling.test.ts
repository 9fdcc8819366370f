import { describe, expect, test } from 'vitest';
import type { ErrorHandling } from '../../src/facts/errors/error-handling.ts';
import { factsIn } from './facts-in.ts';
import { CATCH, GET, IN, POST, TRY, URL } from './failures.ts';

const FLAGS = [
  'isWrite',
  'isMadeUpFor',
  'isForgotten',
  'isBestEffort',
  'isNotice',
  'isExplained',
  'passesOn',
] as const satisfies readonly (keyof ErrorHandling)[];

/** Of each handler: what becomes of the failure, and what else holds of it. */
const shown = (code: string): string[] =>
  factsIn(code).errorHandling.map((found) =>
    [found.form, found.outcome, ...FLAGS.filter((flag) => found[flag])].join(' '),
  );

describe('outcome', () => {
  test.each([
    // handled
    ['thrown on', TRY('catch (e) { throw e; }'), 'clause handled passesOn'],
    ['another error', TRY(`catch { throw new Error('down'); }`), 'clause handled'],
    [
      'with its cause',
      TRY(`catch (e) { throw new Error('down', { cause: e }); }`),
      'clause handled passesOn',
    ],
    ['its message alone', TRY(`catch (e) { throw new Error(e.message); }`), 'clause handled'],
    [
      'what the API said',
      TRY(`catch (e) { throw new Error(e.response.data.code); }`),
      'clause handled passesOn',
    ],
    [
      'a look at its status',
      TRY(`catch (e) { if (e.status === 404) return null; throw e; }`),
      'clause handled passesOn',
    ],
    ['told to somebody', TRY(`catch { toast.error('no orders'); }`), 'clause handled'],
    ['replaced by a value', TRY(`catch { return FALLBACK; }`), 'clause handled'],
    ['an answer that tells', TRY(`catch { return { ok: false }; }`), 'clause handled'],
    [
      'noted in a field',
      `class Orders { failed = false; async load() { try { return ${GET}; } catch { this.failed = true; } } }`,
      'clause handled',
    ],
    ['rejected', CATCH(`(e) => Promise.reject(e)`), 'callback handled passesOn'],
    [
      'handed to next',
      `app.get('/', (req, res, next) => { fetch(${URL}).then((r) => r.json()).then((d) => res.json(d)).catch((e) => next(e)); });`,
      'callback handled isForgotten passesOn',
    ],
    [
      'compared, asked of what kind it is, and dropped',
      `import axios from 'axios';\n${TRY(`catch (e) { const code = axios.isAxiosError(e) ? e.response?.data?.code : null; if (code === 'X') return 1; throw new Error('down'); }`)}`,
      'clause handled',
    ],
    [
      'compared with what is not known here',
      TRY(`catch (e) { if (e.response.data.code === codes.x) return 1; throw new Error('down'); }`),
      'clause handled passesOn',
    ],
    [
      'a name of what it says goes on',
      TRY(`catch (e) { const code = e.response.data.code; throw new Failure(code); }`),
      'clause handled passesOn',
    ],
    [
      'the reader of a request that is not waited for',
      `import ky from 'ky'; export const f = (json) => ky.post(${URL}, { json }).json().catch(() => null);`,
      'callback dropped isWrite',
    ],
    // logged
    ['logged', TRY(`catch (e) { console.error(e); }`), 'clause logged'],
    [
      'logged by a logger',
      TRY(`catch (e) { this.logger.warn({ err: e }, 'no orders'); }`),
      'clause logged',
    ],
    ['console itself', CATCH('console.error'), 'callback logged'],
    // asResult
    ['given back', TRY(`catch (e) { return e; }`), 'clause asResult passesOn'],
    ['given back by an arrow', CATCH('(e) => e'), 'callback asResult passesOn'],
    // dropped
    ['an empty clause', TRY('catch {}'), 'clause dropped'],
    ['an empty callback', CATCH('() => {}'), 'callback dropped'],
    ['null', CATCH('() => null'), 'callback dropped'],
    [
      'nothing but empty fields',
      TRY('catch { return { items: [], next: null }; }'),
      'clause dropped',
    ],
    [
      'an empty list by name',
      `const NONE = []; ${TRY('catch { return NONE; }')}`,
      'clause dropped',
    ],
    ['a timer is cleared', TRY('catch { clearTimeout(timer); }'), 'clause dropped'],
    [
      'a bare status',
      `app.get('/', async (req, res) => { try { res.json(${GET}); } catch { res.sendStatus(500); } });`,
      'clause dropped',
    ],
    [
      'a function that is named',
      `const ignore = () => undefined; ${CATCH('ignore')}`,
      'callback dropped',
    ],
    ['noop of a library', `import { noop } from 'lodash'; ${CATCH('noop')}`, 'callback dropped'],
    [
      'the second one of then',
      IN(`return fetch(${URL}).then((r) => r.json(), () => null);`),
      'callback dropped',
    ],
  ])('%s', (_name, code, wanted) => {
    expect(shown(code)).toEqual([wanted]);
  });
});

test.each([
  // isWrite
  ['a write', TRY('catch {}', POST), 'clause dropped isWrite'],
  [
    'a write of a library',
    `import axios from 'axios'; ${IN(`return axios.delete(${URL}).catch(() => null);`)}`,
    'callback dropped isWrite',
  ],
  [
    'a write that is handed in',
    `const safe = async (work) => { try { return await work; } catch { return null; } }; export const send = (body) => safe(fetch(${URL}, { method: 'POST', body }));`,
    'clause dropped isWrite',
  ],
  [
    'a function that writes is handed in',
    `const safe = async (task) => { try { return await task(); } catch { return null; } }; export async function send(body) { await safe(() => fetch(${URL}, { method: 'POST', body })); }`,
    'clause dropped isWrite',
  ],
  [
    'a promise that is handed in and caught',
    `const quiet = (work) => work.catch(() => undefined); export const send = (body) => quiet(fetch(${URL}, { method: 'POST', body }));`,
    'callback dropped isWrite',
  ],
  [
    'sent before, and waited for in the block',
    IN(`const pending = fetch(${URL}, { method: 'POST', body }); try { await pending; } catch {}`),
    'clause dropped isWrite',
  ],
  // isMadeUpFor
  [
    'what was filled is asked for',
    IN(`let res; try { res = ${GET}; } catch {} if (!res) return fallback(); return res;`),
    'clause dropped isMadeUpFor',
  ],
  [
    'another way behind it',
    IN(`try { return ${GET}; } catch {} return readFromDisk();`),
    'clause dropped isMadeUpFor',
  ],
  [
    'a value worked out before',
    IN(`let res = readFromDisk(); try { res = ${GET}; } catch {} return res;`),
    'clause dropped isMadeUpFor',
  ],
  [
    'an empty value before',
    IN(`let res = null; try { res = ${GET}; } catch {} return res;`),
    'clause dropped',
  ],
  [
    'none of the hosts',
    IN(
      `for (const host of HOSTS) { try { return await fetch(\`https://\${host}/v1/orders\`); } catch {} } throw new Error('none');`,
    ),
    'clause dropped isMadeUpFor',
  ],
  [
    'the result of the chain is asked',
    IN(
      `const res = await fetch(${URL}).catch(() => null); if (!res) throw new Error('down'); return res;`,
    ),
    'callback dropped isMadeUpFor',
  ],
  [
    'the result is used unasked',
    IN(`const res = await fetch(${URL}).catch(() => null); return res.items;`),
    'callback dropped',
  ],
  [
    'one of two is asked',
    IN(`const [a] = await Promise.all([fetch(${URL}).catch(() => null), other()]); if (a) use(a);`),
    'callback dropped isMadeUpFor',
  ],
  [
    'on the way out of another failure',
    IN(`try { work(); } catch (e) { await fetch(${URL}).catch(() => {}); throw e; }`),
    'callback dropped isMadeUpFor',
  ],
  [
    'whether somebody is there',
    `export async function isUp() { try { const res = ${GET}; return res.ok; } catch { return false; } }`,
    'clause dropped isMadeUpFor',
  ],
  [
    'no probe: the data is given back',
    `export async function find() { try { const res = ${GET}; return res.data; } catch { return false; } }`,
    'clause dropped',
  ],
  [
    'whether it is ready, asked on one of the ways',
    `export async function isReady() { try { const res = ${GET}; if (res.ok) { const data = await res.json(); return data.state === 'ready'; } } catch { } return false; }`,
    'clause dropped isMadeUpFor',
  ],
  [
    'whether it is there, kept under a name',
    IN(
      `let isThere = null; try { const res = ${GET}; isThere = !!res.ok; } catch { isThere = false; } return { isThere };`,
    ),
    'clause dropped isMadeUpFor',
  ],
  [
    'no probe: what it is, kept under a name',
    IN(
      `let plan = null; try { const res = ${GET}; plan = res.plan; } catch { plan = false; } return { plan };`,
    ),
    'clause dropped',
  ],
  [
    'no probe: never yes',
    `export async function load(list) { try { const res = ${GET}; if (!res.ok) return false; list.push(res); } catch { return false; } }`,
    'clause dropped',
  ],
  [
    'nothing where it went well, the error where not',
    `export async function send(body) { try { ${POST}; return null; } catch (e) { return e; } }`,
    'clause asResult isWrite isMadeUpFor passesOn',
  ],
  [
    'a result where it went well, the error where not',
    `export async function send(body) { try { const sent = ${POST}; return sent; } catch (e) { return e; } }`,
    'clause asResult isWrite passesOn',
  ],
  // What a function that is called takes itself
  [
    'a helper that waits for nothing: its own handler alone',
    `function tell(body) { fetch(${URL}, { method: 'POST', body }).catch((e) => console.error(e)); }
     export async function on(body) { try { await tell(body); } catch (e) { console.error(e); } }`,
    'callback logged isWrite isForgotten',
  ],
  [
    'a helper with a handler of its own',
    `async function tell(body) { try { ${POST}; } catch (e) { console.error(e); } }
     export async function on(body) { try { await tell(body); } catch (e) { console.error(e); } }`,
    'clause logged isWrite',
  ],
  // isForgotten
  [
    'nobody waits',
    `export function save(body) { fetch(${URL}, { method: 'POST', body }).catch(() => {}); }`,
    'callback dropped isWrite isForgotten',
  ],
  [
    'void',
    `export function save(body) { void fetch(${URL}, { method: 'POST', body }).catch(console.error); }`,
    'callback logged isWrite isForgotten',
  ],
  [
    'a timer',
    `export const later = () => { setTimeout(() => fetch(${URL}).catch(() => {}), 10); };`,
    'callback dropped isForgotten',
  ],
  [
    'waited for',
    IN(`await fetch(${URL}, { method: 'POST', body }).catch(() => {});`),
    'callback dropped isWrite',
  ],
  // isBestEffort
  [
    'an address for measuring',
    IN(`await fetch('https://api.example.com/v1/telemetry').catch(() => {});`),
    'callback dropped isBestEffort',
  ],
  [
    'who sends it',
    `const trackClick = async (body) => { try { ${POST}; } catch {} };`,
    'clause dropped isWrite isBestEffort',
  ],
  [
    'a method that signs off',
    `class Session { async signOut() { try { ${GET}; } catch {} } }`,
    'clause dropped isBestEffort',
  ],
  [
    'keepalive',
    IN(`await fetch(${URL}, { method: 'POST', body, keepalive: true }).catch(() => {});`),
    'callback dropped isWrite isBestEffort',
  ],
  [
    'only one of two may get lost',
    IN(`try { ${GET}; await fetch('https://api.example.com/v1/ping'); } catch {}`),
    'clause dropped',
  ],
  // isNotice
  [
    'a message by its address',
    IN(
      `await fetch('https://api.example.com/v1/sms', { method: 'POST', body }).catch(console.error);`,
    ),
    'callback logged isWrite isNotice',
  ],
  [
    'a message by who sends it',
    `async function notifyCustomer(body) { try { ${POST}; } catch (e) { console.error(e); } }`,
    'clause logged isWrite isNotice',
  ],
  [
    'the set-up of a webhook, which tells nobody anything',
    `async function createWebhook(body) { try { ${POST}; } catch (e) { console.error(e); } }`,
    'clause logged isWrite',
  ],
  // isExplained
  [
    'why nothing is done',
    TRY('catch { /* the page works without rates */ }'),
    'clause dropped isExplained',
  ],
  ['a word of its own', TRY('catch { // best-effort\n }'), 'clause dropped isExplained'],
  [
    'that nothing is done, and not why',
    TRY('catch { /* ignore errors here on purpose */ }'),
    'clause dropped',
  ],
  ['put off', TRY('catch { /* TODO show a banner to the customer */ }'), 'clause dropped'],
  [
    'in a callback',
    CATCH('() => { /* rates are shown without it */ }'),
    'callback dropped isExplained',
  ],
])('%s', (_name, code, wanted) => {
  expect(shown(code)).toEqual([wanted]);
});

test('what is handed in is left alone where the outcome is asked for', () => {
  const code = `const safe = async (work) => { try { return await work; } catch { return null; } }; export async function load(id) { const res = await safe(${GET.replace('await ', '')}); if (!res) throw new Error('down'); return res; }`;
  expect(shown(code)).toEqual([]);
});
