import type { TSESTree } from '@typescript-eslint/utils';
import type { Binding } from '../../ast/scope.ts';
import { enclosingFunction, isFunction, unwrap } from '../../ast/node.ts';
import type { Node } from '../../ast/node.ts';
import { isWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import { globalName } from '../../values/platform.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import { soleValueOf } from '../../values/written-for.ts';
import { behindKeeper } from '../kept-function.ts';
import { callsThatSend } from '../request/wrapped-request.ts';
import type { Run, Scope, Thing } from './rehearsal.ts';
import { exactly, NOT_KNOWN, numberOf } from './rehearsal.ts';
import { thingOf } from './things.ts';

/** A variable's value; one that was declared before the rehearsed code starts gets its first value. */
export function read(node: TSESTree.Identifier, scope: Scope, run: Run): Thing {
  if (node.name === 'undefined') return exactly(undefined);
  if (node.name === 'Infinity')
    return numberOf(Number.POSITIVE_INFINITY, { node, module: scope.module });
  const binding =
    scope.module.scopes.bindingOf(node) ?? scope.module.scopes.lookup(node.name, node);
  if (!binding) return thingOf(valueOf(node, scope.module), scope);
  const holder = holderOf(binding, scope);
  return holder?.variables.get(binding) ?? firstValue(node, binding, scope, run);
}

export function holderOf(binding: Binding, scope: Scope): Scope | null {
  for (let at: Scope | null = scope; at; at = at.outer) if (at.variables.has(binding)) return at;
  return null;
}

/** The outermost scope, where what surrounds the rehearsed code is kept. */
export function rootOf(scope: Scope): Scope {
  let root = scope;
  while (root.outer) root = root.outer;
  return root;
}

function firstValue(node: TSESTree.Identifier, binding: Binding, scope: Scope, run: Run): Thing {
  const root = rootOf(scope);
  root.variables.set(binding, NOT_KNOWN);
  const value = valueBefore(node, binding, scope, run);
  root.variables.set(binding, value);
  return value;
}

function valueBefore(node: TSESTree.Identifier, binding: Binding, scope: Scope, run: Run): Thing {
  const [declaration] = binding.declarations;
  const declarator = declaration?.parent;
  if (binding.kind === 'param' && declaration)
    return parameterBefore(declaration, binding, scope, run);
  if (declarator?.type === 'VariableDeclarator' && declarator.id === declaration) {
    const later = declarator.init ? null : soleValueOf(binding);
    if (later && isFunction(unwrap(later))) return run.evaluate(later, rootOf(scope));
    if (!declarator.init) return isLoopVariable(declarator) ? NOT_KNOWN : exactly(undefined);
    return withLaterFields(run.evaluate(declarator.init, rootOf(scope)), declarator.init, scope);
  }
  return thingOf(valueOf(node, scope.module), scope);
}

/** An object has the fields that are written to it before the rehearsed code starts: `state.tries = 0`. */
function withLaterFields(thing: Thing, init: Node, scope: Scope): Thing {
  const made = thing.t === 'object' ? valueOf(init, scope.module) : null;
  if (thing.t !== 'object' || made?.kind !== 'object') return thing;
  for (const entry of made.entries) {
    if (entry.kind === 'property' && !thing.fields.has(entry.name))
      thing.fields.set(entry.name, thingOf(entry.value(), rootOf(scope)));
  }
  return thing;
}

const isLoopVariable = (declarator: Node): boolean => {
  const loop = declarator.parent?.parent;
  return loop?.type === 'ForOfStatement' || loop?.type === 'ForInStatement';
};

/** A parameter that counts down to the end has a large value at first; one with a default has that. */
function parameterBefore(declaration: Node, binding: Binding, scope: Scope, run: Run): Thing {
  const { parent } = declaration;
  if (parent?.type === 'AssignmentPattern' && isFunction(parent.parent)) {
    const byDefault = run.evaluate(parent.right, rootOf(scope));
    return byDefault.t === 'object'
      ? { ...byDefault, isOpen: true }
      : counting(byDefault, isCounted(binding, scope.module));
  }
  const value = argumentFor(binding, valueOf(declaration, scope.module), scope);
  if (value.t !== 'unknown') return value;
  if (!countsDown(binding, scope.module)) return value;
  run.assumedLimit = true;
  return numberOf(Number.POSITIVE_INFINITY, null, true);
}

/** What a parameter is when its function is called with a value. */
export const argumentFor = (binding: Binding, value: Value, scope: Scope): Thing =>
  counting(thingOf(value, scope), isCounted(binding, scope.module));

const counting = (value: Thing, isCounter: boolean): Thing =>
  value.t === 'number' ? { ...value, isCounter } : value;

const isCounted = (binding: Binding, module: SourceModule): boolean =>
  countsDown(binding, module) || binding.reads.some((read) => isStep(read, '+'));

/** Lowered, or given on as `name - 1` to what tries again; not one that is raised. */
const countsDown = (binding: Binding, module: SourceModule): boolean =>
  binding.reads.some((read) => isStep(read, '-') && isForNextTry(read, module)) &&
  !binding.reads.some((read) => isWrite(read, '+'));

/** `left`, `left--`: a name that counts down. */
export function isCountedDown(node: Node, module: SourceModule): boolean {
  const inner = unwrap(node);
  const name = inner.type === 'UpdateExpression' ? inner.argument : inner;
  const binding = name.type === 'Identifier' ? module.scopes.bindingOf(name) : null;
  return binding !== null && countsDown(binding, module);
}

function isStep(read: Node, operator: '+' | '-'): boolean {
  if (isWrite(read, operator)) return true;
  const { parent } = read;
  const isNext =
    parent?.type === 'BinaryExpression' && parent.operator === operator && parent.left === read;
  return (
    isNext &&
    enclosingFunction(read) !== null &&
    (parent.parent.type === 'CallExpression' || parent.parent.type === 'Property')
  );
}

/** `name++`, `name += 1`. */
function isWrite(read: Node, operator: '+' | '-'): boolean {
  const { parent } = read;
  if (parent?.type === 'UpdateExpression') return parent.operator.startsWith(operator);
  return (
    parent?.type === 'AssignmentExpression' &&
    parent.left === read &&
    parent.operator === `${operator}=`
  );
}

/** `Math.pow(2, attempt - 1)` and `backoff(attempt - 1)` reckon with a number that goes up. */
function isForNextTry(read: Node, module: SourceModule): boolean {
  const call = read.parent?.parent;
  if (call?.type !== 'CallExpression' || read.parent?.type !== 'BinaryExpression') return true;
  const callee = behindKeeper(valueOf(call.callee, module));
  if (callee.kind !== 'function') return globalName(callee) === null;
  return isWithin(read, callee.node) || callsThatSend(callee.node, callee.module).length > 0;
}
