import { linesOf } from './lines.ts';
import type { Location, Range } from './lines.ts';

interface EnvPlace {
  /** Offsets in the text. */
  readonly range: Range;
  /** Lines count from 1, columns from 0. */
  readonly loc: Location;
}

export interface EnvKey extends EnvPlace {
  readonly type: 'EnvKey';
  readonly name: string;
}

export interface EnvValue extends EnvPlace {
  readonly type: 'EnvValue';
  /** Without quotes; escapes and variables in it stand as they are written. */
  readonly value: string;
  readonly quote: '' | '"' | "'" | '`';
}

/** `KEY=value`, `export KEY="value" # why`. */
export interface EnvPair extends EnvPlace {
  readonly type: 'EnvPair';
  readonly key: EnvKey;
  readonly value: EnvValue;
}

/** A line that is neither blank, a comment nor a pair. */
export interface EnvJunk extends EnvPlace {
  readonly type: 'EnvJunk';
}

export interface EnvComment extends EnvPlace {
  readonly type: 'EnvComment';
  /** Without the `#`. */
  readonly value: string;
}

export interface EnvDocument extends EnvPlace {
  readonly type: 'EnvDocument';
  readonly body: readonly (EnvPair | EnvJunk)[];
  readonly comments: readonly EnvComment[];
}

export type EnvNode = EnvDocument | EnvPair | EnvJunk | EnvKey | EnvValue | EnvComment;

const KEY = /(?:export[ \t]+)?([\w.-]+)[ \t]*(?:=|:(?=[ \t]))[ \t]*/y;
const QUOTED =
  /(?:"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|`(?:\\[^]|[^`\\])*`)(?=[ \t]*(?:#.*)?(?:[\r\n]|$))/y;
const TO_END_OF_LINE = /[^\r\n]*/y;
/** What Docker, the shell and most readers take: a `#` begins a comment only after a blank. */
const COMMENT_AFTER = /(?:^|[ \t])#/;

/** Reads a .env file. What it can't read is junk, never an error: such files are read by many tools. */
export function parseEnv(text: string): EnvDocument {
  const { locationOf } = linesOf(text);
  const at = (start: number, end: number): EnvPlace => ({
    range: [start, end],
    loc: locationOf(start, end),
  });
  const match = (pattern: RegExp, from: number): RegExpExecArray | null =>
    matchAt(pattern, text, from);
  const body: (EnvPair | EnvJunk)[] = [];
  const comments: EnvComment[] = [];

  const readComment = (start: number): number => {
    const end = start + (match(TO_END_OF_LINE, start)?.[0].length ?? 0);
    comments.push({ type: 'EnvComment', value: text.slice(start + 1, end), ...at(start, end) });
    return end;
  };
  const valueFrom = (start: number): EnvValue => {
    const quoted = match(QUOTED, start)?.[0];
    if (quoted !== undefined) {
      const quote = quoted.startsWith('"') ? '"' : quoted.startsWith("'") ? "'" : '`';
      const end = start + quoted.length;
      return { type: 'EnvValue', value: quoted.slice(1, -1), quote, ...at(start, end) };
    }
    const line = match(TO_END_OF_LINE, start)?.[0] ?? '';
    const comment = COMMENT_AFTER.exec(line)?.index ?? line.length;
    const value = line.slice(0, comment).trimEnd();
    return { type: 'EnvValue', value, quote: '', ...at(start, start + value.length) };
  };
  const readLine = (start: number): number => {
    const found = match(KEY, start);
    if (!found) {
      const end = start + (match(TO_END_OF_LINE, start)?.[0].trimEnd().length ?? 0);
      body.push({ type: 'EnvJunk', ...at(start, end) });
      return end;
    }
    const name = found[1] ?? '';
    const keyStart = start + found[0].indexOf(name, found[0].startsWith('export') ? 6 : 0);
    const value = valueFrom(start + found[0].length);
    const end = value.range[1];
    const key: EnvKey = { type: 'EnvKey', name, ...at(keyStart, keyStart + name.length) };
    body.push({ type: 'EnvPair', key, value, ...at(keyStart, end) });
    return end;
  };

  for (let index = 0; index < text.length;) {
    const character = text[index] ?? '';
    if (/[\s\uFEFF]/.test(character)) index++;
    else index = character === '#' ? readComment(index) : Math.max(readLine(index), index + 1);
  }
  return { type: 'EnvDocument', body, comments, ...at(0, text.length) };
}

function matchAt(sticky: RegExp, text: string, from: number): RegExpExecArray | null {
  sticky.lastIndex = from;
  return sticky.exec(text);
}
