import { expect, test } from 'vitest';
import { factsIn } from './facts-in.ts';

/** Of each leak: its kind, the name that tells, and the part of the line. */
const shown = (code: string): string[] =>
  factsIn(code).sensitiveLog.map(
    ({ kind, name, node }) => `${kind} ${name} | ${code.slice(...node.range)}`,
  );

const HOOK = (line: string) =>
  `import express from 'express';\nconst app = express();\napp.post('/orders', (req, res) => { ${line} res.end(); });`;
const AXIOS = (line: string) =>
  `import axios from 'axios';\nexport async function load(key) { try { return await axios.get('https://api.example.com/v1', { headers: { Authorization: \`Bearer \${key}\` } }); } catch (error) { ${line} } }`;
const ANSWER = (line: string, key = "headers: { 'x-api-key': process.env.KEY }, ") =>
  `import axios from 'axios';\nconst api = axios.create({ ${key}baseURL: 'https://api.example.com' });\nexport async function load() { const answer = await api.get('/v1'); ${line} return answer.data; }`;
const PIPED = (pipe: string) =>
  `import { HttpService } from '@nestjs/axios';\nimport { catchError, combineLatest, mergeMap, of, tap, throwError } from 'rxjs';\nexport class Orders { constructor(private readonly http: HttpService) {} config = { headers: { Authorization: \`Bearer \${process.env.KEY}\` } }; get(path: string) { return this.http.get(\`https://api.example.com/\${path}\`, this.config); } load() { return ${pipe}; } }`;
const FORM = (form: string, line = 'console.error(error);') =>
  `import axios from 'axios';\nimport qs from 'qs';\nexport async function token(id, secret) { try { ${form} } catch (error) { ${line} } }`;
const PINO = (options: string, line: string) =>
  `import pino from 'pino';\nconst log = pino(${options});\nexport function f(user) { ${line} }`;

