import type { DataFormat } from '../data/tree.ts';
import type { ApiCall } from './request/api-call.ts';
import { findApiCalls } from './request/api-call.ts';
import type { ApiClient } from './request/api-client.ts';
import { findApiClients } from './request/api-client.ts';
import { findDataCredentials } from './credential/data-credential.ts';
import type { DataView } from './data-view.ts';
import type { Credential } from './credential/credential.ts';
import { findCredentials } from './credential/credential.ts';
import type { RequestCredential } from './credential/request-credential.ts';
import { findRequestCredentials } from './credential/request-credential.ts';
import type { UrlCredential } from './credential/url-credential.ts';
import { findUrlCredentials } from './credential/url-credential.ts';
import type { Alert } from './alert/alert.ts';
import { findAlerts } from './alert/alert.ts';
import type { EnvFile } from './environment/env-file.ts';
import { findEnvFiles } from './environment/env-file.ts';
import type { UncheckedEnv } from './environment/env-use.ts';
import { findUncheckedEnvs } from './environment/env-use.ts';
import type { EnvironmentBranch } from './environment/environment-branch.ts';
import { findEnvironmentBranches } from './environment/environment-branch.ts';
import { findDataSharedCredentials } from './environment/data-shared-credential.ts';
import type { SharedCredential } from './environment/shared-credential.ts';
import { findSharedCredentials } from './environment/shared-credential.ts';
import type { EnvRead } from './environment/env-read.ts';
import { findEnvReads } from './environment/env-read.ts';
import type { EnvironmentChoice } from './environment/environment-choice.ts';
import { findEnvironmentChoices } from './environment/environment-choice.ts';
import type { UrlLiteral } from './url/url-literal.ts';
import { findUrlLiterals } from './url/url-literal.ts';
import { findDataUrls } from './url/data-url.ts';
import { findDataEnvironmentChoices } from './environment/data-environment-choice.ts';
import type { OAuthScopes } from './oauth/scopes.ts';
import { findOAuthScopes } from './oauth/scopes.ts';
import { findDataWebhookSecrets } from './webhook/data-secret.ts';
import type { WebhookSecret } from './webhook/secret.ts';
import { findWebhookSecrets } from './webhook/secret.ts';
import type { FileView } from './fact.ts';
import type { ApiLog } from './log/api-log.ts';
import { findApiLogs } from './log/api-log.ts';
import type { LogCall } from './log/log-call.ts';
import type { LoggerLevel } from './log/logger-level.ts';
import { findDataLoggerLevels } from './log/data-logger-level.ts';
import { findLoggerLevels } from './log/logger-level.ts';
import type { PlainLog } from './log/plain-log.ts';
import { findPlainLogs } from './log/plain-log.ts';
import { findLogCalls } from './log/log-call.ts';
import type { SensitiveLog } from './log/sensitive-log.ts';
import type { StoredCard } from './log/stored-card.ts';
import { findStoredCards } from './log/stored-card.ts';
import type { UnmeasuredClient } from './log/unmeasured-client.ts';
import { findUnmeasuredClients } from './log/unmeasured-client.ts';
import { findSensitiveLogs } from './log/sensitive-log.ts';
import type { ErrorHandling } from './errors/error-handling.ts';
import { findErrorHandling } from './errors/error-handling.ts';
import type { StatusBranch } from './errors/status-branch.ts';
import { findStatusBranches } from './errors/status-branch.ts';
import type { Polling } from './polling/polling.ts';
import { findPolling } from './polling/polling.ts';
import type { Schedule } from './schedule/schedule.ts';
import { findSchedules } from './schedule/schedule.ts';
import type { Reference } from './reference/reference.ts';
import { findReferences } from './reference/reference.ts';
import type { RequestBody } from './request/request-body.ts';
import { findRequestBodies } from './request/request-body.ts';
import type { ListCall } from './paging/list-call.ts';
import { findListCalls } from './paging/list-call.ts';
import type { SequentialReads } from './sequence/sequential-reads.ts';
import { findSequentialReads } from './sequence/sequential-reads.ts';
import type { WriteCall } from './spending/write-call.ts';
import { findWriteCalls } from './spending/write-call.ts';
import type { Reading } from './spending/reading.ts';
import { findReadings } from './spending/reading.ts';
import type { ConcurrentWrite } from './spending/concurrent-write.ts';
import { findConcurrentWrites } from './spending/concurrent-write.ts';
import type { RateLimiter } from './rate/rate-limiter.ts';
import { findRateLimiters } from './rate/rate-limiter.ts';
import type { Traffic } from './rate/traffic.ts';
import { findTraffic } from './rate/traffic.ts';
import type { ResourceRead } from './cache/resource-read.ts';
import { findResourceReads } from './cache/resource-read.ts';
import type { FanOut } from './fan-out/fan-out.ts';
import { findFanOuts } from './fan-out/fan-out.ts';
import type { ResponseUse } from './response/response-use.ts';
import { findResponseUses } from './response/response-use.ts';
import type { SignatureCompare } from './signature/signature-compare.ts';
import { findSignatureCompares } from './signature/signature-compare.ts';
import type { SignedContent } from './signature/signed-content.ts';
import { findSignedContents } from './signature/signed-content.ts';
import type { ReplayWindow } from './replay/replay-window.ts';
import { findReplayWindows } from './replay/replay-window.ts';
import type { Deduplication } from './deduplication/deduplication.ts';
import { findDeduplications } from './deduplication/deduplication.ts';
import type { SlowWork } from './slow-work/slow-work.ts';
import { findSlowWork } from './slow-work/slow-work.ts';
import type { WebhookHandler } from './webhook/handler.ts';
import { findWebhookHandlers } from './webhook/handler.ts';
import type { TokenCache } from './token/token-cache.ts';
import { findTokenCaches } from './token/token-cache.ts';
import type { Unguarded } from './breaker/unguarded.ts';
import { findUnguarded } from './breaker/unguarded.ts';
import type { DeadEnd } from './queue/dead-end.ts';
import { findDeadEnds } from './queue/dead-end.ts';
import type { Unretried } from './retry/unretried.ts';
import { findUnretried } from './retry/unretried.ts';
import type { RateLimitPause } from './retry/rate-limit-pause.ts';
import { findRateLimitPauses } from './retry/rate-limit-pause.ts';
import type { Retry } from './retry/retry.ts';
import { findRetries } from './retry/retry.ts';
import { findDataTlsSwitches } from './tls/data-tls-switch.ts';
import type { TlsSwitch } from './tls/tls-switch.ts';
import { findTlsSwitches } from './tls/tls-switch.ts';
import type { TracedCall } from './trace/traced-call.ts';
import { findTracedCalls } from './trace/traced-call.ts';
import type { ProcedureCall } from './rpc/procedure-call.ts';
import { findProcedureCalls } from './rpc/procedure-call.ts';
import type { SdkPayment } from './request/sdk-call.ts';
import { findSdkPayments } from './request/sdk-call.ts';
import type { CompressionSwitch } from './compression/compression-switch.ts';
import { findCompressionSwitches } from './compression/compression-switch.ts';

