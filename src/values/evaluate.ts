import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../ast/node.ts';
import { moduleNamed } from '../ast/imports.ts';
import { isFunction, keyName, staticString, unwrap } from '../ast/node.ts';
import { valueOfBinding, valueOfImport } from './bindings.ts';
import { argumentsOf, call } from './calls.ts';
import { choice, choiceOfTable, eitherOf } from './choices.ts';
import { enumAround, enumOf } from './enums.ts';
import type { Context, Evaluation } from './evaluation.ts';
import { unknown } from './evaluation.ts';
import { exportOf } from './exports.ts';
import { withLaterWrites } from './later-writes.ts';
import { memberOf } from './members.ts';
import { tsNamespaceOf } from './namespaces.ts';
import { arrayOf, attributeOf, objectOf } from './objects.ts';
import { binary, isTextual, textOf, unary } from './operators.ts';
import { madeByPlatform } from './platform.ts';
import { settled } from './promises.ts';
import { remembered } from './remembered.ts';
import { valueOfThis } from './self.ts';
import type { SourceModule } from './source-module.ts';
import { objectOfType, typeOf } from './types.ts';
import type { Place, Value } from './value.ts';

/** What an expression of a module is worth. */
export const valueOf = (node: Node, module: SourceModule): Value =>
  evaluation.valueOf(node, { module, frame: null });

/** The same inside of a call that is being followed. */
export const valueIn = (node: Node, context: Context): Value => evaluation.valueOf(node, context);

/** What a call's arguments are worth. */
export const argumentsIn = (
  node: TSESTree.CallExpression | TSESTree.NewExpression,
  context: Context,
) => argumentsOf(evaluation, node, context);

/** `object.name`, for a name that is asked for and not written in the code. */
export const member = (object: Value, name: string): Value =>
  memberOf(evaluation, object, name, object);

const evaluation: Evaluation = {
  valueOf: (node, context) => remembered(node, context, evaluate),
  memberOf: (object, name, place) => memberOf(evaluation, object, name, place),
  exportOf: (module, name, place) => exportOf(evaluation, module, name, place),
  call: (callee, args, place, caller) => call(evaluation, callee, args, place, caller ?? null),
};

const evaluate = (node: Node, context: Context): Value =>
  withLaterWrites(evaluation, node, written(node, context), context);

function written(wrapped: Node, context: Context): Value {
  const place: Place = { node: wrapped, module: context.module };
  const node = unwrap(wrapped);
  if (isFunction(node)) return { ...place, node, kind: 'function', frame: context.frame };
  switch (node.type) {
    case 'Literal':
      return 'regex' in node
        ? unknown(place)
        : { ...place, kind: 'literal', value: node.value as string };
    case 'TemplateLiteral':
      return templateOf(node, context, place);
    case 'Identifier':
    case 'JSXIdentifier':
      return identifierOf(node, context, place);
    case 'ObjectExpression':
      return objectOf(evaluation, node, context);
    case 'ArrayExpression':
      return arrayOf(evaluation, node, context);
    case 'MemberExpression':
      return memberExpression(node, context, place);
    case 'CallExpression':
    case 'NewExpression':
      return callOf(node, context, place);
    case 'ClassDeclaration':
    case 'ClassExpression':
      return { ...place, node, kind: 'class' };
    default:
      return evaluateDeclaration(node, context, place) ?? evaluateOperator(node, context, place);
  }
}

function evaluateDeclaration(node: Node, context: Context, place: Place): Value | null {
  switch (node.type) {
    case 'TSEnumDeclaration':
      return enumOf(evaluation, node, context, place);
    case 'TSModuleDeclaration':
      return tsNamespaceOf(evaluation, node, context, place);
    case 'TSTypeAliasDeclaration':
      return typeOf(evaluation, node, context) ?? unknown(place);
    case 'TSInterfaceDeclaration':
      return objectOfType(evaluation, node, node.body.body, context);
    default:
      return null;
  }
}

