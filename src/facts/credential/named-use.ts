import type { Node } from '../../ast/node.ts';
import { oncePer } from '../../ast/once.ts';
import { unwrap } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import { alternatives } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import type { LiteralPlace } from '../literal-place.ts';
import { nameOf, placeOf } from '../literal-place.ts';
import { credentialName } from './name.ts';

/**
 * Where the literals of a file end up that stand under a name which says nothing: the property,
 * header or field that is called a credential and gets what the name holds, `'x-api-key': this.#k`.
 */
export const namedUses: (view: FileView) => ReadonlyMap<Node, LiteralPlace> = oncePer(
  ({ module, candidates }: FileView): ReadonlyMap<Node, LiteralPlace> => {
    const found = new Map<Node, LiteralPlace>();
    const given = [
      ...candidates.objects.flatMap(({ properties }) =>
        properties.flatMap((each) => (each.type === 'Property' ? [each.value] : [])),
      ),
      ...module.memberWrites.map(({ right }) => right),
      ...candidates.calls.flatMap((call) => call.arguments.slice(1, 2)),
    ];
    for (const node of given) {
      if (!isName(node)) continue;
      const place = placeOf(node);
      // A name that says it as well is judged where it is declared.
      if (!saysCredential(place.name) || saysCredential(nameOf(node))) continue;
      for (const value of alternatives(valueOf(node, module)))
        if (value.kind === 'literal' && value.module === module && !found.has(value.node))
          found.set(value.node, place);
    }
    return found;
  },
);

const isName = (node: Node): boolean => {
  const { type } = unwrap(node);
  return type === 'Identifier' || type === 'MemberExpression';
};

const saysCredential = (name: string | null): boolean => {
  const says = name === null ? null : credentialName(name);
  return says !== null && says !== 'weak';
};
