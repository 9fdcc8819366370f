import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { keyName, unwrap } from '../../ast/node.ts';
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
