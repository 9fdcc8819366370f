// Keys in the formats of providers, put together when the benchmark runs.
import { Buffer } from 'node:buffer';

/** @param {import('./randomness.js').Randomness} random @returns {Record<string, () => string>} */
export function providerKeys({ text, bytes, HEX, ALNUM, UPPERNUM, DIGITS, URLSAFE }) {
  /** @param {string} prefix @param {string} alphabet @param {number} length */
  const key = (prefix, alphabet, length) => () => prefix + text(alphabet, length);
  const base64 = (length) => bytes(length).toString('base64');
  const json = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const pem = (kind) =>
    `-----BEGIN ${kind}PRIVATE KEY-----\n${base64(96)}\n-----END ${kind}PRIVATE KEY-----`;
  return {
    'live secret key': key(['sk', 'live', ''].join('_'), ALNUM, 24),
    'restricted key': key(['rk', 'live', ''].join('_'), ALNUM, 24),
    'test secret key': key(['sk', 'test', ''].join('_'), ALNUM, 24),
    'webhook signing secret': key('whsec' + '_', ALNUM, 32),
    'cloud access key': key('AK' + 'IA', UPPERNUM, 16),
    'temporary cloud key': key('AS' + 'IA', UPPERNUM, 16),
    'repository token': key('gh' + 'p_', ALNUM, 36),
    'app repository token': key('gh' + 's_', ALNUM, 36),
    'fine-grained repository token': () => `github${'_pat_'}${text(ALNUM, 22)}_${text(ALNUM, 59)}`,
    'another repository token': key('gl' + 'pat-', URLSAFE, 20),
    'chat token': () => `xo${'xb-'}${text(DIGITS, 12)}-${text(DIGITS, 12)}-${text(ALNUM, 24)}`,
    'chat app token': () =>
      `xa${'pp-'}1-A${text(UPPERNUM, 10)}-${text(DIGITS, 13)}-${text(HEX, 64)}`,
    'chat webhook': () =>
      `https://hooks.slack.com/${'services'}/T${text(UPPERNUM, 8)}/B${text(UPPERNUM, 10)}/${text(ALNUM, 24)}`,
    'bot token': () => `${1 + text(DIGITS, 9)}:AA${text(URLSAFE, 33)}`,
    'OAuth client secret': key('GOC' + 'SPX-', URLSAFE, 28),
    'mail key': () => `S${'G.'}${text(URLSAFE, 22)}.${text(URLSAFE, 43)}`,
    'mail key of digits': key('key' + '-', HEX, 32),
    'mail key with region': () => `${text(HEX, 32)}-us${1 + Number(text(DIGITS, 1))}`,
    'mail key with checksum': () => `xkey${'sib-'}${text(HEX, 64)}-${text(ALNUM, 16)}`,
    'short mail key': () => `r${'e_'}${text(ALNUM, 8)}_${text(ALNUM, 24)}`,
    'messaging key': key('S' + 'K', HEX, 32),
    'shop token': key('shp' + 'at_', HEX, 32),
    'payment access token': key('EA' + 'AA', URLSAFE, 60),
    'payment secret': key('sq0' + 'csp-', URLSAFE, 43),
    'cloud token': key('do' + 'p_v1_', HEX, 64),
    'registry token': key('np' + 'm_', ALNUM, 36),
    'AI key': key('sk' + '-proj-', URLSAFE, 48),
    'another AI key': key('sk' + '-ant-api03-', URLSAFE, 93),
    'model hub token': key('h' + 'f_', ALNUM, 34),
    'issue tracker key': key('lin' + '_api_', ALNUM, 40),
    'vault token': key('hv' + 's.', URLSAFE, 24),
    'token of a JSON Web Token': () =>
      `${json({ alg: 'HS256', typ: 'JWT' })}.${json({ sub: text(DIGITS, 10), iat: Number(text(DIGITS, 9)) })}.${bytes(32).toString('base64url')}`,
    'bearer header': () => `Bearer ${text(ALNUM, 40)}`,
    'basic header': () =>
      `Basic ${Buffer.from(`${text('abcdef', 6)}:${text(ALNUM, 20)}`).toString('base64')}`,
    'private key': () => pem(''),
    'RSA private key': () => pem('RSA '),
    'URL with its password': () => `https://shop:${text(ALNUM, 20)}@api.shop.io/v1`,
    'storage account key': () => `AccountName=shop;Account${'Key='}${base64(64)}`,
  };
}
