import { describe, expect, it } from 'vitest';
import { factsIn } from './facts-in.ts';

const sleep = 'const sleep = (ms) => new Promise((done) => setTimeout(done, ms));';
const openai =
  "import OpenAI from 'openai'; const client = new OpenAI({ apiKey: process.env.OPENAI_API_KEY });";
const ask = 'client.chat.completions.create({ prompt })';

/** form, attempts, growth. */
function briefly(code: string): string {
  const { retry } = factsIn(code);
  return (
    retry
      .map(({ form, attempts, delay }) => [form, attempts.max, delay.growth].join(', '))
      .join('; ') || 'none'
  );
}

describe('calls of an SDK that are sent again', () => {
  it.each([
    [
      'a loop that asks nothing',
      `${openai} ${sleep} export async function f(prompt) { for (let n = 0; n < 4; n++) { try { return await ${ask}; } catch (e) { await sleep(1000); } } }`,
      'loop, 4, constant',
    ],
    [
      'a function that calls itself',
      `${openai} ${sleep} export async function f(prompt, n = 0) { try { return await ${ask}; } catch (e) { if (n > 2) throw e; await sleep(500 * 2 ** n); return f(prompt, n + 1); } }`,
      'recursion, 4, exponential',
    ],
    [
      'a client that is only known by what makes it',
      `import { google } from 'googleapis'; ${sleep} export async function f(sites: ReturnType<typeof google.webmasters>, siteUrl: string) { for (let n = 0; n < 3; n++) { try { return await sites.sitemaps.list({ siteUrl }); } catch { await sleep(1000 * 2 ** n); } } }`,
      'loop, 3, exponential',
    ],
    [
      'errors that are told apart in a way of their own',
      `${openai} ${sleep} export async function f(prompt) { for (let n = 0; n < 4; n++) { try { return await ${ask}; } catch (e) { if (e.code !== 'rate_limit_exceeded') throw e; await sleep(1000); } } }`,
      'none',
    ],
    [
      'pages',
      "import Stripe from 'stripe'; const stripe = new Stripe(process.env.STRIPE_KEY); export async function f() { const all = []; let page; do { page = await stripe.charges.list({ starting_after: all.at(-1)?.id }); all.push(...page.data); } while (page.has_more); return all; }",
      'none',
    ],
    [
      'one for each of a list',
      `${openai} export async function f(prompts) { for (const prompt of prompts) { try { await ${ask}; } catch (e) { console.error(e); } } }`,
      'none',
    ],
    [
      'a wait for a run to end',
      `${openai} ${sleep} export async function f(id) { let run; do { run = await client.beta.threads.runs.retrieve(id); await sleep(1000); } while (run.status !== 'completed'); return run; }`,
      'none',
    ],
    [
      'an SDK whose result nobody waits for',
      `${openai} export function f(prompt) { for (let n = 0; n < 4; n++) { try { ${ask}; } catch (e) { console.error(e); } } }`,
      'none',
    ],
  ])('%s', (_name, code, expected) => {
    expect(briefly(code)).toBe(expected);
  });
});
