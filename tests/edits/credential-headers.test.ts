import { describe, expect, it } from 'vitest';
import { moveToHeader } from '../../src/edits/move-to-header.ts';
import { useBearer } from '../../src/edits/use-bearer.ts';
import { factsIn } from '../facts/facts-in.ts';
import { appliedTo } from './applied.ts';

describe('moveToHeader', () => {
  const moved = (text: string, header = 'Authorization'): string | null => {
    const [found] = factsIn(text).urlCredential;
    return found ? appliedTo(text, moveToHeader(found, header)) : 'nothing in the URL';
  };
  const API = 'https://api.example.com/v1/orders';
  const AXIOS = `import axios from 'axios';\n`;

  it.each([
    [
      `fetch(\`${API}?api_key=\${process.env.API_KEY}\`);`,
      `fetch(\`${API}\`, { headers: { Authorization: \`Bearer \${process.env.API_KEY}\` } });`,
    ],
    [
      `fetch(\`${API}?page=1&api_key=\${process.env.API_KEY}\`);`,
      `fetch(\`${API}?page=1\`, { headers: { Authorization: \`Bearer \${process.env.API_KEY}\` } });`,
    ],
    [
      `fetch(\`${API}?api_key=\${process.env.API_KEY}&page=1\`);`,
      `fetch(\`${API}?page=1\`, { headers: { Authorization: \`Bearer \${process.env.API_KEY}\` } });`,
    ],
    [
      `fetch(\`${API}?api_key=\${encodeURIComponent(process.env.API_KEY)}\`, { headers: { a: b } });`,
      `fetch(\`${API}\`, { headers: { a: b, Authorization: \`Bearer \${process.env.API_KEY}\` } });`,
    ],
    [
      `${AXIOS}axios.get('${API}', { params: { api_key: process.env.API_KEY } });`,
      `${AXIOS}axios.get('${API}', { headers: { Authorization: \`Bearer \${process.env.API_KEY}\` } });`,
    ],
    [
      `${AXIOS}axios.get('${API}', { params: { page: 1, api_key: process.env.API_KEY }, timeout: 5 });`,
      `${AXIOS}axios.get('${API}', { params: { page: 1 }, timeout: 5, headers: { Authorization: \`Bearer \${process.env.API_KEY}\` } });`,
    ],
  ])('%s', (text, expected) => {
    expect(moved(text)).toBe(expected);
    expect(moved(expected)).toBe('nothing in the URL');
  });

  it('names the header that the API wants', () => {
    expect(moved(`fetch(\`${API}?api_key=\${process.env.API_KEY}\`);`, 'X-Api-Key')).toContain(
      "'X-Api-Key': `Bearer",
    );
  });

  it.each([
    `fetch(\`${API}?api_key=\${process.env.API_KEY}\`, options);`,
    `fetch(\`${API}?api_key=\${process.env.API_KEY}\`, { headers });`,
    `fetch('${API}?api_key=' + process.env.API_KEY);`,
    `const url = \`${API}?api_key=\${process.env.API_KEY}\`; show(url);`,
  ])('nothing: %s', (text) => {
    expect(moved(text)).toBeNull();
  });
});

describe('useBearer', () => {
  const born = (text: string, header = 'Authorization'): string | null => {
    const [found] = factsIn(text).requestCredential;
    return found ? appliedTo(text, useBearer(found, header)) : 'no credential';
  };
  const SEND = (headers: string) =>
    `export const send = (apiKey) => fetch('https://api.example.com/v1', { headers: { ${headers} } });`;

  it.each([
    ['Authorization: apiKey', 'Authorization: `Bearer ${apiKey}`'],
    [`'X-Api-Key': apiKey`, 'Authorization: `Bearer ${apiKey}`'],
    [
      `'x-api-key': process.env.API_KEY, a: 1`,
      'Authorization: `Bearer ${process.env.API_KEY}`, a: 1',
    ],
  ])('%s', (headers, expected) => {
    expect(born(SEND(headers))).toBe(SEND(expected));
    expect([null, 'no credential']).toContain(born(SEND(expected)));
  });

  it.each([[`'X-Api-Key': apiKey, authorization: other`], ['Authorization: `Basic ${apiKey}`']])(
    'nothing: %s',
    (headers) => {
      expect(born(SEND(headers))).toBeNull();
    },
  );
});
