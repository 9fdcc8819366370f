import rule from '../../rules/handle-error-codes.ts';
import { testRule } from '../rule-tester.ts';

const apis = ['moncreneau'];
const MC =
  'import axios from "axios";\nconst mc = axios.create({ baseURL: "https://mc-prd.duckdns.org/api/v1" });\n';
const book = (handler: string): string =>
  `${MC}export async function book(data, res, log) { try { return await mc.post("/appointments", data); } ${handler} }`;

const fetched = (then: string): string =>
  `export async function book(body) { const res = await fetch("https://mc-prd.duckdns.org/api/v1/appointments", { method: "POST", body }); ${then} }`;

testRule(rule, {
  valid: [
    {
      name: 'an enum of another file names the code',
      filename: 'src/book.ts',
      files: {
        'src/refusal.ts':
          "export enum Refusal { Broke = 'INSUFFICIENT_CREDITS', Taken = 'SLOT_TAKEN' }\n",
      },
      code: `import { Refusal } from './refusal';\n${book('catch (e) { switch (e.response?.data?.code) { case Refusal.Broke: return alert(); default: return 2; } }')}`,
      apis,
    },
    {
      code: book(
        'catch (e) { if (e.response?.data?.code === "INSUFFICIENT_CREDITS") return alert(); throw e; }',
      ),
      apis,
    },
    { code: book('catch (e) { log.error(e); throw e; }'), apis },
    { code: book('catch (cause) { throw new Error("booking failed", { cause }); }'), apis },
    { code: book('catch (e) { return toProblem(e); }'), apis },
    { code: book('catch (e) { return { error: e.response.data }; }'), apis },
    {
      code: book('catch (e) { const { code } = e.response.data; return res.json({ code }); }'),
      apis,
    },
    {
      name: 'compared with what another file says',
      code: `import { NO_CREDITS } from './codes';\n${book('catch (e) { if (e.code === NO_CREDITS) return 1; return 2; }')}`,
      apis,
    },
    {
      name: 'asked by a function of the project',
      code: `import { isRefused } from './problems';\n${book('catch (e) { if (isRefused(e)) return 1; throw new Error("failed"); }')}`,
      apis,
    },
    {
      name: 'what the API says is thrown on',
      code: fetched('if (!res.ok) throw new Error((await res.json()).code); return res.json();'),
      apis,
    },
    {
      name: 'the body was read before',
      code: fetched(
        'const data = await res.json(); if (!res.ok) { return { error: data }; } return data;',
      ),
      apis,
    },
    {
      name: 'handed to a function',
      code: fetched('if (!res.ok) throw await problemOf(res); return res.json();'),
      apis,
    },
    {
      name: 'one status alone',
      code: fetched('if (res.status === 409) return null; return finish(res);'),
      apis,
    },
    {
      name: 'the code is looked at',
      code: fetched(
        'if (!res.ok) { const { code } = await res.json(); if (code === "INSUFFICIENT_CREDITS") return alert(); throw new Error("failed"); } return res.json();',
      ),
      apis,
    },
    {
      name: 'a network code is looked at, what is left is thrown on',
      code: book('catch (e) { if (e.code === "ERR_CANCELED") return null; throw e; }'),
      apis,
    },
    {
      name: 'a code of the error itself is looked at, which may be of a database',
      code: book('catch (e) { if (e.code === "ER_DUP_ENTRY") return null; throw e; }'),
      apis,
    },
    {
      name: 'another code is looked at, what is left is told to somebody',
      code: book(
        'catch (e) { if (e.response?.data?.code === "SLOT_TAKEN") return null; refused(e); throw e; }',
      ),
      apis,
    },
    {
      name: 'what the API says goes on whole',
      code: fetched(
        'if (!res.ok) { const problem = await res.json(); throw new Problem(problem); } return res.json();',
      ),
      apis,
    },
    { code: book('finally { log.info("done"); }'), apis },
    { code: book('catch { return null; }'), apis },
    {
      code: `${MC}export async function list() { try { return await mc.get("/departments"); } catch (e) { throw new Error("no list"); } }`,
      apis,
    },
    {
      code: 'export async function f(url, log) { try { return await fetch(url, { method: "POST" }); } catch (e) { throw new Error("failed"); } }',
      apis,
    },
    {
      code: book('catch (e) { throw new Error("booking failed"); }'),
      filename: 'src/book.test.js',
      apis,
    },
  ],
  invalid: [
    {
      name: 'what goes on goes on for one code alone',
      code: book(
        '[|catch (e) { const body = e.response && e.response.data; if (body && body.code === "VALIDATION_ERROR") return { fields: body.fields }; throw e; }|]',
      ),
      apis,
      errors: ['unseen'],
    },
    {
      name: 'the status of an answer that may be missing, under a name',
      code: book(
        '[|catch (e) { const status = e.response?.status; throw new Error(`refused: ${status}`); }|]',
      ),
      apis,
    },
    {
      name: 'other codes are looked at',
      code: book(
        '[|catch (e) { switch (e.code) { case "SLOT_TAKEN": return 1; default: return 2; } }|]',
      ),
      apis,
    },
    {
      name: 'another code, by a guard and a name',
      code: book(
        '[|catch (e) { const code = axios.isAxiosError(e) ? e.response?.data?.code : undefined; if (code === "SLOT_TAKEN") return null; throw new Error("failed"); }|]',
      ),
      apis,
    },
    {
      name: 'another code, and whatever is left is thrown on',
      code: book(
        '[|catch (e) { const code = e.response?.data?.code; if (code === "SLOT_TAKEN") return null; throw e; }|]',
      ),
      apis,
    },
    {
      name: 'of what the API says only the message is read',
      code: fetched(
        'if ([|!res.ok|]) throw new Error(`refused: ${(await res.json()).message}`); return res.json();',
      ),
      apis,
    },
    {
      name: 'a response that is not ok',
      code: fetched(
        'if ([|!res.ok|]) throw new Error(`failed: ${res.status}`); return res.json();',
      ),
      apis,
    },
    {
      name: 'another status has an answer of its own',
      code: fetched(
        'if (res.status === 409) return "taken"; if ([|res.status >= 400|]) { return "failed"; } return res.json();',
      ),
      apis,
    },
    {
      name: 'whatever was not made',
      code: fetched('if ([|res.status !== 201|]) return null; return res.json();'),
      apis,
    },
    { code: book('[|catch (e) { res.status(500).json({ error: "failed" }); }|]'), apis },
    {
      code: book('[|catch (e) { log.error(e); res.status(500).json({ error: "failed" }); }|]'),
      apis,
    },
    { code: book('[|catch (e) { throw new Error("booking failed"); }|]'), apis },
    { code: book('[|catch { throw new Error("booking failed"); }|]'), apis },
    { code: book('[|catch (e) { return { ok: false, message: e.message }; }|]'), apis },
    {
      code: book(
        '[|catch (e) { if (e.response?.status === 404) return "gone"; throw new Error("failed"); }|]',
      ),
      apis,
    },
    {
      code: book('[|catch (e) { if (e instanceof Error) toast.error("Please try again"); }|]'),
      apis,
    },
    { code: book('[|catch (e) { log.error(e); return false; }|]'), apis },
    {
      code: `${MC}export const book = (data) => mc.post("/appointments", data).catch([|() => { throw new Error("failed"); }|]);`,
      apis,
    },
    {
      code: `${MC}export const book = (data, show) => mc.post("/appointments", data).then((r) => r.data, [|(err) => show(\`failed: \${err.message}\`)|]);`,
      apis,
      parser: 'js',
    },
    {
      code: `${MC}class Booking { async create(body) { try { const { data } = await mc.post("/appointments", body); return data; } [|catch (error) { this.state = "failed"; }|] } }`,
      apis,
    },
    {
      code: book('[|catch (e) { res.sendStatus(400); log.warn(e.message); }|]'),
      options: { codes: ['NO_CREDITS'] },
      apis,
    },
  ],
});
