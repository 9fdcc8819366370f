import type { Node } from '../ast/node.ts';
import { staticString } from '../ast/node.ts';
import type { Edit } from './edit.ts';
import { replaceNumber } from './replace-number.ts';

/**
 * Writes another size in place of one: a number, a text that is the number, or the text of a URL
 * that has it behind `name=`. Null where it stands in none of them, or more than once.
 * @param source the text of the file that holds `node`
 */
export function replacePageSize(
  { name, value, node }: { name: string; value: number; node: Node },
  max: number,
  source: string,
  safe: boolean,
): Edit | null {
  const title = `Ask for ${max} entries at most`;
  const [start, end] = node.range;
  const written = source.slice(start, end);
  if (/^[\d\s_.*+]+$/.test(written)) return replaceNumber(node, max, source, title, safe);
  const isAlone = !/["'`]/.test(written) || staticString(node) === String(value);
  const lead = isAlone ? '' : `${escaped(name)}=`;
  const found = [...written.matchAll(new RegExp(`(?<![\\w.])(${lead})${value}(?![\\w.])`, 'g'))];
  const [only] = found;
  if (!only || found.length > 1) return null;
  const at = start + only.index + (only[1]?.length ?? 0);
  return { safe, title, changes: [{ range: [at, at + String(value).length], text: String(max) }] };
}

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
