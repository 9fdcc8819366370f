import { MAY_HOLD_CREDENTIAL } from './credential/randomness.ts';
import { SINK_WORDS } from './credential/sinks.ts';
import { clientsOfKind } from './request/client-shapes.ts';
import type { FactKind } from './facts.ts';
import { callbackRoutes } from '../clients/callback-routes.ts';
import { COMPRESSION_WORDS } from './compression/compression-switch.ts';
import { TLS_TEXT } from './tls/tls-switch.ts';

/** The words without which no file sends a request: client modules, globals, the ways clients are called. */
export const REQUESTS = requestWords();

/** What a file has that holds a fact of a kind: all that is named here. */
export interface Trigger {
  /** Some word of the text, or of the file's name, matches each of these. */
  readonly words?: readonly RegExp[];
  /** A request is in reach: sent here, or in a module that the file imports. */
  readonly requests?: 'here' | 'imported';
  /** Words that do without a request. */
  readonly orWords?: RegExp;
  /** The text matches: for what no single word shows, and looked at last. */
  readonly text?: RegExp;
}

/** Something of these stands where a log line is written. */
const LOGS = new RegExp(
  `log|console|debug|captur|audit|report|print|dump|stdout|stderr|sentry|${namedBy(clientsOfKind('logger').flatMap(({ modules }) => modules))}`,
  'i',
);

/** What tells a remote API who calls, as an option or in the environment: a client of an SDK may be made. */
const SDKS =
  /^(?:api_?(?:key|token|secret)|secret_?key|(?:access|auth)_?token|key_?id)$|_(?:API_?(?:KEY|TOKEN)|(?:ACCESS|AUTH|BOT)_TOKEN)$/i;

/** Several requests may be under way at a time. */
const FANNING = new RegExp(
  `^Promise$|each|every|^for$|map|limit|queue|^all|batch|bulk|concurr|parallel|settle|together|${namedBy(
    clientsOfKind('limiter').flatMap(({ chain, modules }) => (chain ? modules : [])),
  )}`,
  'i',
);

/** The name of the environment with the real customers, or that of one without. */
const SHARING =
  /(?:[pP]rod(?:uction)?|PROD(?:UCTION)?|[lL]ive|LIVE|[sS]andbox|SANDBOX|[sS]taging|STAGING)(?![a-z])/;

/** Services whose routes for calls back are known without a word of webhooks. */
const CALLING_BACK = callbackRoutes.flatMap((each) => each[each.rarer]).join('|');
const HOOKS = new RegExp(`hook|callback|notif|^ipn$|signature|hmac|${CALLING_BACK}`, 'i');
const EVENTS = new RegExp(`${HOOKS.source}|event`, 'i');

