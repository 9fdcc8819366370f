import { parsesAsScript } from '../project/script.ts';
import type { Project } from '../project/project.ts';
import { MAY_HOLD_CREDENTIAL } from './credential/randomness.ts';
import { SINK_WORDS } from './credential/sinks.ts';
import { clientsOfKind } from './request/client-shapes.ts';
import { dataFormatOf } from '../data/read.ts';
import { isMachineMade } from './data-place.ts';
import type { FactKind } from './facts.ts';
import type { FactsContext } from './facts-of.ts';
import { isFoundIn } from './facts.ts';
import { COMPRESSION_WORDS } from './compression/compression-switch.ts';
import { TLS_WORDS } from './tls/tls-switch.ts';

/** The words without which no file sends a request: client modules, globals, the ways clients are called. */
const REQUESTS = requestWords();

/** What a file has that holds a fact of a kind. */
interface Trigger {
  /** These words stand in the text, or in the file's name. */
  readonly words?: RegExp;
  /** A request is in reach: sent here, or in a module that the file imports. */
  readonly requests?: 'here' | 'imported';
  /** Words that do without a request. */
  readonly orWords?: RegExp;
}

/** Something of these stands where a log line is written. */
const LOGS = /log|console|debug|captur|stdout|stderr|roarr|consola|signale|sentry/i;

/** The name of the environment with the real customers. */
const SHARING = /(?:[pP]rod(?:uction)?|PROD(?:UCTION)?|[lL]ive|LIVE)(?![a-z])/;

