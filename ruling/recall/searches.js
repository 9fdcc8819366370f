// What stands at a place that a rule might have to report, said as text alone: no fact and no value of
// the linter is asked, so that what they miss is seen. Each is far wider than its rule.

/**
 * @typedef {object} Search
 * @property {string} looksFor the places, in words
 * @property {RegExp} pattern in one line of code
 * @property {RegExp} [near] somewhere in the eight lines around it as well
 * @property {RegExp} [files] the files; code where none is said
 */

const CODE = /\.[cm]?[jt]sx?$/;
const DATA = /\.(?:json[c5]?|ya?ml)$|(?:^|\/)\.env|\.env$/;
const ANY = /./;

const REQUEST =
  /\b(?:fetch|axios|got|ky|request|needle|superagent|https?\.request|https?\.get|\$fetch|client|api)(?:\.(?:get|post|put|patch|delete|del|request|head))?\s*\(/i;
const WRITE =
  /\b(?:post|put|patch)\s*\(|method:\s*['"](?:POST|PUT|PATCH)['"]|\.(?:create|send)\w*\(/i;
const MONEY = /payment|charge|order|payout|transfer|refund|invoice|checkout/i;
const HOOK = /webhook|callback|\bipn\b|notification/i;
const RETRY = /retr(?:y|ies)|attempts?\b|backoff/i;
const LOG =
  /\b(?:console|log|logger|winston|debug)(?:\.(?:log|error|warn|info|debug|verbose|silly|trace|fatal))?\s*\(/i;
const CAUGHT = /\bcatch\b/;

/** @type {Readonly<Record<string, Search>>} */
export const searches = {
  'handle-duplicate-reference': {
    looksFor: 'a word for a duplicate or a conflict near a word for an order or a payment',
    pattern: /duplicate|already.?exists|\b409\b|idempot/i,
    near: MONEY,
  },
  'max-page-size': {
    looksFor: 'a number of 100 or more given as a limit or a size of a page',
    pattern:
      /(?:limit|per_?page|page_?size|max_?results|\bcount|\bsize)['"]?\s*[:=]\s*['"]?\d{3,}/i,
  },
  'max-request-timeout': {
    looksFor: 'a word with timeout, or an abort signal, near a word for a request',
    pattern: /timeout\w*['"]?\s*[:=(]|AbortSignal\.timeout|\.abort\(\)/i,
    near: REQUEST,
  },
  'max-retries': {
    looksFor: 'a word for a retry or an attempt',
    pattern: /retr(?:y|ies)|attempts?\b|while\s*\(\s*(?:true|1)\s*\)|for\s*\(\s*;\s*;/i,
  },
  'no-broad-oauth-scopes': {
    looksFor: 'the word scope with a value',
    pattern: /scopes?['"]?\s*[:=(]|[?&]scope=/i,
  },
  'no-committed-env-file': {
    looksFor: 'an assignment in a .env file',
    pattern: /^\s*(?:export\s+)?\w+=\S/,
    files: /(?:^|\/)\.env|\.env$/,
  },
  'no-credentials-in-url': {
    looksFor: 'a query parameter named after a key or a token, or one in an object of parameters',
    pattern:
      /[?&][\w.-]*(?:key|token|secret|appid|app_id|passw\w*|auth|signature)=|(?:params|query|qs|searchParams)\b.*(?:key|token|secret|appid)|:\/\/[^/\s'"`]*:[^/\s'"`]*@/i,
    files: ANY,
  },
  'no-debug-log-level': {
    looksFor: 'a level or a switch of a logger',
    pattern:
      /(?:level|verbose|debug|loglevel)['"]?\s*[:=]\s*(?:['"](?:debug|trace|silly|verbose|all)|true)/i,
    files: ANY,
  },
  'no-disabled-compression': {
    looksFor: 'a word for compression',
    pattern: /accept-encoding|decompress|\bgzip\b|compress(?:ion)?['"]?\s*[:=]/i,
  },
  'no-disabled-tls-verification': {
    looksFor: 'a word that switches the check of certificates',
    pattern:
      /rejectUnauthorized|NODE_TLS_REJECT|insecure|strictSSL|checkServerIdentity|verify_?ssl|ignore_?(?:ssl|cert|https|tls)|allow_?(?:self_?signed|unauthorized)|skip_?(?:tls|ssl)/i,
    files: ANY,
  },
  'no-env-fallback': {
    looksFor: 'an environment variable with a default',
    pattern: /\benv\b.{0,60}(?:\|\||\?\?|\?[^.?])|\$\{\w+:-/,
    files: ANY,
  },
  'no-environment-branching': {
    looksFor: 'a condition on the name of an environment',
    pattern:
      /(?:NODE_ENV|environment|\benv\b|isProd\w*|isDev\w*|isTest\w*|isSandbox|sandbox|testMode)\W.*(?:===?|!==?|\?)|if\s*\(!?[\w.]*(?:isProd|isDev|isTest|sandbox|testMode)/i,
  },
  'no-hardcoded-credentials': {
    looksFor:
      'a name for a key, a token or a password with a quoted text of eight characters or more',
    pattern:
      /(?:key|token|secret|passw(?:or)?d|pwd|credential|auth\w*|pass|client_?id)\w*['"`]?\]?\s*[:=]\s*(?:['"`][^'"`\s$]{8,}['"`]|[A-Za-z\d+/_-]{16,}\s*$)|Bearer [\w.-]{12,}|Basic [\w=+/]{12,}/i,
    files: ANY,
  },
  'no-hardcoded-host': {
    looksFor: 'an https address in quotes',
    pattern: /['"`]https:\/\/[\w$]/,
  },
  'no-insecure-http': {
    looksFor: 'an http or ws address in quotes or at the start of a template',
    pattern:
      /['"`=\s](?:http|ws):\/\/(?!localhost|127\.)|protocol:\s*['"]http:?['"]|require\(['"]http['"]\)/i,
    files: ANY,
  },
  'no-retry-on-client-error': {
    looksFor: 'a status or a word for one near a word for a retry',
    pattern: /status(?:Code)?\b|\b4\d\d\b|shouldRetry|retryOn|retryCondition/i,
    near: RETRY,
  },
  'no-sandbox-host': {
    looksFor: 'a word for a test environment within an address, or given as an environment',
    pattern:
      /:\/\/[^'"`\s]*(?:sandbox|staging|test|demo|dev)\b|(?:environment|env|mode)['"]?\s*[:=]\s*['"](?:sandbox|test|staging|dev\w*)|sandbox['"]?\s*[:=]\s*true|Environment\.Sandbox|environments\.sandbox/i,
    files: ANY,
  },
  'no-sensitive-data-in-logs': {
    looksFor: 'a log call that names a token, a key, headers, a body, a configuration or an error',
    pattern: new RegExp(
      `${LOG.source}.*(?:token|secret|passw|key|auth|header|body|config|credential|session|cookie|\\breq\\b|request|response|\\bres\\b|user|data)`,
      'i',
    ),
  },
  'no-sequential-requests': {
    looksFor: 'an await of a call two lines or less after another',
    pattern: /(?:=|return)\s*await\s+[\w.]+\(/,
    near: REQUEST,
  },
  'no-shared-environment-credentials': {
    looksFor: 'a word for a live or a test environment near a word for a credential',
    pattern: /(?:prod(?:uction)?|live|sandbox|test)[_-]?\w*(?:key|secret|token|id)\b/i,
    files: ANY,
  },
  'no-slow-webhook-handler': {
    looksFor: 'an await or a callback near a word for a webhook and an answer',
    pattern:
      /(?:res|reply|ctx|response)\.(?:send|json|status|end|sendStatus|body)|NextResponse|new Response\(/,
    near: HOOK,
  },
  'no-stored-card-data': {
    looksFor: 'a word for a card number or its code',
    pattern: /card_?number|cardnum|\bcvv|\bcvc|\bpan\b|security_?code|card\.number/i,
  },
  'no-swallowed-api-error': {
    looksFor: 'a catch near a word for a request',
    pattern: CAUGHT,
    near: /await|fetch|axios|request|got|api|client|http/i,
  },
  'no-unbounded-concurrency': {
    looksFor: 'Promise.all and its like, an async forEach, a map with an async function',
    pattern:
      /Promise\.(?:all|allSettled|any|race)\b|forEach\(\s*async|\.map\(\s*async|async\.(?:each|map|parallel)/,
  },
  'no-unbounded-polling': {
    looksFor: 'an interval, a loop without an end, or a word for polling',
    pattern: /setInterval\s*\(|while\s*\(|\bdo\s*\{|poll\w*\s*[(=]|for\s*\(\s*;\s*;/i,
  },
  'no-unreachable-webhook-url': {
    looksFor: 'a local address near a word for a webhook',
    pattern: /localhost|127\.0\.0\.1|192\.168\.|ngrok|\.local\b|http:\/\//i,
    near: HOOK,
    files: ANY,
  },
  'no-unsafe-signature-compare': {
    looksFor: 'a comparison with a word for a signature, a hash, a token or a secret',
    pattern:
      /(?:sign|hmac|digest|hash|token|secret|verif|key|passw)\w*['"\])]*\s*(?:===?|!==?)(?!\s*(?:null|undefined|''|"")|=?\s*typeof)|(?:===?|!==?)\s*[\w.[\]'"]*(?:signature|hmac|digest|hash|token|secret)|timingSafeEqual/i,
  },
  'no-unstructured-logs': {
    looksFor: 'a call of console in a file of a server',
    pattern: /\bconsole\.(?:log|error|warn|info)\(|\.(?:info|warn|error)\(\s*`/,
    near: REQUEST,
  },
  'persist-idempotency-key': {
    looksFor: 'a fresh id near a word for an order or a payment',
    pattern: /uuid|nanoid|randomUUID|idempot|reference|Date\.now\(\)/i,
    near: MONEY,
  },
  'require-backoff-jitter': {
    looksFor: 'a word for a wait near a word for a retry',
    pattern: /delay|setTimeout|sleep|backoff|wait|interval/i,
    near: RETRY,
  },
  'require-circuit-breaker': { looksFor: 'a call that looks like a request', pattern: REQUEST },
  'require-client-reference': {
    looksFor: 'a write near a word for an order or a payment',
    pattern: WRITE,
    near: MONEY,
  },
  'require-dead-letter': {
    looksFor: 'a word for a queue, a worker or a consumer',
    pattern: /queue|worker|consume|\bsqs\b|dead.?letter|jobs?\b/i,
  },
  'require-env-check': {
    looksFor: 'a read of an environment variable',
    pattern: /process\.env\b|import\.meta\.env|Deno\.env|Bun\.env/,
  },
  'require-exponential-backoff': {
    looksFor: 'a word for a wait near a word for a retry',
    pattern: /delay|setTimeout|sleep|backoff|wait|interval/i,
    near: RETRY,
  },
  'require-idempotency-key': {
    looksFor: 'a write near a word for an order or a payment',
    pattern: WRITE,
    near: MONEY,
  },
  'require-pagination': {
    looksFor: 'a read of something in the plural',
    pattern: /\.(?:list|get|fetch|find)\w*s\s*\(|\/[a-z_-]+s(?:['"`?]|\$\{)/,
    near: REQUEST,
  },
  'require-raw-webhook-body': {
    looksFor: 'an hmac, a signature or a verification near a word for a body',
    pattern: /createHmac|constructEvent|timingSafeEqual|verify\w*\(|hmac/i,
    near: /body|payload|raw/i,
  },
  'require-request-id': { looksFor: 'a call that looks like a request', pattern: REQUEST },
  'require-request-timeout': { looksFor: 'a call that looks like a request', pattern: REQUEST },
  'require-response-check': {
    looksFor: 'a body that is read, or a call of fetch, undici or node:http',
    pattern:
      /\.(?:json|text|arrayBuffer|blob|formData|buffer)\(\)|\bfetch\w*\(|JSON\.parse\(|https?\.(?:get|request)\(/i,
    near: /fetch|request|\bres(?:p|ponse)?\b|http/i,
  },
  'require-retry': { looksFor: 'a call that looks like a request', pattern: REQUEST },
  'require-strong-webhook-secret': {
    looksFor: 'a word for a secret near a word for a webhook',
    pattern: /secret|whsec|signing_?key/i,
    near: HOOK,
    files: ANY,
  },
  'require-token-refresh': {
    looksFor: 'a token that is kept',
    pattern: /(?:access_?token|\btoken|jwt|bearer)['"\]]*\s*=[^=>]/i,
  },
  'require-trace-id-in-logs': {
    looksFor: 'a log call near a word for a request',
    pattern: LOG,
    near: REQUEST,
  },
  'require-webhook-deduplication': {
    looksFor: 'a route or a handler with a word for a webhook',
    pattern:
      /(?:webhook|\bipn\b|callback)\S*['"`]\s*,|(?:function|const)\s+\w*webhook\w*|export (?:async )?function POST|on\w*event|event\.type/i,
  },
  'require-webhook-signature': {
    looksFor: 'a route or a handler with a word for a webhook or an event',
    pattern:
      /(?:webhook|\bipn\b|callback|hook|event|notif\w*)\S*['"`]\s*,|(?:function|const|async)\s+\w*webhook\w*|export (?:async )?function POST|export default (?:async )?function|event\.type/i,
    near: HOOK,
  },
  'require-webhook-timestamp-check': {
    looksFor: 'a word for a signature near a word for a webhook or a body',
    pattern: /createHmac|constructEvent|timingSafeEqual|signature/i,
    near: /webhook|body|payload|header/i,
  },
  'respect-retry-after': {
    looksFor: 'the status 429, a rate limit, or a wait near a word for a retry',
    pattern: /\b429\b|rate.?limit|retry.?after|too.?many/i,
  },
  'retry-all-transient-errors': {
    looksFor: 'a status, a code of an error or a condition near a word for a retry',
    pattern:
      /status(?:Code)?\b|\b[45]\d\d\b|E(?:CONN|TIMED)\w+|shouldRetry|retryOn|retryCondition|\.code\b/i,
    near: RETRY,
  },
  'stable-idempotency-key': {
    looksFor: 'a word for idempotency, or a fresh id in a write of an order or a payment',
    pattern:
      /idempot|(?:reference|order_?id|request_?id|transaction_?id|tx_?ref)\w*['"]?\s*[:=].*(?:uuid|nanoid|random|Date\.now|new Date)/i,
  },
  'structured-error-log': {
    looksFor: 'a log of an error near a word for a request',
    pattern: /\b(?:console|log|logger|winston|debug)\.(?:error|warn|log|fatal)\s*\(|\blog\(.*err/i,
    near: CAUGHT,
  },
};

/** Rules that say something only about APIs whose profile asks for it, and no source here calls one. */
export const ofApis = [
  'alert-thresholds',
  'balance-poll-interval',
  'handle-error-codes',
  'handle-payment-statuses',
  'prefer-batch-request',
  'require-api-metrics',
  'require-balance-alert',
  'require-balance-check',
  'require-bearer-auth',
  'require-cache',
  'require-rate-limiter',
  'require-trace-context',
  'serialize-per-wallet',
];

/** @param {Search} search @param {string} file */
export const isSearched = ({ files = CODE }, file) =>
  files.test(file) && (CODE.test(file) || DATA.test(file));
