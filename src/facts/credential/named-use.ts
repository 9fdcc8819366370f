import type { Node } from '../../ast/node.ts';
import { oncePer } from '../../ast/once.ts';
import { unwrap } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import { parameterTaking } from '../../values/parameter-given.ts';
import { alternatives } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import type { LiteralPlace } from '../literal-place.ts';
import { nameOf, placeOf } from '../literal-place.ts';
import { credentialName } from './name.ts';
import { mayBeKey } from './randomness.ts';

type Call = FileView['module']['calls'][number];

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
    for (const literal of candidates.strings) {
      const place = mayBeKey(literal) ? shownAs(literal, module) : null;
      if (place && !found.has(literal)) found.set(literal, place);
    }
    for (const call of candidates.calls)
      for (const literal of call.arguments) {
        const place = mayBeKey(literal) ? takenAs(call, literal, module) : null;
        if (place && !found.has(literal)) found.set(literal, place);
      }
    return found;
  },
);

/** `const value = '…'; <Provider apiSecret={value}>`. */
function shownAs({ parent }: Node, { scopes }: FileView['module']): LiteralPlace | null {
  const name = parent?.type === 'VariableDeclarator' ? parent.id : null;
  if (name?.type !== 'Identifier' || saysCredential(name.name)) return null;
  const reads = scopes.bindingOf(name)?.reads ?? [];
  return (
    reads.map(placeOf).find((place) => place.form === 'attribute' && saysCredential(place.name)) ??
    null
  );
}

/** Where a function or class of the project puts what it is given: its parameter says credential, or what gets that. */
function takenAs(call: Call, given: Node, module: FileView['module']): LiteralPlace | null {
  const taken = parameterTaking(call, given, module);
  if (!taken) return null;
  const { parameter } = taken;
  if (isIssued(parameter.name)) return { ...placeOf(given), name: parameter.name };
  const reads = taken.module.scopes.bindingOf(parameter)?.reads ?? [];
  return reads.map(placeOf).find(({ name }) => isIssued(name)) ?? null;
}

/** Passwords are made up for all kinds of people. */
const isIssued = (name: string | null): boolean =>
  saysCredential(name) && credentialName(name ?? '') !== 'password';

const isName = (node: Node): boolean => {
  const { type } = unwrap(node);
  return type === 'Identifier' || type === 'MemberExpression';
};

const saysCredential = (name: string | null): boolean => {
  const says = name === null ? null : credentialName(name);
  return says !== null && says !== 'weak';
};
