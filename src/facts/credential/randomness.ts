import type { Node } from '../../ast/node.ts';
import { staticString } from '../../ast/node.ts';

/** Words that stand in for a value still to be filled in; only as whole words of a text. */
const PLACEHOLDER_WORDS: ReadonlySet<string> = new Set(
  'your example changeme change placeholder xxx xxxx dummy sample fake todo tbd insert replace replaceme redacted here mock foo bar baz foobar none null undefined notreal invalid my somekey demo goes'.split(
    ' ',
  ),
);

/** A text that somebody is still to fill in, or that was made up to stand for a real one. */
export function isPlaceholder(text: string): boolean {
  if (/^<.*>$|^\[.*\]$|^\{.*\}$|\$\{|\{\{|\*{3}|\.{3}|…|%[sd]/s.test(text)) return true;
  const words = text.toLowerCase().split(/[^a-z\d]+/);
  if (words.some((word) => PLACEHOLDER_WORDS.has(word) || /^x{3,}$/.test(word))) return true;
  if (/(?:EXAMPLE|EXAMPLEKEY)$/.test(text)) return true;
  return hasLittleVariety(text) || countsUp(text, 1) || countsUp(text, 2);
}

/** Fewer than five characters in what looks like a long value. */
function hasLittleVariety(text: string): boolean {
  const body = text.replace(/^[a-z]{2,8}[-_](?:live|test|prod|sandbox)?[-_]?/i, '');
  return body.length >= 8 && (new Set(body).size < 5 || /(.)\1{7,}/.test(body));
}

/** `123456789`, `abcdefgh`, by turns `a1b2c3d4e5`: nobody's key counts up. */
function countsUp(text: string, by: number): boolean {
  let run = 1;
  for (let index = by; index < text.length; index++) {
    const [before, code] = [text.charCodeAt(index - by), text.charCodeAt(index)];
    const goesOn =
      code === before + 1 || (before === 57 && (code === 48 || code === 97 || code === 65));
    run = goesOn && /[a-z\d]/i.test(text[index] ?? '') ? run + 1 : 1;
    if (run >= 8) return true;
  }
  return false;
}

/** Hexadecimal digits with letters among them. */
export const isHex = (text: string): boolean =>
  /^(?:[\da-f]+|[\dA-F]+)$/.test(text) && /\d/.test(text) && /[a-f]/i.test(text);

export const isUuid = (text: string): boolean =>
  /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);

/** A run of characters that no words, names or numbers make up, at least `least` characters long. */
export function isRandom(text: string, least: number): boolean {
  if (text.length < least || /\s/.test(text) || isUuid(text)) return false;
  if (isHex(text)) return text.length >= Math.max(16, least);
  const alnum = text.replace(/[^A-Za-z\d]/g, '');
  if (alnum.length < least * 0.7 || entropy(text) < 3) return false;
  if (isListOfWords(text)) return false;
  const piece = averagePiece(alnum);
  const isCutUp = piece < (/\d/.test(alnum) ? 3.2 : 2.6);
  return (isCutUp || (piece < 4.5 && isUnspeakable(alnum))) && hasMixture(alnum);
}

const hasMixture = (text: string): boolean => {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/].filter((kind) => kind.test(text)).length;
  return (
    kinds === 3 ||
    (kinds === 2 && text.length >= 20) ||
    (kinds === 2 && /\d/.test(text) && text.length >= 12)
  );
};

/** Fewer vowels than words have: about a third of their letters are. */
function isUnspeakable(alnum: string): boolean {
  const letters = alnum.replace(/\d/g, '');
  return (letters.match(/[aeiou]/gi) ?? []).length < letters.length * 0.3;
}

/** How long the pieces are that case and digits cut a text into: about 2 in random text, over 4 in words. */
function averagePiece(alnum: string): number {
  const pieces = alnum.match(/[A-Z]?[a-z]+|[A-Z]+|\d+/g) ?? [];
  return pieces.length === 0 ? Number.POSITIVE_INFINITY : alnum.length / pieces.length;
}

/** Words joined by separators or by case, with numbers at their ends: `x-api-key-v2`, `errors.password.min8`. */
function isListOfWords(text: string): boolean {
  const chunks = text.split(/[^A-Za-z\d]+/).filter((chunk) => chunk !== '');
  return chunks.every(
    (chunk) =>
      chunk.length <= 3 ||
      (/^[A-Z]?[a-z]{2,}(?:[A-Z][a-z]{2,})*\d{0,4}$|^[A-Z]{2,}\d{0,4}$|^\d{1,8}$|^[a-z]\d{1,4}$/.test(
        chunk,
      ) &&
        averagePiece(chunk) >= 2.8),
  );
}

/** Bits a character, counted over the text itself. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce(
    (sum, count) => sum - (count / text.length) * Math.log2(count / text.length),
    0,
  );
}

/** A text as people choose passwords: no word, no phrase, no key of a message table. */
export function isPassword(text: string): boolean {
  if (text.length < 8 || text.length > 100 || /\s/.test(text) || isPlaceholder(text)) return false;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/].filter((kind) => kind.test(text)).length;
  if (!/\d/.test(text) || !/[a-z]/i.test(text)) return false;
  if (/^[\w-]+(?:[.:/][\w-]+)+$/.test(text) || /^[a-z\d]+(?:[-_][a-z\d]+)+$/i.test(text))
    return false;
  return kinds >= 3 || /^[a-z]+\d{2,}$/i.test(text);
}

/** `abcd efgh ijkl mnop`: as providers of mail give passwords to programs, four letters at a time. */
export const isAppPassword = (text: string): boolean =>
  /^(?:[a-z]{4} ){3}[a-z]{4}$/.test(text) && isUnspeakable(text.replaceAll(' ', ''));

/** No text without a digit or a long mixture of cases passes for random, or for a password. */
export const couldBeCredential = (text: string): boolean =>
  text.length >= 6 &&
  (/\d/.test(text) ||
    isAppPassword(text) ||
    (text.length >= 20 && /[a-z]/.test(text) && /[A-Z]/.test(text)));

/** Of what a call is given, shorter texts are names of things more often than keys. */
export function mayBeKey(literal: Node): boolean {
  const text = staticString(literal) ?? '';
  return text.length >= 12 && couldBeCredential(text);
}

/** The same of the text of a whole file: whether something in quotes could be a credential. */
export const MAY_HOLD_CREDENTIAL =
  /(?:["'`]|(?:^|[\s"'`])[^\s"'`>]*>)(?=[^\s"'`]*[A-Za-z])(?=[^\s"'`]*\d)[^\s"'`]{4,}["'`$]|["'`](?:\w+\s+)?(?=[^\s"'`]*[a-z])(?=[^\s"'`]*[A-Z])[\w+/=.-]{20,}["'`]|["'`](?:[bB]earer|BEARER|[bB]asic|[tT]oken|[aA]pi[kK]ey)\s|["'`](?:[a-z]{4} ){3}[a-z]{4}["'`]|-----BEGIN|:\/\/[^\s/:]*:[^\s/@]*@/;