test.each([
  // a part of each line
  [
    'a token of an access log',
    `import morgan from 'morgan';\nmorgan.token('caller', (req) => req.headers.authorization);\nexport default morgan(':url :caller');`,
    'credential authorization | req.headers.authorization',
  ],
  [
    'a line that a function gives',
    `const morgan = require('morgan');\nmodule.exports = morgan((tokens, req) => [tokens.url(req), JSON.stringify(req.body)].join(' '));`,
    'body req.body | req.body',
  ],
  [
    'an answer whose token has a name',
    "export async function issue(load) { const data = await load(); const token = data.token ?? data.key; if (token) console.log('got', data); return token; }",
    'configuration data.token | data',
  ],
  // by its name
  ['a credential', `console.log('key', user.apiKey);`, 'credential apiKey | user.apiKey'],
  [
    'a field',
    PINO('', `log.info({ id: user.id, password: user.password }, 'in');`),
    'credential password | user.password',
  ],
  ['in a text', 'logger.info(`token ${accessToken}`);', 'credential accessToken | accessToken'],
  ['a card', `console.log({ cvv: form.cvv });`, 'card cvv | form.cvv'],
  ['a person', `logger.warn('no mail to', customer.email);`, 'personal email | customer.email'],
  [
    'a variable of the environment',
    `console.log(process.env.STRIPE_SECRET_KEY);`,
    'credential STRIPE_SECRET_KEY | process.env.STRIPE_SECRET_KEY',
  ],
  // what is left of a header
  ...[
    "auth.slice('Bearer '.length)",
    'auth.substring(7)',
    "auth.split(' ')[1]",
    "auth.replace(/^Bearer\\s+/i, '')",
    "auth.replace('Bearer ', '').trim()",
  ].map((rest): [string, string, string] => [
    rest,
    `function f(req) { const auth = req.get('authorization'); const raw = ${rest}; log.info(\`by ${'${raw}'}\`); }`,
    'credential authorization | raw',
  ]),
  [
    'the second word of a header',
    "function f(req) { const [, raw] = req.headers.authorization.split(' '); console.log(raw); }",
    'credential authorization | raw',
  ],
  // what came in
  [
    'the headers of a request',
    HOOK(`console.log(req.headers);`),
    'headers req.headers | req.headers',
  ],
  [
    'a body that is set where it was not there',
    HOOK(`if (!req.body) { req.body = read(req); console.log('late', req.body); }`),
    'body req.body | req.body',
  ],
  ...['@Body() order: OrderDto', '@RawBody() order: Buffer'].map(
    (given): [string, string, string] => [
      `what is given whole by ${given}`,
      `import { Body, Controller, Post, RawBody } from '@nestjs/common';\n@Controller('orders')\nexport class Orders { @Post() open(${given}) { console.log('got', order); return order.id; } }`,
      'body order | order',
    ],
  ),
  ['the body of a request', HOOK(`console.log('got', req.body);`), 'body req.body | req.body'],
  [
    'the body as it came, in a text',
    HOOK('console.log(`got ${req.rawBody}`);'),
    'body req.rawBody | req.rawBody',
  ],
  [
    'the cookies of a request',
    HOOK(`console.log(req.cookies);`),
    'credential cookies | req.cookies',
  ],
  ['the whole request', HOOK(`console.log(req); use(req.params);`), 'request req | req'],
  // as a whole
  ['the environment', `console.log(process.env);`, 'environment process.env | process.env'],
  [
    'an object of which a secret is read',
    `export function f(session) { use(session.token); console.log(session); }`,
    'configuration session.token | session',
  ],
  [
    'a configuration',
    `const config = { url: 'x', apiKey: process.env.API_KEY };\nconsole.log(config);`,
    'credential API_KEY | config',
  ],
  // what went out
  [
    'an answer that has the request',
    ANSWER('console.log(answer);'),
    'sent-request config | answer',
  ],
  [
    'the request of an answer',
    ANSWER("console.log('sent', answer.config);"),
    'sent-request config | answer.config',
  ],
  [
    'an answer of which a secret is read',
    ANSWER('use(answer.data.access_token); console.log(JSON.stringify(answer.data));'),
    'configuration answer.data.access_token | answer.data',
  ],
  [
    'an answer that a callback gets',
    ANSWER("api.post('/v1', {}).then((made) => { console.log(made); });"),
    'sent-request config | made',
  ],
  [
    'an error of a request whose address holds a secret',
    "import axios from 'axios';\nexport async function load(id) { try { return await axios.get(`https://x:${process.env.SHOP_SECRET_KEY}@api.example.com/v1/${id}`); } catch (error) { console.error('failed', error); } }",
    'error error | error',
  ],
  [
    'or its query',
    "import axios from 'axios';\nexport async function load(token) { try { return await axios.get('https://api.example.com/v1', { params: { access_token: token } }); } catch (error) { console.error('failed', error); } }",
    'error error | error',
  ],
  ['an error that has the request', AXIOS('console.error(error);'), 'error error | error'],
  [
    'an error that is one',
    AXIOS("if (error instanceof Error) console.error('thrown', error);"),
    'error error | error',
  ],
  // what an operator of a pipe catches
  ...[
    [
      'of a request',
      "this.http.get('https://api.example.com/v1', this.config).pipe(catchError((error) => { console.log(error); return of(null); }))",
    ],
    [
      'of a method that sends',
      "this.get('a').pipe(catchError((error, caught) => { console.log('failed', error); return caught; }))",
    ],
    [
      'behind other operators',
      "this.get('a').pipe(tap(seen), catchError((error) => { console.log(error); return of(null); }))",
    ],
    [
      'of an operator before it',
      'of(1).pipe(mergeMap((id) => this.get(`a/${id}`)), catchError((error) => { console.log(error); return of(null); }))',
    ],
    [
      'of what is joined',
      "combineLatest({ one: this.get('a'), two: of(2) }).pipe(catchError((error) => { console.log(error); return of(null); }))",
    ],
    [
      'of a part of what is joined',
      "of(1).pipe(mergeMap(() => { return combineLatest([of(2), this.get('a')]); }), catchError((error) => { console.log(error); return of(null); }))",
    ],
  ].map(([name = '', pipe = '']): [string, string, string] => [
    `the error ${name} in a pipe`,
    PIPED(pipe),
    'error error | error',
  ]),
  [
    'the error in the pipe of a name',
    PIPED('this.all()') +
      "\nexport function run(orders: Orders) { const all = orders.get('b'); all.pipe(catchError((error) => { console.log(error); return of(null); })).subscribe(); }",
    'error error | error',
  ],
  // what a pipe hands on
  ...[
    "this.get('a').subscribe((answer) => { console.log('got', answer); })",
    "this.get('a').pipe(tap((answer) => { console.log('got', answer); }), tap(seen))",
    "this.http.get('https://api.example.com/v1', this.config).pipe(mergeMap((answer) => { console.log('got', answer); return of(answer.data); }))",
  ].map((pipe): [string, string, string] => [
    `the answer in ${pipe}`,
    PIPED(pipe),
    'sent-request config | answer',
  ]),
  [
    'the answer of a function that gives it as it is',
    "import axios from 'axios';\nconst get = (path) => axios.get(`https://api.example.com/${path}`, { headers: { Authorization: `Bearer ${process.env.KEY}` } });\nexport async function load() { const answer = await get('v1'); console.log(answer); return answer.data; }",
    'sent-request config | answer',
  ],
  // what a form holds
  ...[
    "return await axios.post('https://api.example.com/token', qs.stringify({ client_id: id, client_secret: secret }));",
    "return await axios.post('https://api.example.com/token', new URLSearchParams({ client_id: id, client_secret: secret }));",
    "const form = new URLSearchParams(); form.append('client_secret', secret); return await axios.post('https://api.example.com/token', form.toString());",
  ].map((form): [string, string, string] => [
    `an error with the form of ${form}`,
    FORM(form),
    'error error | error',
  ]),
  [
    'an error with a key in its address',
    "import axios from 'axios';\nconst KEY = process.env.HAPIKEY;\nexport async function list() { try { return await axios.get('https://api.example.com/contacts?hapikey=' + KEY); } catch (error) { console.error(error); } }",
    'error error | error',
  ],
  [
    'the request of an error',
    AXIOS('console.error(error.config);'),
    'sent-request config | error.config',
  ],
  [
    'the headers of the request of an error',
    AXIOS('console.error(error.config.headers);'),
    'headers headers | error.config.headers',
  ],
  [
    'the body of the request of an error',
    AXIOS('console.error(error.config.data);'),
    'body data | error.config.data',
  ],
  // options that leave out something else
  [
    'another field is blotted out',
    PINO(`{ redact: ['card.number'] }`, `log.info({ password: user.password });`),
    'credential password | user.password',
  ],
  [
    'a field of another name is blotted out',
    PINO(
      `{ redact: ['options.apiKey'] }`,
      `const settings = { url: process.env.API_URL, apiKey: process.env.API_KEY }; log.info({ settings });`,
    ),
    'credential API_KEY | settings',
  ],
  [
    'a message is not blotted out',
    PINO(`{ redact: ['password'] }`, 'log.info(`p ${user.password}`);'),
    'credential password | user.password',
  ],
])('%s', (_name, code, wanted) => {
  expect(shown(code)).toEqual([wanted]);
});

