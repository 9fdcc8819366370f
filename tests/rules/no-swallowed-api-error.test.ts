import rule from '../../rules/no-swallowed-api-error.ts';
import { testRule } from '../rule-tester.ts';

const AXIOS = 'import axios from "axios";\n';

/** A read whose failure is dropped, with a comment. */
const dropped = (comment: string, [a, b] = ['', '']) =>
  `export async function rates() {
  let rates = null;
  try {
    const response = await fetch('https://api.example.com/rates');
    rates = await response.json();
  } ${a}catch {
    ${comment}
  }${b}
  return rates;
}`;

testRule(rule, {
  valid: [
    {
      name: 'a yes-or-no question whose answer a setter gets',
      code: 'export async function validate(token) { try { const r = await fetch(`https://api.example.com/reset/${token}`); const body = await r.json(); setIsValid(r.ok && !body.expired); } catch { setIsValid(false); } finally { setBusy(false); } }',
    },
    {
      name: 'a script tells the person who runs it of a write that failed',
      filename: 'scripts/dial.ts',
      code: "async function dial(number) { try { const r = await fetch('https://api.example.com/calls', { method: 'POST', body: number }); if (!r.ok) throw new Error('refused'); } catch (error) { console.error('no call', error); } }\ndial(process.argv[2]);",
    },
    {
      name: 'a reason in a language that is not read',
      code: "export async function tokenOf(id) { let token = ''; try { token = (await (await fetch(`https://api.example.com/channels/${id}`)).json()).token; } catch { // 获取失败时使用空值\n } return verify(token); }\nexport async function keep(entry) { try { const r = await fetch('https://api.example.com/log', { method: 'POST', body: entry }); if (!r.ok) throw new Error('refused'); } catch (error) { // 保存失败不影响消息处理\n console.error(error); } await next(); }",
    },
    {
      name: 'what a comment over the whole function says',
      code: "// We load the path beside it. A failure here isn't fatal: the root is taken.\nasync function pathOf(url) {\n  try {\n    const r = await fetch(url);\n    return r.ok ? (await r.json()).path : '';\n  } catch {\n    return null;\n  }\n}\nexport const show = async (url) => render(await pathOf(url));",
    },
    {
      name: 'what a comment over the declarations before it says',
      code: "export async function remove(customer) {\n  // Try the shop first (optional - don't fail if this fails)\n  let isGone = false;\n  const id = customer.shopId;\n  if (id) {\n    try {\n      const r = await fetch(`https://api.example.com/customers/${id}`, { method: 'DELETE' });\n      isGone = r.ok;\n    } catch (error) {\n      console.warn('not removed there', error);\n    }\n  }\n  await customer.destroy();\n  return isGone;\n}",
    },
    {
      name: 'goes on without it, as the log says',
      code: "export async function cancel(order) { try { const r = await fetch(`https://api.example.com/orders/${order.id}/cancel`, { method: 'POST' }); if (!r.ok) throw new Error('refused'); } catch (error) { log.warn('not cancelled there (continuing with local deletion)', error); } await order.destroy(); }",
    },
    {
      name: 'a sketch, in which nothing is done with the answer either',
      code: "const { Parcels } = require('parcels-sdk');\nconst parcels = new Parcels({ apiKey: process.env.PARCELS_KEY });\nparcels.labels.cancel('a1').then((label) => {\n  // cancelled\n}).catch((error) => {\n  // refused\n});",
    },
    {
      name: 'a query of GraphQL whose failure is logged',
      code: "import { GraphQLClient, gql } from 'graphql-request';\nconst api = new GraphQLClient(process.env.API_URL);\nconst ORDERS = gql`query Orders { orders { id } }`;\nexport async function orders() {\n  try { return await api.request(ORDERS); } catch (error) { console.error(error); }\n}",
    },
    {
      name: 'a comment over the statement says that a failure only degrades',
      code: `export async function card(user) {
  // The picture is decorative, so a failure degrades the card rather than
  // the request: the tracks alone may reject.
  const [tracks, picture] = await Promise.all([
    load(user),
    fetch(\`https://api.example.com/pictures/\${user}\`).catch(() => null),
  ]);
  return { tracks, picture };
}`,
    },
    {
      name: 'the queue is kept for another try',
      code: "export async function flush(queue) { while (queue.length > 0) { const batch = queue.slice(0, 10); try { await fetch('https://api.example.com/lines', { method: 'POST', body: JSON.stringify(batch) }); queue.splice(0, 10); } catch { console.warn('not sent, queue retained for retry'); return; } } }",
    },
    {
      name: 'what was sent is counted, and the count is given back',
      code: "export async function sendAll(orders) { let sent = 0; for (const order of orders) { try { await fetch('https://api.example.com/orders', { method: 'POST', body: JSON.stringify(order) }); sent++; } catch (error) { console.error(order.id, error); } } return sent; }",
    },
    {
      name: 'a text is translated',
      code: "export async function show(text, put) { try { const response = await fetch('https://api.example.com/texts/translate', { method: 'POST', body: text }); put(await response.text()); } catch (error) { console.error('not translated', error); } }",
    },
    {
      name: 'the failures are entries of what all that were sent came to',
      code: "export async function notify(shops, event) { try { await Promise.allSettled(shops.map((shop) => fetch(`https://api.shop.example/${shop}/events`, { method: 'POST', body: event }))); } catch (error) { console.error('not sent', error); } }",
    },
    {
      name: 'a query of GraphQL that a helper tidies and sends',
      files: {
        'src/board.js':
          "export async function run(query, variables = {}) { const tidy = query.replace(/\\n\\s*/g, ' ').trim(); const answer = await fetch('https://api.board.example/v2', { method: 'POST', body: JSON.stringify({ query: tidy, variables }) }); return answer.json(); }",
      },
      filename: 'src/types.js',
      code: "import { run } from './board.js';\nexport async function types() { try { const found = await run(`\n  query {\n    types { name }\n  }\n`); show(found); } catch (error) { console.error('no types', error); } next(); }",
    },
    {
      name: 'a comment says that it goes on even so',
      code: "export async function leave(id) { try { await fetch('https://api.crm.example/fields/' + id, { method: 'DELETE' }); } catch (error) { console.error('field not deleted', error);\n// Continue with the account even if the field stays\n } await remove(id); }",
    },
    {
      name: 'the log says that it goes on without',
      code: "export async function begin() { try { await fetch('https://api.shop.example/sessions', { method: 'POST' }); } catch { console.warn('no session, starting anyway'); } location.href = '/start'; }",
    },
    {
      name: 'the log says when it is done in its place',
      code: "export async function keep(photo) { try { await fetch('https://api.store.example/photos', { method: 'POST', body: photo }); } catch (error) { log.warn('upload deferred to the nightly run', error); } }",
    },
    {
      name: 'said to be done on the side, by another word',
      code: "export async function reload(id) { try { await fetch('https://api.shop.example/reload', { method: 'POST', body: id }); } catch (error) { logError('reloading failed (non-fatal)', error); } }",
    },
    {
      name: 'whoever called is told that it went wrong',
      code: "export async function tell(parcel) { try { const response = await fetch('https://api.carrier.example/parcels', { method: 'POST', body: parcel }); if (response.ok) { seen.add(parcel); return true; } console.warn('refused', response.status); } catch (error) { console.warn('not told', error.message); } return false; }",
    },
    {
      name: 'a failure is answered behind the statement that leaves on success',
      code: "import { send } from './shipments.js';\nconst answer = (text, status = 200) => ({ statusCode: status, body: text });\nexport async function created(order) { try { const result = await fetch('https://api.example.com/shipments', { method: 'POST', body: JSON.stringify(order) }).then((r) => r.json()); if (result.success === true) { return answer(); } } catch (e) { console.error(e.code, e.message); } return answer('Internal Server Error', 500); }",
    },
    {
      name: 'a failure that is shown on the way',
      code: "import toast from 'react-hot-toast';\nimport axios from 'axios';\nexport async function unlink(id) { try { await toast.promise(axios.patch(`https://api.example.com/products/${id}/unlink`), { loading: 'wait', success: 'done', error: 'not done' }); refresh(); } catch (error) { console.error('unlink', error); } }",
    },
    {
      name: 'a failure that is shown on the way, of a function that is given',
      code: "import { toast } from 'sonner';\nexport async function unlink(id) { try { await toast.promise(() => fetch(`https://api.example.com/products/${id}`, { method: 'DELETE' }), { error: (e) => e.message }); } catch (error) { console.error('unlink', error); } }",
    },
    {
      name: 'another way is gone behind the condition',
      code: `import axios from 'axios';
export async function signIn(session, log) {
  if (session !== null) {
    try {
      const { data } = await axios.post('https://api.example.com/token', { refresh: session.refresh });
      return data;
    } catch (error) {
      log.warn('no new token', error);
    }
  }
  return await askAgain();
}`,
    },
    {
      name: 'a kept function that takes the failures of all that it sends',
      code: "import { useCallback, useEffect } from 'react';\nexport function Panel({ socket }) {\n  const join = useCallback(async (sid) => { try { const token = await fetch('https://api.example.com/token'); const { id } = await token.json(); await fetch(`https://api.example.com/rooms/${sid}`, { method: 'POST', body: id }); } catch (error) { report(error); } }, []);\n  useEffect(() => { socket.on('created', async (sid) => { try { await join(sid); refresh(); } catch (error) { console.warn('created', error); } }); }, [socket, join]);\n  return null;\n}",
    },
    {
      name: 'a function that sends through another one, which keeps its failures',
      code: "async function send(body) { try { return await fetch('https://api.example.com/orders', { method: 'POST', body }); } catch (error) { report(error); return null; } }\nconst note = async (text) => send(JSON.stringify({ text }));\nexport async function run() { try { await note('started'); } catch (error) { console.error(error); } }",
    },
    {
      name: 'a helper that takes its failures itself, and tells them',
      code: "async function save(body) { try { await fetch('https://api.example.com/v1/files', { method: 'POST', body }); } catch (e) { console.error('not saved', e); report(e); } }\nexport function on(body) { save(body).catch(() => {}); }",
    },
    {
      name: 'a helper of a helper that takes its failures itself',
      code: "async function send(body) { try { await fetch('https://api.example.com/v1/mails', { method: 'POST', body }); } catch (e) { report(e); } }\nasync function sum(stats) { const text = String(stats); await send(text); }\nexport async function run(stats) { await sum(stats).catch(() => {}); }",
    },
    {
      name: 'the loop goes on with the next, and throws where none was left',
      code: "export async function rates(days) { for (const day of days) { let text; try { const answer = await fetch('https://api.example.com/rates', { method: 'POST', body: day }); text = await answer.text(); } catch (e) { console.warn('next day', e); continue; } if (!text.includes('ok')) continue; return text; } throw new Error('no rates'); }",
    },
    {
      name: 'a query of GraphQL that is sent by POST, written at hand or under a name',
      code: "import axios from 'axios';\nconst ORDERS = `\n  # the open ones\n  query Open($after: String) { orders(after: $after) { id } }\n`;\nexport async function open(after) { let found = []; try { const { data } = await axios.post('https://shop.example.com/api', { query: ORDERS, variables: { after } }); found = data.orders; } catch (error) { console.error(error.message); } return found; }\nexport async function one(id) { try { const { data } = await axios.post('https://shop.example.com/api', { query: '{ order(id: 1) { id } }' }); show(data); } catch (error) { console.error(id, error.message); } }",
    },
    {
      name: 'what a verb behind a colon only works out',
      code: `import axios from 'axios';
        export async function describe(parts, key) { try { const { data } = await axios.post('https://models.example.com/v1/models/one-2.5:generateContent?key=' + key, { parts }, { timeout: 9000 }); return data.text; } catch (e) { console.warn('none', e.message); } return null; }`,
    },
    {
      name: 'a comment in a handler that logs says that it does not fail for it',
      code: `import axios from 'axios'; export async function approve(order) { try { await axios.post('https://api.example.com/v1/ledger', order, { timeout: 9000 }); } catch (e) { console.error('not entered', e); /* Don't fail the approval if the ledger is down */ } return order; }`,
    },
    {
      name: 'what a POST only works out',
      code: "export async function rating(text) { try { const answer = await fetch('https://api.example.com/v1/chat/completions', { method: 'POST', body: text }); show(await answer.json()); } catch (error) { console.error(error); } }\nexport async function slug(name) { try { const answer = await fetch('https://api.example.com/url/validate', { method: 'POST', body: name }); show(await answer.json()); } catch (error) { console.error(error); } }",
    },
    {
      name: 'a POST that reads many at once',
      code: "export async function invoices(body) { let found = []; try { const answer = await fetch('https://api.example.com/crm/v3/objects/invoices/batch/read', { method: 'POST', body }); found = (await answer.json()).results; } catch (e) { console.warn('none', e.message); } return found; }",
    },
    "import { HttpClient } from '@angular/common/http';\nimport { catchError, throwError } from 'rxjs';\nexport class Slots { constructor(private readonly http: HttpClient) {} list() { return this.http.get('https://api.example.com/slots').pipe(catchError((error) => throwError(() => new Error('no slots', { cause: error })))); } }",
    "import { HttpClient } from '@angular/common/http';\nimport { catchError, of } from 'rxjs';\nexport class Slots { constructor(private readonly http: HttpClient) {} list() { return this.http.get('https://api.example.com/slots').pipe(catchError(() => of(failed()))); } }",
    "import { HttpClient } from '@angular/common/http';\nimport { catchError, of } from 'rxjs';\nexport class Slots { constructor(private readonly http: HttpClient, private readonly toast: Toast) {} list() { return this.http.get('https://api.example.com/slots').pipe(catchError((error) => { this.toast.error(error.message); return of([]); })); } }",
    {
      name: 'operators of a pipe that are given what went well',
      code: "import { HttpClient } from '@angular/common/http';\nimport { map, tap } from 'rxjs';\nexport class Slots {\n  constructor(private readonly http: HttpClient) {}\n  list() { return this.http.get('https://api.example.com/slots').pipe(map(() => []), tap(() => undefined)); }\n}",
    },
    "import { catchError, of } from './streams';\nexport const list = (http) => http.get('https://api.example.com/slots').pipe(catchError(() => of([])));",
    {
      name: 'a handler around a helper that takes its failures itself',
      code: "function handle(data) { try { const message = JSON.parse(data); fetch('https://api.example.com/v1/transfers', { method: 'POST', body: message.id }).catch((error) => report(error)); } catch (error) { report(error); } }\nsocket.on('message', async (data) => { try { await handle(data); } catch (error) { console.error('not handled', error); } });",
    },
    {
      name: 'what is called has logged it and only hands it on',
      code: "async function renew(adapter) { try { const r = await fetch('https://api.example.com/token', { method: 'POST' }); if (!r.ok) throw new Error('refused'); keep(await r.json()); } catch (error) { adapter.log.warn('not renewed', error); plan(adapter); throw error; } }\nexport const later = (adapter) => setTimeout(() => { renew(adapter).catch(() => {}); }, 1000);",
    },
    {
      name: 'done on the side, as the log says',
      code: "export async function note(entry) { try { const r = await fetch('https://api.example.com/notes', { method: 'POST', body: entry }); if (!r.ok) throw new Error('refused'); } catch (error) { console.warn('note failed (non-blocking)', error); } next(); }",
    },
    {
      name: 'each of many, told to the person who runs it',
      filename: 'scripts/clear.ts',
      code: "for (const id of ids) { try { const r = await fetch(`https://api.example.com/${id}`, { method: 'DELETE' }); if (!r.ok) throw new Error('refused'); } catch (error) { console.error('not deleted', id, error); } }",
    },
    {
      name: 'a read by POST, with a reason',
      code: "export async function link(id) { let link = null; try { const r = await fetch('https://api.example.com/documents/getPDFLink/', { method: 'POST', body: id }); link = (await r.json()).url; } catch { /* no public link: leave null */ } return { id, link }; }",
    },
    {
      name: 'a status that decides about more than a log',
      code:
        AXIOS +
        'export async function login(user) { await axios.post("https://api.example.com/login", { user }).catch((error) => { console.error("no login"); if (error.response) { show(error.response.data); } }); await finish(user); }',
    },
    {
      name: 'told to people in a chat',
      code: "import { log } from './chat.js';\nexport const send = (order) => fetch('https://api.example.com/orders', { method: 'POST', body: order }).then((r) => { if (!r.ok) throw new Error('refused'); }).catch(() => { log({ message: 'order not sent', mention: true }); });",
      filename: 'src/send.js',
      files: {
        'src/chat.js':
          "export const log = async ({ message }) => { await fetch(process.env.SLACK_WEBHOOK_URL, { method: 'POST', body: JSON.stringify({ text: message }) }); };",
      },
    },
    {
      name: 'the next one is tried',
      code: 'async function load(source) { try { const r = await fetch(source); if (!r.ok) return null; return await r.text(); } catch { return null; } }\nexport async function icon(sources) { for (const source of sources) { const hit = await load(`https://${source}/icon`); if (!hit) continue; return hit; } return fallback; }',
    },
    {
      name: 'taken back, so that the next run tries again',
      code: 'export function Page({ id }) { const asked = useRef(false); useEffect(() => { if (asked.current) return; asked.current = true; fetch(`https://api.example.com/titles/${id}`).then((r) => (r.ok ? r.json() : null)).then(setTitle).catch(() => { asked.current = false; }); }, [id]); }',
    },
    {
      name: 'log lines on their way',
      code: "export function emitActionLog(entry) { void fetch('https://api.example.com/actions', { method: 'POST', body: JSON.stringify(entry) }).catch(() => undefined); }",
    },
    {
      name: 'the answer says whether it worked',
      code: "export class Admin { token = null; async login(password) { try { const r = await fetch('https://api.example.com/login', { method: 'POST', body: password }); if (!r.ok) throw new Error('refused'); this.token = (await r.json()).token; } catch (error) { console.error(error); } return this.token !== null; } }",
    },
    ...[
      '// optional: the page works without rates',
      '/* best effort */',
      '// Keep the last known rates if the service is away.',
      '// offline, the cached rates are shown',
      '// Do not block checkout if competitor context fails.',
    ].map((comment) => ({ name: `explained: ${comment}`, code: dropped(comment) })),
    {
      name: 'explained in a handler of a promise',
      code: "export const warm = () => fetch('https://api.example.com/rates').catch(() => { /* non-critical */ });",
    },
    ...[
      '// non-critical',
      '// Nothing to show; the title can still be typed in by hand',
      '// No lease yet: we retry on the first message',
      '// telling the collector must never crash the page',
    ].map((comment) => ({
      name: `a write that nothing depends on: ${comment}`,
      code: `export async function warm(body) { try { await fetch('https://api.example.com/leases', { method: 'POST', body });\n } catch {\n${comment}\n} }`,
    })),
    {
      name: 'the ones that fail are left out, and it says which',
      code: 'export const views = async (sides) => { const found = []; await Promise.all(sides.map(async (side) => { try { const r = await fetch(`https://api.example.com/views/${side}`); found.push(await r.text()); } catch {\n// Skip failed side\n} })); return found; };',
    },
    {
      name: 'a flag that the end of the block sets is asked in finally',
      code: "export async function fill(order) { let isDone = false; try { await fetch('https://api.example.com/fills', { method: 'POST', body: order }); isDone = true; } catch (error) { console.error(error); } finally { if (isDone) mark(order); } }",
    },
    {
      name: 'the last that a timer does',
      code: "export function renew(lease) { setTimeout(() => (async () => { try { await fetch('https://api.example.com/leases', { method: 'POST', body: lease }); } catch (error) { console.error('not renewed', error); } })(), 1000); }",
    },
    {
      name: 'the last that a scheduled task does',
      code: "import cron from 'node-cron';\ncron.schedule('0 * * * *', async () => { try { await fetch('https://api.example.com/reports', { method: 'POST', body: '{}' }); } catch (error) { console.error('no report', error); } });",
    },
    {
      name: 'whether somebody is there, by two tests',
      code: "export async function isUp(url) { try { const r = await fetch('https://api.example.com/' + url); return r.status >= 200 && r.status < 400; } catch { return false; } }",
    },
    {
      name: 'a notice that may get lost, explained',
      code: "export async function told(text) { try { await fetch('https://api.example.com/slack/messages', { method: 'POST', body: text }); } catch { /* best effort */ } }",
    },
    {
      name: 'there was a value to go on with',
      code: 'async function f(user) { let id = `temp_${user.id}`; try { const r = await axios.post("https://api.example.com/customers", user); id = r.data.id; } catch (e) { console.warn("no customer yet", e); } await db.save(user, id); }',
    },
    {
      name: 'a helper that only measures',
      files: {
        'src/usage.ts':
          'export async function sendTelemetryEvents(payload) { const r = await fetch("https://api.example.com/usage", { method: "POST", body: payload }); if (!r.ok) throw new Error("refused"); }',
      },
      code: 'import { sendTelemetryEvents } from "./usage.ts";\nexport async function run(job) { try { await sendTelemetryEvents(job); } catch (e) { console.error(e); } await job.done(); }',
    },
    {
      name: 'logged and thrown on',
      code: `${AXIOS}async function f(id) { try { return await axios.get("https://api.example.com/v1/x/" + id); } catch (e) { console.error(e); throw e; } }`,
    },
    {
      name: 'thrown as another error',
      code: 'async function f(url) { try { return await fetch(url); } catch (cause) { throw new Error("no answer", { cause }); } }',
    },
    {
      name: 'an error result',
      code: 'async function f(url) { try { return { data: await fetch(url) }; } catch (error) { return { error }; } }',
    },
    {
      name: 'handed to the next middleware',
      code: `${AXIOS}app.get("/x", async (req, res, next) => { try { res.json((await axios.get("https://api.example.com/x")).data); } catch (err) { next(err); } });`,
    },
    {
      name: 'reported',
      code: 'import * as Sentry from "@sentry/node";\nexport const f = (url) => fetch(url).catch((e) => { Sentry.captureException(e); return null; });',
    },
    {
      name: 'a status is let pass, the rest thrown',
      code: `${AXIOS}async function f(id) { try { return (await axios.get("https://api.example.com/x/" + id)).data; } catch (e) { if (e.response?.status === 404) return null; throw e; } }`,
    },
    {
      name: 'on a body read',
      code: 'async function f(url) { const r = await fetch(url); const problem = await r.json().catch(() => null); if (!r.ok) throw new Error(problem?.message); return problem; }',
    },
    {
      name: 'a body read in a try of its own',
      code: 'async function f(url) { const r = await fetch(url); try { return await r.json(); } catch { return null; } }',
    },
    {
      name: 'no request in it',
      code: 'function f(text) { try { return new URL(text); } catch { return null; } }\nexport const g = (url) => fetch(f(url));',
    },
    {
      name: 'teardown in an error handler',
      code: `${AXIOS}async function f(o) { try { await axios.post("https://api.example.com/orders", o); } catch (e) { await axios.delete("https://api.example.com/holds/1").catch(() => {}); throw e; } }`,
    },
    {
      name: 'null is asked for',
      code: 'async function f(url) { const r = await fetch(url).catch(() => null); if (!r) throw new Error("no answer"); return r; }',
    },
    {
      name: 'a name that stays empty is asked for',
      code: 'async function f(url) { let r; try { r = await fetch(url); } catch {} if (!r?.ok) throw new Error("no answer"); return r; }',
    },
    {
      name: 'another way is gone',
      code: 'async function f(url, cache) { try { return await fetch(url); } catch {} return cache.match(url); }',
    },
    {
      name: 'the next host is asked, and at last it is thrown',
      code: 'async function f(hosts) { for (const host of hosts) { try { return await fetch(`https://${host}/x`); } catch { continue; } } throw new Error("none answered"); }',
    },
    {
      name: 'another attempt',
      code: 'async function f(url) { for (let i = 0; i < 3; i++) { try { return await fetch(url); } catch { await new Promise((r) => setTimeout(r, 1000 * 2 ** i)); } } throw new Error("gave up"); }',
    },
    {
      name: 'the failure is noted',
      code: 'async function f(urls) { let failed = 0; for (const url of urls) { try { await fetch(url, { method: "POST" }); } catch { failed++; } } return failed; }',
    },
    {
      name: 'the user is told',
      code: 'async function f(url) { try { await fetch(url, { method: "POST" }); } catch (e) { toast.error("Not saved"); } }',
    },
    {
      name: 'state of the failure',
      code: 'async function f(url) { try { setItems(await fetch(url)); } catch { setError("Could not load the list"); } }',
    },
    {
      name: 'a tool of whoever develops, on the same machine, which nobody waits for',
      code: "export async function open(order) { fetch('http://127.0.0.1:7300/notes/a1', { method: 'POST', body: order.id }).catch(() => {}); return order; }",
    },
    {
      name: 'telemetry may get lost',
      code: 'export const f = (event) => fetch("https://t.example.com/v1/telemetry", { method: "POST", body: event }).catch(() => {});',
    },
    {
      name: 'a promise that nobody waits for is logged',
      code: `${AXIOS}export function f(o, logger) { axios.post("https://api.example.com/orders", o).catch((err) => logger.error({ err }, "order failed")); }`,
    },
    {
      name: 'a read is logged, and an empty list given',
      code: `${AXIOS}async function f(logger) { try { return (await axios.get("https://api.example.com/x")).data; } catch (err) { logger.warn({ err }, "no list"); return []; } }`,
    },
    {
      name: 'logged, and told the caller',
      code: `${AXIOS}async function f(o) { try { await axios.post("https://api.example.com/orders", o); return true; } catch (err) { console.error(err); return false; } }`,
    },
    {
      name: 'logged and answered',
      code: `${AXIOS}app.post("/x", async (req, res) => { try { await axios.post("https://api.example.com/orders", req.body); res.sendStatus(204); } catch (e) { console.error(e); res.sendStatus(500); } });`,
    },
    {
      name: 'a notice that is logged',
      code: `${AXIOS}async function notifyShop(o) { try { await axios.post("https://api.example.com/messages", o); } catch (err) { console.error(err); } }`,
    },
    {
      name: 'a probe',
      code: 'async function isUp(url) { try { const r = await fetch(url); return r.ok; } catch { return false; } }',
    },
    {
      name: 'a handler from elsewhere',
      code: 'import { onError } from "some-package";\nexport const f = (url) => fetch(url).catch(onError);',
    },
    {
      name: 'not waited for in the block',
      code: 'function f(url) { try { return fetch(url); } catch { return null; } }',
    },
    {
      name: 'a test',
      code: 'it("fails", async () => { try { await fetch(url); } catch {} });',
      filename: 'src/client.test.ts',
    },
    {
      name: 'a handler of the project that throws',
      code: 'import { fail } from "./fail.js";\nexport const f = (url) => fetch(url).catch(fail);',
      files: { 'src/fail.js': 'export const fail = (error) => { throw new Error(error.code); };' },
    },
    {
      name: 'an answer that says what went wrong',
      code: "export async function GET() { try { const res = await fetch('https://api.example.com/plans'); if (!res.ok) throw new Error('refused'); return Response.json(await res.json()); } catch (error) { return Response.json({ error: error.message }, { status: 500 }); } }",
    },
    {
      name: 'logged, and the same answer',
      code: "export async function GET() { try { const res = await fetch('https://api.example.com/plans'); if (!res.ok) throw new Error('refused'); return Response.json(await res.json()); } catch (error) { console.error(error); return Response.json({ error: 'Internal server error' }, { status: 500 }); } }",
    },
    {
      name: 'an answer that blames the caller, for what the caller sent',
      code: "export async function GET(request) { try { const res = await fetch('https://api.example.com/plans'); if (!res.ok) throw new Error('refused'); return Response.json(await res.json()); } catch (error) { return Response.json({ error: 'Not found' }, { status: 404 }); } }",
    },
    {
      name: 'a connection that is warmed up',
      code: "let warm = false;\nexport async function warmUpConnection(url = 'https://api.example.com') { if (warm) return; try { await fetch(url); warm = true; } catch (error) {} }",
    },
    {
      name: 'a token that ends by itself',
      code: "export async function signOff(token) { await fetch('https://api.example.com/oauth2/revoke', { method: 'POST', body: token }).catch(() => {}); }",
    },
    {
      name: 'what an SDK only reads, where the failure is logged',
      code: "import Stripe from 'stripe'; const stripe = new Stripe(process.env.STRIPE_KEY); export async function find(id) { try { return await stripe.customers.retrieve(id); } catch (error) { logger.error(error); return null; } }",
    },
    {
      name: 'a class of a package that is given no key of an API',
      code: "import { Vault } from 'local-vault'; const vault = new Vault(process.env.VAULT_FILE); export async function find(id) { try { return await vault.read(id); } catch { return null; } }",
    },
    {
      name: "a method of the same name that is no SDK's",
      code: "import { carts } from './carts.js'; export async function open(id) { try { await carts.create({ id }); } catch (error) { console.error(error); } }",
    },
    {
      name: 'a write through an SDK whose failure is told to the caller',
      code: "import Stripe from 'stripe'; const stripe = new Stripe(process.env.STRIPE_KEY); export async function refund(id) { try { await stripe.refunds.create({ payment_intent: id }); return { ok: true }; } catch (error) { console.error(error); return { ok: false, reason: error.code }; } }",
    },
    {
      name: 'a write through an SDK that is tried again',
      code: "import Stripe from 'stripe'; const stripe = new Stripe(process.env.STRIPE_KEY); export async function refund(id) { for (let attempt = 0; attempt < 3; attempt++) { try { return await stripe.refunds.create({ payment_intent: id }); } catch (error) { console.warn('trying again', error); await new Promise((done) => setTimeout(done, 500)); } } throw new Error('not refunded'); }",
    },
    {
      name: 'a function of the project that takes the failure of an SDK itself',
      code: "import Stripe from 'stripe'; const stripe = new Stripe(process.env.STRIPE_KEY); const failed = []; async function cancel(id) { try { await stripe.subscriptions.cancel(id); } catch (error) { failed.push({ id, error }); } } export async function leave(user) { try { await cancel(user.subscription); await user.save(); } catch (error) { console.error(error); } }",
    },
    {
      name: 'a message through an SDK that is only logged',
      code: "import twilio from 'twilio'; const client = twilio(process.env.SID, process.env.TOKEN); export async function tell(to) { try { await client.messages.create({ to, from, body }); } catch (error) { console.error(error); } }",
    },
  ],
  invalid: [
    {
      name: 'a comment in another language that says no more than that it is ignored',
      code: 'export async function load(id) { try { show(await (await fetch(`https://api.example.com/${id}`)).json()); } [|catch { // 네트워크 에러 무시\n }|] finally { done(); } }',
      errors: [
        {
          messageId: 'dropped',
          suggestions: [
            'export async function load(id) { try { show(await (await fetch(`https://api.example.com/${id}`)).json()); } catch (error) { // 네트워크 에러 무시\n  throw error;\n } finally { done(); } }',
          ],
        },
      ],
    },
    {
      name: 'a comment over the statement that says what is done',
      code: `export async function card(user) {
  // Loads the picture of the user, or throws an error
  const picture = await fetch(\`https://api.example.com/pictures/\${user}\`).catch([|() => null|]);
  return { user, picture };
}`,
      errors: [
        {
          messageId: 'dropped',
          suggestions: [
            `export async function card(user) {
  // Loads the picture of the user, or throws an error
  const picture = await fetch(\`https://api.example.com/pictures/\${user}\`);
  return { user, picture };
}`,
          ],
        },
      ],
    },
    {
      name: 'what was sent is counted, and nobody asks',
      code: "export async function sendAll(orders) { let sent = 0; for (const order of orders) { try { await fetch('https://api.example.com/orders', { method: 'POST', body: JSON.stringify(order) }); sent++; } [|catch (error) { console.error(order.id, error); }|] } }",
      errors: [
        {
          messageId: 'logged',
          suggestions: [
            "export async function sendAll(orders) { let sent = 0; for (const order of orders) { try { await fetch('https://api.example.com/orders', { method: 'POST', body: JSON.stringify(order) }); sent++; } catch (error) { console.error(order.id, error); throw error; } } }",
          ],
        },
      ],
    },
    {
      name: 'a consent that may still stand',
      code: "export async function revokeConsent(id) { try { await fetch(`https://api.example.com/v1/consents/${id}/revoke`, { method: 'POST' }); } [|catch {}|] }",
      errors: [
        {
          messageId: 'dropped',
          suggestions: [
            "export async function revokeConsent(id) { try { await fetch(`https://api.example.com/v1/consents/${id}/revoke`, { method: 'POST' }); } catch (error) { throw error; } }",
          ],
        },
      ],
    },
    {
      name: 'nothing is given back behind the statement that leaves on success',
      code: "export async function created(order) { try { const result = await fetch('https://api.example.com/shipments', { method: 'POST', body: JSON.stringify(order) }).then((r) => r.json()); if (result.success === true) { return result.id; } } [|catch (e) { console.error(e.code, e.message); }|] return null; }",
      errors: [
        {
          messageId: 'logged',
          suggestions: [
            "export async function created(order) { try { const result = await fetch('https://api.example.com/shipments', { method: 'POST', body: JSON.stringify(order) }).then((r) => r.json()); if (result.success === true) { return result.id; } } catch (e) { console.error(e.code, e.message); throw e; } return null; }",
          ],
        },
      ],
    },
    {
      name: 'a client of the project that is handed in, as an interface of another file says',
      filename: 'src/cancel.ts',
      files: {
        'src/deps.ts':
          "import type { Orders } from './orders';\nexport interface Deps { readonly orders: Orders; }",
        'src/orders.ts':
          "export class Orders { cancel(id: string) { return fetch(`https://api.example.com/orders/${id}`, { method: 'DELETE' }); } }",
      },
      code: "import type { Deps } from './deps';\nexport const cancel = ({ orders }: Deps) => async (id: string) => {\n  try { await orders.cancel(id); } [|catch (error) { console.error(error.message); }|]\n};",
      errors: [
        {
          messageId: 'logged',
          suggestions: [
            "import type { Deps } from './deps';\nexport const cancel = ({ orders }: Deps) => async (id: string) => {\n  try { await orders.cancel(id); } catch (error) { console.error(error.message); throw error; }\n};",
          ],
        },
      ],
    },
    {
      name: 'a client of the project that a container gives out',
      filename: 'src/cancel.ts',
      files: {
        'src/orders.ts':
          "export class Orders { cancel(id: string) { return fetch(`https://api.example.com/orders/${id}`, { method: 'DELETE' }); } }",
      },
      code: "import { container } from 'tsyringe';\nimport { Orders } from './orders';\nexport async function cancel(id: string) { try { await container.resolve(Orders).cancel(id); } [|catch (error) { console.error(error.message); }|] }\nexport async function close(id: string) { const orders: Orders = container.resolve('orders'); try { await orders.cancel(id); } [|catch (error) { console.error(error.message); }|] }",
      errors: [
        {
          messageId: 'logged',
          suggestions: [
            "import { container } from 'tsyringe';\nimport { Orders } from './orders';\nexport async function cancel(id: string) { try { await container.resolve(Orders).cancel(id); } catch (error) { console.error(error.message); throw error; } }\nexport async function close(id: string) { const orders: Orders = container.resolve('orders'); try { await orders.cancel(id); } catch (error) { console.error(error.message); } }",
          ],
        },
        {
          messageId: 'logged',
          suggestions: [
            "import { container } from 'tsyringe';\nimport { Orders } from './orders';\nexport async function cancel(id: string) { try { await container.resolve(Orders).cancel(id); } catch (error) { console.error(error.message); } }\nexport async function close(id: string) { const orders: Orders = container.resolve('orders'); try { await orders.cancel(id); } catch (error) { console.error(error.message); throw error; } }",
          ],
        },
      ],
    },
    {
      name: 'a mutation of GraphQL',
      code: "const CANCEL = 'mutation Cancel($id: ID!) { cancel(id: $id) { id } }';\nexport async function cancel(id) { try { await fetch('https://shop.example.com/graphql', { method: 'POST', body: JSON.stringify({ query: CANCEL, variables: { id } }) }); refresh(); } [|catch (error) { console.error(id, error.message); }|] }",
      errors: [
        {
          messageId: 'logged',
          suggestions: [
            "const CANCEL = 'mutation Cancel($id: ID!) { cancel(id: $id) { id } }';\nexport async function cancel(id) { try { await fetch('https://shop.example.com/graphql', { method: 'POST', body: JSON.stringify({ query: CANCEL, variables: { id } }) }); refresh(); } catch (error) { console.error(id, error.message); throw error; } }",
          ],
        },
      ],
    },
    {
      name: 'on the way only a success is shown',
      code: "import toast from 'react-hot-toast';\nimport axios from 'axios';\nexport async function unlink(id) { try { await toast.promise(axios.patch(`https://api.example.com/products/${id}/unlink`), { success: 'done' }); refresh(); } [|catch (error) { console.error('unlink', error); }|] }",
      errors: [
        {
          messageId: 'logged',
          suggestions: [
            "import toast from 'react-hot-toast';\nimport axios from 'axios';\nexport async function unlink(id) { try { await toast.promise(axios.patch(`https://api.example.com/products/${id}/unlink`), { success: 'done' }); refresh(); } catch (error) { console.error('unlink', error); throw error; } }",
          ],
        },
      ],
    },
    {
      name: 'a helper that throws where another one, which took the failure, gave nothing',
      code: "async function ask(tld) { try { const answer = await fetch(`https://api.example.com/rdap/${tld}`); return await answer.json(); } catch (e) { report(e); return null; } }\nasync function support(tld) { const found = await ask(tld); if (!found) throw new Error('unsupported'); return found; }\nexport async function show(tld) { try { draw(await support(tld)); } [|catch (e) {}|] }",
      errors: [
        {
          messageId: 'dropped',
          suggestions: [
            "async function ask(tld) { try { const answer = await fetch(`https://api.example.com/rdap/${tld}`); return await answer.json(); } catch (e) { report(e); return null; } }\nasync function support(tld) { const found = await ask(tld); if (!found) throw new Error('unsupported'); return found; }\nexport async function show(tld) { try { draw(await support(tld)); } catch (e) { throw e; } }",
          ],
        },
      ],
    },
    {
      name: 'a helper of a helper that lets its failures out',
      code: "async function send(body) { await fetch('https://api.example.com/v1/mails', { method: 'POST', body }); }\nasync function sum(stats) { await send(String(stats)); }\nexport async function run(stats) { await sum(stats).catch([|() => {}|]); }",
      errors: [
        {
          messageId: 'dropped',
          suggestions: [
            "async function send(body) { await fetch('https://api.example.com/v1/mails', { method: 'POST', body }); }\nasync function sum(stats) { await send(String(stats)); }\nexport async function run(stats) { await sum(stats); }",
          ],
        },
      ],
    },
    {
      name: 'the loop goes on with the next, and nobody hears of those that failed',
      code: "export async function tell(days) { for (const day of days) { try { await fetch('https://api.example.com/rates', { method: 'POST', body: day }); } [|catch (e) { console.warn('next day', e); continue; }|] } }",
      errors: [
        {
          messageId: 'logged',
          suggestions: [
            "export async function tell(days) { for (const day of days) { try { await fetch('https://api.example.com/rates', { method: 'POST', body: day }); } catch (e) { console.warn('next day', e); throw e; } } }",
          ],
        },
      ],
    },
    {
      name: 'what an operator before it waits for, and what is joined',
      code: "import { HttpClient } from '@angular/common/http';\nimport { catchError, forkJoin, of, switchMap } from 'rxjs';\nexport class Slots { constructor(private readonly http: HttpClient) {} list(id$) { return id$.pipe(switchMap((id) => forkJoin([this.http.get(`https://api.example.com/slots/${id}`), of(id)])), catchError([|() => of([])|])); } }",
      errors: ['dropped'],
    },
    {
      name: 'a list of nothing in a pipe',
      code: "import { HttpClient } from '@angular/common/http';\nimport { catchError, map, of } from 'rxjs';\nexport class Slots { constructor(private readonly http: HttpClient) {} list() { return this.http.get('https://api.example.com/slots').pipe(map((page) => page.items), catchError([|() => of([])|])); } }",
      errors: ['dropped'],
    },
    {
      name: 'a stream of nothing in a pipe',
      code: "import { HttpClient } from '@angular/common/http';\nimport { EMPTY } from 'rxjs';\nimport { catchError } from 'rxjs/operators';\nexport class Slots { constructor(private readonly http: HttpClient) {} list() { return this.http.get('https://api.example.com/slots').pipe(catchError([|() => { return EMPTY; }|])); } }",
      errors: ['dropped'],
    },
    {
      name: 'a helper that hands its failure on',
      code: "async function tell(body) { try { await fetch('https://api.example.com/v1/orders', { method: 'POST', body }); } catch (e) { console.error(e); throw e; } }\nexport async function on(body) { try { await tell(body); } [|catch (e) { console.error(e); }|] }",
      errors: [
        {
          messageId: 'logged',
          suggestions: [
            {
              output:
                "async function tell(body) { try { await fetch('https://api.example.com/v1/orders', { method: 'POST', body }); } catch (e) { console.error(e); throw e; } }\nexport async function on(body) { try { await tell(body); } catch (e) { console.error(e); throw e; } }",
            },
          ],
        },
      ],
    },
    {
      name: 'a helper that rejects with its failure',
      code: "const tell = (body) => fetch('https://api.example.com/v1/orders', { method: 'POST', body }).catch((e) => Promise.reject(e));\nexport async function on(body) { try { await tell(body); } [|catch (e) { console.error(e); }|] }",
      errors: [
        {
          messageId: 'logged',
          suggestions: [
            {
              output:
                "const tell = (body) => fetch('https://api.example.com/v1/orders', { method: 'POST', body }).catch((e) => Promise.reject(e));\nexport async function on(body) { try { await tell(body); } catch (e) { console.error(e); throw e; } }",
            },
          ],
        },
      ],
    },
    {
      name: 'each of many, where nobody sits',
      code: "export async function clear(ids) { for (const id of ids) { try { const r = await fetch(`https://api.example.com/${id}`, { method: 'DELETE' }); if (!r.ok) throw new Error('refused'); } [|catch (error) { console.error('not deleted', id, error); }|] } }",
      errors: [
        {
          messageId: 'logged',
          suggestions: [
            "export async function clear(ids) { for (const id of ids) { try { const r = await fetch(`https://api.example.com/${id}`, { method: 'DELETE' }); if (!r.ok) throw new Error('refused'); } catch (error) { console.error('not deleted', id, error); throw error; } } }",
          ],
        },
      ],
    },
    {
      name: 'a write whose error is only logged, and its answer where there is one',
      code:
        AXIOS +
        'export async function login(user) { await axios.post("https://api.example.com/login", { user }).catch([|(error) => { console.error("no login"); error.response && console.error(error.response.data); if (error.code) { console.error(error.code); } }|]); await finish(user); }',
      errors: [
        {
          messageId: 'logged',
        },
      ],
    },
    {
      name: 'one of many that are not tried again',
      code: 'async function load(id) { try { const r = await fetch(`https://api.example.com/${id}`); if (!r.ok) return null; return await r.json(); } [|catch { return null; }|] }\nexport async function all(ids) { const found = []; for (const id of ids) { found.push(await load(id)); } return found; }',
      errors: [
        {
          messageId: 'dropped',
          suggestions: [
            'async function load(id) { try { const r = await fetch(`https://api.example.com/${id}`); if (!r.ok) return null; return await r.json(); } catch (error) { throw error; } }\nexport async function all(ids) { const found = []; for (const id of ids) { found.push(await load(id)); } return found; }',
          ],
        },
      ],
    },
    {
      name: 'what keeps two from running at once is no other try',
      code: "export class Feed { async load() { if (this.busy) return; this.busy = true; try { const r = await fetch('https://api.example.com/feed'); if (!r.ok) throw new Error('refused'); this.feed = await r.json(); this.busy = false; } [|catch { this.busy = false; }|] } }",
      errors: [
        {
          messageId: 'dropped',
          suggestions: [
            "export class Feed { async load() { if (this.busy) return; this.busy = true; try { const r = await fetch('https://api.example.com/feed'); if (!r.ok) throw new Error('refused'); this.feed = await r.json(); this.busy = false; } catch (error) { this.busy = false; throw error; } } }",
          ],
        },
      ],
    },
    {
      name: 'a page of the log that is asked for',
      code: 'export const readLog = (id) => fetch(`https://api.example.com/logs/${id}`).catch([|() => null|]);',
      errors: [
        {
          messageId: 'dropped',
          suggestions: [
            'export const readLog = (id) => fetch(`https://api.example.com/logs/${id}`);',
          ],
        },
      ],
    },
    {
      name: 'a member that is filled and only handed on',
      code: "export class Admin { async login(password) { try { const r = await fetch('https://api.example.com/login', { method: 'POST', body: password }); if (!r.ok) throw new Error('refused'); this.token = (await r.json()).token; } [|catch (error) { console.error(error); }|] show(this.token); } }",
      errors: [
        {
          messageId: 'logged',
          suggestions: [
            "export class Admin { async login(password) { try { const r = await fetch('https://api.example.com/login', { method: 'POST', body: password }); if (!r.ok) throw new Error('refused'); this.token = (await r.json()).token; } catch (error) { console.error(error); throw error; } show(this.token); } }",
          ],
        },
      ],
    },
    ...[
      '// ignore',
      '// Ignore errors for now',
      '// TODO: handle the error of the rates service',
      '/* silently fail */',
      '// biome-ignore lint/suspicious/noEmptyBlockStatements: fine',
    ].map((comment) => ({
      name: `not explained: ${comment}`,
      code: dropped(comment, ['[|', '|]']),
      errors: [
        {
          messageId: 'dropped',
          suggestions: [
            dropped(comment)
              .replace('catch {', 'catch (error) {')
              .replace(comment, `${comment}\n    throw error;`),
          ],
        },
      ],
    })),
    {
      name: 'an order must not get lost, whatever is said',
      code: "export async function order(body) {\n  try {\n    await fetch('https://api.example.com/orders', { method: 'POST', body });\n  } [|catch (error) {\n    // best effort, the user can try again\n  }|]\n}",
      errors: [
        {
          messageId: 'dropped',
          suggestions: [
            "export async function order(body) {\n  try {\n    await fetch('https://api.example.com/orders', { method: 'POST', body });\n  } catch (error) {\n    // best effort, the user can try again\n    throw error;\n  }\n}",
          ],
        },
      ],
    },
    {
      name: 'an empty clause',
      code: 'async function f(url) {\n  try {\n    await fetch(url, { method: "POST" });\n  } [|catch {}|]\n}',
      errors: [
        {
          messageId: 'dropped',
          suggestions: [
            'async function f(url) {\n  try {\n    await fetch(url, { method: "POST" });\n  } catch (error) { throw error; }\n}',
          ],
        },
      ],
    },
    {
      name: 'nothing but a comment',
      code: `${AXIOS}async function f(o) {\n  try {\n    await axios.post("https://api.example.com/orders", o);\n  } [|catch (e) {\n    // not important\n  }|]\n}`,
      errors: [
        {
          messageId: 'dropped',
          suggestions: [
            `${AXIOS}async function f(o) {\n  try {\n    await axios.post("https://api.example.com/orders", o);\n  } catch (e) {\n    // not important\n    throw e;\n  }\n}`,
          ],
        },
      ],
    },
    {
      name: 'null for every error, in a chain',
      code: `${AXIOS}export const f = (id) => axios.get("https://api.example.com/x/" + id).then((r) => r.data).catch([|() => null|]);`,
      errors: [
        {
          messageId: 'dropped',
          suggestions: [
            `${AXIOS}export const f = (id) => axios.get("https://api.example.com/x/" + id).then((r) => r.data);`,
          ],
        },
      ],
    },
    {
      name: 'null for every error, in a clause',
      code: `${AXIOS}async function f(id) {\n  try {\n    const { data } = await axios.get("https://api.example.com/x/" + id);\n    return data;\n  } [|catch (err) {\n    return null;\n  }|]\n}`,
      errors: [
        {
          messageId: 'dropped',
          suggestions: [
            `${AXIOS}async function f(id) {\n  try {\n    const { data } = await axios.get("https://api.example.com/x/" + id);\n    return data;\n  } catch (err) {\n    throw err;\n  }\n}`,
          ],
        },
      ],
    },
    {
      name: 'nobody waits',
      code: 'export function f(body) { fetch("https://api.example.com/position", { method: "POST", body }).catch([|() => {}|]); }',
      errors: ['dropped'],
    },
    {
      name: 'a noop of a library',
      code: `import noop from "lodash/noop";\nimport got from "got";\nexport const f = (json) => got.post("https://api.example.com/orders", { json }).catch([|noop|]);`,
      errors: ['dropped'],
    },
    {
      name: 'an own noop in a const',
      code: 'const ignore = () => undefined;\nexport const f = (url) => fetch(url).then((r) => r.ok).catch([|ignore|]);',
      errors: ['dropped'],
    },
    {
      name: 'the second handler of then',
      code: 'export const f = (url) => fetch(url).then((r) => r.json(), [|() => []|]);',
      errors: ['dropped'],
    },
    {
      name: 'the error as the result',
      code: 'export const f = (url) => fetch(url).then((r) => r.json()).catch([|(err) => { return err; }|]);',
      errors: [
        {
          messageId: 'asResult',
          suggestions: ['export const f = (url) => fetch(url).then((r) => r.json());'],
        },
      ],
    },
    {
      name: 'the error as the result of a clause',
      code: 'class Api {\n  async get(url) {\n    try {\n      return await fetch(url);\n    } [|catch (e) {\n      return e;\n    }|]\n  }\n}',
      errors: [
        {
          messageId: 'asResult',
          suggestions: [
            'class Api {\n  async get(url) {\n    try {\n      return await fetch(url);\n    } catch (e) {\n      throw e;\n    }\n  }\n}',
          ],
        },
      ],
    },
    {
      name: 'messages are marked as read',
      code: `import axios from 'axios'; export async function mark(id) { try { await axios.post('https://api.example.com/v1/chats/' + id + '/messages/read', {}, { timeout: 9000 }); } [|catch (e) { console.error('not marked', e); }|] }`,
      errors: [
        {
          messageId: 'logged',
          suggestions: [
            `import axios from 'axios'; export async function mark(id) { try { await axios.post('https://api.example.com/v1/chats/' + id + '/messages/read', {}, { timeout: 9000 }); } catch (e) { console.error('not marked', e); throw e; } }`,
          ],
        },
      ],
    },
    {
      name: 'a write is only logged',
      code: `${AXIOS}async function pay(o) {\n  try {\n    const { data } = await axios.post("https://api.example.com/payments", o);\n    return data;\n  } [|catch (error) {\n    console.error("payment failed", error);\n  }|]\n}`,
      errors: [
        {
          messageId: 'logged',
          suggestions: [
            `${AXIOS}async function pay(o) {\n  try {\n    const { data } = await axios.post("https://api.example.com/payments", o);\n    return data;\n  } catch (error) {\n    console.error("payment failed", error);\n    throw error;\n  }\n}`,
          ],
        },
      ],
    },
    {
      name: 'a write is only logged, in a chain',
      code: `${AXIOS}export const pay = (o) => axios.post("https://api.example.com/payments", o).catch([|console.error|]);`,
      errors: ['logged'],
    },
    {
      name: 'an answer that says nothing',
      code: `${AXIOS}app.post("/x", async (req, res) => {\n  try {\n    res.json((await axios.get("https://api.example.com/x")).data);\n  } [|catch (e) {\n    res.status(500).end();\n  }|]\n});`,
      errors: [
        {
          messageId: 'dropped',
          suggestions: [
            `${AXIOS}app.post("/x", async (req, res) => {\n  try {\n    res.json((await axios.get("https://api.example.com/x")).data);\n  } catch (e) {\n    res.status(500).end();\n    throw e;\n  }\n});`,
          ],
        },
      ],
    },
    {
      name: 'a page of a list',
      code: 'async function f(url) {\n  const all = [];\n  for (let page = 1; ; page++) {\n    try {\n      all.push(await fetch(url + page));\n    } [|catch {\n      break;\n    }|]\n  }\n  return all;\n}',
      errors: [
        {
          messageId: 'dropped',
          suggestions: [
            'async function f(url) {\n  const all = [];\n  for (let page = 1; ; page++) {\n    try {\n      all.push(await fetch(url + page));\n    } catch (error) {\n      throw error;\n    }\n  }\n  return all;\n}',
          ],
        },
      ],
    },
    {
      name: 'through a wrapper of another module',
      code: 'import { load } from "./load.js";\nexport const f = (ids) => Promise.all(ids.map(async (id) => { try { return await load(id); } [|catch { return null; }|] }));',
      files: {
        'src/load.js':
          'export const load = async (id) => (await fetch("https://api.example.com/x/" + id)).json();',
      },
      errors: [
        {
          messageId: 'dropped',
          suggestions: [
            'import { load } from "./load.js";\nexport const f = (ids) => Promise.all(ids.map(async (id) => { try { return await load(id); } catch (error) { throw error; } }));',
          ],
        },
      ],
    },
    {
      name: 'through a function that sends several',
      code: 'async function sync(id: string): Promise<void> { await fetch("https://api.example.com/a/" + id); await fetch("https://api.example.com/b/" + id); }\nexport async function f(id: string) {\n  try {\n    await sync(id);\n  } [|catch {\n    // later\n  }|]\n}',
      errors: [
        {
          messageId: 'dropped',
          suggestions: [
            'async function sync(id: string): Promise<void> { await fetch("https://api.example.com/a/" + id); await fetch("https://api.example.com/b/" + id); }\nexport async function f(id: string) {\n  try {\n    await sync(id);\n  } catch (error) {\n    // later\n    throw error;\n  }\n}',
          ],
        },
      ],
    },
    {
      name: 'the loading state is put back, the list emptied',
      code: 'async function f(url) {\n  try {\n    setItems(await fetch(url));\n  } [|catch (e) {\n    setItems([]);\n    setLoading(false);\n  }|]\n}',
      errors: [
        {
          messageId: 'dropped',
          suggestions: [
            'async function f(url) {\n  try {\n    setItems(await fetch(url));\n  } catch (e) {\n    setItems([]);\n    setLoading(false);\n    throw e;\n  }\n}',
          ],
        },
      ],
    },
    {
      name: 'an empty page of data',
      code: `${AXIOS}async function f() { const { data } = await axios.get("https://api.example.com/x").catch([|() => ({ data: [] })|]); return data; }`,
      errors: [
        {
          messageId: 'dropped',
          suggestions: [
            `${AXIOS}async function f() { const { data } = await axios.get("https://api.example.com/x"); return data; }`,
          ],
        },
      ],
    },
    {
      name: 'several at once',
      code: 'export const f = (urls) => Promise.all(urls.map((url) => fetch(url).catch([|() => null|])));',
      errors: [
        {
          messageId: 'dropped',
          suggestions: ['export const f = (urls) => Promise.all(urls.map((url) => fetch(url)));'],
        },
      ],
    },
    {
      name: 'the same answer whatever went wrong',
      code: "export async function GET() { try { const res = await fetch('https://api.example.com/plans'); if (!res.ok) throw new Error('refused'); return Response.json(await res.json()); } [|catch { return Response.json({ ok: false, error: 'Internal server error' }, { status: 500 }); }|] }",
      errors: ['dropped'],
      suggestions: [
        "export async function GET() { try { const res = await fetch('https://api.example.com/plans'); if (!res.ok) throw new Error('refused'); return Response.json(await res.json()); } catch (error) { throw error; } }",
      ],
    },
    {
      name: 'the same answer through Express',
      code: "import axios from 'axios'; app.post('/orders', async (req, res) => { try { const { data } = await axios.post('https://api.example.com/orders', req.body); res.json(data); } [|catch (error) { res.status(500).json({ success: false, message: 'Order failed' }); }|] });",
      errors: ['dropped'],
      suggestions: [
        "import axios from 'axios'; app.post('/orders', async (req, res) => { try { const { data } = await axios.post('https://api.example.com/orders', req.body); res.json(data); } catch (error) { res.status(500).json({ success: false, message: 'Order failed' }); throw error; } });",
      ],
    },
    {
      name: 'the same answer by a constructor',
      code: "export async function POST(request) { try { const res = await fetch('https://api.example.com/orders', { method: 'POST', body: await request.text() }); if (!res.ok) throw new Error('refused'); return new Response('done'); } [|catch (error) { return new Response(JSON.stringify({ error: 'failed' }), { status: 502, headers: { 'content-type': 'application/json' } }); }|] }",
      errors: ['dropped'],
      suggestions: [
        "export async function POST(request) { try { const res = await fetch('https://api.example.com/orders', { method: 'POST', body: await request.text() }); if (!res.ok) throw new Error('refused'); return new Response('done'); } catch (error) { throw error; } }",
      ],
    },
    {
      name: 'a write through an SDK that is only logged',
      code: "import Stripe from 'stripe'; const stripe = new Stripe(process.env.STRIPE_KEY); export async function refund(id) { try { await stripe.refunds.create({ payment_intent: id }); } [|catch (error) { console.error('not refunded', error); }|] }",
      errors: ['logged'],
      suggestions: [
        "import Stripe from 'stripe'; const stripe = new Stripe(process.env.STRIPE_KEY); export async function refund(id) { try { await stripe.refunds.create({ payment_intent: id }); } catch (error) { console.error('not refunded', error); throw error; } }",
      ],
    },
    {
      name: 'a write through an SDK whose failure leaves no trace',
      code: "const { google } = require('googleapis'); const sheets = google.sheets({ version: 'v4', auth }); exports.book = async (values) => { await sheets.spreadsheets.values.append({ spreadsheetId, range, requestBody: { values } }).catch([|() => {}|]); };",
      errors: ['dropped'],
      suggestions: [
        "const { google } = require('googleapis'); const sheets = google.sheets({ version: 'v4', auth }); exports.book = async (values) => { await sheets.spreadsheets.values.append({ spreadsheetId, range, requestBody: { values } }); };",
      ],
    },
    {
      name: 'a function of the project that writes through an SDK',
      code: "import type Stripe from 'stripe'; class Billing { constructor(private readonly client: Stripe) {} private async end(id: string) { await this.client.subscriptions.cancel(id); } async leave(user: { plan: string }) { try { await this.end(user.plan); } [|catch (error) { this.logger.error(error); }|] } }",
      errors: ['logged'],
      suggestions: [
        "import type Stripe from 'stripe'; class Billing { constructor(private readonly client: Stripe) {} private async end(id: string) { await this.client.subscriptions.cancel(id); } async leave(user: { plan: string }) { try { await this.end(user.plan); } catch (error) { this.logger.error(error); throw error; } } }",
      ],
    },
    {
      name: 'a write through a part of an SDK',
      code: "const client = require('twilio')(process.env.SID, process.env.TOKEN); exports.hangUp = async (sid) => { try { await client.calls(sid).update({ status: 'completed' }); } [|catch (error) { console.error('still on the line', error); }|] };",
      errors: ['logged'],
      suggestions: [
        "const client = require('twilio')(process.env.SID, process.env.TOKEN); exports.hangUp = async (sid) => { try { await client.calls(sid).update({ status: 'completed' }); } catch (error) { console.error('still on the line', error); throw error; } };",
      ],
    },
    {
      name: 'a mutation of a client of GraphQL',
      code: "import { GraphQLClient, gql } from 'graphql-request';\nconst api = new GraphQLClient(process.env.API_URL);\nconst ADD = gql`\n  mutation Add($order: OrderInput!) { addOrder(order: $order) { id } }\n`;\nexport async function add(order) {\n  try { await api.request(ADD, { order }); } [|catch (error) { console.error('could not add', error); }|]\n}",
      errors: ['logged'],
      suggestions: [
        "import { GraphQLClient, gql } from 'graphql-request';\nconst api = new GraphQLClient(process.env.API_URL);\nconst ADD = gql`\n  mutation Add($order: OrderInput!) { addOrder(order: $order) { id } }\n`;\nexport async function add(order) {\n  try { await api.request(ADD, { order }); } catch (error) { console.error('could not add', error); throw error; }\n}",
      ],
    },
    {
      name: 'what an SDK only reads, without a trace of the failure',
      code: "import Stripe from 'stripe'; const stripe = new Stripe(process.env.STRIPE_KEY); export async function find(id) { try { return await stripe.customers.retrieve(id); } [|catch { return null; }|] }",
      errors: ['dropped'],
      suggestions: [
        "import Stripe from 'stripe'; const stripe = new Stripe(process.env.STRIPE_KEY); export async function find(id) { try { return await stripe.customers.retrieve(id); } catch (error) { throw error; } }",
      ],
    },
    {
      name: 'an SDK that is a client by itself',
      code: "const mail = require('@sendgrid/mail'); mail.setApiKey(process.env.SENDGRID_KEY); exports.invite = async (to) => { try { await mail.send({ to, from: 'a@example.com', subject: 'Hello', text: 'Hello' }); } [|catch (error) {}|] };",
      errors: ['dropped'],
      suggestions: [
        "const mail = require('@sendgrid/mail'); mail.setApiKey(process.env.SENDGRID_KEY); exports.invite = async (to) => { try { await mail.send({ to, from: 'a@example.com', subject: 'Hello', text: 'Hello' }); } catch (error) { throw error; } };",
      ],
    },
    {
      name: 'an SDK that is known by the key it is given',
      code: "import { Parcels } from 'parcels-sdk'; const parcels = new Parcels(process.env.PARCELS_API_KEY); export async function cancel(id) { try { await parcels.labels.cancel(id); } [|catch {}|] }",
      errors: ['dropped'],
      suggestions: [
        "import { Parcels } from 'parcels-sdk'; const parcels = new Parcels(process.env.PARCELS_API_KEY); export async function cancel(id) { try { await parcels.labels.cancel(id); } catch (error) { throw error; } }",
      ],
    },
    {
      name: 'something is done with the answer',
      code: "const { Parcels } = require('parcels-sdk');\nconst parcels = new Parcels({ apiKey: process.env.PARCELS_KEY });\nparcels.labels.cancel('a1').then((label) => {\n  show(label);\n}).catch([|(error) => {\n  // refused\n}|]);",
      errors: ['dropped'],
    },
    {
      name: 'a write, of which a comment says how it is done',
      code: "export async function invite(body) { try { await fetch('https://api.example.com/invites', { method: 'POST', body });\n } [|catch {\n/* non-blocking */\n}|] }",
      errors: ['dropped'],
      suggestions: [
        "export async function invite(body) { try { await fetch('https://api.example.com/invites', { method: 'POST', body });\n } catch (error) {\n/* non-blocking */\n   throw error;\n} }",
      ],
    },
  ],
});
