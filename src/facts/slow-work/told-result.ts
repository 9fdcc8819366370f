import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { ancestorsOf, isFunction, keyName, unwrap, wrapped } from '../../ast/node.ts';
import { targetsOf } from '../../ast/pattern.ts';
import { nodesWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { FunctionValue } from '../../values/value.ts';
import { soleValueOf, writtenFor } from '../../values/written-for.ts';
import { functionOf } from '../webhook/site.ts';

/**
 * A helper is handed the response and answers with what it waited for: whoever called asked for
 * just that, and no event was delivered. `res.status(201).json({ id: link.id })`.
 */
export function isAskedFor(call: TSESTree.CallExpression, module: SourceModule): boolean {
  const handed = call.arguments.findIndex(
    (argument) =>
      argument.type === 'Identifier' && module.scopes.bindingOf(argument)?.kind === 'param',
  );
  const helper = handed < 0 ? null : functionOf(valueOf(call.callee, module));
  return (
    helper !== null &&
    nodesWithin(helper.module.calls, helper.node).some(
      ({ callee, arguments: [told] }) =>
        callee.type === 'MemberExpression' &&
        ANSWERS.has(keyName(callee) ?? '') &&
        isOfParameter(callee, helper) &&
        told !== undefined &&
        holdsResult(writtenFor(told, helper.module) ?? unwrap(told), helper.module),
    )
  );
}

/**
 * The function answers with what it waited for: `const made = await create(order); res.json({ id:
 * made.id })`. Whoever delivers events asks for nothing but their receipt.
 */
export function isAnsweredWith(
  call: TSESTree.CallExpression,
  { scopes }: Pick<SourceModule, 'scopes'>,
  depth = DEEPEST,
): boolean {
  const reads = namesGiven(call).flatMap((name) => scopes.bindingOf(name)?.reads ?? []);
  if (depth < DEEPEST && reads.some((read) => isWholeAnswer(read, call))) return true;
  return reads.some((read) => {
    const { parent } = read;
    const body = parent?.type === 'MemberExpression' ? parent.parent : null;
    return (
      isPartOfAnswer(read, scopes) ||
      (depth > 0 && body?.type === 'CallExpression' && isAnsweredWith(body, { scopes }, depth - 1))
    );
  });
}

/** `const data = await response.json(); res.status(200).json(data)`: the body of the request is all that is answered. */
function isWholeAnswer(read: Node, call: Node): boolean {
  const answer = wrapped(read).parent;
  return (
    read.range[0] > call.range[1] &&
    answer?.type === 'CallExpression' &&
    isAnswer(answer) &&
    answer.callee !== read
  );
}

/** From a request to its body, and to a part of that. */
const DEEPEST = 2;

/** `made` of `const made = await create(order)`, `made = await …`, `create(order).then((made) => …)`. */
function namesGiven(call: TSESTree.CallExpression): TSESTree.Identifier[] {
  const { parent } = wrapped(call);
  if (parent?.type === 'MemberExpression' && keyName(parent) === 'then') {
    const [next] = parent.parent.type === 'CallExpression' ? parent.parent.arguments : [];
    return isFunction(next) && next.params[0] ? [...targetsOf(next.params[0])] : [];
  }
  const given = parent?.type === 'AwaitExpression' ? wrapped(parent).parent : null;
  if (given?.type === 'VariableDeclarator') return [...targetsOf(given.id)];
  return given?.type === 'AssignmentExpression' && given.operator === '='
    ? [...targetsOf(given.left)]
    : [];
}

/** A value of the object that an answer is made of, other than what tells of a failure. */
function isPartOfAnswer(read: Node, scopes: SourceModule['scopes']): boolean {
  let isPart = false;
  for (const above of ancestorsOf(read)) {
    if (above.type === 'Property') {
      if (FAILURES.has(keyName(above) ?? '')) return false;
      isPart = true;
    } else if (above.type === 'CallExpression') {
      return isPart && isAnswer(above);
    } else if (above.type === 'VariableDeclarator') {
      const named = above.id.type === 'Identifier' ? scopes.bindingOf(above.id) : null;
      return isPart && named !== null && named.reads.some((each) => isAnswer(wrapped(each).parent));
    } else if (!PARTS.test(above.type)) return false;
  }
  return false;
}

const isAnswer = (call: Node | undefined): boolean =>
  call?.type === 'CallExpression' &&
  call.callee.type === 'MemberExpression' &&
  ANSWERS.has(keyName(call.callee) ?? '');

const FAILURES: ReadonlySet<string> = new Set([
  'error',
  'errors',
  'message',
  'status',
  'code',
  'ok',
]);

const PARTS = /^(?:Chain|Logical|Member|Object|TSAs|TSSatisfies|TSNonNull)Expression$/;

const holdsResult = (told: Node, module: SourceModule): boolean =>
  told.type === 'ObjectExpression' &&
  told.properties.some(
    (property) => property.type === 'Property' && isWaitedFor(property.value, module),
  );

const ANSWERS: ReadonlySet<string> = new Set(['json', 'send']);

/** `res.status(201).json`: a chain that starts at a parameter. */
function isOfParameter(chain: Node, { module }: FunctionValue): boolean {
  let root = chain;
  while (root.type === 'MemberExpression' || root.type === 'CallExpression')
    root = unwrap(root.type === 'MemberExpression' ? root.object : root.callee);
  return root.type === 'Identifier' && module.scopes.bindingOf(root)?.kind === 'param';
}

function isWaitedFor(value: Node, { scopes }: SourceModule): boolean {
  let root = unwrap(value);
  while (root.type === 'MemberExpression') root = unwrap(root.object);
  const binding = root.type === 'Identifier' ? scopes.bindingOf(root) : null;
  const given = binding && soleValueOf(binding);
  return given !== null && unwrap(given).type === 'AwaitExpression';
}
