import type { Program, VisitorKeys } from '../ast/node.ts';
import { parserOf } from '../project/modules.ts';
import type { LintContext } from '../project/modules.ts';
import type { Project } from '../project/project.ts';
import { moduleOf } from '../values/module.ts';
import type { ApiCall } from './request/api-call.ts';
import { findApiCalls } from './request/api-call.ts';
import type { ApiClient } from './request/api-client.ts';
import { findApiClients } from './request/api-client.ts';
import { candidatesOf } from './candidates.ts';
import type { Credential } from './credential/credential.ts';
import { findCredentials } from './credential/credential.ts';
import type { UrlCredential } from './credential/url-credential.ts';
import { findUrlCredentials } from './credential/url-credential.ts';
import type { EnvRead } from './environment/env-read.ts';
import { findEnvReads } from './environment/env-read.ts';
import type { EnvironmentChoice } from './environment/environment-choice.ts';
import { findEnvironmentChoices } from './environment/environment-choice.ts';
import type { UrlLiteral } from './url/url-literal.ts';
import { findUrlLiterals } from './url/url-literal.ts';
import type { FileView } from './fact.ts';
import type { ErrorHandling } from './errors/error-handling.ts';
import { findErrorHandling } from './errors/error-handling.ts';
import type { Reference } from './reference/reference.ts';
import { findReferences } from './reference/reference.ts';
import type { RequestBody } from './request/request-body.ts';
import { findRequestBodies } from './request/request-body.ts';
import type { ListCall } from './paging/list-call.ts';
import { findListCalls } from './paging/list-call.ts';
import type { FanOut } from './fan-out/fan-out.ts';
import { findFanOuts } from './fan-out/fan-out.ts';
import type { ResponseUse } from './response/response-use.ts';
import { findResponseUses } from './response/response-use.ts';
import type { SignatureCompare } from './signature/signature-compare.ts';
import { findSignatureCompares } from './signature/signature-compare.ts';
import type { WebhookHandler } from './webhook/handler.ts';
import { findWebhookHandlers } from './webhook/handler.ts';
import type { Retry } from './retry/retry.ts';
import { findRetries } from './retry/retry.ts';
import type { TlsSwitch } from './tls/tls-switch.ts';
import { findTlsSwitches } from './tls/tls-switch.ts';
import type { CompressionSwitch } from './compression/compression-switch.ts';
import { findCompressionSwitches } from './compression/compression-switch.ts';

/** What a file does, in integration terms. Each kind is computed when it is first asked for. */
export interface Facts {
  /** Outbound requests. */
  readonly apiCall: readonly ApiCall[];
  /** Instances of clients that are made in the file. */
  readonly apiClient: readonly ApiClient[];
  /** Literals that are credentials. */
  readonly credential: readonly Credential[];
  /** Credentials that are put into URLs, or expected there. */
  readonly urlCredential: readonly UrlCredential[];
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
  /** Requests that are started together. */
  readonly fanOut: readonly FanOut[];
  /** Comparisons of signatures and shared secrets. */
  readonly signatureCompare: readonly SignatureCompare[];
  /** Functions that take webhooks. */
  readonly webhookHandler: readonly WebhookHandler[];
  /** Keys and references that tell a request from its repetition, where they are made in the program. */
  readonly reference: readonly Reference[];
  /** Bodies of requests, where the file decides what is in them. */
  readonly requestBody: readonly RequestBody[];
  /** What becomes of the failures of requests, where something catches them. */
  readonly errorHandling: readonly ErrorHandling[];
  /** What sends requests again after they failed. */
  readonly retry: readonly Retry[];
  /** What switches the check of certificates off. */
  readonly tlsSwitch: readonly TlsSwitch[];
  /** What keeps answers from being compressed. */
  readonly compressionSwitch: readonly CompressionSwitch[];
}

export type FactKind = keyof Facts;
export type FactOf<K extends FactKind> = Facts[K][number];

const FINDERS: { readonly [K in FactKind]: (view: FileView) => Facts[K] } = {
  apiCall: findApiCalls,
  apiClient: findApiClients,
  credential: findCredentials,
  urlCredential: findUrlCredentials,
  envRead: findEnvReads,
  environmentChoice: findEnvironmentChoices,
  urlLiteral: findUrlLiterals,
  responseUse: findResponseUses,
  listCall: findListCalls,
  fanOut: findFanOuts,
  signatureCompare: findSignatureCompares,
  webhookHandler: findWebhookHandlers,
  reference: findReferences,
  requestBody: findRequestBodies,
  errorHandling: findErrorHandling,
  retry: findRetries,
  tlsSwitch: findTlsSwitches,
  compressionSwitch: findCompressionSwitches,
};

/** The part of a rule's context that facts are read from. */
export interface FactsContext extends LintContext {
  readonly filename: string;
  readonly sourceCode: {
    readonly text: string;
    readonly ast: Program;
    readonly visitorKeys?: VisitorKeys;
  };
}

const factsByProgram = new WeakMap<Program, Facts>();

/** The facts of the file that a rule is looking at, computed once however many rules ask. */
export function factsOf(context: FactsContext, project: Project | null): Facts {
  const { ast } = context.sourceCode;
  const known = factsByProgram.get(ast);
  if (known) return known;
  const facts = readFacts(context, project);
  factsByProgram.set(ast, facts);
  return facts;
}

function readFacts(context: FactsContext, project: Project | null): Facts {
  const { text, ast, visitorKeys } = context.sourceCode;
  const tree = { file: fileOf(context.filename), text, program: ast, visitorKeys };
  const module = moduleOf(tree, project && { project, parser: parserOf(context) });
  const found = new Map<FactKind, unknown>();
  const facts = {} as Facts;
  const view: FileView = { module, candidates: candidatesOf(module), facts };
  for (const kind of Object.keys(FINDERS) as FactKind[]) {
    Object.defineProperty(facts, kind, {
      enumerable: true,
      get() {
        if (!found.has(kind)) found.set(kind, FINDERS[kind](view));
        return found.get(kind);
      },
    });
  }
  return facts;
}

/** ESLint names text without a file `<input>`. */
const fileOf = (filename: string): string | null => (filename.startsWith('<') ? null : filename);
