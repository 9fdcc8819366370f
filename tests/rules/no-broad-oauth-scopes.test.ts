import rule from '../../rules/no-broad-oauth-scopes.ts';
import { testRule } from '../rule-tester.ts';

const broad = (scope: string, ...suggestions: string[]) => ({
  messageId: 'broad',
  data: { scope },
  suggestions,
});
const repeated = (scope: string) => ({ messageId: 'repeated', data: { scope } });

testRule(rule, {
  valid: [
    {
      name: 'what somebody was given',
      code: "export const authenticate = (token) => ({ token, clientId: 'admin-token', scopes: ['admin'] });",
    },
    {
      name: 'given to a function whose scope is another thing',
      code: "const authorizedRoles = (user, scope) => user.roles.filter((role) => role.scope === scope);\nexport const admins = (user) => authorizedRoles(user, 'admin');",
    },
    {
      name: 'the values of a table, each of them narrow',
      code: "const SCOPES = { read: 'orders:read', write: 'orders:write' };\nconst body = { grant_type: 'client_credentials', scope: Object.values(SCOPES).join(' ') };",
    },
    {
      name: 'one of a table that has a broad one too',
      code: "const SCOPES = { read: 'orders:read', all: 'full_access' };\nconst body = { grant_type: 'client_credentials', scope: SCOPES.read };",
    },
    "const body = new URLSearchParams({ grant_type: 'client_credentials', scope: 'payments:read payments:write' });",
    {
      name: 'the usual ones of a login',
      code: "passport.authenticate('google', { scope: ['openid', 'profile', 'email', 'offline_access'] });",
    },
    {
      name: 'a service worker',
      code: "navigator.serviceWorker.register('/sw.js', { scope: '/*' });",
    },
    {
      name: 'permissions of the program itself',
      code: "const role = { name: 'root', scope: 'admin' };\nif (user.scope === 'admin') allow();",
    },
    {
      name: 'not known',
      code: "const body = { grant_type: 'client_credentials', scope: process.env.SCOPE };",
    },
    {
      name: 'a list that is not known',
      code: 'export const url = (scopes) => client.authorizationUrl({ scope: scopes.join(" ") });',
    },
    {
      name: 'the default of an application',
      code: "const token = await app.acquireTokenByClientCredential({ scopes: ['https://graph.microsoft.com/.default'] });",
    },
    {
      name: 'a word inside of another',
      code: "const body = { client_id: id, scope: 'administration.read callrecords:read' };",
    },
    {
      name: 'another parameter',
      code: "const url = 'https://auth.shop.io/authorize?client_id=x&prompt=admin_consent&scope=orders.read';",
    },
    {
      name: 'an address that is no login',
      code: "const url = 'https://shop.io/search?scope=all&q=x';",
    },
    {
      name: "the server's own account, which its roles bound",
      code: "import { google } from 'googleapis';\nexport const auth = await google.auth.getClient({ scopes: ['https://www.googleapis.com/auth/cloud-platform'] });",
    },
    {
      name: 'allowed',
      code: "const body = { grant_type: 'client_credentials', scope: 'admin' };",
      options: { allow: ['admin'] },
    },
    {
      name: 'a test',
      code: "const body = { grant_type: 'client_credentials', scope: 'admin' };",
      filename: 'tests/token.test.ts',
    },
    "const READ = 'orders:read';\naxios.post(url, { grant_type: 'client_credentials', scope: `${READ} orders:write` });",
  ],
  invalid: [
    {
      name: 'put into a list after it was made',
      code: "const scopes = ['orders:read'];\nscopes.push([|'admin'|]);\nexport const form = new URLSearchParams({ grant_type: 'client_credentials', scope: scopes.join(' ') });",
      errors: [{ messageId: 'broad' }],
    },
    {
      name: 'given to a function of another file that asks for it',
      code: "import { authorizeUrl } from './authorize-url.js';\nexport const loginUrl = (state) => authorizeUrl(state, [|'openid full_access'|]);",
      filename: 'src/login-url.js',
      files: {
        'src/authorize-url.js':
          "export const authorizeUrl = (state, scope) => `https://id.example.com/authorize?${new URLSearchParams({ response_type: 'code', client_id: 'shop', state, scope })}`;\n",
      },
      errors: [
        broad(
          'full_access',
          "import { authorizeUrl } from './authorize-url.js';\nexport const loginUrl = (state) => authorizeUrl(state, 'openid');",
        ),
      ],
    },
    {
      name: 'all values of a table',
      code: "const SCOPES = { read: 'orders:read', all: [|'full_access'|] };\nconst body = { grant_type: 'client_credentials', scope: Object.values(SCOPES).join(' ') };",
      errors: [{ messageId: 'broad', suggestions: [] }],
    },
    {
      name: 'a list that is joined under a name',
      code: "const SCOPES = ['orders.read', [|'orders.admin'|]];\nconst scope = SCOPES.join(' ');\nexport const url = client.generateAuthUrl({ access_type: 'offline', scope });",
      errors: [
        broad(
          'orders.admin',
          "const SCOPES = ['orders.read'];\nconst scope = SCOPES.join(' ');\nexport const url = client.generateAuthUrl({ access_type: 'offline', scope });",
        ),
      ],
    },
    {
      code: "const body = new URLSearchParams({ grant_type: 'client_credentials', scope: [|'*'|] });",
      errors: [broad('*')],
    },
    {
      name: 'one of several',
      code: "const body = { client_id: id, client_secret: secret, scope: [|'orders:read admin'|] };",
      errors: [
        broad(
          'admin',
          "const body = { client_id: id, client_secret: secret, scope: 'orders:read' };",
        ),
      ],
    },
    {
      name: 'all of a kind',
      code: "const body = { grantType: 'client_credentials', scopes: ['orders:read', [|'payments:*'|]] };",
      errors: [
        broad(
          'payments:*',
          "const body = { grantType: 'client_credentials', scopes: ['orders:read'] };",
        ),
      ],
    },
    {
      name: 'the first of a list',
      code: "passport.authenticate('shop', { scope: [[|'full_access'|], 'orders'] });",
      errors: [broad('full_access', "passport.authenticate('shop', { scope: ['orders'] });")],
    },
    {
      name: 'through a const, joined',
      code: "const SCOPES = ['orders.read', [|'orders.admin'|]];\nconst url = client.generateAuthUrl({ access_type: 'offline', scope: SCOPES.join(' ') });",
      errors: [
        broad(
          'orders.admin',
          "const SCOPES = ['orders.read'];\nconst url = client.generateAuthUrl({ access_type: 'offline', scope: SCOPES.join(' ') });",
        ),
      ],
    },
    {
      name: 'a client of a library',
      code: "import { GoogleAuth } from 'google-auth-library';\nexport const auth = new GoogleAuth({ scopes: [|'https://www.googleapis.com/auth/drive'|] });",
      errors: [broad('https://www.googleapis.com/auth/drive')],
    },
    {
      name: 'what people are asked to grant opens the whole cloud',
      code: "const url = client.generateAuthUrl({ access_type: 'offline', scope: [[|'https://www.googleapis.com/auth/cloud-platform'|]] });",
      errors: [broad('https://www.googleapis.com/auth/cloud-platform')],
    },
    {
      name: 'set one by one',
      code: "const params = new URLSearchParams();\nparams.set('grant_type', 'client_credentials');\nparams.append('scope', [|'all'|]);",
      errors: [broad('all')],
    },
    {
      name: 'in an address',
      code: 'const url = [|`https://auth.shop.io/authorize?client_id=${id}&scope=orders%20root&state=${state}`|];',
      errors: [
        broad(
          'root',
          'const url = `https://auth.shop.io/authorize?client_id=${id}&scope=orders&state=${state}`;',
        ),
      ],
    },
    {
      name: 'in a body of text',
      code: "await fetch(url, { method: 'POST', body: [|'grant_type=client_credentials&scope=admin+orders'|] });",
      errors: [
        broad(
          'admin',
          "await fetch(url, { method: 'POST', body: 'grant_type=client_credentials&scope=orders' });",
        ),
      ],
    },
    {
      name: 'where the environment says nothing',
      code: "const body = { grant_type: 'client_credentials', scope: process.env.SCOPE ?? [|'admin:all'|] };",
      errors: [broad('admin:all')],
    },
    {
      name: 'a provider of a login',
      code: "export default Shop({ clientId, clientSecret, authorization: { params: { scope: [|'openid superuser'|] } } });",
      errors: [
        broad(
          'superuser',
          "export default Shop({ clientId, clientSecret, authorization: { params: { scope: 'openid' } } });",
        ),
      ],
    },
    {
      name: 'twice in a text',
      code: "const body = { grant_type: 'client_credentials', scope: [|'orders:read cards:read orders:read'|] };",
      errors: [repeated('orders:read')],
      output: "const body = { grant_type: 'client_credentials', scope: 'orders:read cards:read' };",
    },
    {
      name: 'twice in a list',
      code: "const login = passport.authenticate('shop', { scope: ['email', 'orders', [|'email'|]] });",
      errors: [repeated('email')],
      output: "const login = passport.authenticate('shop', { scope: ['email', 'orders'] });",
    },
    {
      name: 'twice in an address',
      code: "const url = [|'https://auth.shop.io/authorize?response_type=code&scope=a+b+a'|];",
      errors: [repeated('a')],
      output: "const url = 'https://auth.shop.io/authorize?response_type=code&scope=a+b';",
    },
    {
      name: 'put together of names',
      code: "const READ = 'orders:read';\nconst ALL = 'payments:*';\naxios.post(url, { grant_type: 'client_credentials', scope: [|`${READ} ${ALL}`|] });",
      errors: [{ messageId: 'broad', suggestions: [] }],
    },
  ],
});
