import type { DataFormat } from '../data/tree.ts';
import { findApiCalls } from './request/api-call.ts';
import { findApiClients } from './request/api-client.ts';
import { findDataCredentials } from './credential/data-credential.ts';
import type { DataView } from './data-view.ts';
import { findCredentials } from './credential/credential.ts';
import { findRequestCredentials } from './credential/request-credential.ts';
import { findUrlCredentials } from './credential/url-credential.ts';
import type { Alert } from './alert/alert.ts';
import { findAlerts } from './alert/alert.ts';
import type { EnvFile } from './environment/env-file.ts';
import { findEnvFiles } from './environment/env-file.ts';
import { findUncheckedEnvs } from './environment/env-use.ts';
import { findEnvironmentBranches } from './environment/environment-branch.ts';
import { findDataSharedCredentials } from './environment/data-shared-credential.ts';
import { findSharedCredentials } from './environment/shared-credential.ts';
import { findEnvReads } from './environment/env-read.ts';
import { findEnvironmentChoices } from './environment/environment-choice.ts';
import { findUrlLiterals } from './url/url-literal.ts';
import { findDataUrls } from './url/data-url.ts';
import { findDataEnvironmentChoices } from './environment/data-environment-choice.ts';
import { findOAuthScopes } from './oauth/scopes.ts';
import { findDataWebhookSecrets } from './webhook/data-secret.ts';
import { findWebhookSecrets } from './webhook/secret.ts';
import type { FileView } from './fact.ts';
import { findApiLogs } from './log/api-log.ts';
import { findDataLoggerLevels } from './log/data-logger-level.ts';
import { findLoggerLevels } from './log/logger-level.ts';
import { findPlainLogs } from './log/plain-log.ts';
import { findLogCalls } from './log/log-call.ts';
import { findStoredCards } from './log/stored-card.ts';
import { findUnmeasuredClients } from './log/unmeasured-client.ts';
import { findSensitiveLogs } from './log/sensitive-log.ts';
import { findErrorHandling } from './errors/error-handling.ts';
import { findStatusBranches } from './errors/status-branch.ts';
import { findPolling } from './polling/polling.ts';
import { findSchedules } from './schedule/schedule.ts';
import { findReferences } from './reference/reference.ts';
import { findRequestBodies } from './request/request-body.ts';
import { findListCalls } from './paging/list-call.ts';
import { findSequentialReads } from './sequence/sequential-reads.ts';
import { findWriteCalls } from './spending/write-call.ts';
import { findReadings } from './spending/reading.ts';
import { findConcurrentWrites } from './spending/concurrent-write.ts';
import { findRateLimiters } from './rate/rate-limiter.ts';
import { findTraffic } from './rate/traffic.ts';
import { findResourceReads } from './cache/resource-read.ts';
import { findFanOuts } from './fan-out/fan-out.ts';
import { findResponseUses } from './response/response-use.ts';
import { findSignatureCompares } from './signature/signature-compare.ts';
import { findSignedContents } from './signature/signed-content.ts';
import { findReplayWindows } from './replay/replay-window.ts';
import { findDeduplications } from './deduplication/deduplication.ts';
import { findSlowWork } from './slow-work/slow-work.ts';
import { findWebhookHandlers } from './webhook/handler.ts';
import { findTokenCaches } from './token/token-cache.ts';
import { findUnguarded } from './breaker/unguarded.ts';
import { findDeadEnds } from './queue/dead-end.ts';
import { findUnretried } from './retry/unretried.ts';
import { findRateLimitPauses } from './retry/rate-limit-pause.ts';
import { findRetries } from './retry/retry.ts';
import { findDataTlsSwitches } from './tls/data-tls-switch.ts';
import { findTlsSwitches } from './tls/tls-switch.ts';
import { findTracedCalls } from './trace/traced-call.ts';
import { findProcedureCalls } from './rpc/procedure-call.ts';
import { findSdkPayments } from './request/sdk-call.ts';
import { findSdkClients } from './request/sdk-client.ts';
import { findCompressionSwitches } from './compression/compression-switch.ts';

