import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { bindingGiven } from '../../ast/name-given.ts';
import {
  ancestorsOf,
  enclosingFunction,
  isFunction,
  isMemberOfThis,
  keyName,
  unwrap,
} from '../../ast/node.ts';
import { within } from '../../ast/within.ts';
import type { Binding } from '../../ast/scope.ts';
import { controlFlowOf } from '../../ast/control-flow/index.ts';
import type { FlowRoot } from '../../ast/control-flow/index.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { nameOf, placeOf } from '../literal-place.ts';
import type { FileView } from '../fact.ts';
import { asksForAll, isRefusedAmongAll, isRefusedInList } from './checked-together.ts';
import { outcomesOf, termOf } from './env-outcome.ts';
import { isLeft, leavesWhereEmpty, testAround } from './refusal.ts';

/**
 * Whether the code looks at what it read before it goes on: a test that throws, returns or exits
 * where the value is empty, an assertion, or uses that all stand behind such a test.
 */
export function isCheckedAfter(read: Node, view: FileView): boolean {
  const named = bindingOfRead(read, view);
  if (named) return isChecked(named, view);
  const place = placeOf(read);
  if (leavesWhereEmpty(place.whole, view.module)) return true;
  if (place.form === 'returned') return isCheckedByCallers(read, view);
  if (place.name === null) return false;
  const { name } = place;
  if (isRefusedAmongAll(place.holder, view.module)) return true;
  return place.form === 'property' || place.form === 'assignment' || place.form === 'field'
    ? view.candidates.members.some(
        (member) => keyName(member) === name && leavesWhereEmpty(member, view.module),
      )
    : false;
}

function isCheckedByCallers(read: Node, view: FileView): boolean {
  const getter = enclosingFunction(read)?.parent;
  if (getter?.type === 'MethodDefinition' && getter.kind === 'get')
    return within(view.candidates.members, getter.parent, (member) => member).some(
      (member) =>
        isMemberOfThis(member) &&
        keyName(member) === keyName(getter) &&
        leavesWhereEmpty(member, view.module),
    );
  const calls = callsAround(read, view);
  return calls.length > 0 && calls.every((call) => isCheckedAfter(call, view));
}

/**
 * The name that a read is given: `const key = read`, `const { X: key = '' } = process.env`, or that
 * of a parameter it is the default of: `(key = read) => …`.
 */
export function bindingOfRead(read: Node, { module }: FileView): Binding | null {
  const { scopes } = module;
  const { parent } = read;
  if (parent?.type === 'AssignmentPattern' && parent.right === read)
    return parent.left.type === 'Identifier' ? scopes.bindingOf(parent.left) : null;
  const isPattern = read.type === 'AssignmentPattern' || parent?.type === 'ObjectPattern';
  const bound = read.type === 'Property' ? read.value : read;
  const target = bound.type === 'AssignmentPattern' ? bound.left : bound;
  if (isPattern || target.type === 'Identifier')
    return target.type === 'Identifier'
      ? (scopes.bindingOf(target) ?? scopes.lookup(target.name, target))
      : null;
  const { whole } = placeOf(read);
  return bindingGiven(whole, scopes) ?? bindingGiven(cleanedBy(whole, module), scopes);
}

/** `clean(process.env.X || '', 200)`, a function of the project: what it makes of the text is looked at. */
function cleanedBy(text: Node, module: SourceModule): Node {
  const call = text.parent;
  if (call?.type !== 'CallExpression' || call.arguments[0] !== text) return text;
  const cleaning = valueOf(call.callee, module);
  return cleaning.kind === 'function' && !cleaning.node.async ? call : text;
}

function isChecked(binding: Binding, view: FileView): boolean {
  const { module } = view;
  if (binding.reads.some((read) => leavesWhereEmpty(read, module) || isRefusedInList(read, module)))
    return true;
  const uses = binding.reads.filter((read) => !isTested(read));
  if (uses.length === 0)
    return binding.reads.some((read) => {
      const test = testAround(read);
      return test ? !test.whenEmpty : isAsked(read);
    });
  return (
    binding.reads.length > uses.length &&
    uses.every((use) => isGuarded(use, binding.name, module.visitorKeys))
  );
}

