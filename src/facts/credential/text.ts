import { ambiguousFormats, browserConfigs, keyFormats } from '../../clients/key-formats.ts';
import type { KeyFormat } from '../../clients/key-formats.ts';
import { publishedKeys } from '../../clients/published-keys.ts';
import type { CredentialName } from './name.ts';
import { isAppPassword, isHex, isPassword, isPlaceholder, isRandom, isUuid } from './randomness.ts';

/** Why a text is a credential. */
export interface CredentialText {
  /** What it is, for messages, with its article. Never the text itself. */
  readonly what: string;
  /** The text alone shows it: a provider's format, a private key, a token of its own shape. */
  readonly byFormat: boolean;
  /** A provider's format of keys that work on real data. */
  readonly live: boolean;
}

/** What is known of a text's surroundings. */
export interface TextPlace {
  /** The name it is bound to says so. */
  readonly name: CredentialName | null;
  /** Names beside it in the same object. */
  readonly besides?: readonly string[];
}

const found = (what: string, byFormat = false, live = false): CredentialText => ({
  what,
  byFormat,
  live,
});

/** Whether a text is a credential, by its own form and by what it is called. Null: nothing says so. */
export function credentialText(text: string, place: TextPlace): CredentialText | null {
  if (text.length < 6 || text.length > 10_000 || isPublished(text)) return null;
  const format = keyFormats.find(({ pattern }) => pattern.test(text));
  if (format) return byFormat(format, text);
  if (isBrowserKey(text, place)) return null;
  return schemed(text, place) ?? jsonWebToken(text) ?? userInfo(text) ?? named(text, place.name);
}

/** As it is, or as the key of a connection string. */
const isPublished = (text: string): boolean =>
  publishedKeys.has(text) || publishedKeys.has(/\bAccountKey=([^;]+)/.exec(text)?.[1] ?? '');

function byFormat(format: KeyFormat, text: string): CredentialText | null {
  if (format.use === 'public' || isPlaceholder(text)) return null;
  return found(format.what, true, format.live ?? false);
}

function isBrowserKey(text: string, { name, besides = [] }: TextPlace): boolean {
  if (
    browserConfigs.some(
      (config) => config.pattern.test(text) && config.besides.some((key) => besides.includes(key)),
    )
  )
    return true;
  return name === null && ambiguousFormats.some((pattern) => pattern.test(text));
}

/** `Bearer …`, `Basic …`: the value of an authorization header. */
function schemed(text: string, place: TextPlace): CredentialText | null {
  const [, scheme = '', rest = ''] = /^(bearer|basic|token|apikey)\s+(\S+)$/i.exec(text) ?? [];
  if (rest === '') return null;
  const inner =
    scheme.toLowerCase() === 'basic'
      ? ofBasic(decoded(rest) ?? '', place)
      : credentialText(rest, { ...place, name: 'key' });
  if (inner) return found(`a ${scheme} authorization`, true, inner.live);
  return null;
}

/** `user:password`, or a key in the place of the user, with no password or any: `key:`, `key:x`. */
function ofBasic(text: string, place: TextPlace): CredentialText | null {
  const [, key] = /^([^\s:/]{16,}):x?$/i.exec(text) ?? [];
  return pair(text) ?? (key === undefined ? null : credentialText(key, { ...place, name: 'key' }));
}

/** `user:password`. */
export function pair(text: string): CredentialText | null {
  const [, , password = ''] = /^([^\s:/]{1,80}):([^\s:/][^\s:]{4,})$/.exec(text) ?? [];
  return isPassword(password) || (isRandom(password, 12) && !isPlaceholder(password))
    ? found('a user name with its password', true)
    : null;
}

function decoded(base64: string): string | null {
  if (!/^[A-Za-z\d+/_-]+={0,2}$/.test(base64)) return null;
  try {
    return atob(base64.replace(/-/g, '+').replace(/_/g, '/'));
  } catch {
    return null;
  }
}