/** How the kinds of facts are found in code. */
const FINDERS = {
  /** Outbound requests. */
  apiCall: findApiCalls,
  /** Calls of remote procedures that give one answer. */
  procedureCall: findProcedureCalls,
  /** Instances of clients that are made in the file. */
  apiClient: findApiClients,
  /** Literals that are credentials. */
  credential: findCredentials,
  /** Credentials that requests take along. */
  requestCredential: findRequestCredentials,
  /** Credentials that are put into URLs, or expected there. */
  urlCredential: findUrlCredentials,
  /** Scopes that OAuth requests and clients ask for. */
  oauthScopes: findOAuthScopes,
  /** Secrets of webhooks whose length is written in the code. */
  webhookSecret: findWebhookSecrets,
  /** Environment variables that go into requests unchecked. */
  uncheckedEnv: findUncheckedEnvs,
  /** What depends on the environment's name besides hosts and credentials. */
  environmentBranch: findEnvironmentBranches,
  /** Credentials that production and another environment share. */
  sharedCredential: findSharedCredentials,
  /** Environment variables with a default. */
  envRead: findEnvReads,
  /** Literals that choose an API's test environment. */
  environmentChoice: findEnvironmentChoices,
  /** Addresses that are written in the code. */
  urlLiteral: findUrlLiterals,
  /** What becomes of the responses that have to be looked at. */
  responseUse: findResponseUses,
  /** Requests for entries of lists. */
  listCall: findListCalls,
  /** Reads that are awaited one after the other. */
  sequentialReads: findSequentialReads,
  /** Requests that change something. */
  writeCall: findWriteCalls,
  /** Requests that change something and are started together. */
  concurrentWrite: findConcurrentWrites,
  /** Reads that a timer, a schedule or a loop repeats. */
  reading: findReadings,
  /** Limiters that let so many requests run in so much time. */
  rateLimiter: findRateLimiters,
  /** What is sent to an API, as a whole. */
  traffic: findTraffic,
  /** Reads of things that have a name in the path. */
  resourceRead: findResourceReads,
  /** Requests that are started together. */
  fanOut: findFanOuts,
  /** Comparisons of signatures and shared secrets. */
  signatureCompare: findSignatureCompares,
  /** What signatures are verified over, where it is not the raw body. */
  signedContent: findSignedContents,
  /** How long verified webhooks are taken for new. */
  replayWindow: findReplayWindows,
  /** Whether handlers of webhooks tell events from their repetition. */
  deduplication: findDeduplications,
  /** What handlers of webhooks wait for before they answer. */
  slowWork: findSlowWork,
  /** Functions that take webhooks. */
  webhookHandler: findWebhookHandlers,
  /** Keys and references that tell a request from its repetition, where they are made in the program. */
  reference: findReferences,
  /** Bodies of requests, where the file decides what is in them. */
  requestBody: findRequestBodies,
  /** What becomes of the failures of requests, where something catches them. */
  errorHandling: findErrorHandling,
  /** Where statuses of things are told apart. */
  statusBranch: findStatusBranches,
  /** Reads that are sent again and again until their answer tells what was waited for. */
  polling: findPolling,
  /** Requests that are sent again and again, by the clock. */
  schedule: findSchedules,
  /** What sends requests again after they failed. */
  retry: findRetries,
  /** Places where a fetched access token is kept. */
  tokenCache: findTokenCaches,
  /** Clients and requests without a circuit breaker. */
  unguarded: findUnguarded,
  /** Where jobs, messages and requests that have failed for good go nowhere. */
  deadEnd: findDeadEnds,
  /** Requests and clients that nothing sends again. */
  unretried: findUnretried,
  /** Calls that write log lines. */
  logCall: findLogCalls,
  /** Log lines about what an API answered, or failed with. */
  apiLog: findApiLogs,
  /** Loggers that are set to a level for debugging. */
  loggerLevel: findLoggerLevels,
  /** Lines of integration code that a log store can't take apart. */
  plainLog: findPlainLogs,
  /** Card data that is kept. */
  storedCard: findStoredCards,
  /** Modules that call an API and count nothing. */
  unmeasuredClient: findUnmeasuredClients,
  /** Parts of log lines that give something away. */
  sensitiveLog: findSensitiveLogs,
  /** Branches for 429 that wait a time of their own. */
  rateLimitPause: findRateLimitPauses,
  /** What switches the check of certificates off. */
  tlsSwitch: findTlsSwitches,
  /** Requests whose traces break off. */
  tracedCall: findTracedCalls,
  /** Clients of SDKs that are made in the file. */
  sdkClient: findSdkClients,
  /** Calls of SDKs that move money. */
  sdkPayment: findSdkPayments,
  /** What keeps answers from being compressed. */
  compressionSwitch: findCompressionSwitches,
};