/** What a file does, in integration terms. Each kind is computed when it is first asked for. */
export interface Facts {
  /** Outbound requests. */
  readonly apiCall: readonly ApiCall[];
  /** Calls of remote procedures that give one answer. */
  readonly procedureCall: readonly ProcedureCall[];
  /** Instances of clients that are made in the file. */
  readonly apiClient: readonly ApiClient[];
  /** Literals that are credentials. */
  readonly credential: readonly Credential[];
  /** Credentials that requests take along. */
  readonly requestCredential: readonly RequestCredential[];
  /** Credentials that are put into URLs, or expected there. */
  readonly urlCredential: readonly UrlCredential[];
  /** Figures of alert rules, and alerts that reach nobody. */
  readonly alert: readonly Alert[];
  /** .env files that hold credentials. */
  readonly envFile: readonly EnvFile[];
  /** Scopes that OAuth requests and clients ask for. */
  readonly oauthScopes: readonly OAuthScopes[];
  /** Secrets of webhooks whose length is written in the code. */
  readonly webhookSecret: readonly WebhookSecret[];
  /** Environment variables that go into requests unchecked. */
  readonly uncheckedEnv: readonly UncheckedEnv[];
  /** What depends on the environment's name besides hosts and credentials. */
  readonly environmentBranch: readonly EnvironmentBranch[];
  /** Credentials that production and another environment share. */
  readonly sharedCredential: readonly SharedCredential[];
  /** Environment variables with a default. */
  readonly envRead: readonly EnvRead[];
  /** Literals that choose an API's test environment. */
  readonly environmentChoice: readonly EnvironmentChoice[];
  /** Addresses that are written in the code. */
  readonly urlLiteral: readonly UrlLiteral[];
  /** What becomes of the responses that have to be looked at. */
  readonly responseUse: readonly ResponseUse[];
  /** Requests for entries of lists. */
  readonly listCall: readonly ListCall[];
  /** Reads that are awaited one after the other. */
  readonly sequentialReads: readonly SequentialReads[];
  /** Requests that change something. */
  readonly writeCall: readonly WriteCall[];
  /** Requests that change something and are started together. */
  readonly concurrentWrite: readonly ConcurrentWrite[];
  /** Reads that a timer, a schedule or a loop repeats. */
  readonly reading: readonly Reading[];
  /** Limiters that let so many requests run in so much time. */
  readonly rateLimiter: readonly RateLimiter[];
  /** What is sent to an API, as a whole. */
  readonly traffic: readonly Traffic[];
  /** Reads of things that have a name in the path. */
  readonly resourceRead: readonly ResourceRead[];
  /** Requests that are started together. */
  readonly fanOut: readonly FanOut[];
  /** Comparisons of signatures and shared secrets. */
  readonly signatureCompare: readonly SignatureCompare[];
  /** What signatures are verified over, where it is not the raw body. */
  readonly signedContent: readonly SignedContent[];
  /** How long verified webhooks are taken for new. */
  readonly replayWindow: readonly ReplayWindow[];
  /** Whether handlers of webhooks tell events from their repetition. */
  readonly deduplication: readonly Deduplication[];
  /** What handlers of webhooks wait for before they answer. */
  readonly slowWork: readonly SlowWork[];
  /** Functions that take webhooks. */
  readonly webhookHandler: readonly WebhookHandler[];
  /** Keys and references that tell a request from its repetition, where they are made in the program. */
  readonly reference: readonly Reference[];
  /** Bodies of requests, where the file decides what is in them. */
  readonly requestBody: readonly RequestBody[];
  /** What becomes of the failures of requests, where something catches them. */
  readonly errorHandling: readonly ErrorHandling[];
  /** Where statuses of things are told apart. */
  readonly statusBranch: readonly StatusBranch[];
  /** Reads that are sent again and again until their answer tells what was waited for. */
  readonly polling: readonly Polling[];
  /** Requests that are sent again and again, by the clock. */
  readonly schedule: readonly Schedule[];
  /** What sends requests again after they failed. */
  readonly retry: readonly Retry[];
  /** Places where a fetched access token is kept. */
  readonly tokenCache: readonly TokenCache[];
  /** Clients and requests without a circuit breaker. */
  readonly unguarded: readonly Unguarded[];
  /** Where jobs, messages and requests that have failed for good go nowhere. */
  readonly deadEnd: readonly DeadEnd[];
  /** Requests and clients that nothing sends again. */
  readonly unretried: readonly Unretried[];
  /** Calls that write log lines. */
  readonly logCall: readonly LogCall[];
  /** Log lines about what an API answered, or failed with. */
  readonly apiLog: readonly ApiLog[];
  /** Loggers that are set to a level for debugging. */
  readonly loggerLevel: readonly LoggerLevel[];
  /** Lines of integration code that a log store can't take apart. */
  readonly plainLog: readonly PlainLog[];
  /** Card data that is kept. */
  readonly storedCard: readonly StoredCard[];
  /** Modules that call an API and count nothing. */
  readonly unmeasuredClient: readonly UnmeasuredClient[];
  /** Parts of log lines that give something away. */
  readonly sensitiveLog: readonly SensitiveLog[];
  /** Branches for 429 that wait a time of their own. */
  readonly rateLimitPause: readonly RateLimitPause[];
  /** What switches the check of certificates off. */
  readonly tlsSwitch: readonly TlsSwitch[];
  /** Requests whose traces break off. */
  readonly tracedCall: readonly TracedCall[];
  /** Calls of SDKs that move money. */
  readonly sdkPayment: readonly SdkPayment[];
  /** What keeps answers from being compressed. */
  readonly compressionSwitch: readonly CompressionSwitch[];
}

