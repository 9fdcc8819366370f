import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../ast/node.ts';
import { enclosingClass, isFunction, keyName, staticString, unwrap } from '../ast/node.ts';
import { valueOfBinding, valueOfImport } from './bindings.ts';
import { argumentsOf, call } from './calls.ts';
import type { Context, Evaluation } from './evaluation.ts';
import { unknown } from './evaluation.ts';
import { exportOf } from './exports.ts';
import { memberOf } from './members.ts';
import { arrayOf, objectOf } from './objects.ts';
import { binary, textOf, unary } from './operators.ts';
import { madeByPlatform } from './platform.ts';
import type { SourceModule } from './source-module.ts';
import type { Choice, Entry, Place, Value } from './value.ts';
import { isNothing } from './value.ts';

/** The nodes that are being looked at: a node met again while it is needs itself. */
const busy = new Set<Node>();

/** Expressions nested deeper than this are unknown: no stack overflows on generated code. */
const DEEPEST = 400;

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

/** The value that a module exports under a name. */
export const exported = (module: SourceModule, name: string): Value =>
  exportOf(evaluation, module, name, { node: module.program, module });

/** `object.name`, for a name that is asked for and not written in the code. */
export const member = (object: Value, name: string): Value =>
  memberOf(evaluation, object, name, object);

const evaluation: Evaluation = {
  /** Outside of a call's frame a node's value is computed once. A node that needs itself is unknown. */
  valueOf(node, context) {
    const { frame, module } = context;
    const known = frame ? undefined : module.values.get(node);
    if (known) return known;
    const place: Place = { node, module };
    if (busy.has(node) || busy.size > DEEPEST) return unknown(place);
    busy.add(node);
    try {
      const value = evaluate(node, context, place);
      if (!frame && (busy.size === 1 || value.kind !== 'unknown')) module.values.set(node, value);
      return value;
    } finally {
      busy.delete(node);
    }
  },
  memberOf: (object, name, place) => memberOf(evaluation, object, name, place),
  exportOf: (module, name, place) => exportOf(evaluation, module, name, place),
  call: (callee, args, place) => call(evaluation, callee, args, place),
};

function evaluate(wrapped: Node, context: Context, place: Place): Value {
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
    case 'TSEnumDeclaration':
      return enumOf(node, context, place);
    default:
      return evaluateOperator(node, context, place);
  }
}

function evaluateOperator(node: Node, context: Context, place: Place): Value {
  const inner = (part: Node) => evaluation.valueOf(part, context);
  switch (node.type) {
    case 'BinaryExpression':
      return binary(node.operator, inner(node.left), inner(node.right), place);
    case 'UnaryExpression':
      return unary(node.operator, inner(node.argument), place);
    case 'LogicalExpression':
      return choiceOf(node.operator, [inner(node.left), inner(node.right)], place);
    case 'ConditionalExpression':
      return {
        ...place,
        kind: 'choice',
        by: '?:',
        options: [inner(node.consequent), inner(node.alternate)],
      };
    case 'AwaitExpression': {
      const of = inner(node.argument);
      if (of.kind === 'awaited') return of.of;
      return of.kind === 'call' || of.kind === 'member' ? { ...place, kind: 'awaited', of } : of;
    }
    case 'AssignmentExpression':
      return node.operator === '=' ? inner(node.right) : unknown(place);
    case 'SequenceExpression':
      return inner(node.expressions.at(-1) ?? node);
    case 'ImportExpression': {
      const source = staticString(node.source);
      return source === null
        ? unknown(place)
        : valueOfImport(evaluation, context, source, '*', place);
    }
    case 'MetaProperty':
      return { ...place, kind: 'external', source: null, path: ['import.meta'] };
    case 'ThisExpression':
      return thisOf(node, context, place);
    default:
      return unknown(place);
  }
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
  return { ...place, kind: 'external', source: null, path: [node.name] };
}

function memberExpression(node: TSESTree.MemberExpression, context: Context, place: Place): Value {
  const object = evaluation.valueOf(node.object, context);
  const name = keyName(node) ?? computedKey(node, context);
  return name === null ? unknown(place) : memberOf(evaluation, object, name, place);
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
      return valueOfImport(evaluation, context, String(source.value), '*', place);
  }
  const known =
    openFrom < Infinity
      ? null
      : isNew
        ? madeByPlatform(callee, args, place)
        : call(evaluation, callee, args, place);
  return known ?? { ...place, kind: 'call', isNew, callee, args, openFrom };
}

/** `a || b`: the first where it is certainly something, the second where it is certainly nothing. */
function choiceOf(by: Choice['by'], options: readonly [Value, Value], place: Place): Value {
  const [left, right] = options;
  if (by !== '&&' && isNothing(left)) return right;
  if (by !== '&&' && (left.kind === 'object' || left.kind === 'array' || left.kind === 'function'))
    return left;
  return { ...place, kind: 'choice', by, options };
}

/** `this` in a method is an instance of the class around it. */
function thisOf(node: Node, context: Context, place: Place): Value {
  if (context.frame?.self) return context.frame.self;
  const owner = enclosingClass(node);
  if (!owner) return unknown(place);
  return { ...place, kind: 'typed', type: { node: owner, module: context.module, kind: 'class' } };
}

function enumOf(node: TSESTree.TSEnumDeclaration, context: Context, place: Place): Value {
  let next = 0;
  const entries = node.body.members.map((member): Entry => {
    const index = next++;
    const implied: Value = { node: member, module: context.module, kind: 'literal', value: index };
    const { initializer } = member;
    const value = () => (initializer ? evaluation.valueOf(initializer, context) : implied);
    return { kind: 'property', name: keyName(member) ?? '', node: member, value };
  });
  return { ...place, kind: 'object', entries, open: false };
}
