import type { Node } from '../ast/node.ts';
import { unwrap } from '../ast/node.ts';
import type { OptionsPlace } from '../values/options-place.ts';
import { headerChange, headerKey } from './add-header.ts';
import type { Edit, TextChange } from './edit.ts';

/** A credential among the parameters of a request's URL. */
interface InUrl {
  /** The request that it goes out with. */
  readonly call: { readonly request: { readonly place: OptionsPlace | null } } | null;
  /** The template or the property that it is a part of, and the expression itself. */
  readonly part: { readonly node: Node; readonly value: Node } | null;
}

/** Sends a credential in a header instead of the URL. Null where the request is not one call with options at hand. */
export function moveToHeader({ call, part }: InUrl, header: string): Edit | null {
  const place = call?.request.place;
  if (!place || !part) return null;
  const { text } = place.module;
  const value = bare(part.value);
  const source = text.slice(value.range[0], value.range[1]);
  if (source.includes('`')) return null;
  const written = `\`Bearer \${${source}}\``;
  const changes =
    inPlaceOfAll(part.node, place, header, written) ?? moved(part, place, header, written);
  return changes && { safe: false, title: `Send it in the ${header} header.`, changes };
}

/** Headers where the parameters were, if the request has no other options. */
function inPlaceOfAll(
  property: Node,
  place: OptionsPlace,
  header: string,
  text: string,
): TextChange[] | null {
  const parameters = property.type === 'Property' ? property.parent : null;
  const option = parameters?.parent;
  const isOnly =
    place.kind === 'object' &&
    parameters?.type === 'ObjectExpression' &&
    parameters.properties.length === 1 &&
    option?.parent === place.object &&
    place.object.properties.length === 1;
  return isOnly && option
    ? [{ range: option.range, text: `headers: { ${headerKey(header)}: ${text} }` }]
    : null;
}

function moved(
  { node, value }: NonNullable<InUrl['part']>,
  place: OptionsPlace,
  header: string,
  text: string,
): TextChange[] | null {
  const { text: source } = place.module;
  const removed =
    node.type === 'TemplateLiteral'
      ? withoutHole(node, value, source)
      : node.type === 'Property'
        ? withoutProperty(node, source)
        : null;
  const added = headerChange(place, header, text);
  return removed && added ? [removed, added] : null;
}

/** The expression before it was escaped for the URL. */
function bare(node: Node): Node {
  const inner = unwrap(node);
  const isEscaped =
    inner.type === 'CallExpression' &&
    inner.callee.type === 'Identifier' &&
    inner.callee.name === 'encodeURIComponent';
  return isEscaped ? (inner.arguments[0] ?? inner) : inner;
}

/** `?key=${x}` and the like, with its separator. */
function withoutHole(template: Node, hole: Node, text: string): TextChange | null {
  const before = /([?&])[\w.\-[\]]+=\$\{\s*$/.exec(text.slice(template.range[0], hole.range[0]));
  const after = /^\s*\}(&)?/.exec(text.slice(hole.range[1], template.range[1]));
  if (!before || !after) return null;
  const start = hole.range[0] - before[0].length;
  const end = hole.range[1] + after[0].length;
  const kept = after[1] === undefined ? '' : (before[1] ?? '');
  return { range: [start, end], text: kept };
}

/** The property with its comma; with it the object of parameters, if nothing else is in there. */
function withoutProperty(property: Node, text: string): TextChange | null {
  const object = property.parent;
  if (object?.type !== 'ObjectExpression') return null;
  const [only, ...others] = object.properties;
  const outer = object.parent;
  if (only === property && others.length === 0)
    return outer.type === 'Property' ? cut(outer, text) : null;
  return cut(property, text);
}

function cut(property: Node, text: string): TextChange | null {
  const [start, end] = property.range;
  const after = /^\s*,\s*/.exec(text.slice(end));
  if (after) return { range: [start, end + after[0].length], text: '' };
  const before = /,\s*$/.exec(text.slice(0, start));
  return before ? { range: [start - before[0].length, end], text: '' } : null;
}
