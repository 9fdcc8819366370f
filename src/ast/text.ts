import type { Node } from './node.ts';

/** The text without the characters of `ending` that it ends in; in one pass, however many there are. */
export function withoutEnding(text: string, ending: string): string {
  let end = text.length;
  while (end > 0 && ending.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** What is written in a literal, with a text in the place of each hole; empty for anything else. */
export function writtenText(node: Node, hole: string): string {
  if (node.type === 'TemplateLiteral') return node.quasis.map(({ value }) => value.raw).join(hole);
  return node.type === 'Literal' ? String(node.value) : '';
}

/** A file's name without its folders. */
export const baseNameOf = (file: string): string =>
  file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);

/** Whether a text fits one expression and, behind its first match, another one. */
export function fitsInOrder(text: string, first: RegExp, second: RegExp): boolean {
  const found = first.exec(text);
  return found !== null && second.test(text.slice(found.index + found[0].length));
}

/** The lines before an offset of a text, the nearest first: it begins with what stands before it on its own line. */
export function* linesBefore(offset: number, text: string): Generator<string> {
  for (let end = offset; end >= 0;) {
    const before = end === 0 ? -1 : text.lastIndexOf('\n', end - 1);
    yield text.slice(before + 1, end);
    end = before;
  }
}

/** The places in a text that a logger fills with what follows it, as `util.format` reads them: `%s`. */
export const placeholdersIn = (text: string): readonly string[] => text.match(PLACEHOLDER) ?? [];

const PLACEHOLDER = /%[sdifjoO]/g;
