import { publicTokenServices } from '../../clients/public-tokens.ts';
import { wordSet, wordsOf } from '../../ast/words.ts';

/** What the name of a variable, property, header or option says of its value. */
export type CredentialName =
  /** A key, token or secret that somebody issued. */
  | 'key'
  /** A secret of one's own that signs or encrypts: any text works as one. */
  | 'own-secret'
  /** Chosen by a person. */
  | 'password'
  /** `stripeKey`: a key of something; most such names are no credentials. */
  | 'weak';

/** Words after the one that counts: which environment, which encoding, which edition. */
const TRAILING = wordSet(
  'prod production live test testing sandbox staging stage dev development local default fallback value string str raw text base64 b64 hex utf8 old new current previous primary secondary encoded bytes buffer',
);
const PASSWORD = wordSet('password passwd passphrase passcode pwd');
const TOKEN = wordSet(
  'token passkey apikey authtoken accesstoken secretkey privatekey apisecret apitoken jwt bearer authorization credential credentials clientsecret accesskey',
);
const BEFORE_KEY = wordSet(
  'api access pass secret private signing encryption auth master service client webhook account subscription hmac cipher crypto session jwt shared server merchant admin license authentication sign',
);
const NO_SECRET_BEFORE_KEY = wordSet(
  'public publishable pub anon anonymous vapid site cache primary sort partition storage query foreign index idempotency map group unique row record object i18n translation event route search anon dedupe lookup measurement write tracking namespace hash range cookie session meta config env property prop item list error message label data json header field metafield column redis lock state context react registry test feature flag metadata version schema hot arrow shortcut verification verify recaptcha captcha turnstile maps browser',
);
/** `MAX_PER_KEY`, `FINISH_ON_KEY`; `SONAR_PROJECT_KEY`, which is what a project is called. */
const ID_BEFORE_KEY = wordSet('per on project component board issue');
const OWN_SECRET = wordSet(
  'jwt cookie session signing encryption token auth webhook app hmac csrf hash cron internal',
);
/** A token of these is made up, between parts of one's own or for a provider to repeat. */
const OWN_TOKEN = wordSet('internal cron verify');
/** A token of these is no credential. */
const HARMLESS_TOKEN = wordSet(
  'design cancel cancellation page next previous continuation continue correlation pagination syntax lexer sync color css theme parse delimiter separator injection placeholder csrf xsrf forgery validation challenge stop resume erc20 mint lp contract cx cart flow property',
);

/** What a name says; null for most names. The last word decides. */
export function credentialName(name: string): CredentialName | null {
  const words = wordsOf(name).flatMap(apart);
  while (words.length > 1 && isTrailing(words.at(-1) ?? '')) words.pop();
  if (words.at(-1) === 'header' && words.at(-2) === 'authorization') words.pop();
  const [last = '', before = ''] = words.toReversed();
  // `checksum/secret`: whether one has changed, as charts write it into the pods that read it.
  if (words[0] === 'checksum') return null;
  if (PASSWORD.has(last) || (last === 'pass' && before !== '' && words.length === 2))
    return 'password';
  if (last === 'secret' || last === 'secrets') return isOwnSecret(words) ? 'own-secret' : 'key';
  if (words.join('') === 'secretorkey') return 'own-secret';
  if (words.some((word) => publicTokenServices.has(word)) && !words.some(isNotPublic)) return null;
  if (last === 'key' || last === 'keys') return keyName(words, before);
  if (!TOKEN.has(last) && !(last === 'tokens' && before !== '')) return null;
  if (HARMLESS_TOKEN.has(before) && !isOfPage(name, words)) return null;
  // `__RequestVerificationToken`, which every page of a form holds.
  if (words.slice(-3).join(' ') === 'request verification token') return null;
  return last === 'token' && words.some((word) => OWN_TOKEN.has(word)) ? 'own-secret' : 'key';
}

/** `OPENAIAPIKEY`: what it opens is written in one with it. */
function apart(word: string): string[] {
  const whose = /^(.+)apikey$/.exec(word)?.[1];
  return whose === undefined ? [word] : [whose, 'apikey'];
}

/** What a name says among the others of its object: `pass` beside `user` is its password. */
export function credentialNameAmong(
  name: string,
  besides: readonly string[],
): CredentialName | null {
  const isPass = name === 'pass' && besides.some((other) => USERS.has(other));
  return isPass ? 'password' : credentialName(name);
}

const USERS: ReadonlySet<string> = new Set(['user', 'username', 'login']);

/** `posthogPersonalApiKey`: not the one that stands in the page. */
const isNotPublic = (word: string): boolean =>
  /^(?:personal|private|secret|admin|service|access|auth|management|rest)$/.test(word);

/** `FB_PAGE_TOKEN`: as a variable of the environment it is that of a page, not the next one. */
const isOfPage = (name: string, words: readonly string[]): boolean =>
  words.at(-2) === 'page' && /^[A-Z][A-Z\d_]*$/.test(name) && !words.includes('next');

const isTrailing = (word: string): boolean => TRAILING.has(word) || /^v?\d+$/.test(word);

function keyName(words: readonly string[], before: string): CredentialName | null {
  if (words.some((word) => NO_SECRET_BEFORE_KEY.has(word) && word !== 'session')) return null;
  if (ID_BEFORE_KEY.has(before)) return null;
  if (before === 'signing' || before === 'encryption' || before === 'hmac' || before === 'jwt')
    return 'own-secret';
  if (BEFORE_KEY.has(before)) return 'key';
  return before === '' ? null : 'weak';
}

/** A secret that one makes up for oneself, as against one that a provider issues. */
function isOwnSecret(words: readonly string[]): boolean {
  return words.length === 1 || words.slice(0, -1).some((word) => OWN_SECRET.has(word));
}
