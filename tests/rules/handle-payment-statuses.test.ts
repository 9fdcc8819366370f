import rule from '../../rules/handle-payment-statuses.ts';
import { testRule } from '../rule-tester.ts';

const apis = ['moncreneau'];
const todo = (indent: string, status: string, q = "'"): string =>
  `\n${indent}case ${q}${status}${q}:\n${indent}  throw new Error(${q}Status ${status} is not handled yet${q});`;

testRule(rule, {
  valid: [
    {
      name: 'a switch with all',
      code: 'function onPayment(p) { switch (p.status) { case "PENDING": return; case "SUCCESSFUL": return pay(p); case "FAILED": return fail(p); } }',
      apis,
    },
    {
      name: 'an if chain with all',
      code: 'function onPayment(payment) { if (payment.status === "PENDING") return "wait"; if (payment.status === "FAILED") return "no"; if (payment.status === "SUCCESSFUL") return "yes"; throw new Error(payment.status); }',
      apis,
    },
    {
      name: 'a default that does something stands for the one that is left',
      code: 'function onPayment(p) { switch (p.status) { case "SUCCESSFUL": return pay(p); case "PENDING": return wait(p); default: return fail(p); } }',
      apis,
    },
    {
      name: 'an else that does something',
      code: 'function onPayment(p) { if (p.status === "SUCCESSFUL") pay(p); else if (p.status === "PENDING") wait(p); else fail(p); }',
      apis,
    },
    {
      name: 'a table with all',
      code: 'const PAYMENT_LABELS = { PENDING: "Waiting", SUCCESSFUL: "Paid", FAILED: "Failed" };\nexport const label = (payment) => PAYMENT_LABELS[payment.status];',
      apis,
    },
    {
      name: 'a Map with all, and one that has a fallback',
      code: 'const LABELS = new Map([["PENDING", "Waiting"], ["SUCCESSFUL", "Paid"], ["FAILED", "Failed"]]);\nconst COLORS = new Map([["SUCCESSFUL", "green"], ["FAILED", "red"]]);\nexport const show = (payment) => [LABELS.get(payment.status), COLORS.get(payment.status) ?? "grey"];',
      apis,
    },
    {
      name: 'a table that has a fallback',
      code: 'const COLORS = { SUCCESSFUL: "green", FAILED: "red" };\nexport const colorOf = (payment) => COLORS[payment.status] ?? "grey";',
      apis,
    },
    {
      name: 'no API with payments in use',
      code: 'function onPayment(p) { switch (p.status) { case "SUCCESSFUL": return pay(p); case "FAILED": return fail(p); } }',
      apis: ['octopus'],
    },
    {
      name: 'statuses of something else',
      code: 'function onPaymentIntent(p) { switch (p.status) { case "succeeded": return pay(p); case "canceled": return fail(p); } }',
      apis,
    },
    {
      name: 'statuses of another provider, some of them with the same names',
      code: 'function onPayment(p) { switch (p.status) { case "PENDING": return; case "COMPLETED": return pay(p); case "FAILED": return fail(p); } }',
      apis,
    },
    {
      name: 'statuses of another provider, one of them with the same name',
      code: 'function onPayment(p) { switch (p.status) { case "failed": return fail(p); case "success": return pay(p); } }',
      apis,
    },
    {
      name: 'a job, not a payment',
      code: 'function onJob(job) { switch (job.status) { case "PENDING": return; case "FAILED": return fail(job); } }',
      filename: 'src/jobs.ts',
      apis,
    },
    {
      name: 'a guard asks for one alone',
      code: 'async function cancel(payment) { if (payment.status === "SUCCESSFUL") throw new Error("already paid"); await remove(payment.id); }',
      apis,
    },
    {
      name: 'a filter asks for one alone',
      code: 'export const failedPayments = (payments) => payments.filter((payment) => payment.status === "FAILED");',
      apis,
    },
    {
      name: 'a reducer of the page',
      code: 'function checkout(state, action) { switch (action.type) { case "add": return add(state); case "pay": return pay(state); } }',
      apis,
    },
    {
      name: 'in several tests of one function',
      code: 'async function waitForPayment(id, load) { for (let i = 0; i < 9; i++) { const payment = await load(id); if (["SUCCESSFUL", "FAILED"].includes(payment.status)) return payment; if (payment.status !== "PENDING") throw new Error("?"); } }',
      apis,
    },
    {
      name: 'members of an enumeration',
      code: 'enum S { Pending = "PENDING", Ok = "SUCCESSFUL", Failed = "FAILED" }\nfunction onPayment(p: { status: S }) { switch (p.status) { case S.Pending: return; case S.Ok: return 1; case S.Failed: return 2; } }',
      parser: 'ts',
      apis,
    },
    {
      name: 'in small letters',
      code: 'function onPayment(p) { switch (p.status.toLowerCase()) { case "pending": break; case "successful": pay(p); break; case "failed": fail(p); break; } }',
      apis,
    },
    {
      name: 'a test',
      code: 'function onPayment(p) { switch (p.status) { case "SUCCESSFUL": return pay(p); case "FAILED": return fail(p); } }',
      filename: 'tests/payment.test.ts',
      apis,
    },
  ],
  invalid: [
    {
      name: 'an enumeration without FAILED',
      code: "enum PaymentStatus { Pending = 'PENDING', Successful = 'SUCCESSFUL', Failed = 'FAILED' }\nexport function label(payment: { status: PaymentStatus }) {\n  switch ([|payment.status|]) {\n    case PaymentStatus.Pending:\n      return 'waiting';\n    case PaymentStatus.Successful:\n      return 'paid';\n  }\n}",
      apis,
      errors: [
        {
          messageId: 'missing',
          data: { statuses: 'FAILED' },
          suggestions: [
            "enum PaymentStatus { Pending = 'PENDING', Successful = 'SUCCESSFUL', Failed = 'FAILED' }\nexport function label(payment: { status: PaymentStatus }) {\n  switch (payment.status) {\n    case PaymentStatus.Pending:\n      return 'waiting';\n    case PaymentStatus.Successful:\n      return 'paid';\n    case PaymentStatus.Failed:\n      throw new Error('Status FAILED is not handled yet');\n  }\n}",
          ],
        },
      ],
    },
    {
      name: 'a switch without PENDING',
      code: 'function onPayment(payment) {\n  switch ([|payment.status|]) {\n    case "SUCCESSFUL":\n      pay(payment);\n      break;\n    case "FAILED":\n      fail(payment);\n      break;\n  }\n}',
      apis,
      errors: [
        {
          messageId: 'missing',
          data: { statuses: 'PENDING' },
          suggestions: [
            `function onPayment(payment) {\n  switch (payment.status) {\n    case "SUCCESSFUL":\n      pay(payment);\n      break;\n    case "FAILED":\n      fail(payment);\n      break;${todo('    ', 'PENDING', '"')}\n  }\n}`,
          ],
        },
      ],
    },
    {
      name: 'a switch whose cases all leave, and null behind it',
      filename: 'src/payments/label.js',
      code: 'function label(payment) {\n  switch ([|payment.status|]) {\n    case "PENDING":\n      return "waiting";\n    case "SUCCESSFUL":\n      return "paid";\n  }\n  return null;\n}',
      apis,
      errors: [
        {
          messageId: 'missing',
          data: { statuses: 'FAILED' },
          suggestions: [
            `function label(payment) {\n  switch (payment.status) {\n    case "PENDING":\n      return "waiting";\n    case "SUCCESSFUL":\n      return "paid";${todo('    ', 'FAILED', '"')}\n  }\n  return null;\n}`,
          ],
        },
      ],
    },
    {
      name: 'a switch whose cases all leave, and an empty text behind it',
      filename: 'src/payments/label.js',
      code: 'function label(payment) {\n  switch ([|payment.status|]) {\n    case "PENDING":\n      return "waiting";\n    case "SUCCESSFUL":\n      return "paid";\n  }\n  return "";\n}',
      apis,
      errors: [
        {
          messageId: 'missing',
          data: { statuses: 'FAILED' },
          suggestions: [
            `function label(payment) {\n  switch (payment.status) {\n    case "PENDING":\n      return "waiting";\n    case "SUCCESSFUL":\n      return "paid";${todo('    ', 'FAILED', '"')}\n  }\n  return "";\n}`,
          ],
        },
      ],
    },
    {
      name: 'before a default that throws',
      code: "function onPayment(payment) {\n  switch ([|payment.status|]) {\n    case 'SUCCESSFUL': {\n      return pay(payment);\n    }\n    default:\n      throw new Error('unknown status');\n  }\n}",
      apis,
      errors: [
        {
          messageId: 'missing',
          data: { statuses: 'PENDING, FAILED' },
          suggestions: [
            `function onPayment(payment) {\n  switch (payment.status) {\n    case 'SUCCESSFUL': {\n      return pay(payment);\n    }${todo('    ', 'PENDING')}${todo('    ', 'FAILED')}\n    default:\n      throw new Error('unknown status');\n  }\n}`,
          ],
        },
      ],
    },
    {
      name: 'the last case runs on: nothing can be added by machine',
      code: 'function onPayment(payment) {\n  switch ([|payment.status|]) {\n    case "SUCCESSFUL":\n      return pay(payment);\n    case "FAILED":\n      fail(payment);\n  }\n}',
      apis,
      errors: ['missing'],
    },
    {
      name: 'whatever is not successful has failed',
      code: 'function onPayment(payment) { if ([|payment.status === "SUCCESSFUL"|]) pay(payment); else fail(payment); }',
      apis,
      errors: ['missing'],
    },
    {
      name: 'an if chain without FAILED',
      code: 'function onPayment(payment) { if ([|payment.status === "SUCCESSFUL"|]) { pay(payment); } else if (payment.status === "PENDING") { wait(payment); } }',
      apis,
      errors: ['missing'],
    },
    {
      name: 'early returns without PENDING, then an error',
      code: 'function onPayment(payment) { if ([|payment.status === "SUCCESSFUL"|]) return pay(payment); if (payment.status === "FAILED") return fail(payment); throw new Error("?"); }',
      apis,
      errors: ['missing'],
    },
    {
      name: 'an if on success alone',
      code: 'app.post("/payments/events", async (req, res) => { const { status, id } = req.body; if ([|status === "SUCCESSFUL"|]) { await reload(id); await notify(id); } res.sendStatus(200); });',
      apis,
      errors: ['missing'],
    },
    {
      name: 'a table without PENDING',
      code: 'const PAYMENT_LABELS = [|{ SUCCESSFUL: "Paid", FAILED: "Failed" }|];\nexport const label = (payment) => PAYMENT_LABELS[payment.status];',
      apis,
      errors: ['missing'],
    },
    {
      name: 'a Map without FAILED',
      filename: 'src/payments/icons.js',
      code: 'const icons = [|new Map([["PENDING", "clock"], ["SUCCESSFUL", "check"]])|];\nexport const iconOf = (payment) => icons.get(payment.status);',
      apis,
      errors: ['missing'],
    },
    {
      name: 'a table of handlers, in a class',
      code: 'class Payments { handle(payment) { const handlers = [|{ SUCCESSFUL: () => this.reload(payment), PENDING: () => this.wait(payment) }|]; return handlers[payment.status](); } }',
      apis,
      errors: ['missing'],
    },
    {
      name: 'members of an enumeration',
      code: 'enum PaymentStatus { Pending = "PENDING", Ok = "SUCCESSFUL", Failed = "FAILED" }\nfunction on(p: { status: PaymentStatus }) { switch ([|p.status|]) { case PaymentStatus.Ok: return 1; case PaymentStatus.Failed: return 2; } }',
      parser: 'ts',
      apis,
      errors: ['missing'],
    },
    {
      name: 'constants of another module',
      code: 'import { STATUS } from "./status.js";\nexport function onPayment(p) { if ([|p.status === STATUS.OK|]) pay(p); else if (p.status === STATUS.FAILED) fail(p); }',
      files: {
        'src/status.js':
          'export const STATUS = { OK: "SUCCESSFUL", FAILED: "FAILED", PENDING: "PENDING" };',
      },
      apis,
      errors: ['missing'],
    },
    {
      name: 'nested conditions',
      code: 'export const paymentText = (payment) => ([|payment.status === "SUCCESSFUL"|] ? "paid" : payment.status === "FAILED" ? "failed" : null);',
      options: { statuses: ['PENDING', 'SUCCESSFUL', 'FAILED', 'REFUNDED'] },
      errors: ['missing'],
    },
    {
      name: 'a module of payments',
      code: 'export function apply(event) { switch ([|event.status|]) { case "SUCCESSFUL": return reload(event); case "FAILED": return drop(event); } }',
      filename: 'src/payments/apply.ts',
      apis,
      errors: ['missing'],
    },
    {
      name: 'in small letters',
      code: "function onPayment(payment) {\n  switch ([|payment.status|]) {\n    case 'successful':\n      return pay(payment);\n    case 'failed':\n      return fail(payment);\n  }\n}",
      apis,
      errors: [
        {
          messageId: 'missing',
          suggestions: [
            `function onPayment(payment) {\n  switch (payment.status) {\n    case 'successful':\n      return pay(payment);\n    case 'failed':\n      return fail(payment);${todo('    ', 'pending')}\n  }\n}`,
          ],
        },
      ],
    },
  ],
});
