import type { TSESTree } from '@typescript-eslint/utils';
import { lengthMethods } from '../../clients/random-texts.ts';
import type { Node } from '../../ast/node.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import { environmentOf } from '../../values/address.ts';
import { valueOf } from '../../values/evaluate.ts';
import { importedFrom } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import { nameOf } from '../literal-place.ts';
import { isWebhookSecretName } from './secret-name.ts';
import type { WebhookSecret } from './secret.ts';

/** `WEBHOOK_SECRET: z.string().min(16)`, `{ WEBHOOK_SECRET: { type: 'string', minLength: 16 } }`. */
export function secretMinimums(view: FileView): WebhookSecret[] {
  return view.candidates.objects.flatMap((object) =>
    object.properties.flatMap((property) => {
      const name = property.type === 'Property' ? keyName(property) : null;
      if (property.type !== 'Property' || name === null || !isWebhookSecretName(name)) return [];
      const bound = boundIn(unwrap(property.value), view, 0);
      return bound ? minimum(bound, [name], view) : [];
    }),
  );
}

/** The number that a schema bounds the length with. */
function boundIn(node: Node, view: FileView, depth: number): Node | null {
  if (depth > 8) return null;
  if (node.type === 'ObjectExpression') return minLengthOf(node);
  if (node.type !== 'CallExpression') return null;
  const [first] = node.arguments;
  if (first && setsLength(node, view)) return first;
  const inner =
    node.callee.type === 'MemberExpression'
      ? [node.callee.object, ...node.arguments]
      : node.arguments;
  for (const part of inner) {
    const found = boundIn(unwrap(part), view, depth + 1);
    if (found) return found;
  }
  return null;
}

function minLengthOf(object: TSESTree.ObjectExpression): Node | null {
  const found = object.properties.find(
    (property) => property.type === 'Property' && keyName(property) === 'minLength',
  );
  return found?.type === 'Property' ? found.value : null;
}

function setsLength(call: TSESTree.CallExpression, { module }: FileView): boolean {
  const name = call.callee.type === 'MemberExpression' ? keyName(call.callee) : nameOf(call.callee);
  if (!lengthMethods.some(({ names }) => names.includes(name ?? ''))) return false;
  const source = importedFrom(valueOf(call.callee, module));
  return lengthMethods.some(
    ({ modules, names }) =>
      names.includes(name ?? '') && source !== null && modules.includes(source),
  );
}

function minimum(bound: Node, names: readonly string[], { module }: FileView): WebhookSecret[] {
  const { kind, ...known } = valueOf(bound, module);
  const length = kind === 'literal' && 'value' in known ? known.value : null;
  if (typeof length !== 'number') return [];
  return [
    {
      node: bound,
      how: 'minimum',
      length,
      variety: null,
      bound: { node: bound, perUnit: 1 },
      module,
      evidence: { credentialVariables: names },
    },
  ];
}

/** `if (webhookSecret.length < 16) throw …`. */
export function secretChecks(view: FileView): WebhookSecret[] {
  return view.candidates.comparisons.flatMap((node) => {
    const [measured, bound] =
      node.operator === '<'
        ? [node.left, node.right]
        : node.operator === '>'
          ? [node.right, node.left]
          : [];
    if (
      !measured ||
      !bound ||
      measured.type !== 'MemberExpression' ||
      keyName(measured) !== 'length'
    )
      return [];
    const variables = environmentOf(valueOf(measured.object, view.module));
    const names = variables.length > 0 ? variables : [nameOf(measured.object) ?? ''];
    return names.some(isWebhookSecretName) && isRefused(node)
      ? minimum(bound, variables, view)
      : [];
  });
}

/** What is too short is refused: the comparison is the test of an `if`, by itself or among others. */
function isRefused(node: Node): boolean {
  let test = node;
  while (test.parent?.type === 'LogicalExpression') test = test.parent;
  return test.parent?.type === 'IfStatement' && test.parent.test === test;
}
