/*
 * What is known of an API, and what its checklist demands of those who call it. Plain JSON data,
 * so that it travels through ESLint's settings unharmed. An absent field is no demand.
 */

/** A status code, or all server errors. `5xx` is covered by 500, 502, 503 and 504. */
export type TransientStatus = 429 | '5xx';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A request line. In `path`, `:name` stands for one segment; the path `*` for any path. */
export interface Endpoint {
  readonly method: HttpMethod;
  readonly path: string;
}

/** How a caller shows who it is. */
export interface AuthFigures {
  /** `bearer`: the key itself; `oauth`: client credentials for a token; `login`: a login call for a token. */
  readonly scheme: 'bearer' | 'oauth' | 'login';
  /** Header that carries the key or token, e.g. `Authorization`. */
  readonly header?: string;
  /** Paths that give the token. Calls to them are neither payments nor writes. */
  readonly tokenPaths?: readonly string[];
}

/** Upper limits, in milliseconds. Lower bounds are not checked. */
export interface TimeoutFigures {
  /** From start to last byte. */
  readonly overallMs?: number;
  /** Waiting for the answer, or between two of its packets. */
  readonly readMs?: number;
  /** Until the connection stands. */
  readonly connectMs?: number;
}

/** The wait between two attempts. */
export interface DelayFigures {
  /** True: every wait is a multiple of the one before. */
  readonly exponential?: boolean;
  /** The first wait is at least this many milliseconds. */
  readonly firstMs?: number;
  /** Each wait is at least this many times the one before. */
  readonly factor?: number;
  /** No wait, jitter included, is longer than this many milliseconds. */
  readonly capMs?: number;
  /** True: every wait has a random part. */
  readonly jitter?: boolean;
}

/** What a retry must and must not do. */
export interface RetryFigures {
  /** Errors that have to be retried. */
  readonly transient?: {
    readonly statuses?: readonly TransientStatus[];
    /** Connection refused, reset, DNS failure. */
    readonly networkErrors?: boolean;
    /** The request's own timeout. */
    readonly timeouts?: boolean;
  };
  /** The only 4xx statuses that may be retried. */
  readonly retryableClientErrors?: readonly number[];
  readonly delay?: DelayFigures;
  /** Retries after the first attempt: 3 attempts are 2 retries. */
  readonly maxRetries?: number;
  /** When the `Retry-After` header has to be read: on every retry, or where a 429 is handled. */
  readonly readsRetryAfter?: 'always' | 'on-429';
}

/** How a request is told from its repetition. One of `header` and `bodyField`. */
export interface IdempotencyFigures {
  /** Header with a key of the caller's making. */
  readonly header?: string;
  /** Field of the body with a reference of the caller's making. */
  readonly bodyField?: string;
  /** The calls that need it. */
  readonly endpoints?: readonly Endpoint[];
}

/** What the API's webhook deliveries carry, and what it asks of the receiver. */
export interface WebhookFigures {
  /** Headers that carry the HMAC; `*` stands for any characters. One of them has to be verified. */
  readonly signatureHeaders?: readonly string[];
  /** Header with the time of sending. */
  readonly timestampHeader?: string;
  /** Deliveries older than this many milliseconds are dropped. */
  readonly toleranceMs?: number;
  /** Header with the event's id. */
  readonly eventIdHeader?: string;
  /** Where the event's id stands in the body, as a dotted path from the event: `event.id`. */
  readonly eventIdField?: string;
  /** The receiver answers within this many milliseconds. */
  readonly answerWithinMs?: number;
  /** Length in characters that the shared secret has at least. */
  readonly secretLength?: number;
}

/** At most `requests` in any `perMs` milliseconds, over all callers of one key. */
export interface RateLimitFigures {
  readonly requests: number;
  readonly perMs: number;
}

/** Prepaid money or credits. */
export interface BalanceFigures {
  /** Calls that show the balance, or whether it is enough. */
  readonly endpoints?: readonly Endpoint[];
  /** Words in the name of a function or path that mark such a call too. */
  readonly words?: readonly string[];
  /** Calls that spend, and so need one of `endpoints` before them. */
  readonly checkBefore?: readonly Endpoint[];
  /** Endpoint that is to be polled, at least every `maxMs` and at most every `minMs` milliseconds. */
  readonly poll?: { readonly endpoint: Endpoint; readonly minMs: number; readonly maxMs: number };
}

