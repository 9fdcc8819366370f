import { staticString } from '../ast/node.ts';
import type { Node } from '../ast/node.ts';
import type { SourceModule } from '../values/source-module.ts';
import type { Edit } from './edit.ts';

/** Puts `info` in the place of a level that is written as a text; null for any other. */
export function replaceLevel(node: Node, { text }: SourceModule): Edit | null {
  if (staticString(node) === null) return null;
  const quote = text[node.range[0]] ?? "'";
  return {
    safe: false,
    title: 'Log from info on',
    changes: [{ range: node.range, text: `${quote}info${quote}` }],
  };
}
