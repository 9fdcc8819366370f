import { wordsOf } from '../../ast/words.ts';
import { credentialName } from '../credential/name.ts';

/** What an environment variable is for, as its name and the default beside it show. */
export type EnvPurpose = 'credential' | 'address' | 'environment' | 'other';

/** Variables that tell a program how to run, not whom to talk to. */
const RUNNING: ReadonlySet<string> = new Set([
  'node',
  'app',
  'deploy',
  'deployment',
  'build',
  'vercel',
  'runtime',
  'server',
  'rails',
  'go',
  'nuxt',
  'babel',
  'nodejs',
  'application',
  'railway',
  'netlify',
  'next',
  'public',
  'context',
  'vite',
  'react',
  'sentry',
  'dd',
  'otel',
  'log',
  'python',
  'service',
  'bot',
  'run',
  'elastic',
  'expo',
  'web',
  'site',
  'functions',
  'hosting',
  'aspnetcore',
]);

const ENVIRONMENT_WORD =
  /^(?:sandbox|sbx|test|testing|staging|stage|stg|uat|dev|development|demo|prod|production|live)$/i;

/** A text that names an environment: `sandbox`, `TEST`, `live`. */
export const isEnvironmentName = (text: string): boolean => ENVIRONMENT_WORD.test(text);

const ADDRESS_WORDS: ReadonlySet<string> = new Set([
  'url',
  'uri',
  'endpoint',
  'host',
  'hostname',
  'domain',
  'api',
  'base',
  'baseurl',
  'server',
  'gateway',
  'origin',
  'rpc',
]);

/** Addresses that people look at, or that the program itself listens on or lets in. */
const NO_REMOTE_API: ReadonlySet<string> = new Set([
  'docs',
  'doc',
  'help',
  'tutorial',
  'guide',
  'manual',
  'support',
  'image',
  'images',
  'logo',
  'avatar',
  'cors',
  'allowed',
  'proxy',
  'github',
  'repo',
  'repository',
  'storybook',
  'icon',
  'twitter',
  'discord',
  'cdn',
  'emulator',
  'asset',
  'assets',
  'bind',
  'listen',
  'site',
  'website',
  'homepage',
  'canonical',
  'frontend',
  'dashboard',
]);

/** What is set up beside the program, mostly with its usual address and without a password. */
const STORES: ReadonlySet<string> = new Set([
  'database',
  'db',
  'redis',
  'valkey',
  'memcached',
  'elasticsearch',
  'opensearch',
  'meili',
  'meilisearch',
  'typesense',
  'qdrant',
  'mongo',
  'mongodb',
  'postgres',
  'postgresql',
  'mysql',
  'mariadb',
  'pg',
]);

/** What is only set where one develops. */
const DEVELOPING: ReadonlySet<string> = new Set(['dev', 'development', 'local', 'localhost']);

/** Where a program names itself, a client id is a label. */
const BROKERS: ReadonlySet<string> = new Set([
  'kafka',
  'mqtt',
  'nats',
  'broker',
  'rabbitmq',
  'amqp',
  'pulsar',
]);

/** What a variable is for. `fallback`: the text that stands in for it; null where it is no text. */
export function purposeOf(variable: string, fallback: string | null): EnvPurpose {
  const words = wordsOf(variable);
  if (isEnvironmentVariable(words))
    return fallback !== null && isEnvironmentName(fallback) ? 'environment' : 'other';
  // `(not set)` is for a person to read.
  if (fallback !== null && /^(?:true|false|\(.*\))$/i.test(fallback)) return 'other';
  // `MAX_TOKENS=2048`: how many, not which.
  if (words.at(-1) === 'tokens' && /^\d+$/.test(fallback ?? '')) return 'other';
  if (isIdentifier(variable) && /^[a-z]+(?:-[a-z]+)*$/.test(fallback ?? '')) return 'other';
  if (isCredentialVariable(variable, words))
    return fallback === null || isOptionalPassword(words, fallback) ? 'other' : 'credential';
  if (fallback === null || words.some(isNoRemoteApi) || isOwnListener(words, fallback))
    return 'other';
  if ((words[0] === 'client' || words[0] === 'web') && words.length === 2) return 'other';
  if (/^(?:https?|wss?):\/\/[^/\s]/i.test(fallback)) return 'address';
  const isNamed = ADDRESS_WORDS.has(words.at(-1) ?? '') && words.length > 1;
  if (!isNamed) return 'other';
  return fallback === ''
    ? /^(?:url|uri|endpoint|baseurl)$/.test(words.at(-1) ?? '')
      ? 'address'
      : 'other'
    : isRemoteHost(fallback)
      ? 'address'
      : 'other';
}

const isNoRemoteApi = (word: string): boolean =>
  NO_REMOTE_API.has(word) || STORES.has(word) || DEVELOPING.has(word);

/** A store or a proxy that asks for no password. */
const isOptionalPassword = (words: readonly string[], fallback: string): boolean =>
  fallback === '' && words.some((word) => word === 'proxy' || STORES.has(word));

/** Where a program without a server of its own listens while somebody signs in: RFC 8252 has the address in digits. */
const isOwnListener = (words: readonly string[], fallback: string): boolean =>
  words.some((word) => word === 'redirect' || word === 'callback') &&
  /^http:\/\/(?:127\.0\.0\.1|\[::1\])[:/]/.test(fallback);

function isEnvironmentVariable(words: readonly string[]): boolean {
  const [last = '', before = ''] = words.toReversed();
  if (!['env', 'environment', 'mode'].includes(last)) return false;
  return before !== '' && !RUNNING.has(before);
}

function isCredentialVariable(variable: string, words: readonly string[]): boolean {
  if (words.includes('publishable') || words.includes('public')) return false;
  if (credentialName(variable) !== null) return true;
  if (words.some((word) => BROKERS.has(word))) return false;
  return isIdentifier(variable);
}

/** An id is no secret: in words, `web-shop`, it is a label that the program gives itself. */
const isIdentifier = (variable: string): boolean =>
  /(?:^|_)(?:CLIENT|APP|CONSUMER)_ID$|_ACCOUNT_SID$/.test(variable);

/** `api.example.com`, with or without a port or path; no file name, no loopback. */
const isRemoteHost = (text: string): boolean =>
  /^(?!127\.|0\.0\.0\.0|localhost)(?:[a-z\d-]+\.)+[a-z]{2,}(?::\d+)?(?:\/\S*)?$/i.test(text) &&
  !/\.(?:js|ts|json|log|txt|db|sqlite)$/i.test(text);
