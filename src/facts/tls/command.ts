import type { InsecureCommand } from '../../clients/insecure-commands.ts';
import { commandPrefixes, insecureCommands } from '../../clients/insecure-commands.ts';
import { tlsVariable } from '../../clients/tls-options.ts';
import { isLoopback } from '../request/loopback.ts';

/** A part of a command line that switches the check of certificates off. */
export interface InsecurePart {
  /** What says so: `-k`, `NODE_TLS_REJECT_UNAUTHORIZED`. */
  readonly name: string;
  /** A variable of the whole process, or an argument of a program. */
  readonly of: 'process' | 'program';
  /** Offsets in the command line, and what stands there instead once certificates are checked. */
  readonly start: number;
  readonly end: number;
  readonly instead: string;
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A cheap look: without these words no command line switches anything off. */
export const MAY_BE_INSECURE =
  /insecure|\s-\w*k|no-check-certificate|ssl-?verify|strict-?ssl|REJECT_UNAUTHORIZED|certificate-errors|skip-tls|verify[= ]no/i;

/** The parts of a command line that switch the check of certificates off, for hosts that are not this machine. */
export function insecurePartsOf(line: string): InsecurePart[] {
  if (!MAY_BE_INSECURE.test(line)) return [];
  return commandsIn(wordsOf(line)).flatMap(partsOfCommand);
}

const WORD =
  /"(?:[^"\\]|\\.)*"|'[^']*'|&&|\|\|?|;|\n|(?:\\.|[^\s"'|;&\\]|&(?!&))(?:\\.|[^\s"'|;\\]|"(?:[^"\\]|\\.)*"|'[^']*')*/g;

const wordsOf = (line: string): Word[] =>
  [...line.matchAll(WORD)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));

const SEPARATORS: ReadonlySet<string> = new Set(['&&', '||', '|', ';', '\n', '&']);

function commandsIn(words: readonly Word[]): Word[][] {
  const commands: Word[][] = [[]];
  for (const word of words) {
    if (SEPARATORS.has(word.text)) commands.push([]);
    else commands.at(-1)?.push(word);
  }
  return commands;
}

const prefixes: ReadonlySet<string> = new Set(commandPrefixes);

function partsOfCommand(words: readonly Word[]): InsecurePart[] {
  const start = words.findIndex(({ text }) => !prefixes.has(text) && !/^[A-Za-z_]\w*=/.test(text));
  const assigned = (start < 0 ? words : words.slice(0, start)).flatMap(partOfVariable);
  const program = words[start];
  if (!program || hostsIn(words).some(isLoopback)) return assigned;
  const args = words.slice(start + 1);
  const name = program.text.slice(program.text.lastIndexOf('/') + 1);
  const known = insecureCommands.find(({ programs }) => programs.includes(name));
  return known
    ? [...assigned, ...args.flatMap((word, at) => partOf(known, word, args[at + 1]))]
    : assigned;
}

function partOfVariable({ text, start, end }: Word): InsecurePart[] {
  const [name = '', value = ''] = text.split('=', 2);
  if (name !== tlsVariable.name || bare(value) !== tlsVariable.off) return [];
  return [{ name, of: 'process', start: start + name.length + 1, end, instead: tlsVariable.on }];
}

function partOf(
  { flags = [], letter, settings = {} }: InsecureCommand,
  word: Word,
  next: Word | undefined,
): InsecurePart[] {
  const text = bare(word.text);
  const base = { of: 'program', start: word.start, end: word.end } as const;
  const isFlag = flags.some((flag) => text === flag || text.startsWith(`${flag}=`));
  if (isFlag || text === `-${letter ?? ' '}`) return [{ ...base, name: text, instead: '' }];
  if (letter !== undefined && /^-[a-zA-Z]+$/.test(text) && isAmong(letter, text))
    return [{ ...base, name: `-${letter}`, instead: text.replace(letter, '') }];
  const [name = '', value] = text.replace(/^--/, '').split('=', 2);
  const off = Object.hasOwn(settings, name) ? settings[name] : undefined;
  if (off === undefined || (value ?? (next && bare(next.text))) !== off) return [];
  const end = value === undefined ? (next?.end ?? word.end) : word.end;
  return [{ ...base, end, name, instead: '' }];
}

/** Letters before it that take no argument of their own: what follows one that does is the argument. */
const isAmong = (letter: string, flags: string): boolean =>
  /^-[sSLfvigIOjJnNqa#]*$/.test(flags.slice(0, flags.indexOf(letter))) && flags.includes(letter);

const bare = (word: string): string => word.replace(/^(["'])(.*)\1$/s, '$2');

const hostsIn = (words: readonly Word[]): string[] =>
  words.flatMap(({ text }) => /^["']?[a-z]+:\/\/(\[[^\]]+\]|[^/:?#"']+)/i.exec(text)?.[1] ?? []);
