import type { FunctionNode, Node } from '../ast/node.ts';
import { isFunction, keyName } from '../ast/node.ts';
import { choice } from './choices.ts';
import type { Evaluation } from './evaluation.ts';
import { keeperOf, thisNamedBy } from './keeper.ts';
import type { SourceModule } from './source-module.ts';
import type { Frame, FunctionValue, Place, Value } from './value.ts';

/** What a module writes to the instances and prototypes of its functions, before there were classes. */
interface Prototypes {
  /** Each function that has methods, and each of these, with the function that makes the instances. */
  readonly makers: ReadonlyMap<Node, FunctionNode>;
  /** What each member of the instances is set to. */
  readonly members: ReadonlyMap<FunctionNode, ReadonlyMap<string, readonly Node[]>>;
}

const prototypesByModule = new WeakMap<SourceModule, Prototypes>();

/**
 * The function whose instances `this` is, in a constructor function and in the methods on its
 * prototype: `Client.prototype.get = function () { … }`; null for any other function.
 */
export function makerOf(
  evaluation: Evaluation,
  keeper: Node,
  module: SourceModule,
): FunctionNode | null {
  return prototypesOf(evaluation, module)?.makers.get(keeper) ?? null;
}

/** A member of what `new Client(…)` gives, for a constructor function; null where nothing sets it. */
export function memberOfPrototype(
  evaluation: Evaluation,
  { node: maker, module }: FunctionValue,
  name: string,
  frame: Frame | null,
  place: Place,
): Value | null {
  const written = prototypesOf(evaluation, module)?.members.get(maker)?.get(name) ?? [];
  const values = written.map((node) => evaluation.valueOf(node, { module, frame }));
  const told = values.filter((value) => value.kind !== 'unknown' && !isUnset(value));
  const [only, ...others] = told.length > 0 ? told : values;
  if (!only) return null;
  return others.length === 0 ? only : choice('writes', [only, ...others], place);
}

const isUnset = (value: Value): boolean => value.kind === 'literal' && value.value == null;

function prototypesOf(evaluation: Evaluation, module: SourceModule): Prototypes | null {
  if (!module.text.includes('.prototype')) return null;
  const known = prototypesByModule.get(module);
  if (known) return known;
  const makers = new Map<Node, FunctionNode>();
  const members = new Map<FunctionNode, Map<string, Node[]>>();
  const prototypes: Prototypes = { makers, members };
  prototypesByModule.set(module, prototypes);
  const add = (maker: FunctionNode, name: string | null, node: Node): void => {
    if (name === null) return;
    const ofMaker = members.get(maker) ?? new Map<string, Node[]>();
    members.set(maker, ofMaker.set(name, [...(ofMaker.get(name) ?? []), node]));
  };
  for (const [maker, name, node] of methodsIn(evaluation, module)) {
    makers.set(maker, maker);
    if (isFunction(node)) makers.set(node, maker);
    add(maker, name, node);
  }
  for (const { operator, left, right } of module.memberWrites) {
    if (operator !== '=' || left.type !== 'MemberExpression') continue;
    const maker = makers.get(keeperOfThis(left.object, module) ?? left);
    if (maker) add(maker, keyName(left), right);
  }
  return prototypes;
}

type Method = readonly [maker: FunctionNode, name: string, value: Node];

/** `Client.prototype.get = …`, `Client.prototype = { get() { … } }`, `Object.assign(Client.prototype, { … })`. */
function* methodsIn(evaluation: Evaluation, module: SourceModule): Generator<Method> {
  for (const { left, right } of module.memberWrites) {
    if (left.type !== 'MemberExpression') continue;
    const name = keyName(left);
    const maker = makerNamed(evaluation, left.object, module);
    if (maker && name !== null) yield [maker, name, right];
    const whole = makerNamed(evaluation, left, module);
    if (whole) yield* methodsOf(whole, right);
  }
  for (const { arguments: given } of module.calls) {
    const maker = given[0] && makerNamed(evaluation, given[0], module);
    if (maker) for (const part of given.slice(1)) yield* methodsOf(maker, part);
  }
}

function* methodsOf(maker: FunctionNode, part: Node): Generator<Method> {
  for (const property of part.type === 'ObjectExpression' ? part.properties : []) {
    const name =
      property.type === 'Property' && property.kind === 'init' ? keyName(property) : null;
    if (property.type === 'Property' && name !== null) yield [maker, name, property.value];
  }
}

/** The function in `Client.prototype`. */
function makerNamed(evaluation: Evaluation, node: Node, module: SourceModule): FunctionNode | null {
  if (node.type !== 'MemberExpression' || keyName(node) !== 'prototype') return null;
  const made = evaluation.valueOf(node.object, { module, frame: null });
  return made.kind === 'function' && made.module === module ? made.node : null;
}

/** What decides what `this` is, or a name that stands for it. */
function keeperOfThis(node: Node, module: SourceModule): Node | null {
  const self = node.type === 'Identifier' ? thisNamedBy(node, module) : node;
  return self?.type === 'ThisExpression' ? keeperOf(self) : null;
}
