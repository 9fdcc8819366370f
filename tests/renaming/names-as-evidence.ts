/** Where a rule needs a name that the code gave: what it tells, and how many cases of the rule's tests hang on it. */
interface NameEvidence {
  readonly cases: number;
  readonly why: string;
}

export const evidence: Readonly<Record<string, NameEvidence>> = {
  'balance-poll-interval': {
    cases: 1,
    why: 'a pause that is given from outside is known by its name alone: `sleep(10_000)`',
  },
  'handle-duplicate-reference': {
    cases: 1,
    why: 'a function that asks whether a reference is a duplicate says so in its name',
  },
  'handle-error-codes': {
    cases: 2,
    why: 'a logger and a response that are parameters: `log.error(e)`, `res.status(500)`',
  },
  'handle-payment-statuses': {
    cases: 4,
    why: 'values such as `SUCCESSFUL` are of a payment where a table, class or type is named after one',
  },
  'no-credentials-in-url': {
    cases: 5,
    why: 'what is put into a parameter called `key` or `token` is a credential by the name of what holds it',
  },
  'no-disabled-tls-verification': {
    cases: 1,
    why: 'a flag that a user sets to allow it says so in its name',
  },
  'no-hardcoded-credentials': {
    cases: 7,
    why: 'a literal without the form of a known key is a credential by the name of what holds it; a name with `example` in it excuses one',
  },
  'no-insecure-http': {
    cases: 1,
    why: 'that an address is called at all, where a library gets it, says the name of what holds it',
  },
  'no-retry-on-client-error': {
    cases: 1,
    why: 'a function that calls another one again retries requests where its name says so',
  },
  'no-sensitive-data-in-logs': {
    cases: 28,
    why: 'tokens, codes, requests and cards are known by the names of variables; so are objects that hold no credential itself',
  },
  'no-shared-environment-credentials': {
    cases: 4,
    why: 'clients of two environments, where no address is known, are told apart by their names',
  },
  'no-stored-card-data': {
    cases: 9,
    why: 'a number is one of a card, and a store is one, by their names',
  },
  'no-swallowed-api-error': {
    cases: 1,
    why: 'a function whose task is to tell somebody, such as `notifyShop`, may go on without an answer',
  },
  'no-unbounded-concurrency': {
    cases: 1,
    why: 'a function that cuts a list into parts by means that are not known: `chunk`',
  },
  'no-unreachable-webhook-url': {
    cases: 1,
    why: 'a function of another file takes the address of a webhook by its name',
  },
  'no-unsafe-signature-compare': {
    cases: 5,
    why: 'secrets, parts of a signature and requests are known by their names: `KEYS`, `version`, `ctx.get(…)`',
  },
  'no-unstructured-logs': {
    cases: 1,
    why: 'the console under another name is a logger by that name',
  },
  'require-backoff-jitter': {
    cases: 1,
    why: 'a function of another file pauses by its name: `sleep`',
  },
  'require-balance-alert': {
    cases: 2,
    why: 'an alarm and a logger of another file are known by their names',
  },
  'require-balance-check': {
    cases: 3,
    why: 'a guard that checks a balance says so in its name',
  },
  'require-dead-letter': {
    cases: 5,
    why: 'files without a word of queues and retries are not looked at; a pause is known by its name',
  },
  'require-env-check': {
    cases: 1,
    why: 'a function that asserts says so in its name',
  },
  'require-exponential-backoff': {
    cases: 1,
    why: 'a pause that a caller may replace is known by its name: `options.sleep ?? sleep`',
  },
  'require-rate-limiter': {
    cases: 1,
    why: 'a limiter of the project is known by its name',
  },
  'require-request-timeout': {
    cases: 6,
    why: 'a function that limits the time of a task, a request that a server hands on and a config or an address that was given are known by their names',
  },
  'require-response-check': {
    cases: 2,
    why: 'a function that sends log lines on, which may get lost, and an address that was given say so in their names',
  },
  'require-strong-webhook-secret': {
    cases: 6,
    why: 'a text or random bytes are a secret of a webhook by the name of what holds them',
  },
  'require-token-refresh': {
    cases: 1,
    why: 'functions that renew a token, and variables that keep one, are known by their names',
  },
  'require-trace-id-in-logs': {
    cases: 3,
    why: 'an identifier that is logged is one of the request by its name, as are the response that it comes from and a logger that no library is known to have made',
  },
  'require-webhook-deduplication': {
    cases: 9,
    why: 'events, their identifiers and services that take care of repeated ones are known by their names',
  },
  'require-webhook-signature': {
    cases: 7,
    why: 'handlers and what they take, where no route is seen, are known by their names; so are functions that write to the log',
  },
  'require-webhook-timestamp-check': {
    cases: 4,
    why: 'times, and functions that look at their age or verify a signature, are known by their names',
  },
  'structured-error-log': {
    cases: 4,
    why: 'the answer and the error of an API that come as parameters are known by their names; so is the id of something that an API gave',
  },
};
