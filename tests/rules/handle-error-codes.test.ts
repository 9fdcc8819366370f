import rule from '../../rules/handle-error-codes.ts';
import { testRule } from '../rule-tester.ts';

const apis = ['moncreneau'];
const MC =
  'import axios from "axios";\nconst mc = axios.create({ baseURL: "https://mc-prd.duckdns.org/api/v1" });\n';
const book = (handler: string): string =>
  `${MC}export async function book(data, res, log) { try { return await mc.post("/appointments", data); } ${handler} }`;

testRule(rule, {
  valid: [
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
      code: book('catch (e) { switch (e.code) { case "X": return 1; default: return 2; } }'),
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