type FoundBy<F extends Readonly<Record<string, (view: FileView) => readonly unknown[]>>> = {
  readonly [K in keyof F]: readonly ReturnType<F[K]>[number][];
};

/** What a file does, in integration terms. Each kind is computed when it is first asked for. */
export interface Facts extends FoundBy<typeof FINDERS> {
  /** Figures of alert rules, and alerts that reach nobody. */
  readonly alert: readonly Alert[];
  /** .env files that hold credentials. */
  readonly envFile: readonly EnvFile[];
}

export type FactKind = keyof Facts;
export type FactOf<K extends FactKind> = Facts[K][number];

/** How a kind of fact is found in data files, and in which. */
export interface InData<K extends FactKind> {
  readonly formats: readonly DataFormat[];
  readonly find: (view: DataView) => Facts[K];
}

const EVERYWHERE: readonly DataFormat[] = ['json', 'yaml', 'env'];

const DATA_FINDERS: { readonly [K in FactKind]?: InData<K> } = {
  credential: { formats: EVERYWHERE, find: findDataCredentials },
  envFile: { formats: ['env'], find: findEnvFiles },
  sharedCredential: { formats: EVERYWHERE, find: findDataSharedCredentials },
  alert: { formats: ['json', 'yaml'], find: findAlerts },
  environmentChoice: { formats: EVERYWHERE, find: findDataEnvironmentChoices },
  webhookSecret: { formats: EVERYWHERE, find: findDataWebhookSecrets },
  urlLiteral: { formats: EVERYWHERE, find: findDataUrls },
  tlsSwitch: { formats: EVERYWHERE, find: findDataTlsSwitches },
  loggerLevel: { formats: ['yaml', 'env'], find: findDataLoggerLevels },
};

/** What facts of a kind are found in: code, the formats of data files. */
export type FactLanguage = 'js' | DataFormat;

const ALL_LANGUAGES: readonly FactLanguage[] = ['js', ...EVERYWHERE];

/** The languages that facts of these kinds are found in. */
export function languagesOf(kinds: readonly FactKind[]): FactLanguage[] {
  return ALL_LANGUAGES.filter((language) => kinds.some((kind) => isFoundIn(kind, language)));
}

export function isFoundIn(kind: FactKind, language: FactLanguage): boolean {
  if (language === 'js') return Object.hasOwn(FINDERS, kind);
  return DATA_FINDERS[kind]?.formats.includes(language) ?? false;
}

/** The facts of a kind in a module; none where it is of data files alone. */
export const findInCode = (kind: FactKind, view: FileView): readonly unknown[] =>
  Object.hasOwn(FINDERS, kind) ? FINDERS[kind as keyof typeof FINDERS](view) : [];

/** The facts of a kind in a data file of a format. */
export const findInData = (
  kind: FactKind,
  format: DataFormat,
  view: DataView,
): readonly unknown[] => (isFoundIn(kind, format) ? (DATA_FINDERS[kind]?.find(view) ?? []) : []);

/** Every kind of fact. */
export const KINDS = [
  ...new Set([...Object.keys(FINDERS), ...Object.keys(DATA_FINDERS)]),
] as readonly FactKind[];
