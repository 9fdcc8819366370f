import type { TSESTree } from '@typescript-eslint/utils';
import { keyName } from '../ast/node.ts';
import type { OptionsPlace } from '../values/options-place.ts';
import type { Edit, TextChange } from './edit.ts';

/**
 * Adds the property `name: text` to the options of a call, or gives the call options that have it.
 * Null where the object has that property, or a getter, setter or computed key that may be it, and
 * where options are methods.
 * Safe where nothing but the call reads the object; for what is always the same it may be made before.
 */
export function addOption(
  place: OptionsPlace | null,
  name: string,
  text: string,
  title: string,
): Edit | null {
  if (!place || place.kind === 'chain') return null;
  if (place.kind === 'argument') {
    const change = addArgument(place, `{ ${name}: ${text} }`);
    return change && { safe: true, title, changes: [change] };
  }
  const change = addProperty(place.object, name, text, place.module.text);
  const safe = place.isOwn || (place.isReadHere === true && CONSTANT.test(text));
  return change && { safe, title, changes: [change] };
}

const CONSTANT = /^(?:true|false|\d[\d_]*)$/;

/** Puts an argument before the one that stands there, or appends it, with `undefined` for those left out before it. */
function addArgument(
  { call, index, module }: Extract<OptionsPlace, { kind: 'argument' }>,
  text: string,
): TextChange | null {
  const given = call.arguments.length;
  const next = call.arguments[index];
  if (next) return insertBefore(next, call.arguments[index - 1] ?? null, text, module.text);
  const filled = [...Array.from({ length: index - given }, () => 'undefined'), text].join(', ');
  const last = call.arguments.at(-1);
  const close = call.range[1] - 1;
  if (module.text[close] !== ')') return null;
  if (!last) return { range: [close, close], text: filled };
  const end = endOf(last, module.text.slice(last.range[1], close));
  return end === null ? null : { range: [end, end], text: `, ${filled}` };
}

/** Null where parentheses or comments stand between the arguments. */
function insertBefore(
  next: TSESTree.Node,
  previous: TSESTree.Node | null,
  text: string,
  source: string,
): TextChange | null {
  const [start] = next.range;
  if (!previous || /[^\s,]/.test(source.slice(previous.range[1], start))) return null;
  return { range: [start, start], text: `${text}, ` };
}

/** Where an argument ends, its parentheses counted; null where they can't be told from a comment's. */
function endOf({ range }: TSESTree.Node, behind: string): number | null {
  const parentheses = behind.lastIndexOf(')') + 1;
  if (parentheses === 0) return range[1];
  return behind.includes('/') ? null : range[1] + parentheses;
}

/** Appends a property in the layout that the object is written in. */
export function addProperty(
  object: TSESTree.ObjectExpression,
  name: string,
  text: string,
  source: string,
): TextChange | null {
  const { properties } = object;
  if (properties.some((property) => mayBe(property, name))) return null;
  const last = properties.at(-1);
  if (!last) {
    const inside = source.slice(object.range[0] + 1, object.range[1] - 1);
    return inside.trim() === ''
      ? { range: [object.range[0], object.range[1]], text: `{ ${name}: ${text} }` }
      : null;
  }
  const end = last.range[1];
  if (object.loc.start.line === object.loc.end.line)
    return { range: [end, end], text: `, ${name}: ${text}` };
  const lineStart = source.lastIndexOf('\n', last.range[0]) + 1;
  const indent = /^[ \t]*/.exec(source.slice(lineStart))?.[0] ?? '';
  const property = `\n${indent}${name}: ${text}`;
  const remark = REMARK.exec(source.slice(end, object.range[1] - 1));
  if (!remark) return { range: [end, end], text: `,${property}` };
  const [behind, comma = '', comment = ''] = remark;
  return { range: [end, end + behind.length], text: `,${comment}${property}${comma}` };
}

/** What is said of the last property behind it, on its line. */
const REMARK = /^(,?)([ \t]*\/\/[^\r\n]*)/;

function mayBe(property: TSESTree.ObjectLiteralElement, name: string): boolean {
  if (property.type === 'SpreadElement') return false;
  const key = keyName(property);
  return key === name || key === null || property.kind !== 'init';
}