export type FactKind = keyof Facts;
export type FactOf<K extends FactKind> = Facts[K][number];

/** Null: not in code. */
export const FINDERS: { readonly [K in FactKind]: ((view: FileView) => Facts[K]) | null } = {
  apiCall: findApiCalls,
  procedureCall: findProcedureCalls,
  apiClient: findApiClients,
  credential: findCredentials,
  requestCredential: findRequestCredentials,
  urlCredential: findUrlCredentials,
  sharedCredential: findSharedCredentials,
  alert: null,
  envFile: null,
  uncheckedEnv: findUncheckedEnvs,
  environmentBranch: findEnvironmentBranches,
  oauthScopes: findOAuthScopes,
  webhookSecret: findWebhookSecrets,
  envRead: findEnvReads,
  environmentChoice: findEnvironmentChoices,
  urlLiteral: findUrlLiterals,
  responseUse: findResponseUses,
  listCall: findListCalls,
  sequentialReads: findSequentialReads,
  writeCall: findWriteCalls,
  concurrentWrite: findConcurrentWrites,
  reading: findReadings,
  rateLimiter: findRateLimiters,
  traffic: findTraffic,
  resourceRead: findResourceReads,
  fanOut: findFanOuts,
  signatureCompare: findSignatureCompares,
  signedContent: findSignedContents,
  replayWindow: findReplayWindows,
  deduplication: findDeduplications,
  slowWork: findSlowWork,
  webhookHandler: findWebhookHandlers,
  reference: findReferences,
  requestBody: findRequestBodies,
  errorHandling: findErrorHandling,
  statusBranch: findStatusBranches,
  polling: findPolling,
  schedule: findSchedules,
  retry: findRetries,
  logCall: findLogCalls,
  sensitiveLog: findSensitiveLogs,
  apiLog: findApiLogs,
  storedCard: findStoredCards,
  unmeasuredClient: findUnmeasuredClients,
  loggerLevel: findLoggerLevels,
  plainLog: findPlainLogs,
  rateLimitPause: findRateLimitPauses,
  unretried: findUnretried,
  unguarded: findUnguarded,
  deadEnd: findDeadEnds,
  tokenCache: findTokenCaches,
  tlsSwitch: findTlsSwitches,
  tracedCall: findTracedCalls,
  sdkPayment: findSdkPayments,
  compressionSwitch: findCompressionSwitches,
};

/** How a kind of fact is found in data files, and in which. */
export interface InData<K extends FactKind> {
  readonly formats: readonly DataFormat[];
  readonly find: (view: DataView) => Facts[K];
}

const EVERYWHERE: readonly DataFormat[] = ['json', 'yaml', 'env'];

export const DATA_FINDERS: { readonly [K in FactKind]?: InData<K> } = {
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
  if (language === 'js') return FINDERS[kind] !== null;
  return DATA_FINDERS[kind]?.formats.includes(language) ?? false;
}