function evaluateOperator(node: Node, context: Context, place: Place): Value {
  const inner = (part: Node) => evaluation.valueOf(part, context);
  switch (node.type) {
    case 'BinaryExpression':
      return node.operator === '+'
        ? sumOf(node, context)
        : binary(node.operator, inner(node.left), inner(node.right), place);
    case 'UnaryExpression':
      return unary(node.operator, inner(node.argument), place);
    case 'LogicalExpression':
      return eitherOf(node.operator, inner(node.left), inner(node.right), place);
    case 'ConditionalExpression':
      return choice('?:', [inner(node.consequent), inner(node.alternate)], place);
    case 'AwaitExpression':
      return settled(inner(node.argument), place);
    case 'AssignmentExpression':
      return node.operator === '=' ? inner(node.right) : unknown(place);
    case 'SequenceExpression':
      return inner(node.expressions.at(-1) ?? node);
    case 'ImportExpression': {
      const source = staticString(node.source);
      return source === null
        ? unknown(place)
        : valueOfImport(evaluation, context, moduleNamed(source), '*', place);
    }
    case 'MetaProperty':
      return { ...place, kind: 'external', source: null, path: ['import.meta'] };
    case 'ThisExpression':
      return valueOfThis(evaluation, node, context, place);
    default:
      return unknown(place);
  }
}

/** `a + b + c + …`, without recursion: generated code adds thousands of pieces. */
function sumOf(sum: TSESTree.BinaryExpression, context: Context): Value {
  const rights: TSESTree.BinaryExpression[] = [];
  let first: Node = sum;
  while (first.type === 'BinaryExpression' && first.operator === '+') {
    rights.push(first);
    first = unwrap(first.left);
  }
  let left = evaluation.valueOf(first, context);
  let pieces: Value[] = [];
  for (const part of rights.reverse()) {
    const place: Place = { node: part, module: context.module };
    const right = evaluation.valueOf(part.right, context);
    if (pieces.length > 0) pieces.push(right);
    else if (isTextual(left) || isTextual(right)) pieces = [left, right];
    else left = binary('+', left, right, place);
  }
  return pieces.length > 0 ? textOf(pieces, { node: sum, module: context.module }) : left;
}

function templateOf(node: TSESTree.TemplateLiteral, context: Context, place: Place): Value {
  const pieces = node.quasis.flatMap((quasi, index): Value[] => {
    const text: Value = { ...place, kind: 'literal', value: quasi.value.cooked ?? quasi.value.raw };
    const hole = node.expressions[index];
    return hole ? [text, evaluation.valueOf(hole, context)] : [text];
  });
  return textOf(pieces, place);
}

const CONSTANTS: ReadonlyMap<string, number | undefined> = new Map([
  ['undefined', undefined],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
]);

function identifierOf(
  node: TSESTree.Identifier | TSESTree.JSXIdentifier,
  context: Context,
  place: Place,
): Value {
  const binding =
    context.module.scopes.bindingOf(node) ?? context.module.scopes.lookup(node.name, node);
  if (binding) return valueOfBinding(evaluation, binding, context, place);
  if (CONSTANTS.has(node.name))
    return { ...place, kind: 'literal', value: CONSTANTS.get(node.name) };
  const home = enumAround(node);
  const sibling = home && attributeOf(evaluation.valueOf(home, context), node.name);
  if (sibling?.state === 'known') return sibling.value;
  return { ...place, kind: 'external', source: null, path: [node.name] };
}

function memberExpression(node: TSESTree.MemberExpression, context: Context, place: Place): Value {
  const object = evaluation.valueOf(node.object, context);
  const name = keyName(node) ?? computedKey(node, context);
  if (name !== null) return memberOf(evaluation, object, name, place);
  return choiceOfTable(object, place) ?? unknown(place);
}

function computedKey(node: TSESTree.MemberExpression, context: Context): string | null {
  const key = evaluation.valueOf(node.property, context);
  return key.kind === 'literal' && key.value != null ? String(key.value) : null;
}

function callOf(
  node: TSESTree.CallExpression | TSESTree.NewExpression,
  context: Context,
  place: Place,
): Value {
  const callee = evaluation.valueOf(node.callee, context);
  const { args, openFrom } = argumentsOf(evaluation, node, context);
  const isNew = node.type === 'NewExpression';
  if (
    !isNew &&
    callee.kind === 'external' &&
    callee.source === null &&
    callee.path.join('.') === 'require'
  ) {
    const [source] = args;
    if (source?.kind === 'literal')
      return valueOfImport(evaluation, context, String(source.value), '*cjs', place);
  }
  const known =
    openFrom < Infinity
      ? null
      : isNew
        ? madeByPlatform(callee, args, place)
        : call(evaluation, callee, args, place, context.frame);
  return known ?? { ...place, kind: 'call', isNew, callee, args, openFrom };
}
