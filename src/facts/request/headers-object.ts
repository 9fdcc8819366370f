import { keyName } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { CallValue, Entry, Value } from '../../values/value.ts';

/** `new Headers({…})`, and what is set on it by its name later, as an object; any other value as it is. */
export function headersObject(value: Value): Value {
  const isHeaders =
    value.kind === 'call' &&
    value.isNew &&
    value.callee.kind === 'external' &&
    value.callee.path.at(-1) === 'Headers';
  if (!isHeaders) return value;
  const { node, module } = value;
  const [given] = value.args;
  const start: Entry[] = given ? [{ kind: 'spread', node, value: () => given }] : [];
  const later = writtenLater(value);
  return {
    kind: 'object',
    node,
    module,
    entries: [...start, ...(later ?? [])],
    open: later === null,
  };
}

/** What is set through the name that holds it; null where it goes elsewhere, or has no name. */
function writtenLater({ node, module }: CallValue): Entry[] | null {
  const declarator = node.parent;
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier')
    return declarator?.type === 'Property' ? [] : null;
  const entries: Entry[] = [];
  for (const read of module.scopes.bindingOf(declarator.id)?.reads ?? []) {
    const { parent } = read;
    if (parent?.type === 'CallExpression') return null;
    if (parent?.type !== 'MemberExpression' || parent.parent.type !== 'CallExpression') continue;
    const [name, given] = parent.parent.arguments;
    if (!['set', 'append'].includes(keyName(parent) ?? '') || !name || !given) continue;
    const key = valueOf(name, module);
    entries.push(
      key.kind === 'literal'
        ? {
            kind: 'property',
            name: String(key.value),
            node: parent.parent,
            value: () => valueOf(given, module),
          }
        : { kind: 'computed', node: parent.parent },
    );
  }
  return entries;
}
