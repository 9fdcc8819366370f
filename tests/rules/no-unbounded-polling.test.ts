import rule from '../../rules/no-unbounded-polling.ts';
import { testRule } from '../rule-tester.ts';

const API =
  'import axios from "axios";\nconst api = axios.create({ baseURL: "https://api.example.com" });\nconst sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));\n';

const QUERIES = `${API}import { useQuery } from '@tanstack/react-query';\n`;
const WAITS = `${API}import pWaitFor from 'p-wait-for';\n`;
const STREAMS =
  "import { HttpClient } from '@angular/common/http';\nimport { interval, switchMap, takeUntil, takeWhile, timer } from 'rxjs';\n";

testRule(rule, {
  valid: [
    {
      name: 'a task of the program that nothing is to end',
      code: "export class Sweep { start() { setInterval(async () => { const r = await fetch('https://api.example.com/calls/a1'); const call = await r.json(); if (call.status === 'stuck') { await end(call); } }, 60000); } }",
    },
    {
      name: 'a button ends it',
      code: "export function Refund({ id }) { const open = useRef(false); async function deny() { open.current = true; while (open.current) { const r = await fetch(`https://api.example.com/refunds/${id}`); const refund = await r.json(); if (refund.status === 'denied') break; await new Promise((done) => setTimeout(done, 3000)); } } return { deny, close: () => { open.current = false; } }; }",
    },
    {
      name: 'a recursion that reads on behind what it has',
      code: 'export async function all() {\n  const rows = [];\n  async function read(skip) {\n    const res = await fetch(`https://api.example.com/stays?limit=25&skip=${skip}`);\n    const page = await res.json();\n    rows.push(...page.results);\n    if (rows.length < page.count) await read(rows.length);\n  }\n  await read(0);\n  return rows;\n}',
    },
    {
      name: 'a query that counts what it got',
      code: `${QUERIES}export const useStatus = (id) => useQuery({ queryKey: ['status', id], queryFn: () => api.get('/payments/' + id), refetchInterval: (query) => (query.state.data?.status === 'PENDING' && query.state.dataUpdateCount < 100 ? 3000 : false) });`,
    },
    {
      name: 'a query of something that is no payment: its page ends it',
      code: `${QUERIES}export const useBuild = (id) => useQuery({ queryKey: ['build', id], queryFn: () => api.get('/builds/' + id), refetchInterval: (query) => (query.state.data?.status === 'done' ? false : 3000) });`,
    },
    {
      name: 'a library that waits, with a timeout',
      code: `${WAITS}export const paid = (id) => pWaitFor(async () => (await api.get('/payments/' + id)).data.status === 'SUCCESSFUL', { interval: 3000, timeout: 300_000 });`,
      apis: ['moncreneau'],
    },
    {
      name: 'a stream with an end in time',
      filename: 'jobs.service.ts',
      code: `${STREAMS}@Injectable() export class Jobs { constructor(private http: HttpClient) {} wait(id: string) { interval(3000).pipe(switchMap(() => this.http.get<Job>('https://api.example.com/jobs/' + id)), takeWhile((job) => job.status !== 'done'), takeUntil(timer(300_000))).subscribe(this.done); } }`,
    },
    {
      name: 'a ref that is asked, and a count',
      code: "import { onMounted, onUnmounted, ref } from 'vue';\nexport function usePayment(id) {\n  const status = ref('PENDING');\n  let timer;\n  let count = 0;\n  async function refresh() {\n    const res = await fetch(`https://api.example.com/payments/${id}`);\n    status.value = (await res.json()).status;\n    count += 1;\n    if (status.value !== 'PENDING' || count > 60) clearInterval(timer);\n  }\n  onMounted(() => { timer = setInterval(refresh, 3000); });\n  onUnmounted(() => clearInterval(timer));\n}",
    },
    {
      name: 'what ends with its page, and is about no payment',
      code: "import { onMounted, onUnmounted, ref } from 'vue';\nexport function useBuild(id) {\n  const status = ref('queued');\n  let timer;\n  async function refresh() {\n    const res = await fetch(`https://api.example.com/builds/${id}`);\n    status.value = (await res.json()).status;\n    if (status.value === 'done') clearInterval(timer);\n  }\n  onMounted(() => { timer = setInterval(refresh, 3000); });\n  onUnmounted(() => clearInterval(timer));\n}",
    },
    {
      name: 'a deadline in the head',
      code: `${API}async function f(id) { const deadline = Date.now() + 60_000; while (Date.now() < deadline) { const { data } = await api.get("/payments/" + id); if (data.status !== "PENDING") return data.status; await sleep(3000); } return "EXPIRED"; }`,
    },
    {
      name: 'a deadline in the body',
      code: `${API}async function f(id) { const start = Date.now(); for (;;) { const { data } = await api.get("/jobs/" + id); if (data.status === "done") return data; if (Date.now() - start > 60_000) throw new Error("gave up"); await sleep(1000); } }`,
    },
    {
      name: 'a number of turns',
      code: `${API}async function f(id) { for (let i = 0; i < 30; i++) { const { data } = await api.get("/jobs/" + id); if (data.status === "done") return data; await sleep(1000); } throw new Error("gave up"); }`,
    },
    {
      name: 'turns that are counted down',
      code: `${API}async function f(id) { let left = 20; while (true) { const { data } = await api.get("/jobs/" + id); if (data.status === "done") return data; if (--left === 0) throw new Error("gave up"); await sleep(1000); } }`,
    },
    {
      name: 'a signal from the caller',
      code: `${API}async function f(id, signal) { while (!signal.aborted) { const { data } = await api.get("/jobs/" + id, { signal }); if (data.status === "done") return data; await sleep(1000); } }`,
    },
    {
      name: 'pages of a list',
      code: `${API}async function f() { let cursor; const all = []; do { const { data } = await api.get("/jobs", { params: { cursor } }); all.push(...data.items); cursor = data.next; } while (cursor); return all; }`,
    },
    {
      name: 'a consumer of messages',
      code: `${API}async function consume(handle) { while (true) { const { data } = await api.get("/messages/next"); for (const message of data.messages) await handle(message); } }`,
    },
    {
      name: 'a retry',
      code: `${API}async function f(id) { let attempt = 0; while (true) { try { return await api.get("/jobs/" + id); } catch (e) { if (attempt++ > 3) throw e; await sleep(1000 * 2 ** attempt); } } }`,
    },
    {
      name: 'an interval that a timer ends',
      code: `${API}function f(id) { return new Promise((resolve) => { const timer = setInterval(async () => { const { data } = await api.get("/jobs/" + id); if (data.status === "done") { clearInterval(timer); resolve(data); } }, 2000); setTimeout(() => clearInterval(timer), 60_000); }); }`,
    },
    {
      name: 'an interval that counts',
      code: `${API}function f(id) { return new Promise((resolve, reject) => { let tries = 0; const timer = setInterval(async () => { const { data } = await api.get("/jobs/" + id); if (data.status === "done") { clearInterval(timer); resolve(data); } else if (++tries > 20) { clearInterval(timer); reject(new Error("gave up")); } }, 2000); }); }`,
    },
    {
      name: 'a job that runs for ever by design',
      code: `${API}setInterval(async () => { const { data } = await api.get("/wallets"); for (const w of data) if (w.status === "low") console.warn(w.id); }, 60_000);`,
    },
    {
      name: 'a list of a page that is kept fresh while it is shown',
      code: `${API}import { useEffect, useState } from "react";\nexport function useJob(id) { const [job, setJob] = useState(null); useEffect(() => { const timer = setInterval(async () => { const { data } = await api.get("/jobs/" + id); setJob(data); if (data.status === "done") clearInterval(timer); }, 5000); return () => clearInterval(timer); }, [id]); return job; }`,
    },
    {
      name: 'a recursion that counts',
      code: `${API}async function poll(id, attempt = 0) { const { data } = await api.get("/jobs/" + id); if (data.status === "done") return data; if (attempt > 20) throw new Error("gave up"); await sleep(1000); return poll(id, attempt + 1); }`,
    },
    {
      name: 'a race with a timer',
      code: `${API}async function poll(id) { while (true) { const { data } = await api.get("/jobs/" + id); if (data.status === "done") return data; await sleep(1000); } }\nexport const f = (id) => Promise.race([poll(id), sleep(60_000)]);`,
    },
    {
      name: 'a generator: its consumer ends it',
      code: `${API}async function* states(id) { while (true) { const { data } = await api.get("/jobs/" + id); yield data; if (data.status === "done") return; await sleep(1000); } }`,
    },
    {
      name: 'a flag that others set',
      code: `${API}class Watch { async run(id) { while (!this.stopped) { const { data } = await api.get("/jobs/" + id); if (data.status === "done") return data; await sleep(1000); } } }`,
    },
    {
      name: 'within five minutes',
      code: `${API}async function waitForPayment(id) { for (let i = 0; i < 60; i++) { const { data } = await api.get("/payments/" + id); if (data.status !== "PENDING") return data; await sleep(5000); } throw new Error("gave up"); }`,
      apis: ['moncreneau'],
    },
    {
      name: 'a signal of the whole wait',
      code: 'const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));\nasync function f(url) { const signal = AbortSignal.timeout(60_000); while (true) { const res = await fetch(url, { signal }); const job = await res.json(); if (job.status === "done") return job; await sleep(1000); } }',
    },
    {
      name: 'a test',
      code: `${API}it("ends", async () => { while (true) { const { data } = await api.get("/jobs/1"); if (data.status === "done") return; await sleep(10); } });`,
      filename: 'src/jobs.test.js',
    },
  ],
  invalid: [
    {
      name: 'a ref that is asked, until its page goes away',
      code: "import { onMounted, onUnmounted, ref } from 'vue';\nexport function usePayment(id) {\n  const status = ref('PENDING');\n  let timer;\n  async function refresh() {\n    const res = await fetch(`https://api.example.com/payments/${id}`);\n    status.value = (await res.json()).status;\n    if (status.value !== 'PENDING') clearInterval(timer);\n  }\n  onMounted(() => { timer = [|setInterval|](refresh, 3000); });\n  onUnmounted(() => clearInterval(timer));\n}",
      errors: ['endless'],
    },
    {
      name: 'for ever',
      code: `${API}async function f(id) { while ([|true|]) { const { data } = await api.get("/payments/" + id); if (data.status === "SUCCESSFUL") return data; await sleep(3000); } }`,
      errors: ['endless'],
    },
    {
      name: 'as long as it is pending',
      code: `${API}async function f(id) { let status = "PENDING"; while ([|status === "PENDING"|]) { await sleep(3000); const { data } = await api.get("/payments/" + id); status = data.status; } return status; }`,
      errors: ['endless'],
    },
    {
      name: 'do, with fetch',
      code: 'async function f(url) { let job; do { const res = await fetch(url); job = await res.json(); await new Promise((r) => setTimeout(r, 1000)); } while ([|job.state !== "finished"|]); return job; }',
      errors: ['endless'],
    },
    {
      name: 'for without an end, a set of final statuses',
      code: `${API}const FINAL = new Set(["SUCCESSFUL", "FAILED"]);\nasync function f(id) { [|for (;;) { const { data: payment } = await api.get("/payments/" + id); if (FINAL.has(payment.status)) return payment; await sleep(3000); }|] }`,
      errors: ['endless'],
    },
    {
      name: 'failures of single turns are passed over',
      code: `${API}async function f(id, log) { while ([|true|]) { try { const { data } = await api.get("/payments/" + id); if (data.status !== "PENDING") return data; } catch (e) { log.warn(e); } await sleep(3000); } }`,
      errors: ['endless'],
    },
    {
      name: 'without a pause',
      code: `${API}async function f(id) { for ([|let i = 0|]; i < 100; i++) { const { data } = await api.get("/jobs/" + id); if (data.status === "done") return data; } throw new Error("gave up"); }`,
      errors: ['noPause'],
    },
    {
      name: 'an interval that only its answer ends',
      code: `${API}export function f(id) { return new Promise((resolve) => { const timer = [|setInterval|](async () => { const { data } = await api.get("/payments/" + id); if (data.status === "SUCCESSFUL") { clearInterval(timer); resolve(data); } }, 3000); }); }`,
      errors: ['endless'],
    },
    {
      name: 'an interval that nothing ends',
      code: `${API}export function watch(id, done) { [|setInterval|](async () => { const { data } = await api.get("/payments/" + id); if (data.status === "SUCCESSFUL") done(data); }, 3000); }`,
      errors: ['endless'],
    },
    {
      name: 'a payment page that is left open',
      code: `${API}import { useEffect } from "react";\nexport function usePayment(id, onPaid) { useEffect(() => { const timer = [|setInterval|](async () => { const { data } = await api.get("/payments/" + id); if (data.status === "SUCCESSFUL") { clearInterval(timer); onPaid(data); } }, 3000); return () => clearInterval(timer); }, [id]); }`,
      errors: ['endless'],
    },
    {
      name: 'a recursion',
      code: `${API}async function poll(id) { const { data } = await api.get("/payments/" + id); if (data.status !== "PENDING") return data; await sleep(3000); return [|poll|](id); }`,
      errors: ['endless'],
    },
    {
      name: 'a recursion by a timer',
      code: `${API}export function watch(id, done) { const check = async () => { const { data } = await api.get("/payments/" + id); if (data.status === "PENDING") { [|setTimeout|](check, 3000); return; } done(data); }; void check(); }`,
      errors: ['endless'],
    },
    {
      name: 'a method of a class',
      code: `${API}class Payments { async waitFor(id) { while ([|true|]) { const payment = await this.load(id); if (payment.status === "SUCCESSFUL" || payment.status === "FAILED") return payment; await sleep(2000); } } async load(id) { const { data } = await api.get("/payments/" + id); return data; } }`,
      errors: ['endless'],
    },
    {
      name: 'longer than the API keeps a payment pending',
      code: `${API}async function waitForPayment(id) { const deadline = Date.now() + 15 * 60 * 1000; while ([|Date.now() < deadline|]) { const { data } = await api.get("/payments/" + id); if (data.status !== "PENDING") return data; await sleep(5000); } throw new Error("gave up"); }`,
      apis: ['moncreneau'],
      errors: ['tooLong'],
    },
    {
      name: 'a switch on the status',
      code: `${API}async function f(id) { while ([|true|]) { const { data } = await api.get("/payments/" + id); switch (data.status) { case "SUCCESSFUL": return data; case "FAILED": throw new Error("failed"); default: await sleep(3000); } } }`,
      errors: ['endless'],
    },
    {
      name: 'a query that only its answer ends',
      code: `${QUERIES}export const useStatus = (id) => useQuery({ queryKey: ['status', id], queryFn: () => api.get('/payments/' + id), [|refetchInterval|]: (query) => (query.state.data?.data.status === 'PENDING' ? 3000 : false) });`,
      errors: ['endless'],
    },
    {
      name: 'a library that waits for ever',
      code: `${WAITS}export async function paid(id) { await [|pWaitFor|](async () => { const { data } = await api.get('/payments/' + id); return data.status === 'SUCCESSFUL'; }, { interval: 3000 }); }`,
      errors: ['endless'],
    },
    {
      name: 'a library that waits longer than the API keeps a payment pending',
      code: `${WAITS}export const paid = (id) => [|pWaitFor|](async () => (await api.get('/payments/' + id)).data.status === 'SUCCESSFUL', { interval: 3000, timeout: { milliseconds: 600_000 } });`,
      apis: ['moncreneau'],
      errors: ['tooLong'],
    },
    {
      name: 'a stream that only its answer ends',
      filename: 'jobs.service.ts',
      code: `${STREAMS}@Injectable() export class Jobs { constructor(private http: HttpClient) {} wait(id: string) { interval(3000).pipe([|switchMap|](() => this.http.get<Job>('https://api.example.com/jobs/' + id)), takeWhile((job) => job.status !== 'done')).subscribe(this.done); } }`,
      errors: ['endless'],
    },
  ],
});
