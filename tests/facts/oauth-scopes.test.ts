import { expect, test } from 'vitest';
import { factsIn } from './facts-in.ts';

/** Of each list: its form, its scopes (`!` broad, `=` repeated); each stands in the file as it is told. */
const shown = (code: string): string[] =>
  factsIn(code).oauthScopes.map(({ form, scopes }) => {
    for (const { text, range } of scopes) expect(code.slice(...range)).toBe(text);
    const texts = scopes.map(
      ({ text, isBroad, isRepeated }) => `${text}${isBroad ? '!' : ''}${isRepeated ? '=' : ''}`,
    );
    return [form, ...texts].join(' ');
  });

test.each([
  [
    'beside a grant',
    `const body = { grant_type: 'client_credentials', scope: 'orders:read orders:write' };`,
    'text orders:read orders:write',
  ],
  [
    'options of a client',
    `new Client({ clientID, clientSecret, scopes: ['openid', 'email'] });`,
    'list openid email',
  ],
  [
    'a call that takes them',
    `passport.authenticate('github', { scope: ['user:email'] });`,
    'list user:email',
  ],
  [
    'joined',
    `const params = { client_id, scope: ['a.read', 'b.read'].join(' ') };`,
    'list a.read b.read',
  ],
  [
    'a constant',
    `const SCOPES = 'a.read,b.read';\nconst params = { client_id, scope: SCOPES };`,
    'text a.read b.read',
  ],
  ['a template without a part', 'const params = { client_id, scope: `a.read`};', 'text a.read'],
  [
    'a provider',
    `const google = { authorization: { url: URL, params: { scope: 'openid profile' } } };`,
    'text openid profile',
  ],
  [
    'a setter',
    `const params = new URLSearchParams(); params.set('scope', 'a.read');`,
    'text a.read',
  ],
  [
    'a URL',
    `const url = 'https://id.example.com/authorize?client_id=x&scope=a.read%20b.read&state=1';`,
    'text a.read b.read',
  ],
  [
    'a form',
    'const body = `grant_type=client_credentials&scope=a.read+b.read&client_secret=${secret}`;',
    'text a.read b.read',
  ],
  // isBroad
  ['everything', `const params = { client_id, scope: 'all' };`, 'text all!'],
  [
    'everything of a kind',
    `const params = { client_id, scope: 'orders:* user.admin repo_admin' };`,
    'text orders:*! user.admin! repo_admin',
  ],
  [
    'all of a provider',
    `const params = { client_id, scope: 'https://www.googleapis.com/auth/drive https://www.googleapis.com/auth/drive.file' };`,
    'text https://www.googleapis.com/auth/drive! https://www.googleapis.com/auth/drive.file',
  ],
  [
    'everything, encoded',
    `const url = 'https://id.example.com/authorize?client_id=x&scope=orders%3A%2A';`,
    'text orders%3A%2A!',
  ],
  // isRepeated
  [
    'twice',
    `const params = { client_id, scope: 'a.read b.read a.read' };`,
    'text a.read b.read a.read=',
  ],
  [
    'twice in a list',
    `new Client({ clientId, scopes: ['a.read', 'a.read'] });`,
    'list a.read a.read=',
  ],
])('%s', (_name, code, wanted) => {
  expect(shown(code)).toEqual([wanted]);
});

test.each([
  ['a scope of something else', `const field = { name: 'a', scope: 'local' };`],
  ['a scope of a package', `const npm = setup({ scope: '@shop' });`],
  ['from the environment', `const params = { client_id, scope: process.env.SCOPES };`],
  ['none', `const params = { client_id, scope: '' };`],
  ['a URL without a client', `const url = '/search?scope=shop&q=a';`],
  ['another setter', `map.set('scopes_of', 'a.read');`],
])('nothing: %s', (_name, code) => {
  expect(shown(code)).toEqual([]);
});
