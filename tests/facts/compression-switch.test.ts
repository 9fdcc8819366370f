import { expect, test } from 'vitest';
import { factsIn } from './facts-in.ts';

const shown = (code: string): string[] =>
  factsIn(code).compressionSwitch.map(({ how, name, literal, on, asksByItself }) =>
    [
      how,
      name,
      ...(literal ? [`${code.slice(...literal.range)}->${String(on)}`] : []),
      ...(asksByItself ? ['asks'] : []),
    ].join(' '),
  );

const URL = `'https://api.example.com/v1/orders'`;
const FETCH = (options: string) => `export const load = () => fetch(${URL}, ${options});`;
const LIB = (name: string, code: string) => `import ${name} from '${name}';\n${code}`;

test.each([
  // header
  [
    'identity',
    FETCH(`{ headers: { 'Accept-Encoding': 'identity' } }`),
    'header Accept-Encoding asks',
  ],
  [
    'with a weight',
    FETCH(`{ headers: { 'accept-encoding': 'identity;q=1, *;q=0' } }`),
    'header Accept-Encoding asks',
  ],
  [
    'none',
    FETCH(`{ headers: new Headers({ 'Accept-Encoding': '' }) }`),
    'header Accept-Encoding asks',
  ],
  [
    'of a client',
    LIB(
      'axios',
      `export const api = axios.create({ baseURL: ${URL}, headers: { 'Accept-Encoding': 'identity' } });`,
    ),
    'header Accept-Encoding asks',
  ],
  [
    'a client that asks for nothing by itself',
    LIB('needle', `needle('get', ${URL}, { headers: { 'Accept-Encoding': 'identity' } });`),
    'header Accept-Encoding',
  ],
  // option
  [
    'axios',
    LIB('axios', `axios.get(${URL}, { decompress: false });`),
    'option decompress false->true asks',
  ],
  [
    'got',
    LIB('got', `export const api = got.extend({ prefixUrl: ${URL}, decompress: false });`),
    'option decompress false->true asks',
  ],
  [
    'by a constant',
    LIB('got', `const off = false;\ngot(${URL}, { decompress: off });`),
    'option decompress false->true asks',
  ],
])('%s', (_name, code, wanted) => {
  expect(shown(code)).toEqual([wanted]);
});

test('an instance and its requests are told of once', () => {
  const code = LIB(
    'got',
    `const api = got.extend({ prefixUrl: ${URL}, decompress: false });\nexport const a = () => api.get('a');\nexport const b = () => api.get('b');`,
  );
  expect(shown(code)).toHaveLength(1);
});

test.each([
  ['gzip', FETCH(`{ headers: { 'Accept-Encoding': 'gzip, identity' } }`)],
  ['not known', FETCH(`{ headers: { 'Accept-Encoding': encoding } }`)],
  ['on', LIB('axios', `axios.get(${URL}, { decompress: true });`)],
  ['on or off', LIB('axios', `axios.get(${URL}, { decompress: raw ? false : true });`)],
  ['a part', FETCH(`{ headers: { 'Accept-Encoding': 'identity', Range: 'bytes=0-9' } }`)],
  ['only the head', FETCH(`{ method: 'HEAD', headers: { 'Accept-Encoding': 'identity' } }`)],
  ['a stream', LIB('axios', `axios.get(${URL}, { decompress: false, responseType: 'stream' });`)],
  [
    'this machine',
    `fetch('http://localhost:3000', { headers: { 'Accept-Encoding': 'identity' } });`,
  ],
  ['an option of another client', FETCH('{ compress: false }')],
])('nothing: %s', (_name, code) => {
  expect(shown(code)).toEqual([]);
});
