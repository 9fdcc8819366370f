import type { Node } from '../ast/node.ts';
import type { SourceModule } from '../values/source-module.ts';
import { hasHeader, headerKey } from './add-header.ts';
import type { Edit, TextChange } from './edit.ts';

/** A credential in a header. */
interface InHeader {
  readonly node: Node;
  readonly name: string;
  readonly scheme: string | null;
  readonly value: Node;
  readonly module: SourceModule;
}

/** Gives the credential of a header the place and the scheme of a bearer token. Null where another scheme encodes it. */
export function useBearer(
  { node, name, scheme, value, module }: InHeader,
  header: string,
): Edit | null {
  const title = `Send it as \`${header}: Bearer …\`.`;
  const written = module.text.slice(value.range[0], value.range[1]);
  if (node.type !== 'Property' || node.value !== value || node.method || /[`]/.test(written))
    return null;
  if (scheme !== '' || /^['"]bearer/i.test(written)) return null;
  const text =
    value.type === 'Literal' ? `'Bearer ${written.slice(1)}` : `\`Bearer \${${written}}\``;
  if (name.toLowerCase() === header.toLowerCase()) {
    const key = node.shorthand ? `${name}: ` : '';
    return { safe: false, title, changes: [{ range: value.range, text: key + text }] };
  }
  if (hasHeader(node.parent, header)) return null;
  const change: TextChange = { range: node.range, text: `${headerKey(header)}: ${text}` };
  return { safe: false, title, changes: [change] };
}
