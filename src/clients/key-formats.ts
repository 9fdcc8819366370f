/** How a provider writes a key. No control flow: the facts compare a text with it. */
export interface KeyFormat {
  /** What it is, for messages, with its article. */
  readonly what: string;
  /** Matches the whole text of a key. */
  readonly pattern: RegExp;
  /** `secret`: whoever has it acts as its owner; `public`: made to be seen (browser keys). */
  readonly use: 'secret' | 'public';
  /** Works on real data, as far as the text tells. */
  readonly live?: true;
}

const secret = (what: string, pattern: RegExp): KeyFormat => ({ what, pattern, use: 'secret' });
const live = (what: string, pattern: RegExp): KeyFormat => ({
  ...secret(what, pattern),
  live: true,
});
const publicKey = (what: string, pattern: RegExp): KeyFormat => ({ what, pattern, use: 'public' });

/** Read from the providers' own documentation of their keys; the first that matches holds. */
export const keyFormats: readonly KeyFormat[] = [
  publicKey('a publishable key', /^(?:pk|pub|publishable|public)_(?:live|test|prod|sandbox)_\w+$/i),
  publicKey('a publishable key', /^sb_publishable_\w+$/),
  publicKey('a publishable key', /^pk\.eyJ[\w-]+\.[\w-]+$/),
  publicKey('a publishable key', /^FLWPUBK[_-]/),
  publicKey('a browser key', /^ph[cx]?_[A-Za-z\d]{30,}$/),
  publicKey('a browser key', /^6L[\w-]{38}$/),
  publicKey('a browser key', /^https:\/\/[\da-f]{32}@[\w.-]+\/\d+$/),
  publicKey('a key id', /^(?:UA-\d+-\d+|G-[A-Z\d]{8,12}|GTM-[A-Z\d]+|ca-pub-\d+)$/),
  publicKey('a key id', /^\d+-[a-z\d]+\.apps\.googleusercontent\.com$/),
  publicKey('a key id', /^rzp_(?:live|test)_\w+$/),
  live('a live secret key', /^[sr]k_live_[A-Za-z\d]{16,}$/),
  secret('a secret key', /^[sr]k_test_[A-Za-z\d]{16,}$/),
  secret('a webhook signing secret', /^whsec_[A-Za-z\d+/=]{20,}$/),
  live('an API key', /^[a-z]{2,8}_(?:live|prod)_[A-Za-z\d]{16,}$/),
  secret('an API key', /^[a-z]{2,8}_(?:test|sandbox|secret)_[A-Za-z\d]{20,}$/),
  live('a cloud access key', /^(?:AKIA|ASIA)[A-Z\d]{16}$/),
  live('a repository token', /^gh[opsur]_[A-Za-z\d]{36,}$/),
  live('a repository token', /^github_pat_\w{60,}$/),
  live('a repository token', /^glpat-[\w-]{20,}$/),
  live('a chat token', /^xox[abeoprs]-[\dA-Za-z-]{20,}$/),
  live('a chat token', /^xapp-\d-[\dA-Za-z-]{20,}$/),
  live('a chat webhook URL', /^https:\/\/hooks\.slack\.com\/services\/T\w{8,}\/B\w{8,}\/\w{20,}$/),
  live(
    'a chat webhook URL',
    /^https:\/\/(?:canary\.)?discord(?:app)?\.com\/api\/webhooks\/\d{16,}\/[\w-]{50,}$/,
  ),
  live('a bot token', /^\d{8,10}:AA[\w-]{32,34}$/),
  live('a bot token', /^[MNO][A-Za-z\d_-]{23,27}\.[\w-]{6}\.[\w-]{27,40}$/),
  live('an OAuth client secret', /^GOCSPX-[\w-]{20,}$/),
  live('a mail API key', /^SG\.[\w-]{16,32}\.[\w-]{16,64}$/),
  live('a mail API key', /^key-[\da-f]{32}$/),
  live('a mail API key', /^[\da-f]{32}-us\d{1,2}$/),
  live('a mail API key', /^xkeysib-[\da-f]{60,}-\w{12,}$/),
  live('a mail API key', /^re_[A-Za-z\d]{6,}_[A-Za-z\d]{16,}$/),
  live('a messaging API key', /^SK[\da-f]{32}$/),
  live('a shop token', /^shp(?:at|ss|ca|pa)_[\da-fA-F]{32}$/),
  live('a payment access token', /^EAAA[\w-]{56,}$/),
  live('a payment secret', /^sq0(?:csp|atp)-[\w-]{20,}$/),
  live('a payment secret', /^FLWSECK[_-][\w-]{20,}$/),
  live('a cloud token', /^do[opr]_v1_[\da-f]{64}$/),
  live('a registry token', /^npm_[A-Za-z\d]{36}$/),
  live('a registry token', /^pypi-[\w-]{50,}$/),
  live('an AI API key', /^sk-(?:proj|svcacct|admin|ant|or)-[\w-]{20,}$/),
  live('an AI API key', /^sk-[A-Za-z\d]{32,}$/),
  live('an AI API key', /^(?:hf|gsk)_[A-Za-z\d]{30,}$/),
  live('an AI API key', /^r8_[A-Za-z\d]{36,}$/),
  live('an API key', /^lin_api_[A-Za-z\d]{32,}$/),
  live('an API key', /^ntn_[A-Za-z\d]{40,}$/),
  live('an API key', /^PMAK-[\da-f]{24}-[\da-f]{34}$/),
  live('an API key', /^NRAK-[A-Z\d]{27}$/),
  live('a vault token', /^hvs\.[\w-]{24,}$/),
  live('a service token', /^dp\.(?:pt|st|ct|sa)\.\w{40,}$/),
  live('a service token', /^sntry[su]_[\w+/=]{40,}$/),
  live('a service token', /^(?:sbp_[\da-f]{40}|sb_secret_\w{20,})$/),
  live('a storage account key', /AccountKey=[A-Za-z\d+/]{60,}={0,2}/),
  live(
    'a private key',
    /-----BEGIN (?:[A-Z\d]+ )*PRIVATE KEY(?: BLOCK)?-----(?:\\[nr]|\s)*[A-Za-z\d+/=:,-][A-Za-z\d+/=\\\s:,-]{39,}/,
  ),
];

/** Keys that may be shown in the browser where they stand beside one of these names. */
export const browserConfigs: readonly {
  readonly pattern: RegExp;
  readonly besides: readonly string[];
}[] = [
  {
    pattern: /^AIza[\w-]{35}$/,
    besides: ['authDomain', 'storageBucket', 'messagingSenderId', 'measurementId', 'appId'],
  },
];

/** Keys that are secret only where something else says so: the same form serves browsers. */
export const ambiguousFormats: readonly RegExp[] = [/^AIza[\w-]{35}$/];
