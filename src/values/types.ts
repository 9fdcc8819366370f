import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../ast/node.ts';
import { keyName } from '../ast/node.ts';
import type { Context, Evaluation } from './evaluation.ts';
import { unknown } from './evaluation.ts';
import type { Entry, ObjectValue, Value } from './value.ts';

/**
 * The type annotation of a declared name, or of what a function gives back, as a value: a class of this project, a type of a package
 * (`import type { AxiosInstance }` is external `AxiosInstance`), for `typeof x` the value of `x`, for
 * `ReturnType<typeof make>` what a call of it gives, and for an object type or an interface the object of its members, as far as their types say anything.
 * Null where there is none, or where it says nothing (`string`, `unknown`).
 */
export function typeOf(evaluation: Evaluation, declaration: Node, context: Context): Value | null {
  const annotated = annotationOf(declaration);
  return annotated ? valueOfType(evaluation, annotated, context) : null;
}

/**
 * A value that is known for no more than where it comes from, as the class of the project that its
 * declaration names: `const orders: Orders = container.get('orders')`. Any other value as it is.
 */
export function declaredAs(
  evaluation: Evaluation,
  value: Value,
  declaration: Node,
  context: Context,
): Value {
  const isOpaque = value.kind === 'unknown' || (value.kind === 'call' && !value.isNew);
  const type = isOpaque ? typeOf(evaluation, declaration, context) : null;
  return type?.kind === 'class'
    ? { node: value.node, module: value.module, kind: 'typed', type }
    : value;
}

function annotationOf(declaration: Node): TSESTree.TypeNode | null {
  switch (declaration.type) {
    case 'TSParameterProperty':
      return annotationOf(declaration.parameter);
    case 'AssignmentPattern':
      return annotationOf(declaration.left);
    case 'Identifier':
    case 'PropertyDefinition':
    case 'ObjectPattern':
    case 'TSPropertySignature':
      return declaration.typeAnnotation?.typeAnnotation ?? null;
    case 'TSTypeAliasDeclaration':
      return declaration.typeAnnotation;
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return declaration.returnType?.typeAnnotation ?? null;
    default:
      return null;
  }
}

function valueOfType(
  evaluation: Evaluation,
  type: TSESTree.TypeNode,
  context: Context,
): Value | null {
  switch (type.type) {
    case 'TSTypeReference':
      return (
        wrapped(evaluation, type, context) ??
        returned(evaluation, type, context) ??
        valueOfName(evaluation, type.typeName, context)
      );
    case 'TSTypeQuery':
      return type.exprName.type === 'TSImportType'
        ? null
        : valueOfName(evaluation, type.exprName, context);
    case 'TSUnionType': {
      const useful = type.types.filter((part) => !EMPTY.has(part.type));
      return useful.length === 1 && useful[0] ? valueOfType(evaluation, useful[0], context) : null;
    }
    case 'TSTypeLiteral':
      return objectOfType(evaluation, type, type.members, context);
    default:
      return null;
  }
}

/** An object of which only the types of its members are known; there may be others. */
export function objectOfType(
  evaluation: Evaluation,
  node: Node,
  members: readonly TSESTree.TypeElement[],
  context: Context,
): ObjectValue {
  const entries = members.flatMap((member): Entry[] => {
    const name = member.type === 'TSPropertySignature' ? keyName(member) : null;
    const place = { node: member, module: context.module };
    const value = (): Value => {
      const type = typeOf(evaluation, member, context);
      return type ? { ...place, kind: 'typed', type } : unknown(place);
    };
    return name === null ? [] : [{ kind: 'property', name, node: member, value }];
  });
  return { node, module: context.module, kind: 'object', entries, open: true };
}

const EMPTY: ReadonlySet<string> = new Set(['TSUndefinedKeyword', 'TSNullKeyword']);

/** Types that say the same of their argument. */
const TRANSPARENT: ReadonlySet<string> = new Set([
  'Readonly',
  'Partial',
  'Required',
  'NonNullable',
  'Awaited',
  'InstanceType',
]);

function wrapped(
  evaluation: Evaluation,
  type: TSESTree.TSTypeReference,
  context: Context,
): Value | null {
  const [argument] = type.typeArguments?.params ?? [];
  if (type.typeName.type !== 'Identifier' || !TRANSPARENT.has(type.typeName.name) || !argument)
    return null;
  return valueOfType(evaluation, argument, context);
}

/** `ReturnType<typeof connect>`: what a call gives, whatever it was given. */
function returned(
  evaluation: Evaluation,
  type: TSESTree.TSTypeReference,
  context: Context,
): Value | null {
  const [argument] = type.typeArguments?.params ?? [];
  if (type.typeName.type !== 'Identifier' || type.typeName.name !== 'ReturnType' || !argument)
    return null;
  const callee = valueOfType(evaluation, argument, context);
  const place = { node: type, module: context.module };
  if (callee?.kind === 'function')
    return callee.node.params.length === 0 ? evaluation.call(callee, [], place) : null;
  return callee && { ...place, kind: 'call', isNew: false, callee, args: [], openFrom: 0 };
}

function valueOfName(
  evaluation: Evaluation,
  name: TSESTree.EntityName,
  context: Context,
): Value | null {
  const place = { node: name, module: context.module };
  switch (name.type) {
    case 'Identifier': {
      const value = evaluation.valueOf(name, context);
      return value.kind === 'unknown' ? null : value;
    }
    case 'TSQualifiedName': {
      const left = valueOfName(evaluation, name.left, context);
      return left && evaluation.memberOf(left, name.right.name, place);
    }
    default:
      return null;
  }
}
