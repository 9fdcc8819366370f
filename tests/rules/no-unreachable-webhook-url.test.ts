import rule from '../../rules/no-unreachable-webhook-url.ts';
import { testRule } from '../rule-tester.ts';

const at = (messageId: 'loopback' | 'private' | 'tunnel', host: string) => [
  { messageId, data: { host } },
];
const AXIOS = "import axios from 'axios';\n";

testRule(rule, {
  valid: [
    {
      name: 'where a browser goes once it is done, beside what is subscribed to',
      code: `${AXIOS}await axios.post('https://api.shop.net/v1/subscriptions', { plan, success_url: 'http://localhost:3000/done' });`,
    },
    {
      name: 'a sample that is run on one machine',
      filename: 'samples/register.js',
      code: `${AXIOS}await axios.post('https://api.shop.net/webhooks', { url: 'http://localhost:3000/webhooks' });`,
    },
    {
      name: 'where a browser comes back to from a login of OAuth 1.0a',
      code: "const request = require('request');\nrequest.post({ url: TOKEN_URL, oauth: { callback: 'http://localhost:' + port + '/back/', consumer_key: key } }, (error, response, data) => done(error, data));",
    },
    {
      name: "a default for one's own machine",
      code: `export const webhook = { webhookUrl: process.env.WEBHOOK_BASE_URL || 'http://localhost:5000/api/webhooks' };`,
    },
    {
      name: "a default for one's own machine, where no option is given",
      code: "export class Relay { constructor(secret, notifyUrl = 'http://127.0.0.1:3000/hook', options = {}) { this.secret = secret; this.notifyUrl = notifyUrl; } }",
    },
    {
      name: 'a public address',
      code: `${AXIOS}await axios.post('https://api.shop.net/webhooks', { url: 'https://booking.shop.net/webhooks' });`,
    },
    {
      name: 'from the environment',
      code: `${AXIOS}await axios.post('https://api.shop.net/webhooks', { url: process.env.WEBHOOK_URL });`,
    },
    {
      name: 'a test',
      code: "const webhookUrl = 'http://localhost:3000/webhooks';",
      filename: 'test/webhooks.test.ts',
    },
    {
      name: 'the callback of a login, where a browser goes',
      code: "passport.use(new Strategy({ clientID, clientSecret, callbackURL: 'http://localhost:3000/auth/google/callback' }, verify));",
    },
    {
      name: 'a webhook that this program calls',
      code: "await fetch('http://localhost:5678/webhook/orders', { method: 'POST', body });\nexport const N8N_WEBHOOK_URL = 'http://localhost:5678/webhook';",
    },
    {
      name: 'a request that sends one',
      code: "await deliverWebhook('http://localhost:9000/hook', event);",
    },
    {
      name: 'a service inside the cluster',
      code: "export const notificationServiceUrl = 'http://notification-service:3000';",
    },
    {
      name: 'one of several, by the name of the environment',
      code: "export const webhookUrl = process.env.NODE_ENV === 'production' ? 'https://booking.shop.net/hooks' : 'http://localhost:3000/hooks';",
    },
    {
      name: 'shown to people',
      code: "server.listen(3000, () => console.log('Webhooks at http://localhost:3000/webhooks'));",
    },
    {
      name: 'any other address on this machine',
      code: "export const databaseUrl = 'http://localhost:9200';\nawait fetch('http://localhost:3000/health');",
    },
    {
      name: 'a host that is known to be reached',
      code: "export const webhookUrl = 'https://hooks.corp/mc';",
      options: { allowHosts: ['hooks.corp'] },
    },
    {
      name: 'a host made for documents',
      code: "export const webhookUrl = 'https://example.com/webhooks';",
    },
    {
      name: 'a list that is read',
      code: "const { data } = await client.get('https://api.shop.net/webhooks', { params: { url: 'http://localhost:3000/a' } });",
    },
    {
      name: 'a tunnel that is called',
      code: "await fetch('https://a1b2.ngrok-free.app/api/orders');",
    },
    {
      name: 'set on the body of another request',
      code: `${AXIOS}const body = { events: ['paid'] };\nbody.url = 'https://192.168.1.20/in';\nawait axios.post('https://api.shop.net/v1/printers', body);`,
    },
    {
      name: 'on a public base of another file',
      files: { 'src/urls.js': "export const OWN = 'https://orders.shop-parts.io';" },
      code: "import axios from 'axios';\nimport { OWN } from './urls.js';\nexport const subscribe = () => axios.post('https://api.example.com/webhooks', { url: `${OWN}/hooks/orders`, events: ['paid'] });",
    },
    {
      name: 'no registration, on a base of another file',
      files: { 'src/urls.js': "export const OWN = 'http://localhost:3000';" },
      code: "import axios from 'axios';\nimport { OWN } from './urls.js';\nexport const tell = () => axios.post('https://api.example.com/reports', { url: `${OWN}/hooks/orders` });",
    },
  ],
  invalid: [
    {
      name: 'handed to a function of another file that registers it',
      code: "import { subscribe } from './subscribe.js';\nexport const start = () => subscribe('order.paid', [|'https://192.168.20.14/hooks'|]);",
      filename: 'src/start.js',
      files: {
        'src/subscribe.js':
          "import axios from 'axios';\nexport const subscribe = (event, url) => axios.post('https://mc-prd.duckdns.org/api/v1/webhooks', { url, events: [event] });\n",
      },
      errors: at('private', '192.168.20.14'),
    },
    {
      name: 'a private address in what registers webhooks',
      code: "export const webhookConfig = {\n  url: [|'https://192.168.20.14:8443/hooks/moncreneau'|],\n  events: ['appointment.created'],\n} as const;\nexport async function subscribe(post: (path: string, body: unknown) => Promise<void>) {\n  await post('/webhooks', webhookConfig);\n}",
      errors: at('private', '192.168.20.14'),
    },
    {
      name: 'this machine, in the body of the request',
      code: `${AXIOS}await axios.post('https://mc-prd.duckdns.org/api/v1/webhooks', { url: [|'http://localhost:3000/webhooks'|], events });`,
      errors: at('loopback', 'localhost'),
    },
    {
      name: 'a port that is put in',
      code: `${AXIOS}await axios.put('https://api.shop.net/v1/webhooks/main', { callbackUrl: [|\`http://127.0.0.1:\${port}/hooks\`|] });`,
      errors: at('loopback', '127.0.0.1'),
    },
    {
      name: 'a tunnel',
      code: `import got from 'got';\nawait got.post('https://api.shop.net/v1/webhooks', { json: { target_url: [|'https://a1b2c3.ngrok-free.app/hooks'|] } });`,
      errors: at('tunnel', 'a1b2c3.ngrok-free.app'),
    },
    {
      name: 'a base in a constant',
      code: `${AXIOS}const PUBLIC_URL = [|'https://quick-fox.trycloudflare.com'|];\nawait axios.post('https://api.shop.net/webhooks', { url: \`\${PUBLIC_URL}/hooks\` });`,
      errors: at('tunnel', 'quick-fox.trycloudflare.com'),
    },
    {
      name: 'a plain name',
      code: "export const WEBHOOK_URL = [|'https://orders-service/webhooks'|];",
      errors: at('private', 'orders-service'),
    },
    {
      name: 'a default for when the environment says nothing',
      code: "export const webhookUrl = process.env.WEBHOOK_URL ?? [|'http://10.4.0.9/webhooks'|];",
      errors: at('private', '10.4.0.9'),
    },
    {
      name: 'a function that registers',
      code: "import { registerWebhook } from './api';\nawait registerWebhook([|'https://10.4.0.9/webhooks'|]);",
      errors: at('private', '10.4.0.9'),
    },
    {
      name: 'an object for a function that registers',
      code: "import { api } from './api';\nawait api.createWebhook({ events, endpoint: [|'https://shop.internal/webhooks'|] });",
      errors: at('private', 'shop.internal'),
    },
    {
      name: 'a resource of an SDK',
      code: "import Stripe from 'stripe';\nconst stripe = new Stripe(key);\nawait stripe.webhookEndpoints.create({ url: [|'https://abc.loca.lt/hook'|], enabled_events });",
      errors: at('tunnel', 'abc.loca.lt'),
    },
    {
      name: 'a name of another spelling',
      code: "const payment = { amount, notify_url: [|'http://localhost/ipn'|] };\nawait pay(payment);",
      errors: at('loopback', 'localhost'),
    },
    {
      name: 'a body that is serialised',
      code: "await fetch('https://mc-prd.duckdns.org/api/v1/webhooks', { method: 'POST', body: JSON.stringify({ url: [|'https://1234.ngrok.io/hook'|] }) });",
      errors: at('tunnel', '1234.ngrok.io'),
    },
    {
      name: 'a URL that is put together',
      code: `${AXIOS}const endpoint = new URL([|'https://localhost'|]);\nendpoint.pathname = '/hooks';\nawait axios.post('https://api.shop.net/webhooks', { url: endpoint.href });`,
      errors: at('loopback', 'localhost'),
    },
    {
      name: 'a field of a class',
      code: "export class Setup {\n  private readonly callbackUrl = [|'http://[::1]:3000/payments/callback'|];\n}",
      errors: at('loopback', '[::1]'),
    },
    {
      name: 'a body in a variable',
      code: `${AXIOS}const body = { endpoint: [|'https://172.16.4.2/in'|] };\nawait axios.post('https://api.shop.net/v1/subscriptions', body);`,
      errors: at('private', '172.16.4.2'),
    },
    {
      name: 'set on the body afterwards',
      code: `${AXIOS}const body = { events: ['paid'] };\nbody.url = [|'https://192.168.1.20/in'|];\nawait axios.post('https://api.shop.net/v1/webhooks', body);`,
      errors: at('private', '192.168.1.20'),
    },
    {
      name: 'the base of a URL that is registered',
      code: "import axios from 'axios';\nconst OWN = [|'http://localhost:3000'|];\nexport const subscribe = () => axios.post('https://api.example.com/webhooks', { callbackUrl: new URL('/hooks/orders', OWN).href });",
      errors: at('loopback', 'localhost'),
    },
    {
      name: 'on a base of another file, through a client of another',
      files: {
        'src/urls.js': "export const OWN = 'https://a1b2c3.ngrok-free.app';",
        'src/api.js':
          "import axios from 'axios';\nexport const api = axios.create({ baseURL: 'https://api.example.com' });",
      },
      code: "import { api } from './api.js';\nimport { OWN } from './urls.js';\nexport const subscribe = () => api.post('/webhooks', { url: [|`${OWN}/hooks/orders`|], events: ['paid'] });",
      errors: at('tunnel', 'a1b2c3.ngrok-free.app'),
    },
    {
      name: 'on a base of another file',
      files: { 'src/urls.js': "export const OWN = 'https://a1b2c3.ngrok-free.app';" },
      code: "import axios from 'axios';\nimport { OWN } from './urls.js';\nexport const subscribe = () => axios.post('https://api.example.com/webhooks', { url: [|`${OWN}/hooks/orders`|], events: ['paid'] });",
      errors: at('tunnel', 'a1b2c3.ngrok-free.app'),
    },
  ],
});
