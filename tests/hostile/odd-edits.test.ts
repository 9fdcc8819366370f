import { expect, it } from 'vitest';
import { fixAll } from './lint-all.ts';

const SIGNAL = '{ signal: AbortSignal.timeout(60_000) }';

it.each([
  ['await fetch((url));', `await fetch((url), ${SIGNAL});`],
  ['await fetch((a, url));', `await fetch((a, url), ${SIGNAL});`],
  ['await fetch(((a ? b : c)), );', `await fetch(((a ? b : c)), ${SIGNAL}, );`],
  ['await fetch(url /* a */);', `await fetch(url, ${SIGNAL} /* a */);`],
  ['await fetch((url /* ) */));', 'await fetch((url /* ) */));'],
])('fixes %s', (code, output) => {
  expect(fixAll(code)).toBe(output);
});

it('gives options to a call that has none, and not to the one around it', () => {
  const fixed = fixAll("import axios from 'axios';\nexport const client = wrap(axios.create());\n");
  expect(fixed).toMatch(/wrap\(axios\.create\((?:\{ timeout: [\d_]+ \})?\)\)/);
});
