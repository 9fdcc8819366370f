import type { TSESTree } from '@typescript-eslint/utils';
import type { ClassNode } from '../ast/node.ts';
import { enclosingClass, keyName } from '../ast/node.ts';
import type { Context, Evaluation } from './evaluation.ts';
import { typeOf } from './types.ts';
import type { ClassValue, Frame, Place, Value } from './value.ts';

/**
 * A member of a class: a method, a field with its initial value, what the constructor assigns, a
 * parameter property. `frame` holds the constructor's arguments where they are known.
 * Null where neither the class nor its parents that can be read declare it.
 */
export function memberOfClass(
  evaluation: Evaluation,
  owner: ClassValue,
  name: string,
  frame: Frame | null,
  place: Place,
): Value | null {
  const node = owner.node as ClassNode;
  const context: Context = { module: owner.module, frame };
  const found: Value[] = [];
  for (const element of node.body.body) {
    const value = valueOfElement(evaluation, element, name, context);
    if (value) found.push(value);
  }
  found.push(...assignedIn(evaluation, node, name, context));
  const useful = found.filter((value) => !isUnset(value));
  const values = useful.length > 0 ? useful : found;
  if (values.length === 1) return values[0] ?? null;
  if (values.length > 1) return { ...place, kind: 'choice', by: 'writes', options: values };
  return inherited(evaluation, node, name, place, owner);
}

const isUnset = (value: Value): boolean =>
  value.kind === 'unknown' ||
  (value.kind === 'literal' && (value.value === undefined || value.value === null));

function inherited(
  evaluation: Evaluation,
  node: ClassNode,
  name: string,
  place: Place,
  owner: ClassValue,
): Value | null {
  if (!node.superClass) return null;
  const parent = evaluation.valueOf(node.superClass, { module: owner.module, frame: null });
  if (parent.kind === 'class')
    return parent.node === node ? null : memberOfClass(evaluation, parent, name, null, place);
  if (parent.kind === 'unknown') return null;
  return { ...place, kind: 'member', object: { ...place, kind: 'typed', type: parent }, name };
}

function valueOfElement(
  evaluation: Evaluation,
  element: TSESTree.ClassElement,
  name: string,
  context: Context,
): Value | null {
  const place: Place = { node: element, module: context.module };
  switch (element.type) {
    case 'PropertyDefinition':
    case 'AccessorProperty': {
      if (keyName(element) !== name) return null;
      if (element.value) return evaluation.valueOf(element.value, context);
      const type = typeOf(evaluation, element, context);
      return type ? { ...place, kind: 'typed', type } : { ...place, kind: 'unknown' };
    }
    case 'MethodDefinition':
      if (element.kind === 'constructor')
        return parameterProperty(evaluation, element, name, context);
      if (keyName(element) !== name) return null;
      if (element.kind === 'get') return returned(evaluation, element, context);
      return element.kind === 'method' && element.value.body
        ? evaluation.valueOf(element.value, context)
        : null;
    default:
      return null;
  }
}

function returned(
  evaluation: Evaluation,
  element: TSESTree.MethodDefinition,
  context: Context,
): Value {
  const place: Place = { node: element, module: context.module };
  const getter = evaluation.valueOf(element.value, context);
  return evaluation.call(getter, [], place) ?? { ...place, kind: 'unknown' };
}

/** `constructor(private readonly http: HttpService) {}` declares the field `http`. */
function parameterProperty(
  evaluation: Evaluation,
  constructor: TSESTree.MethodDefinition,
  name: string,
  context: Context,
): Value | null {
  for (const parameter of constructor.value.params) {
    if (parameter.type !== 'TSParameterProperty') continue;
    const target =
      parameter.parameter.type === 'AssignmentPattern'
        ? parameter.parameter.left
        : parameter.parameter;
    if (target.type === 'Identifier' && target.name === name)
      return evaluation.valueOf(target, context);
  }
  return null;
}

/** `this.name = value` anywhere in the class's own functions, found once a class. */
function assignedIn(
  evaluation: Evaluation,
  node: ClassNode,
  name: string,
  context: Context,
): Value[] {
  const writes = assignmentsOf(node, context).get(name) ?? [];
  return writes.map((write) => evaluation.valueOf(write.right, context));
}

type Writes = ReadonlyMap<string, readonly TSESTree.AssignmentExpression[]>;
const writesByClass = new WeakMap<ClassNode, Writes>();

function assignmentsOf(node: ClassNode, { module }: Context): Writes {
  const cached = writesByClass.get(node);
  if (cached) return cached;
  const writes = new Map<string, TSESTree.AssignmentExpression[]>();
  for (const write of module.memberWrites) {
    if (write.operator !== '=' || write.left.type !== 'MemberExpression') continue;
    if (write.left.object.type !== 'ThisExpression' || enclosingClass(write) !== node) continue;
    const name = keyName(write.left);
    if (name !== null) writes.set(name, [...(writes.get(name) ?? []), write]);
  }
  writesByClass.set(node, writes);
  return writes;
}
