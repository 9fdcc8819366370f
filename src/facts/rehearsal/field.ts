import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { enclosingClass, keyName, unwrap } from '../../ast/node.ts';
import { oncePer } from '../../ast/once.ts';
import type { Binding } from '../../ast/scope.ts';
import { valueOf } from '../../values/evaluate.ts';
import { thisNamedBy } from '../../values/keeper.ts';
import type { Value } from '../../values/value.ts';
import { alternatives } from '../../values/value.ts';
import type { Run, Scope, Thing } from './rehearsal.ts';
import { thingOf } from './things.ts';

/** A field of something that the rehearsed code has not made: `this.failures`, `connection.failures`. */
interface Field {
  /** The class of `this`, or the variable. */
  readonly owner: object;
  readonly path: string;
  readonly binding: Binding | null;
}

/** What a field holds: what the rehearsed code has put there, or what it starts with. */
export function fieldIn(node: TSESTree.MemberExpression, scope: Scope, run: Run): Thing {
  const field = fieldOf(node, scope);
  const kept = field && run.fields.get(field.owner)?.get(field.path);
  return kept ?? firstOf(node, field, scope, run);
}

/** Keeps what the code puts into a field. */
export function keepField(
  node: TSESTree.MemberExpression,
  value: Thing,
  scope: Scope,
  run: Run,
): void {
  const field = fieldOf(node, scope);
  if (!field) return;
  const fields = run.fields.get(field.owner) ?? new Map<string, Thing>();
  fields.set(field.path, value);
  run.fields.set(field.owner, fields);
}

function fieldOf(node: TSESTree.MemberExpression, scope: Scope): Field | null {
  const names: string[] = [];
  let at: Node = node;
  while (at.type === 'MemberExpression') {
    const name = keyName(at);
    if (name === null) return null;
    names.unshift(name);
    at = unwrap(at.object);
  }
  const path = names.join('.');
  const binding = at.type === 'Identifier' ? scope.module.scopes.bindingOf(at) : null;
  const self = at.type === 'Identifier' ? thisNamedBy(at, scope.module) : at;
  if (self?.type === 'ThisExpression')
    return { owner: enclosingClass(self) ?? scope.module, path, binding };
  return binding && { owner: binding, path, binding };
}

function firstOf(
  node: TSESTree.MemberExpression,
  field: Field | null,
  scope: Scope,
  run: Run,
): Thing {
  const value = valueOf(node, scope.module);
  const known = thingOf(value, scope);
  if (known.t === 'number') return known;
  if (value.kind === 'choice' && value.by === 'writes') return startOf(value, scope) ?? known;
  if (!field?.binding) return known;
  const start = startsOf(field.binding).get(field.path);
  return start ? run.evaluate(start, scope) : known;
}

/** The number that a field is given wherever it is written: it starts with that, and goes back to it. */
function startOf(value: Value, scope: Scope): Thing | null {
  const [first, ...others] = [...alternatives(value)];
  const isSame = others.every((each) => each.kind === 'literal' && each.value === valueIn(first));
  return first && typeof valueIn(first) === 'number' && isSame ? thingOf(first, scope) : null;
}

const valueIn = (value: Value | undefined) => (value?.kind === 'literal' ? value.value : undefined);

/** The numbers that fields of a variable are given first, by their path: `connection.failures = 0`. */
const startsOf = oncePer((variable: Binding): ReadonlyMap<string, Node> => {
  const starts = new Map<string, Node>();
  for (const read of variable.reads) {
    const member = read.parent;
    const assignment = member?.parent;
    if (
      member?.type !== 'MemberExpression' ||
      assignment?.type !== 'AssignmentExpression' ||
      assignment.operator !== '=' ||
      assignment.left !== member
    )
      continue;
    const name = keyName(member);
    const { right } = assignment;
    const isNumber = right.type === 'Literal' && typeof right.value === 'number';
    if (name !== null && isNumber && !starts.has(name)) starts.set(name, right);
  }
  return starts;
});
