import rule from '../../rules/require-circuit-breaker.ts';
import { testRule } from '../rule-tester.ts';

const CLIENT =
  "import axios from 'axios'; const api = axios.create({ baseURL: 'https://api.example.com' });";

testRule(rule, {
  valid: [
    `${CLIENT} import CircuitBreaker from 'opossum'; const breaker = new CircuitBreaker((id) => api.get(id), { timeout: 3000 }); export const get = (id) => breaker.fire(id);`,
    {
      name: 'a function by its name',
      code: "import CircuitBreaker from 'opossum'; async function quote(zip) { const res = await fetch('https://api.example.com/' + zip); return res.json(); } const breaker = new CircuitBreaker(quote); export const get = (zip) => breaker.fire(zip);",
    },
    {
      name: 'a function that the guarded one calls',
      code: "const CircuitBreaker = require('opossum'); const send = (path) => fetch('https://api.example.com' + path); const orders = async () => (await send('/orders')).json(); module.exports = new CircuitBreaker(orders);",
    },
    `${CLIENT} import { circuitBreaker, handleAll, ConsecutiveBreaker } from 'cockatiel'; const policy = circuitBreaker(handleAll, { halfOpenAfter: 10_000, breaker: new ConsecutiveBreaker(5) }); export const get = () => policy.execute(() => api.get('/a'));`,
    `${CLIENT} import { circuitBreaker, handleAll, retry, wrap, ConsecutiveBreaker } from 'cockatiel'; const policy = wrap(retry(handleAll, { maxAttempts: 3 }), circuitBreaker(handleAll, { halfOpenAfter: 10_000, breaker: new ConsecutiveBreaker(5) })); export const get = () => policy.execute(() => api.get('/a'));`,
    `${CLIENT} import { Circuit, SlidingCountBreaker } from 'mollitia'; const circuit = new Circuit({ func: () => api.get('/a'), options: { modules: [new SlidingCountBreaker()] } }); export const get = () => circuit.execute();`,
    `${CLIENT} import * as Mollitia from 'mollitia'; const circuit = new Mollitia.Circuit({ options: { modules: [] } }); export const get = () => circuit.fn(() => api.get('/a')).execute();`,
    {
      name: 'a class of its own that counts failures',
      code: `export class Client {
  failures = 0; openUntil = 0;
  async get(path) {
    if (Date.now() < this.openUntil) throw new Error('open');
    try { const res = await fetch('https://api.example.com' + path); this.failures = 0; return res; }
    catch (error) { if (++this.failures >= 5) this.openUntil = Date.now() + 30_000; throw error; }
  }
}`,
    },
    {
      name: 'a breaker of another module',
      files: {
        'src/guard.ts':
          'let failures = 0; let openUntil = 0; export async function guarded(task) { if (Date.now() < openUntil) throw new Error(); try { return await task(); } catch (e) { failures += 1; if (failures > 4) openUntil = Date.now() + 30_000; throw e; } }',
      },
      code: "import { guarded } from './guard'; export const get = () => guarded(() => fetch('https://api.example.com/a'));",
    },
    {
      name: 'a breaker that can not be read',
      code: "import { breaker } from '@acme/resilience'; export const get = () => breaker.run(() => fetch('https://api.example.com/a'));",
    },
    { name: 'its own server', code: "export const a = () => fetch('/api/orders');" },
    {
      name: 'tests',
      filename: 'src/a.spec.ts',
      code: "it('a', () => fetch('https://api.example.com/a'));",
    },
  ],
  invalid: [
    { code: "export const a = () => [|fetch|]('https://api.example.com/a');", errors: ['call'] },
    {
      name: 'once for an API',
      code: "export const a = () => [|fetch|]('https://api.example.com/a'); export const b = () => fetch('https://api.example.com/b');",
      errors: ['call'],
    },
    {
      name: 'once for each API',
      code: "export const a = () => [|fetch|]('https://a.example.com/a'); export const b = () => [|fetch|]('https://b.example.com/b');",
      errors: ['call', 'call'],
    },
    {
      name: 'a client',
      code: "import axios from 'axios'; export const api = [|axios.create|]({ baseURL: 'https://api.example.com' });",
      errors: ['client'],
    },
    {
      name: 'a breaker around another client',
      code: `import CircuitBreaker from 'opossum';
import ky from 'ky';
const courier = ky.create({ prefixUrl: process.env.COURIER_URL });
const aelix = [|ky.create|]({ prefixUrl: 'https://api.aelix.digitalapi.ai/v1' });
const breaker = new CircuitBreaker((zip) => courier.get('quotes', { searchParams: { zip } }).json());
export const quote = (zip) => breaker.fire(zip);
export const consents = (customer) => aelix.get(\`customers/\${customer}/consents\`).json();`,
      errors: ['client'],
    },
    {
      name: 'retries are no breaker',
      code: "import pRetry from 'p-retry'; export const a = () => pRetry(() => [|fetch|]('https://api.example.com/a'), { retries: 3 });",
      errors: ['call'],
    },
    {
      name: 'a policy without a breaker',
      code: "import { retry, handleAll, timeout, wrap, TimeoutStrategy } from 'cockatiel'; const policy = wrap(retry(handleAll, { maxAttempts: 3 }), timeout(1000, TimeoutStrategy.Aggressive)); export const a = () => policy.execute(() => [|fetch|]('https://api.example.com/a'));",
      errors: ['call'],
    },
    {
      name: 'a class',
      code: "import axios from 'axios'; export class Api { http = [|axios.create|]({ baseURL: process.env.AELIX_BASE_URL }); list() { return this.http.get('/a'); } }",
      errors: ['client'],
    },
    {
      name: 'one request is guarded, one is not',
      code: "import CircuitBreaker from 'opossum'; import axios from 'axios'; const api = [|axios.create|]({ baseURL: 'https://api.example.com' }); const breaker = new CircuitBreaker(() => api.get('/a')); export const a = () => breaker.fire(); export const b = () => api.get('/b');",
      errors: ['client'],
    },
    {
      name: 'a route of the own server',
      code: "import express from 'express'; const app = express(); app.get('/a', async (req, res) => { res.json(await [|fetch|]('https://api.example.com/a')); });",
      errors: ['call'],
    },
    {
      name: 'got',
      code: "const got = require('got'); module.exports = () => [|got|](`${process.env.AELIX_BASE_URL}/accounts`).json();",
      errors: ['call'],
    },
    {
      name: 'undici',
      code: "import { request } from 'undici'; export const a = async () => (await [|request|]('https://api.example.com/a')).body.json();",
      errors: ['call'],
    },
  ],
});
