import type { TSESTree } from '@typescript-eslint/utils';
import type { ClassNode, Node } from '../ast/node.ts';
import { nameGiven } from '../ast/name-given.ts';
import { enclosingClass, isClass, isMemberOfThis, keyName, wrapped } from '../ast/node.ts';
import type { SourceModule } from './source-module.ts';

type Uses = ReadonlyMap<ClassNode, ReadonlyMap<string, readonly TSESTree.MemberExpression[]>>;

const usesByModule = new WeakMap<SourceModule, Uses>();

/** The name that a value is bound to: `const name = { ... } as const`, `name = { ... }`. */
export function boundName(node: Node): TSESTree.Identifier | null {
  const name = nameGiven(wrapped(node));
  return name?.type === 'Identifier' ? name : null;
}

/** Names of the same thing are followed this far: `const options = config; options.timeout = 1`. */
const FURTHEST_NAME = 2;

/** Where what a name, a field of a class or a part of one of these holds may be written to. */
export function usesOf(node: Node, module: SourceModule, depth = 0): readonly Node[] {
  const name = boundName(node);
  if (name) return usesOfName(module.scopes.bindingOf(name)?.reads ?? [], module, depth);
  const part = wrapped(node).parent;
  if (part?.type !== 'Property' || part.parent.type !== 'ObjectExpression')
    return fieldUses(node, module);
  const key = keyName(part);
  if (key === null) return [];
  return usesOf(part.parent, module).flatMap((use) => partsOf(use, key, module));
}

/** Where a part of a thing is used: `options.headers`, or the name that it is given there. */
export function partsOf(use: Node, key: string, module: SourceModule): readonly Node[] {
  const { parent } = use;
  if (parent?.type === 'MemberExpression' && parent.object === use)
    return keyName(parent) === key ? usesOfName([parent], module) : [];
  if (parent?.type !== 'VariableDeclarator' || parent.init !== use) return [];
  if (parent.id.type !== 'ObjectPattern') return [];
  return parent.id.properties.flatMap((property) => {
    const isPart = property.type === 'Property' && keyName(property) === key;
    const name = isPart && property.value.type === 'Identifier' ? property.value : null;
    return name ? (module.scopes.bindingOf(name)?.reads ?? []) : [];
  });
}

/** What a name is read as, and where another name that is set to it is. */
export const usesOfName = (
  reads: readonly Node[],
  module: SourceModule,
  depth = 0,
): readonly Node[] =>
  depth < FURTHEST_NAME && reads.some(boundName)
    ? reads.flatMap((read) => (boundName(read) ? usesOf(read, module, depth + 1) : [read]))
    : reads;

/**
 * Where what a field holds may be written to, `this.body.name = value`, `Object.assign(this.body, …)`,
 * `this.list.push(…)`: each `this.body` in the field's class. `first` is what the field is set to:
 * `body = {}`, `this.body = {}`. Empty where it is set to a field of no class.
 */
function fieldUses(first: Node, module: SourceModule): readonly TSESTree.MemberExpression[] {
  const field = fieldSetTo(first);
  if (!field) return [];
  const uses = usesByModule.get(module) ?? usesIn(module);
  usesByModule.set(module, uses);
  return uses.get(field.owner)?.get(field.name) ?? [];
}

function fieldSetTo(first: Node): { owner: ClassNode; name: string } | null {
  const outer = wrapped(first);
  const setter = outer.parent;
  if (setter?.type === 'PropertyDefinition' && setter.value === outer) {
    const owner = setter.parent.parent;
    const name = setter.static ? null : keyName(setter);
    return isClass(owner) && name !== null ? { owner, name } : null;
  }
  if (setter?.type !== 'AssignmentExpression' || setter.right !== outer) return null;
  const { left } = setter;
  const name = isMemberOfThis(left) ? keyName(left) : null;
  const owner = name === null ? null : enclosingClass(left);
  return owner && name !== null ? { owner, name } : null;
}

function usesIn(module: SourceModule): Uses {
  const uses = new Map<ClassNode, Map<string, TSESTree.MemberExpression[]>>();
  const add = (part: Node | undefined): void => {
    let node = part;
    while (node?.type === 'MemberExpression' && node.object.type === 'MemberExpression')
      node = node.object;
    const name = isMemberOfThis(node) ? keyName(node) : null;
    const owner = isMemberOfThis(node) && name !== null ? enclosingClass(node) : null;
    if (!isMemberOfThis(node) || !owner || name === null) return;
    const ofClass = uses.get(owner) ?? new Map<string, TSESTree.MemberExpression[]>();
    uses.set(owner, ofClass.set(name, [...(ofClass.get(name) ?? []), node]));
  };
  for (const { left } of module.memberWrites)
    if (left.type === 'MemberExpression') add(left.object);
  for (const { callee, arguments: given } of module.calls) {
    if (callee.type !== 'MemberExpression') continue;
    add(callee.object);
    if (keyName(callee) === 'assign') add(given[0]);
  }
  return uses;
}
