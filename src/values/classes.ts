import type { TSESTree } from '@typescript-eslint/utils';
import type { ClassNode, Node } from '../ast/node.ts';
import { enclosingClass, keyName } from '../ast/node.ts';
import { argumentsOf } from './calls.ts';
import { choice } from './choices.ts';
import type { Context, Evaluation } from './evaluation.ts';
import { isStaticPlace, thisNamedBy } from './keeper.ts';
import type { SourceModule } from './source-module.ts';
import { typeOf } from './types.ts';
import type { ClassValue, Frame, Place, Value } from './value.ts';

/** One question to a class and its parents. */
interface Search {
  readonly evaluation: Evaluation;
  readonly name: string;
  readonly isStatic: boolean;
  readonly place: Place;
}

/** Parents are followed this far. */
const MAX_PARENTS = 16;

/**
 * A member of a class's instances: a method, a field with its initial value, what the constructor
 * assigns, a parameter property. `frame` holds the constructor's arguments where they are known.
 * Null where neither the class nor its parents that can be read declare it.
 */
export function memberOfClass(
  evaluation: Evaluation,
  owner: ClassValue,
  name: string,
  frame: Frame | null,
  place: Place,
): Value | null {
  return find({ evaluation, name, isStatic: false, place }, owner, frame, 0);
}

/** A static member of a class, or what is written to it later: `Client.timeout = 5000`. */
export function staticOfClass(
  evaluation: Evaluation,
  owner: ClassValue,
  name: string,
  place: Place,
): Value | null {
  return find({ evaluation, name, isStatic: true, place }, owner, null, 0);
}

function find(search: Search, owner: ClassValue, frame: Frame | null, depth: number): Value | null {
  const { evaluation, name, isStatic, place } = search;
  const node = owner.node as ClassNode;
  const context: Context = { module: owner.module, frame };
  const found: Value[] = [];
  for (const element of node.body.body) {
    if (isStaticElement(element) !== isStatic) continue;
    const value = valueOfElement(evaluation, element, name, context);
    if (value) found.push(value);
  }
  const writes = assignmentsOf(node, owner.module).get(keyOf(name, isStatic)) ?? [];
  found.push(...writes.map((write) => evaluation.valueOf(write.right, context)));
  const useful = found.filter((value) => !isUnset(value));
  const told = useful.filter((value) => !isDeclaredOnly(value));
  const values = told.length > 0 ? told : useful.length > 0 ? useful : found;
  if (values.length === 1) return values[0] ?? null;
  if (values.length > 1) return choice('writes', values, place);
  return inherited(search, owner, frame, depth);
}

const isStaticElement = (element: TSESTree.ClassElement): boolean =>
  'static' in element && element.static;

const isUnset = (value: Value): boolean =>
  value.kind === 'unknown' ||
  (value.kind === 'literal' && (value.value === undefined || value.value === null));

/** An annotation tells less than what is assigned, but more than a parameter that has none. */
const isDeclaredOnly = (value: Value): boolean =>
  value.kind === 'typed' || (value.kind === 'parameter' && !value.type && !value.default);

function inherited(
  search: Search,
  owner: ClassValue,
  frame: Frame | null,
  depth: number,
): Value | null {
  const { evaluation, name, isStatic, place } = search;
  const { superClass } = owner.node as ClassNode;
  if (!superClass || depth > MAX_PARENTS) return null;
  const parent = evaluation.valueOf(superClass, { module: owner.module, frame: null });
  if (parent.kind === 'class') {
    const inner = isStatic ? null : frameOfParent(evaluation, owner, parent, frame);
    return find(search, parent, inner, depth + 1);
  }
  if (parent.kind === 'unknown') return null;
  const object: Value = isStatic ? parent : { ...place, kind: 'typed', type: parent };
  return { ...place, kind: 'member', object, name };
}

export function constructorOf(owner: ClassValue): TSESTree.FunctionExpression | null {
  for (const element of (owner.node as ClassNode).body.body) {
    if (element.type !== 'MethodDefinition' || element.kind !== 'constructor') continue;
    if (element.value.type === 'FunctionExpression') return element.value;
  }
  return null;
}

/** The arguments of a construction, as the constructor sees them; null where the class has none. */
export function frameOfConstructor(
  owner: ClassValue,
  args: readonly Value[],
  self: Value | null,
): Frame | null {
  const fn = constructorOf(owner);
  return fn && { fn, args, self, depth: 1 };
}

/** What `super(…)` passes on to the parent's constructor. */
function frameOfParent(
  evaluation: Evaluation,
  owner: ClassValue,
  parent: ClassValue,
  frame: Frame | null,
): Frame | null {
  const constructor = constructorOf(owner);
  if (!constructor) return null;
  for (const statement of constructor.body.body) {
    const call = statement.type === 'ExpressionStatement' ? statement.expression : null;
    if (call?.type !== 'CallExpression' || call.callee.type !== 'Super') continue;
    const { args, openFrom } = argumentsOf(evaluation, call, { module: owner.module, frame });
    return openFrom < Infinity ? null : frameOfConstructor(parent, args, frame?.self ?? null);
  }
  return null;
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

type Writes = ReadonlyMap<string, readonly TSESTree.AssignmentExpression[]>;
const writesByClass = new WeakMap<ClassNode, Writes>();

/** Members of instances and static ones are told apart by their keys. */
const keyOf = (name: string, isStatic: boolean): string => `${isStatic ? 'static' : 'own'} ${name}`;

/** `this.name = value` anywhere in the class's own functions, and `Class.name = value`. */
function assignmentsOf(node: ClassNode, module: SourceModule): Writes {
  const cached = writesByClass.get(node);
  if (cached) return cached;
  const writes = new Map<string, TSESTree.AssignmentExpression[]>();
  for (const write of module.memberWrites) {
    if (write.operator !== '=' || write.left.type !== 'MemberExpression') continue;
    const name = keyName(write.left);
    const isStatic = name === null ? null : isWriteTo(node, write.left.object, module);
    if (name === null || isStatic === null) continue;
    const key = keyOf(name, isStatic);
    const others = writes.get(key);
    if (others) others.push(write);
    else writes.set(key, [write]);
  }
  writesByClass.set(node, writes);
  return writes;
}

/** True for a write to the class, false for one to an instance, null for one to anything else. */
function isWriteTo(node: ClassNode, object: Node, module: SourceModule): boolean | null {
  const self = object.type === 'Identifier' ? thisNamedBy(object, module) : object;
  if (self?.type === 'ThisExpression')
    return enclosingClass(self) === node ? isStaticPlace(self) : null;
  if (object.type !== 'Identifier' || object.name !== node.id?.name) return null;
  const declarations = module.scopes.bindingOf(object)?.declarations ?? [];
  return declarations.some((declaration) => declaration === node.id) ? true : null;
}
