/** Where a function or option of a library takes a credential. */
export interface CredentialSink {
  /** Module specifiers; empty: a method of whatever object, known by its name alone. */
  readonly modules: readonly string[];
  /** The export, or the method of it or of what it makes: the last name of the callee. */
  readonly name: string;
  /** Index of the argument that is the credential. */
  readonly argument: number;
  /** The option of that argument which is the credential, or a list of them. */
  readonly option?: string;
  readonly construct?: true;
  /** `key`: the bytes alone make it secret, so any fixed text is wrong; `tag`: may as well be a fixed label; `key` otherwise. */
  readonly takes: 'secret' | 'key-or-label' | 'key';
}

const crypto = ['crypto', 'node:crypto'];
const jwt = ['jsonwebtoken'];

/** Read from the libraries' own documentation. */
export const credentialSinks: readonly CredentialSink[] = [
  { modules: crypto, name: 'createHmac', argument: 1, takes: 'key-or-label' },
  { modules: crypto, name: 'createCipheriv', argument: 1, takes: 'key' },
  { modules: crypto, name: 'createDecipheriv', argument: 1, takes: 'key' },
  { modules: crypto, name: 'createSecretKey', argument: 0, takes: 'key' },
  { modules: crypto, name: 'timingSafeEqual', argument: 0, takes: 'key-or-label' },
  { modules: crypto, name: 'timingSafeEqual', argument: 1, takes: 'key-or-label' },
  // `crypto.subtle`, however one comes by it.
  { modules: [], name: 'importKey', argument: 1, takes: 'key-or-label' },
  { modules: jwt, name: 'sign', argument: 1, takes: 'secret' },
  { modules: jwt, name: 'verify', argument: 1, takes: 'secret' },
  { modules: ['hono/jwt'], name: 'sign', argument: 1, takes: 'secret' },
  { modules: ['hono/jwt'], name: 'verify', argument: 1, takes: 'secret' },
  { modules: ['jwt-simple'], name: 'encode', argument: 1, takes: 'secret' },
  { modules: ['jwt-simple'], name: 'decode', argument: 1, takes: 'secret' },
  { modules: ['jose'], name: 'jwtVerify', argument: 1, takes: 'secret' },
  { modules: ['jose'], name: 'sign', argument: 0, takes: 'secret' },
  { modules: ['cookie-signature'], name: 'sign', argument: 1, takes: 'secret' },
  { modules: ['cookie-signature'], name: 'unsign', argument: 1, takes: 'secret' },
  { modules: ['cookie-session'], name: '', argument: 0, option: 'keys', takes: 'secret' },
  { modules: ['keygrip'], name: '', argument: 0, takes: 'secret' },
  { modules: ['keygrip'], name: '', argument: 0, construct: true, takes: 'secret' },
  { modules: ['cookie-parser'], name: '', argument: 0, takes: 'secret' },
  { modules: ['stripe'], name: '', argument: 0, construct: true, takes: 'key' },
  { modules: ['stripe'], name: '', argument: 0, takes: 'key' },
  {
    modules: ['svix', 'standardwebhooks'],
    name: 'Webhook',
    argument: 0,
    construct: true,
    takes: 'key',
  },
  { modules: ['twilio'], name: '', argument: 1, takes: 'key' },
  // `.auth(user, password)`, and `.auth(token, { type: 'bearer' })` of superagent.
  { modules: ['superagent'], name: 'auth', argument: 0, takes: 'key-or-label' },
  { modules: ['superagent', 'request'], name: 'auth', argument: 1, takes: 'key' },
  { modules: ['resend'], name: 'Resend', argument: 0, construct: true, takes: 'key' },
  { modules: ['postmark'], name: 'ServerClient', argument: 0, construct: true, takes: 'key' },
  { modules: ['@slack/web-api'], name: 'WebClient', argument: 0, construct: true, takes: 'key' },
  { modules: ['telegraf'], name: 'Telegraf', argument: 0, construct: true, takes: 'key' },
  { modules: ['grammy'], name: 'Bot', argument: 0, construct: true, takes: 'key' },
  {
    modules: ['crypto-js', 'crypto-js/hmac-sha256', 'crypto-js/hmac-sha512'],
    name: 'HmacSHA256',
    argument: 1,
    takes: 'key-or-label',
  },
  { modules: ['crypto-js'], name: 'HmacSHA512', argument: 1, takes: 'key-or-label' },
  { modules: ['crypto-js'], name: 'encrypt', argument: 1, takes: 'key' },
  { modules: ['crypto-js'], name: 'decrypt', argument: 1, takes: 'key' },
  { modules: [], name: 'constructEvent', argument: 2, takes: 'secret' },
  { modules: [], name: 'constructEventAsync', argument: 2, takes: 'secret' },
  { modules: [], name: 'setApiKey', argument: 0, takes: 'key' },
  { modules: [], name: 'setApiSecret', argument: 0, takes: 'key' },
  { modules: [], name: 'setAccessToken', argument: 0, takes: 'key' },
  { modules: [], name: 'setAuthToken', argument: 0, takes: 'key' },
  { modules: [], name: 'setToken', argument: 0, takes: 'key' },
  { modules: [], name: 'bearerAuth', argument: 0, takes: 'key' },
];

/** Properties of what a library makes that take its secrets: `app.keys = [...]`. */
export const credentialFields: readonly Pick<CredentialSink, 'modules' | 'name' | 'takes'>[] = [
  { modules: ['koa'], name: 'keys', takes: 'secret' },
];

/** Options whose value signs or encrypts: any fixed text there is a secret given away. */
export const secretOptions: readonly string[] = [
  'secretOrKey',
  'jwtSecret',
  'cookieSecret',
  'sessionSecret',
];
