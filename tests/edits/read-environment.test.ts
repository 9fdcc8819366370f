import { expect, test } from 'vitest';
import { readEnvironment } from '../../src/edits/read-environment.ts';
import { appliedTo } from './applied.ts';
import { factsIn } from '../facts/facts-in.ts';

const key = ['9f86d081884c7d65', '9a2feaa0c55ad015'].join('');

function edited(code: string, known: string | null = null): string | null {
  const [credential] = factsIn(code).credential;
  return credential ? appliedTo(code, readEnvironment(credential, known)) : null;
}

test.each([
  [`const apiKey = '${key}';`, 'const apiKey = process.env.API_KEY;'],
  [
    `const o = { clientSecret: "${key}" };`,
    'const o = { clientSecret: process.env.CLIENT_SECRET };',
  ],
  [`h.set('X-Api-Key', '${key}');`, "h.set('X-Api-Key', process.env.API_KEY);"],
  [`class A { #apiKey = '${key}'; }`, 'class A { #apiKey = process.env.API_KEY; }'],
  [
    `const o = { Authorization: 'Bearer ${key}' };`,
    'const o = { Authorization: `Bearer ${process.env.API_TOKEN}` };',
  ],
  [`const k = process.env.SHOP_KEY || '${key}';`, 'const k = process.env.SHOP_KEY;'],
  [`const { SHOP_API_KEY = '${key}' } = process.env;`, 'const { SHOP_API_KEY } = process.env;'],
])('%s', (code, wanted) => {
  expect(edited(code)).toBe(wanted);
});

test('a name that is known goes before the one of the binding', () => {
  expect(edited(`const apiKey = '${key}';`, 'MC_API_KEY')).toBe(
    'const apiKey = process.env.MC_API_KEY;',
  );
});

test('nothing where there is no name, or no text', () => {
  expect(edited(`use('Bearer ${key}');`)).toBeNull();
  const code = 'const c = new Client({ apiKey: process.env.KEY, sandbox: true });';
  const [choice] = factsIn(code).environmentChoice;
  expect(choice && readEnvironment(choice, null)).toBeNull();
});

test('it is never safe', () => {
  const [credential] = factsIn(`const apiKey = '${key}';`).credential;
  expect(credential && readEnvironment(credential, null)?.safe).toBe(false);
});
