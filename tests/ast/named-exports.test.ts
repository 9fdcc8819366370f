import { describe, expect, it } from 'vitest';
import { mayBeOneOf } from '../../src/ast/named-exports.ts';
import { parse } from './parse.ts';

const CRON = { modules: new Set(['node-cron']), names: new Set(['default', 'schedule']) };

/** Whether what the last statement calls may be one of cron's exports. */
function mayBeCron(text: string): boolean {
  const { program, scopes } = parse(text);
  const last = program.body.at(-1);
  if (last?.type !== 'ExpressionStatement' || last.expression.type !== 'CallExpression')
    throw new Error('The last statement has to be a call.');
  return mayBeOneOf(CRON, last.expression.callee, scopes);
}

describe('mayBeOneOf', () => {
  it.each([
    'import { schedule } from "node-cron"; schedule(task)',
    'import { schedule as plan } from "node-cron"; plan(task)',
    'import cron from "node-cron"; cron.schedule(task)',
    'const cron = require("node-cron"); cron["schedule"](task)',
    'import { plan } from "./jobs.js"; plan(task)',
    'import { plan } from "@app/jobs"; plan(task)',
    'import { plan } from "https://esm.sh/node-cron"; plan(task)',
    'const plan = choose(); plan(task)',
    'const { schedule: plan } = cron; plan(task)',
    'cron[name](task)',
    'choose()(task)',
    'schedule(task)',
    '(cron as any)!.schedule(task)',
  ])('%s', (text) => {
    expect(mayBeCron(text)).toBe(true);
  });

  it.each([
    'import { schedule as plan } from "other-cron"; plan(task)',
    'import cron from "node-cron"; cron.validate(task)',
    'function schedule() {} schedule(task)',
    'plan(task)',
    'list.map(task)',
  ])('not %s', (text) => {
    expect(mayBeCron(text)).toBe(false);
  });
});