test.each([
  [
    'an answer in which no token was found, by the name it has',
    "export async function issue(load) { const data = await load(); const token = data.token ?? data.key; if (!token) { console.error('none in it', data); return null; } return token; }",
  ],
  ['an id', `console.log(user.id);`],
  ['parts of an answer', ANSWER('console.log(answer.data, answer.status, answer.headers);')],
  ['an answer to a request without a credential', ANSWER('console.log(answer);', '')],
  ['an answer in a text', ANSWER('console.log(`got ${answer}`);')],
  ['a form that gives nothing away', `console.log(card.last4, maskedToken, passwordHash);`],
  ['whether it is there', `console.log('key set', Boolean(apiKey), !!password);`],
  ['how many', `logger.info({ promptTokens: usage.promptTokens });`],
  ['a card that nobody pays with', `console.log(giftCardNumber);`],
  [
    'a field of a name that is logged whole, blotted out where it stands',
    PINO(
      `{ redact: ['settings.apiKey'] }`,
      `const settings = { url: process.env.API_URL, apiKey: process.env.API_KEY }; log.info({ settings });`,
    ),
  ],
  ['blotted out', PINO(`{ redact: ['password'] }`, `log.info({ password: user.password });`)],
  ['an object in a text', HOOK('console.log(`got ${req.body} ${req.rawBody.length}`);')],
  ['a part of what came in', HOOK(`console.log(req.method, req.body.order);`)],
  [
    'a field of a body',
    `import { Body, Controller, Post } from '@nestjs/common';\n@Controller('orders')\nexport class Orders { @Post() open(@Body('id') id: string, @Body() order: OrderDto) { console.log('got', id, order.lines); } }`,
  ],
  [
    'what is thrown and no error of a client',
    AXIOS(
      "if (error instanceof Error) { console.error(error.message); } else { console.error('thrown', error); }",
    ),
  ],
  ['what an error says', AXIOS('console.error(error.message, error.code);')],
  [
    'what an error in a pipe says',
    PIPED(
      "this.get('a').pipe(catchError((error) => { console.log(error.message); return of(null); }))",
    ),
  ],
  [
    'what a pipe makes of an answer',
    PIPED(
      "this.get('a').pipe(tap(seen), mergeMap(({ data }) => of(data))).subscribe((order) => { console.log(order); })",
    ),
  ],
  [
    'what a function makes of an answer',
    "import axios from 'axios';\nconst get = async (path) => (await axios.get(`https://api.example.com/${path}`, { headers: { Authorization: `Bearer ${process.env.KEY}` } })).data;\nexport async function load() { const answer = await get('v1'); console.log(answer); return answer; }",
  ],
  [
    'what no request of a pipe comes to',
    PIPED(
      "this.get('a').pipe(catchError(() => of(null)), tap(parse), catchError((error) => { console.log(error); return of(null); }))",
    ),
  ],
  [
    'what an inner pipe has taken',
    PIPED(
      "of(1).pipe(mergeMap(() => this.get('a').pipe(catchError(() => of(null)))), catchError((error) => { console.log(error); return of(null); }))",
    ),
  ],
  [
    'what nobody in a pipe waits for',
    PIPED(
      "of(1).pipe(tap(() => { this.get('a').subscribe(); }), catchError((error) => { console.log(error); return of(null); }))",
    ),
  ],
  [
    'an error with a form that holds no secret',
    FORM(
      "return await axios.post('https://api.example.com/orders', qs.stringify({ client_id: id, state: 'open' }));",
    ),
  ],
  [
    'an error of a client that holds no request',
    `export async function load() { try { return await fetch('https://api.example.com/v1'); } catch (error) { console.error(error); } }`,
  ],
  ['something that only has the name of a request', HOOK(`console.log(req);`)],
  [
    'an object of which nothing secret is read',
    `export function f(session) { use(session.id); console.log(session); }`,
  ],
  [
    'how a header begins and ends',
    `function f(req) { const auth = req.get('authorization'); const end = auth.slice(-4); const scheme = auth.split(' ')[0]; console.log(end, scheme, auth.slice(0, 6)); }`,
  ],
  [
    'a part of a path',
    `function f(req) { const id = req.headers.authorization.split('/')[1]; console.log(id); }`,
  ],
  ['no log', `dialog.show(user.password);`],
])('nothing: %s', (_name, code) => {
  expect(shown(code)).toEqual([]);
});

test('each part of a line', () => {
  expect(shown(`console.log(user.email, { token: session.token }, id);`)).toEqual([
    'personal email | user.email',
    'credential token | session.token',
  ]);
});
