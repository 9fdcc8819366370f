import { literalLast } from '../../ast/comparison.ts';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { nameGiven } from '../../ast/name-given.ts';
import { enclosingClass, enclosingFunction, keyName, unwrap, wrapped } from '../../ast/node.ts';
import { controlFlowOf } from '../../ast/control-flow/index.ts';
import { oncePer } from '../../ast/once.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { textOf } from '../../values/source-module.ts';
import type { FileView } from '../fact.ts';
import { isReduced } from './reduced.ts';
import { isHeldThing, isStrongSecret, sensitiveName } from './sensitive-name.ts';

/** The secret that the code reads off a thing elsewhere in the file, by its name: `accessToken` of `data`. */
export function secretReadFrom(node: Node, view: FileView): string | null {
  const { module } = view;
  const name = node.type === 'Identifier' ? node.name : (keyName(node) ?? '');
  const isThing = node.type === 'Identifier' ? isVariable(node, module) : true;
  if (!isThing || isHeldThing(name)) return null;
  for (const member of secretMembers(view)) {
    const object = unwrap(member.object);
    if (
      isSameThing(object, node, module) &&
      !isWrittenTo(member) &&
      !isMissingAt(node, member, module)
    )
      return keyName(member);
  }
  return null;
}

/** Where a file reads a secret off something. */
const secretMembers = oncePer(({ candidates }: FileView) =>
  candidates.members.filter((member) => isStrongSecret(keyName(member) ?? '')),
);

/** Written alike, and from the same start: `response.data` of another callback is another thing. */
export function isSameThing(one: Node, other: Node, module: SourceModule): boolean {
  return (
    one.type === other.type &&
    textOf(one, module) === textOf(other, module) &&
    startOf(one, module) === startOf(other, module)
  );
}

/** The binding or class that a chain of members starts from; null for what no file declares. */
function startOf(node: Node, { scopes }: SourceModule): object | null {
  let start = unwrap(node);
  while (start.type === 'MemberExpression' || start.type === 'CallExpression')
    start = unwrap(start.type === 'MemberExpression' ? start.object : start.callee);
  if (start.type === 'ThisExpression') return enclosingClass(start);
  return start.type === 'Identifier' ? scopes.bindingOf(start) : null;
}

const isWrittenTo = (member: Node): boolean =>
  (member.parent?.type === 'UnaryExpression' && member.parent.operator === 'delete') ||
  (member.parent?.type === 'AssignmentExpression' &&
    member.parent.left === member &&
    isReduced(member.parent.right));

/** `delete copy.headers.cookie`: a secret is taken out of what a variable holds. */
export function isCleaned(node: Node, { module }: FileView): boolean {
  const binding = node.type === 'Identifier' ? module.scopes.bindingOf(node) : null;
  return (binding?.reads ?? []).some((read) => {
    let member: Node = read;
    while (member.parent?.type === 'MemberExpression' && member.parent.object === member)
      member = member.parent;
    const isDeleted =
      member.parent?.type === 'UnaryExpression' && member.parent.operator === 'delete';
    return isDeleted && sensitiveName(keyName(member) ?? '') !== null;
  });
}

/** `if (data.token) { … } else log(data)`: the thing has no secret there. */
function isMissingAt(node: Node, member: Node, module: SourceModule): boolean {
  const fn = enclosingFunction(node);
  if (fn === null || enclosingFunction(member) !== fn) return false;
  const kept = nameKeeping(member);
  return isEmptyAt(node, member, module) || (kept !== null && isEmptyAt(node, kept, module));
}

/** `token` of `const token = data.token ?? data.key`. */
function nameKeeping(member: Node): Node | null {
  let node = wrapped(member);
  while (node.parent?.type === 'LogicalExpression' && node.parent.operator !== '&&')
    node = wrapped(node.parent);
  return nameGiven(node);
}

/**
 * `if (!req.body) log(req.body)`: a test on the way to a place has found nothing, or nothing in it, and
 * it is not set since.
 */
export function isEmptyAt(place: Node, thing: Node, module: SourceModule): boolean {
  const text = textOf(thing, module);
  return controlFlowOf(enclosingFunction(place) ?? module.program, module.visitorKeys)
    .guardsOf(place)
    .some(
      ({ test, outcome }) =>
        findsEmpty(unwrap(test), outcome === 'truthy', text, module) &&
        !isSetBetween(thing, test.range[1], place.range[0], module),
    );
}

/** `!body`, `Object.keys(body).length === 0`, either of them; `body` that came out false. */
function findsEmpty(test: Node, holds: boolean, text: string, module: SourceModule): boolean {
  if (test.type === 'LogicalExpression' && test.operator === (holds ? '||' : '&&'))
    return [test.left, test.right].every((side) => findsEmpty(unwrap(side), holds, text, module));
  if (test.type === 'UnaryExpression' && test.operator === '!')
    return findsEmpty(unwrap(test.argument), !holds, text, module);
  const counts = [`Object.keys(${text}).length`, `${text}.length`];
  if (test.type === 'BinaryExpression' && /^===?$/.test(test.operator) && holds) {
    const { left, right } = literalLast(test);
    return textOf(right, module) === '0' && counts.includes(textOf(left, module));
  }
  const bare = textOf(test, module);
  return !holds && (bare === text || counts.includes(bare));
}

function isSetBetween(thing: Node, from: number, to: number, module: SourceModule): boolean {
  const start = unwrap(thing);
  const binding = start.type === 'Identifier' ? module.scopes.bindingOf(start) : null;
  const text = textOf(thing, module);
  const targets = [
    ...(binding?.writes ?? []).map(({ target }) => target),
    ...module.memberWrites.map(({ left }) => left).filter((left) => textOf(left, module) === text),
  ];
  return targets.some(({ range }) => from <= range[0] && range[0] < to);
}

const VARIABLES: ReadonlySet<string> = new Set(['const', 'let', 'var', 'param']);

const isVariable = (node: TSESTree.Identifier, { scopes }: SourceModule): boolean =>
  VARIABLES.has(scopes.bindingOf(node)?.kind ?? '');
