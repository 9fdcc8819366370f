import { DataNode } from '../ast/data-node.ts';
import { staticString } from '../ast/node.ts';
import type { Node } from '../ast/node.ts';
import type { SourceModule } from '../values/source-module.ts';
import type { Edit } from './edit.ts';

const TITLE = 'Log from info on';

/** Puts `info` in the place of a level that is written as a text; null for any other. */
export function replaceLevel(node: Node, module: SourceModule | null): Edit | null {
  if (module === null) return inData(node);
  const { text } = module;
  if (staticString(node) === null) return null;
  const quote = text[node.range[0]] ?? "'";
  return {
    safe: false,
    title: TITLE,
    changes: [{ range: node.range, text: `${quote}info${quote}` }],
  };
}

/** In a data file, within its quotes where it has some. */
function inData(node: Node): Edit | null {
  const data: unknown = node;
  if (!(data instanceof DataNode) || data.textStart === null) return null;
  const { textStart, text } = data;
  return {
    safe: false,
    title: TITLE,
    changes: [{ range: [textStart, textStart + text.length], text: 'info' }],
  };
}
