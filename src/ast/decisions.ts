import type { TSESTree } from '@typescript-eslint/utils';
import { callersGiven } from './hand-over.ts';
import { nameGiven } from './name-given.ts';
import type { Node } from './node.ts';
import { calledName, unwrap } from './node.ts';
import type { Scopes } from './scope.ts';

/** What a condition decides: what is done where it holds, and where it does not. */
export interface Decision {
  /** The whole condition, where it is tested. */
  readonly test: Node;
  readonly holds: Node | null;
  readonly fails: Node | null;
}

/** Names and functions that stand for a condition are followed this far. */
const MOST_HOPS = 4;

/**
 * What is decided by a term of a condition, alone or beside others: where it is tested itself, by
 * the constant that it is kept in, and by the function that gives it back.
 */
export const decisionsBy = (term: Node, scopes: Scopes): Decision[] =>
  decisions(term, { scopes, hops: 0, isAnswer: false });

interface Search {
  readonly scopes: Scopes;
  readonly hops: number;
  /** It stands for a condition, and is no value that is asked about itself. */
  readonly isAnswer: boolean;
}

function decisions(term: Node, search: Search): Decision[] {
  const { scopes, hops } = search;
  let node = term;
  let isTurned = false;
  for (let { parent } = node; parent; { parent } = node) {
    const decision = decisionAt(parent, node);
    if (decision) return [isTurned ? turned(decision) : decision];
    if (parent.type === 'UnaryExpression' && parent.operator === '!') isTurned = !isTurned;
    else if (!isPassedOn(parent, node)) break;
    node = parent;
  }
  if (hops >= MOST_HOPS) return [];
  const isAnswer = isAsked(node) || (search.isAnswer && node.type !== 'LogicalExpression');
  const found = standInsOf(node, isAnswer, scopes).flatMap((each) =>
    decisions(each, { scopes, hops: hops + 1, isAnswer }),
  );
  return isTurned ? found.map((each) => turned(each)) : found;
}

const turned = ({ test, holds, fails }: Decision): Decision => ({
  test,
  holds: fails,
  fails: holds,
});

/** `if (test) … else …`, `test ? … : …`, `test && f();` */
function decisionAt(parent: Node, node: Node): Decision | null {
  if (parent.type === 'IfStatement' || parent.type === 'ConditionalExpression')
    return parent.test === node
      ? { test: node, holds: parent.consequent, fails: parent.alternate }
      : null;
  if (parent.type !== 'LogicalExpression' || parent.left !== node) return null;
  if (parent.parent.type !== 'ExpressionStatement' || parent.operator === '??') return null;
  return parent.operator === '&&'
    ? { test: node, holds: parent.right, fails: null }
    : { test: node, holds: null, fails: parent.right };
}

/** `a && x`, `Boolean(x)`, `await x`, `x as boolean`: x is a term of it. */
function isPassedOn(outer: Node, inner: Node): boolean {
  if (outer.type === 'LogicalExpression') return outer.operator !== '??';
  if (outer.type === 'CallExpression')
    return (
      outer.arguments[0] === inner &&
      outer.callee.type === 'Identifier' &&
      outer.callee.name === 'Boolean'
    );
  return outer.type === 'AwaitExpression' || unwrap(outer) === unwrap(inner);
}

/** Reads of the constant that a condition is kept in, calls of the function that gives it back. */
function standInsOf(condition: Node, isAnswer: boolean, scopes: Scopes): readonly Node[] {
  // With a default, `key || ''`, it is the key itself that gets a name.
  if (condition.type === 'LogicalExpression' && !isAnswer) return [];
  const name = nameGiven(condition);
  if (name) return name.type === 'Identifier' ? readsOf(name, scopes) : [];
  if (!isAnswer) return [];
  return callersGiven(condition, scopes);
}

/** Whether it is true or false, and not the value that is asked about. */
function isAsked(node: Node): boolean {
  if (node.type === 'LogicalExpression') return node.operator === '&&' || isAsked(node.left);
  const inner = unwrap(node);
  if (inner.type === 'CallExpression') return TELLS.test(calledName(inner.callee));
  return inner.type === 'UnaryExpression' || inner.type === 'BinaryExpression';
}

/** Functions that tell whether something is so, and give back nothing of it. */
const TELLS = /^(?:Boolean|test|includes|has|some|every|startsWith|endsWith|(?:is|has)[A-Z]\w*)$/;

function readsOf(name: TSESTree.Identifier, scopes: Scopes): readonly Node[] {
  const binding = scopes.bindingOf(name);
  return binding?.writes.length === 1 ? binding.reads : [];
}
