import type {
  AlertFigures,
  ApiChecklistItem,
  ApiProfile,
  AuthFigures,
  BalanceFigures,
  DelayFigures,
  Endpoint,
  IdempotencyFigures,
  RateLimitFigures,
  RetryFigures,
  TimeoutFigures,
  WebhookFigures,
} from './profile.ts';

/** A value of a profile: what it takes, in words that follow "must be", and whether one is that. */
interface Leaf {
  readonly takes: string;
  readonly accepts: (value: unknown) => boolean;
}

interface ListOf {
  readonly takes: string;
  readonly each: Field;
  readonly atLeast: number;
}

interface ObjectOf {
  readonly takes: string;
  readonly fields: Readonly<Record<string, Field>>;
  readonly required: readonly string[];
}

/** A field of a profile, as the check of it needs it. */
export type Field = Leaf | ListOf | ObjectOf;

type FieldsOf<T> = { readonly [K in keyof Required<T>]: Field };

const HOST = /^(?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/i;
const RULE = /^(?:go-live\/)?[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const NAME = /^[a-z][a-z0-9-]*$/;

const text = matching('a text that is not empty', /\S/);
const host = matching('a host name such as "api.example.com", without scheme, port and path', HOST);
const path = matching('a path such as "/v1/orders"', /^\//);
const trueOrFalse: Leaf = { takes: 'true or false', accepts: (v) => typeof v === 'boolean' };
const milliseconds = number('a positive number of milliseconds', (n) => n > 0);
const count = number('a whole number above 0', (n) => n > 0 && Number.isInteger(n));
const ratio = number('a number above 0, at most 1 (1% is 0.01)', (n) => n > 0 && n <= 1);
const texts = list(text);

const endpoint = object<Endpoint>(
  {
    method: oneOf(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
    path: matching('a path such as "/v1/orders/:id", or "*"', /^(?:\/|\*$)/),
  },
  ['method', 'path'],
);
const endpoints = list(endpoint);

const retry = object<RetryFigures>({
  transient: object<NonNullable<RetryFigures['transient']>>({
    statuses: list(oneOf([429, '5xx'])),
    networkErrors: trueOrFalse,
    timeouts: trueOrFalse,
  }),
  retryableClientErrors: list(
    number('a 4xx status', (n) => Number.isInteger(n) && n >= 400 && n < 500),
  ),
  delay: object<DelayFigures>({
    exponential: trueOrFalse,
    firstMs: milliseconds,
    factor: number('a number above 1', (n) => n > 1),
    capMs: milliseconds,
    jitter: trueOrFalse,
  }),
  maxRetries: number('a whole number, 0 or more', (n) => n >= 0 && Number.isInteger(n)),
  readsRetryAfter: oneOf(['always', 'on-429']),
});

const webhook = object<WebhookFigures>({
  signatureHeaders: list(text, 1),
  timestampHeader: text,
  toleranceMs: milliseconds,
  eventIdHeader: text,
  eventIdField: text,
  answerWithinMs: milliseconds,
  secretLength: count,
});

const balance = object<BalanceFigures>({
  endpoints,
  words: texts,
  checkBefore: endpoints,
  poll: object<NonNullable<BalanceFigures['poll']>>(
    { endpoint, minMs: milliseconds, maxMs: milliseconds },
    ['endpoint', 'minMs', 'maxMs'],
  ),
});

const alerts = object<AlertFigures>({
  errorRatio: ratio,
  serverErrorRatio: ratio,
  errorWindowMs: milliseconds,
  quotaRatio: ratio,
  webhookAgeMs: milliseconds,
  lowBalance: object<NonNullable<AlertFigures['lowBalance']>>({
    below: number('a number above 0', (n) => n > 0),
    pagerRatio: ratio,
  }),
});

/** Every field of a profile. One that the type has and this table has not does not compile. */
export const profileShape = object<ApiProfile>(
  {
    name: matching('a short name of small letters, digits and dashes', NAME),
    title: text,
    hosts: list(host, 1),
    sandboxHosts: list(host),
    sandboxDomains: list(
      matching(
        'a registered domain such as "example.com", or "*"',
        /^(?:\*|[a-z0-9_-]+(?:\.[a-z0-9_-]+)+)$/i,
      ),
    ),
    baseUrlVariables: texts,
    credentialVariables: texts,
    paths: list(path),
    auth: object<AuthFigures>(
      { scheme: oneOf(['bearer', 'oauth', 'login']), header: text, tokenPaths: list(path) },
      ['scheme'],
    ),
    timeouts: object<TimeoutFigures>({
      overallMs: milliseconds,
      readMs: milliseconds,
      connectMs: milliseconds,
    }),
    retry,
    idempotency: object<IdempotencyFigures>({ header: text, bodyField: text, endpoints }),
    webhook,
    requestIdHeader: text,
    traceContextHeader: text,
    traceIdField: text,
    errorEnvelope: object<NonNullable<ApiProfile['errorEnvelope']>>(
      { field: text, fields: list(text, 1), codeField: text },
      ['field', 'fields', 'codeField'],
    ),
    errorCodes: texts,
    paymentStatuses: texts,
    paymentTimeoutMs: milliseconds,
    rateLimit: object<RateLimitFigures>({ requests: count, perMs: milliseconds }, [
      'requests',
      'perMs',
    ]),
    maxConcurrency: count,
    concurrencyEndpoints: endpoints,
    maxPageSize: count,
    balance,
    cacheable: texts,
    alerts,
    noPersonalDataInLogs: trueOrFalse,
    noDefaultHost: trueOrFalse,
    checklist: list(
      object<ApiChecklistItem>(
        {
          id: text,
          text,
          rules: list(matching('the name of a rule, such as "max-retries"', RULE)),
        },
        ['id', 'text', 'rules'],
        'an object { id, text, rules }',
      ),
    ),
  },
  ['name', 'hosts'],
);

function number(takes: string, isRight: (value: number) => boolean): Leaf {
  return {
    takes,
    accepts: (value) => typeof value === 'number' && Number.isFinite(value) && isRight(value),
  };
}

function matching(takes: string, pattern: RegExp): Leaf {
  return { takes, accepts: (value) => typeof value === 'string' && pattern.test(value) };
}

function oneOf(choices: readonly (string | number)[]): Leaf {
  return {
    takes: choices.map((choice) => JSON.stringify(choice)).join(' or '),
    accepts: (value) => choices.some((choice) => choice === value),
  };
}

function list(each: Field, atLeast = 0): ListOf {
  return { takes: atLeast > 0 ? 'a list that is not empty' : 'a list', each, atLeast };
}

function object<T>(
  fields: FieldsOf<T>,
  required: readonly (keyof T & string)[] = [],
  takes = 'an object',
): ObjectOf {
  return { takes, fields, required };
}