const TRIGGERS: { readonly [K in FactKind]: Trigger } = {
  apiCall: { requests: 'imported' },
  apiClient: { requests: 'here' },
  credential: { words: credentialWords() },
  sharedCredential: { words: SHARING },
  alert: {},
  envFile: {},
  envRead: {
    words:
      /\benv\b|getenv|[eE]nv[A-Z(]|Env\w{0,40}[.(]|\(\s*['"`][A-Z][A-Z\d_]+['"`]\s*,|\.default\s*\(|\bconfig\w{0,40}\??\.[\w.?]{1,80}\s*(?:\|\||\?\?)/,
  },
  requestCredential: { words: /key|token|authorization/i, requests: 'imported' },
  urlCredential: {
    words:
      /^(?=[\s\S]*?(?:key|token|secret|passw|auth|credential|sign|env))[\s\S]*?(?:[?&][\w.-]+=|params|query|:\/\/|stringify)/i,
  },
  uncheckedEnv: { words: /\benv\b/, requests: 'imported' },
  environmentBranch: {
    words: /sandbox|staging|prod|live|\bdev|\btest/i,
    requests: 'imported',
    orWords: /key|secret|token/i,
  },
  oauthScopes: { words: /scope/i },
  webhookSecret: { words: /^(?=[\s\S]*?(?:hook|whsec|callback|ipn))[\s\S]*?(?:secret|sign|key)/i },
  environmentChoice: { words: /sandbox|test|staging|\buat\b|\bdev/i },
  urlLiteral: { words: /:\/\/|\bhttps?:|\bwss?:|\bhost/i },
  responseUse: { requests: 'imported' },
  reading: {
    words: /interval|cron|schedul|every|repeat|poll|job|while|for/i,
    requests: 'imported',
  },
  rateLimiter: { words: limiterModules() },
  traffic: { requests: 'imported' },
  resourceRead: { requests: 'imported' },
  sequentialReads: { words: /await/, requests: 'imported' },
  writeCall: { requests: 'imported' },
  concurrentWrite: { words: /Promise\s*\.|forEach|map|limit|queue/i, requests: 'imported' },
  listCall: { requests: 'imported' },
  fanOut: {
    words: /Promise\s*\.|forEach|\bfor\s*\(|map|limit|queue/i,
    requests: 'imported',
    orWords: /\b(?:api_?(?:key|token|secret)|secret_?key|(?:access|auth)_?token|key_?id)\s*[:,}]/i,
  },
  signatureCompare: {
    words: /hmac|sign|timingSafe|subtle|verif|headers?\b|\bquery\b|searchParams|secret/i,
  },
  signedContent: { words: /hmac|subtle|verif|hook|signature/i },
  replayWindow: { words: /hook|callback|notif|\bipn\b|signature|hmac/i },
  deduplication: { words: /hook|callback|notif|\bipn\b|signature|hmac|event/i },
  slowWork: { words: /hook|callback|notif|\bipn\b|signature|hmac/i },
  webhookHandler: { words: /hook|callback|notif|\bipn\b|signature|hmac|event/i },
  reference: { requests: 'imported', orWords: /idempoten/i },
  requestBody: { requests: 'imported' },
  errorHandling: { words: /catch|\.\s*then\b/, requests: 'imported' },
  statusBranch: { words: /payment|checkout|transaction/i },
  polling: {
    words: /while|\bfor\s*\(|\bdo\b|setInterval|setTimeout|poll|wait/i,
    requests: 'imported',
  },
  schedule: {
    words: /setInterval|setTimeout|sleep|delay|cron|schedul|interval|repeat/i,
    requests: 'imported',
  },
  retry: {
    // Code that repeats by itself, asks a client to, or hands a task without parameters to what may.
    words: /retr|attempt|catch|interceptors|\bfor\b|while|\(\s*(?:async\s*)?\(\)\s*=>/i,
    requests: 'imported',
    orWords: retryModules(),
  },
  tokenCache: { words: /token|jwt/i, requests: 'imported' },
  unguarded: { requests: 'here' },
  deadEnd: {
    words: /queue|worker|consum|message|sqs|retr|attempt|records|\bfor\b|while/i,
    requests: 'imported',
    orWords: /queue|sqs|records|\bWorker\b|consumer/i,
  },
  unretried: { requests: 'here' },
  logCall: { words: LOGS },
  apiLog: { words: LOGS },
  storedCard: { words: /card|cvv|cvc|\bpan\b/i },
  unmeasuredClient: { requests: 'here' },
  loggerLevel: { words: /^(?=[\s\S]*?level)[\s\S]*?(?:log|pino|winston|debug)/i },
  plainLog: { words: LOGS },
  sensitiveLog: { words: LOGS },
  rateLimitPause: { words: /\b429\b/, requests: 'imported' },
  tlsSwitch: { words: TLS_WORDS },
  tracedCall: { words: /trac|span/i, requests: 'imported' },
  sdkPayment: { words: /\.(?:create|confirm|capture|pay)\b/, requests: 'imported' },
  compressionSwitch: { words: COMPRESSION_WORDS, requests: 'imported' },
};

/** Limiters are imported where they are made. */
function limiterModules(): RegExp {
  const modules = clientsOfKind('limiter').flatMap((library) => library.modules);
  return new RegExp(`['"](?:${modules.map(escaped).join('|')})['"]`);
}

/** Retry libraries are told apart by their name, whatever they are given to run. */
function retryModules(): RegExp {
  const modules = clientsOfKind('retry').flatMap((library) => library.modules);
  return new RegExp(`['"](?:${modules.map(escaped).join('|')})['"/]|retr(?:y|ies)`, 'i');
}

function credentialWords(): RegExp {
  return new RegExp(
    `${MAY_HOLD_CREDENTIAL.source}|${SINK_WORDS.source}|[sS]ecret|SECRET|\\benv\\b`,
  );
}

function requestWords(): RegExp {
  const clients = [...clientsOfKind('http'), ...clientsOfKind('sdk')];
  const modules = clients.flatMap((client) => client.modules).map(escaped);
  const globals = clientsOfKind('http')
    .flatMap((client) => Object.keys(client.globals ?? {}))
    .map(escaped);
  return new RegExp(
    `['"](?:${modules.join('|')})['"/]|(?:^|[^\\w$])(?:${globals.join('|')})(?![\\w$])|\\.(?:post|put|patch)\\b|\\.(?:get|delete)\\b[^;]{0,80}://`,
  );
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

/** One cheap look at the text: whether a file can hold a fact of one of these kinds. */
export function mayHoldFacts(
  kinds: readonly FactKind[],
  file: FactsContext,
  project: Project | null,
): boolean {
  const format = dataFormatOf(file.sourceCode);
  if (format !== null && isMachineMade(file.filename)) return false;
  const answers = answersFor(file);
  return kinds.some((kind) => {
    if (!isFoundIn(kind, format ?? 'js')) return false;
    if (format !== null) return true;
    const known = answers.get(kind);
    if (known !== undefined) return known;
    const answer = mayHold(TRIGGERS[kind], file, project, answers);
    answers.set(kind, answer);
    return answer;
  });
}

type Answers = Map<FactKind | 'request here' | 'request imported', boolean>;

const answersByProgram = new WeakMap<object, Answers>();

function answersFor({ sourceCode }: FactsContext): Answers {
  const known = answersByProgram.get(sourceCode.ast);
  if (known) return known;
  const answers: Answers = new Map();
  answersByProgram.set(sourceCode.ast, answers);
  return answers;
}

function mayHold(
  { words, requests, orWords }: Trigger,
  file: FactsContext,
  project: Project | null,
  answers: Answers,
): boolean {
  const { text } = file.sourceCode;
  if (words && !words.test(text) && !words.test(file.filename)) return false;
  if (!requests || orWords?.test(text)) return true;
  if (once(answers, 'request here', () => REQUESTS.test(text))) return true;
  if (requests === 'here' || project === null) return false;
  return once(answers, 'request imported', () => importsRequests(file, project));
}

function once(
  answers: Answers,
  question: 'request here' | 'request imported',
  ask: () => boolean,
): boolean {
  const known = answers.get(question);
  if (known !== undefined) return known;
  const answer = ask();
  answers.set(question, answer);
  return answer;
}

/** A client is seldom further away than this: a service, the module that lists it, the client itself. */
const FURTHEST = 3;

/** Whether a module that the file imports has the words of requests, itself or through its own imports. */
function importsRequests({ filename, sourceCode }: FactsContext, project: Project): boolean {
  return reaches(filename, sourceCode.text, project, FURTHEST, new Set([filename]));
}

function reaches(
  file: string,
  text: string,
  project: Project,
  hops: number,
  seen: Set<string>,
): boolean {
  return specifiersIn(text).some((specifier) => {
    const target = project.resolve(file, specifier);
    if (target === null || seen.has(target) || !parsesAsScript(target)) return false;
    seen.add(target);
    const imported = project.readText(target) ?? '';
    return (
      REQUESTS.test(imported) || (hops > 1 && reaches(target, imported, project, hops - 1, seen))
    );
  });
}

const SPECIFIER = /(?:\bfrom|\bimport|\brequire\s*\(|\bimport\s*\()\s*(['"])([^'"\n]+)\1/g;

/** The specifiers that may name modules of the project: those of packages resolve to none. */
function specifiersIn(text: string): string[] {
  return [...text.matchAll(SPECIFIER)].map((match) => match[2] ?? '');
}
