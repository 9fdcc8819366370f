import type { NamedValue } from './named-value.ts';

/** A word of a shell script in a data file. */
export interface ScriptWord {
  /** The variable, option or header that it is given to. */
  readonly name: string | null;
  readonly text: string;
  /** Offset in the script. */
  readonly start: number;
}

const SCRIPT_KEYS: ReadonlySet<string> = new Set([
  'run',
  'script',
  'scripts',
  'before_script',
  'after_script',
  'before_install',
  'install',
  'command',
  'commands',
  'cmd',
  'args',
  'entrypoint',
  'exec',
  'shell',
  'bash',
  'inlinescript',
  'test',
]);

/** Whether a value is run by a shell: a step of a pipeline, a script of package.json. */
export function isScript({ path, text }: NamedValue): boolean {
  const keys = path.slice(-2).map((key) => key.toLowerCase());
  const isNamed = SCRIPT_KEYS.has(keys.at(-1) ?? '') || keys[0] === 'scripts';
  return isNamed && text.length < 20_000;
}

/** An assignment, an option with its value, a header, or a word on its own. */
const WORDS = [
  /(?:^|[\s;&|"'(])(?<name>[A-Za-z_]\w*)=(?<quote>["']?)(?<text>[^\s"';&|]+)/g,
  /(?:^|\s)--?(?<name>[A-Za-z][\w-]*)(?:=|\s+)(?<quote>["']?)(?<text>[^\s"';&|-][^\s"';&|]*)/g,
  /["'](?<name>[A-Za-z][\w-]+):\s*(?<quote>(?:(?:bearer|basic|token)\s+)?)(?<text>[^\s"']+)["']/gi,
  /(?:^|[\s"'=])(?<text>[a-z][a-z\d+.-]*:\/\/[^\s"'`)>;]+)/gi,
];

/** The words of a script, each with what it is given to. */
export function wordsOfScript(script: string): ScriptWord[] {
  return WORDS.flatMap((pattern) =>
    [...script.matchAll(pattern)].map((match) => {
      const { name = null, text = '' } = match.groups ?? {};
      return { name, text, start: match.index + match[0].lastIndexOf(text) };
    }),
  );
}