/**
 * A test that stands before the read, in the same function or around it, leaves where the variable
 * is empty: the default only stands in where something else was found to do.
 */
export function isRefusedBefore(read: Node, variable: string, view: FileView): boolean {
  const { module, candidates } = view;
  const inner = unwrap(read);
  const binding = inner.type === 'Identifier' ? module.scopes.bindingOf(inner) : null;
  const others = binding?.reads ?? candidates.members.filter((each) => keyName(each) === variable);
  const isRefused = others.some((other) =>
    outcomesOf(other, module.scopes).some(
      ({ test, empty }) =>
        test.range[1] <= read.range[0] &&
        isCodeAround(enclosingFunction(test), read) &&
        isLeft(empty, module.scopes),
    ),
  );
  return (
    isRefused || candidates.members.some((member) => asksForAll(member, variable, read, module))
  );
}

/** Calls of the function that gives back what is made of a read: `if (!isConfigured()) return null`. */
function callsAround(read: Node, { module: { scopes } }: FileView): Node[] {
  const fn = enclosingFunction(read);
  const name = fn?.type === 'FunctionDeclaration' ? fn.id : fn && variableOf(fn);
  if (!name || !isGivenBack(read, fn)) return [];
  return (scopes.bindingOf(name)?.reads ?? []).flatMap(({ parent }) =>
    parent?.type === 'CallExpression' && parent.arguments.length === 0 ? [parent] : [],
  );
}

const variableOf = ({ parent }: Node): TSESTree.Identifier | null =>
  parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id : null;

/** The statement it stands in is the function's one `return`, or its body. */
function isGivenBack(read: Node, fn: Node | null): boolean {
  for (const above of ancestorsOf(read)) {
    if (above.type === 'ReturnStatement') return above.parent.parent === fn;
    if (above === fn) return true;
    if (/Statement$|Declaration$/.test(above.type)) return false;
  }
  return false;
}

const isCodeAround = (fn: Node | null, node: Node): boolean =>
  fn === null || (fn.range[0] <= node.range[0] && node.range[1] <= fn.range[1]);

const isTested = (read: Node): boolean =>
  testAround(read) !== null || isLeftOfAnd(read) || isAsked(read);

/** `const isSet = key.length > 0`, `!key`: what is kept is whether there is one. */
function isAsked(read: Node): boolean {
  const term = termOf(read);
  return (
    (term !== read && term.type === 'BinaryExpression') ||
    (term.parent?.type === 'UnaryExpression' && term.parent.operator === '!')
  );
}

/** `key && send(key)`: what stands behind it is only there where it is. */
function isLeftOfAnd(read: Node): boolean {
  const { parent } = read;
  return parent?.type === 'LogicalExpression' && parent.operator === '&&' && parent.left === read;
}

/** Every path to a use has found the name to be something, or every path to where the function of the use is made. */
function isGuarded(
  use: Node,
  name: string,
  visitorKeys: FileView['module']['visitorKeys'],
): boolean {
  const root = [...ancestorsOf(use)].find(
    (above): above is FlowRoot => isFunction(above) || above.type === 'Program',
  );
  if (!root) return false;
  const guards = controlFlowOf(root, visitorKeys).guardsOf(use);
  const isFoundHere = guards.some(({ test, outcome }) => {
    if (test.type === 'BinaryExpression') return isFound(test, outcome === 'truthy', name);
    return outcome === 'truthy' && nameOf(test) === name;
  });
  const isMadeThere = root.type === 'FunctionExpression' || root.type === 'ArrowFunctionExpression';
  return isFoundHere || (isMadeThere && isGuarded(root, name, visitorKeys));
}

/** `x !== ''` held, or `x === ''` did not. */
function isFound(
  { left, right, operator }: TSESTree.BinaryExpression,
  holds: boolean,
  name: string,
): boolean {
  const sides = [left, right];
  return (
    (holds ? /^!==?$/ : /^===?$/).test(operator) &&
    sides.some((side) => side.type === 'Literal' && side.value === '') &&
    sides.some((side) => nameOf(side) === name)
  );
}