/** When an alert has to fire, at the latest. Ratios are parts of 1. */
export interface AlertFigures {
  /** Errors by requests. */
  readonly errorRatio?: number;
  /** 5xx answers by requests. */
  readonly serverErrorRatio?: number;
  /** Milliseconds over which an error ratio is taken. */
  readonly errorWindowMs?: number;
  /** Used part of the quota. */
  readonly quotaRatio?: number;
  /** Age in milliseconds of an unprocessed webhook event. */
  readonly webhookAgeMs?: number;
  /** There is an alert on a low balance: `below` in the API's units, a page at `pagerRatio` of normal. */
  readonly lowBalance?: { readonly below?: number; readonly pagerRatio?: number };
}

/** One item of the provider's own checklist. */
export interface ApiChecklistItem {
  readonly id: string;
  readonly text: string;
  /** Names of the rules that check it, with or without `go-live/`; none for one a person ticks. */
  readonly rules: readonly string[];
}

/** What an API demands. Also the shape of the demands on calls of no known API. */
export interface ApiFigures {
  readonly auth?: AuthFigures;
  readonly timeouts?: TimeoutFigures;
  readonly retry?: RetryFigures;
  readonly idempotency?: IdempotencyFigures;
  readonly webhook?: WebhookFigures;
  /** Request header that carries the caller's id of the request. */
  readonly requestIdHeader?: string;
  /** Request header that carries the trace, for code that uses tracing. */
  readonly traceContextHeader?: string;
  /** Field of the response with the provider's id of the request, to be logged. */
  readonly traceIdField?: string;
  /** The object in an error response: the field it stands in, its fields, and which one is the code. */
  readonly errorEnvelope?: {
    readonly field: string;
    readonly fields: readonly string[];
    readonly codeField: string;
  };
  /** Error codes that a caller has to handle by name. */
  readonly errorCodes?: readonly string[];
  /** All statuses that a payment can have. */
  readonly paymentStatuses?: readonly string[];
  /** A payment that is pending for this many milliseconds counts as failed. */
  readonly paymentTimeoutMs?: number;
  readonly rateLimit?: RateLimitFigures;
  /** Calls in flight at once, at most. */
  readonly maxConcurrency?: number;
  /** The calls that `maxConcurrency` counts; absent: all. */
  readonly concurrencyEndpoints?: readonly Endpoint[];
  /** Entries that one page of a list may be asked for. */
  readonly maxPageSize?: number;
  readonly balance?: BalanceFigures;
  /** Resources (last fixed segment of the path) that change rarely and are to be cached. */
  readonly cacheable?: readonly string[];
  readonly alerts?: AlertFigures;
  /** True: no personal data (a customer's e-mail, phone) in logs. */
  readonly noPersonalDataInLogs?: boolean;
  /** True: a deployment has to be told its host; not even the production host is a default. */
  readonly noDefaultHost?: boolean;
}

/** An API: how it is recognised, and what it demands. */
export interface ApiProfile extends ApiFigures {
  /** Short name: the key in settings, the name of its config. */
  readonly name: string;
  /** Name for people; absent: `name`. */
  readonly title?: string;
  /** Production hosts, without scheme, port and path. `*.example.com`: all below example.com. */
  readonly hosts: readonly string[];
  /** Sandbox hosts, written like `hosts`. */
  readonly sandboxHosts?: readonly string[];
  /**
   * Registered domains of which any host with a sandbox or test label is a sandbox. `*`: of any
   * domain, for calls that other evidence shows to be this API's; by itself `*` recognises nothing.
   */
  readonly sandboxDomains?: readonly string[];
  /** Environment variables that hold the base URL; `*` stands for any characters. */
  readonly baseUrlVariables?: readonly string[];
  /** Environment variables that hold a credential; `*` stands for any characters. */
  readonly credentialVariables?: readonly string[];
  /** Endpoint paths that mark this API, whatever the receiver. */
  readonly paths?: readonly string[];
  /** The provider's own items. The built-in APIs have none here: theirs are typed, in `checklists`. */
  readonly checklist?: readonly ApiChecklistItem[];
}