function jsonWebToken(text: string): CredentialText | null {
  const [, payload] = /^eyJ[\w-]{8,}\.(eyJ[\w-]{8,})\.[\w-]{20,}$/.exec(text) ?? [];
  if (payload === undefined || /"role":"anon"/.test(decoded(payload) ?? '')) return null;
  return found('a JSON Web Token', true);
}

/** `https://user:password@host/`. */
function userInfo(text: string): CredentialText | null {
  const [, user = '', password = '', host = ''] =
    /^[a-z][a-z\d+.-]*:\/\/([^/\s:@]*):([^/\s@]+)@([^/\s:?#]+)/i.exec(text) ?? [];
  if (
    password === '' ||
    password === user ||
    isLocal(host) ||
    /[${}<>*[\]]/.test(`${user}${password}`)
  )
    return null;
  const isReal =
    !isPlaceholder(password) &&
    !/^(?:host|example\.\w+|.*\.example|your.*)$/i.test(host) &&
    !WEAK_WORDS.has(password.toLowerCase());
  const isMade = isRandom(password, 8) || (isHex(password) && password.length >= 8);
  return isReal && (isPassword(password) || isMade) ? found('a URL with its password', true) : null;
}

const isLocal = (host: string): boolean =>
  !host.includes('.') ||
  /^(?:127\.|0\.0\.0\.0|.*\.(?:local|localhost|test|invalid|internal)$|host\.docker)/i.test(host);

const WEAK_WORDS: ReadonlySet<string> = new Set([
  'password',
  'passwd',
  'pass',
  'secret',
  'postgres',
  'root',
  'admin',
  'user',
  'guest',
]);

/** A text that proves nothing by itself, under a name that says credential. */
function named(text: string, name: CredentialName | null): CredentialText | null {
  if (name === null || isPlaceholder(text) || isAddress(text)) return null;
  if (name === 'weak')
    return isRandom(text, 24) && !isHex(text) && !isUuid(text) ? found('a key') : null;
  if (name === 'password')
    return isPassword(text) || isRandom(text, 10) || isAppPassword(text)
      ? found('a password')
      : null;
  if (isUuid(text) || (isHex(text) && text.length >= 16) || isRandom(text, 16))
    return found('a credential');
  return name === 'own-secret' && isPassword(text) && /[^\w.-]/.test(text)
    ? found('a secret')
    : null;
}

/** Texts with a form of their own that is no credential's. */
const isAddress = (text: string): boolean =>
  !isBase64Key(text) && (STARTS_LIKE_ADDRESS.test(text) || HOLDS_ADDRESS.test(text));

const STARTS_LIKE_ADDRESS =
  /^(?:[a-z][a-z\d+.-]*:\/\/|\.{0,2}\/|arn:|urn:|data:|(?:vault|ssm|secretsmanager|keyvault|doppler|file|env):|projects\/|sha\d{3}[-:]|ssh-\w+ |-----BEGIN (?:PUBLIC|CERT)|0x[\da-f]{40}$|[\w.+-]+@[\w-]+\.\w+$|@|#|\$|%|W\/")/i;
const HOLDS_ADDRESS =
  /^op:\/\/|\{\{|\$\{|<[^<>]*>|\\u|^[\w-]+\/[\w.-]+$|\.(?:json|pem|p12|pfx|crt|ya?ml)$/;

/** Whole groups of base64 that no path would look like: slashes are letters there. */
const isBase64Key = (text: string): boolean =>
  text.length % 4 === 0 && /^[A-Za-z\d+/]{22,}={0,2}$/.test(text) && isRandom(text, 20);

/** Fixed key material: whole bytes of a usual key length that spell no text. */
export function isKeyMaterial(text: string, encoding: string): boolean {
  if (isPlaceholder(text)) return false;
  if (encoding === 'hex') return isHex(text) && KEY_LENGTHS.has(text.length / 2);
  const bytes = decoded(text);
  if (bytes === null || !KEY_LENGTHS.has(bytes.length) || !isRandom(text, 20)) return false;
  return !/^[\x20-\x7e]*$/.test(bytes);
}

const KEY_LENGTHS: ReadonlySet<number> = new Set([16, 20, 24, 32, 48, 64]);
