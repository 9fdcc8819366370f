/** A program that can be told to take any certificate. */
export interface InsecureCommand {
  readonly programs: readonly string[];
  /** Arguments that say so, as they are written. */
  readonly flags?: readonly string[];
  /** A letter that says so among others: the `k` of `-sk`. */
  readonly letter?: string;
  /** Settings and the value that says so, as `name=value`, `name value` or `--name value`. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Read from the programs' own manuals. */
export const insecureCommands: readonly InsecureCommand[] = [
  { programs: ['curl'], flags: ['--insecure', '--proxy-insecure'], letter: 'k' },
  { programs: ['wget'], flags: ['--no-check-certificate'] },
  { programs: ['http', 'https', 'xh', 'httpie'], settings: { verify: 'no' } },
  { programs: ['newman'], flags: ['--insecure'], letter: 'k' },
  { programs: ['grpcurl'], flags: ['-insecure'] },
  {
    programs: ['kubectl', 'helm', 'k6', 'argocd', 'vault'],
    flags: ['--insecure-skip-tls-verify', '--insecure', '-tls-skip-verify'],
  },
  { programs: ['git'], settings: { 'http.sslVerify': 'false', 'http.sslverify': 'false' } },
  {
    programs: ['npm', 'yarn', 'pnpm', 'bun'],
    flags: ['--no-strict-ssl'],
    settings: { 'strict-ssl': 'false', enableStrictSsl: 'false' },
  },
  { programs: ['deno'], flags: ['--unsafely-ignore-certificate-errors'] },
  {
    programs: ['chrome', 'chromium', 'electron', 'google-chrome'],
    flags: ['--ignore-certificate-errors'],
  },
];

/** Words that stand before the program that is run. */
export const commandPrefixes: readonly string[] = [
  'sudo',
  'npx',
  'cross-env',
  'cross-env-shell',
  'env',
  'exec',
  'time',
  'export',
  'set',
  'dotenv',
  '--',
];

/** Functions that run a command: those of these modules, whatever their name. */
export const commandRunners: readonly string[] = [
  'child_process',
  'node:child_process',
  'execa',
  'zx',
  'zx/globals',
  'shelljs',
  'cross-spawn',
  'nano-spawn',
  'tinyexec',
  'bun',
];

/** Tags of templates that run a command: `` $`curl …` ``. */
export const commandTags: readonly string[] = ['$', 'execa', 'execaCommand', 'sh'];