/** What a file must have to be looked at for a kind of fact: too much is only slow, too little loses it. */
export const TRIGGERS: { readonly [K in FactKind]: Trigger } = {
  apiCall: { requests: 'imported' },
  procedureCall: { requests: 'imported' },
  apiClient: { requests: 'imported' },
  credential: { text: credentialText() },
  sharedCredential: { words: [SHARING] },
  alert: {},
  envFile: {},
  envRead: {
    text: /\benv\b|getenv|[eE]nv[A-Z(]|Env\w{0,40}[.(]|\(\s*['"`][A-Z][A-Z\d_]+['"`]\s*,|\.default\s*\(|\bconfig\w{0,40}\??\.[\w.?]{1,80}\s*(?:\|\||\?\?)|\bConfigService\b/,
  },
  requestCredential: { words: [/key|token|authorization|headers/i], requests: 'imported' },
  urlCredential: {
    words: [/key|token|secret|passw|auth|credential|sign|env/i],
    text: /[?&][\w.-]+=|params|query|:\/\/|stringify/i,
  },
  uncheckedEnv: { words: [/^env$/], requests: 'imported' },
  environmentBranch: {
    words: [/sandbox|staging|prod|live|^dev|^test/i],
    requests: 'imported',
    orWords: /key|secret|token|signature/i,
  },
  oauthScopes: { words: [/scope|oauth|authori[sz](?:e|ation_?url)/i] },
  webhookSecret: { words: [/hook|whsec|callback|ipn/i, /secret|sign|key/i] },
  environmentChoice: { words: [/sandbox|test|staging|^uat$|^dev/i] },
  urlLiteral: {
    text: /:\/\/|\bhttps?:|\bwss?:|\bhost|\/(?:(?:web)?hooks?|callbacks?|subscriptions?)\b/i,
  },
  responseUse: { requests: 'imported' },
  reading: {
    words: [/interval|timer|cron|schedul|every|repeat|poll|job|while|^for$/i],
    requests: 'imported',
  },
  rateLimiter: { text: limiterModules() },
  traffic: { requests: 'imported' },
  resourceRead: { requests: 'imported' },
  sequentialReads: { words: [/^await$/], requests: 'imported' },
  writeCall: { requests: 'imported' },
  concurrentWrite: { words: [/^Promise$|forEach|map|limit|queue/i], requests: 'imported' },
  listCall: { requests: 'imported' },
  fanOut: {
    words: [FANNING],
    requests: 'imported',
    orWords: SDKS,
  },
  signatureCompare: {
    words: [
      /hmac|sign|timingSafe|subtle|verif|headers?$|^query$|^body$|^json$|^formData$|parseBody|searchParams|secret/i,
      /hmac|sign|timingSafe|subtle|verif|hash|digest|secret|token|key|passw|pwd|credential/i,
    ],
  },
  signedContent: { words: [/hmac|subtle|verif|hook|signature/i] },
  replayWindow: { words: [HOOKS] },
  deduplication: { words: [EVENTS] },
  slowWork: { words: [HOOKS] },
  webhookHandler: { words: [EVENTS] },
  reference: { requests: 'imported', orWords: /idempoten/i },
  requestBody: { requests: 'imported' },
  errorHandling: { words: [/catch|^then$/], requests: 'imported', orWords: SDKS },
  statusBranch: { words: [/pay(?!load)|checkout|transaction|momo/i] },
  polling: {
    words: [/while|^for$|^do$|interval|timer|setTimeout|poll|wait/i],
    requests: 'imported',
  },
  schedule: {
    words: [/timer|setTimeout|sleep|delay|cron|schedul|interval|repeat/i],
    requests: 'imported',
  },
  retry: {
    requests: 'imported',
    orWords: retryWords(),
    // Code that repeats by itself, asks a client to, takes failures, or hands a task without parameters to what may.
    text: /retr|attempt|catch|interceptors|\bfor\b|while|429|setTimeout|\(\s*(?:async\s*)?\(\)\s*=>|\(\s*(?:e|err|error)\s*[,)]/i,
  },
  tokenCache: { words: [/token|jwt/i], requests: 'imported' },
  unguarded: { requests: 'here' },
  deadEnd: {
    words: [/queue|worker|processor|consum|message|sqs|retr|attempt|records|^for$|while/i],
    requests: 'imported',
    orWords: /queue|sqs|records|^(?:Worker|Processor)$|consumer/i,
  },
  unretried: { requests: 'imported' },
  logCall: { words: [LOGS] },
  apiLog: { words: [LOGS] },
  storedCard: { words: [/card|cvv|cvc|^pan$/i] },
  unmeasuredClient: { requests: 'here' },
  loggerLevel: { words: [/level|^verbose$|^debug$/i, /log|pino|winston|debug/i] },
  plainLog: { words: [LOGS] },
  sensitiveLog: { words: [LOGS] },
  rateLimitPause: { words: [/^429$/], requests: 'imported' },
  tlsSwitch: {
    words: [/tls|ssl|insecure|unauthorized|cert|identity|security|verify|^curl$|^k$/i],
    text: TLS_TEXT,
  },
  tracedCall: { words: [/trac|span|^instrumentations$/i], requests: 'imported' },
  sdkClient: {
    words: [/^(?:timeout|retr\w*|\w+retries|webclient|incomingwebhook)$/i],
    requests: 'here',
  },
  sdkPayment: { words: [/^(?:create|confirm|capture|pay)$/], requests: 'imported' },
  compressionSwitch: { words: [COMPRESSION_WORDS], requests: 'imported' },
};

/** Limiters are imported where they are made. */
function limiterModules(): RegExp {
  const modules = clientsOfKind('limiter').flatMap((library) => library.modules);
  return new RegExp(`['"](?:${modules.map(escaped).join('|')})['"]`);
}

/** Retry libraries are told apart by their name, whatever they are given to run. */
function retryWords(): RegExp {
  const modules = clientsOfKind('retry').flatMap((library) => library.modules);
  return new RegExp(`retr(?:y|ies)|${namedBy(modules.filter((name) => !/retry/.test(name)))}`, 'i');
}

/** A word that is the longest in one of these modules' names. */
function namedBy(modules: readonly string[]): string {
  const longest = modules.map((name) =>
    name.split(/\W+/).reduce((one, other) => (other.length > one.length ? other : one)),
  );
  return `^(?:${longest.join('|')})$`;
}

function credentialText(): RegExp {
  return new RegExp(
    `${MAY_HOLD_CREDENTIAL.source}|${SINK_WORDS.source}|[sS]ecret|SECRET|\\benv\\b`,
  );
}

function requestWords(): RegExp {
  const clients = [...clientsOfKind('http'), ...clientsOfKind('rpc'), ...clientsOfKind('sdk')];
  const modules = clients.flatMap((client) => client.modules).map(escaped);
  const globals = clientsOfKind('http')
    .flatMap((client) => Object.keys(client.globals ?? {}))
    .map(escaped);
  return new RegExp(
    `(?:['"]|npm:|://[^'"/\\s]{1,60}/(?:npm/)?)(?:${modules.join('|')})['"/@?]|(?:^|[^\\w$])(?:${globals.join('|')})(?![\\w$])|\\.(?:post|put|patch)\\b|\\.(?:get|delete)\\b[^;]{0,80}://`,
  );
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
