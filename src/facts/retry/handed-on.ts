import type { TSESTree } from '@typescript-eslint/utils';
import type { HttpClient } from '../../clients/schema.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { ParameterValue, Value } from '../../values/value.ts';
import { clientsOfKind } from '../request/client-shapes.ts';

const handling = clientsOfKind('http').filter(({ handlers }) => handlers !== undefined);

/** The client whose requests, all of them, a call in an interceptor hands on: `next(request)`, `next.handle(request)`. */
export function handedOnBy(call: TSESTree.CallExpression, module: SourceModule): HttpClient | null {
  const callee = valueOf(call.callee, module);
  const [handler, member] =
    callee.kind === 'member' ? [callee.object, callee.name] : [callee, null];
  if (handler.kind !== 'parameter') return null;
  return handling.find((client) => isHandler(handler, member, client)) ?? null;
}

function isHandler(
  parameter: ParameterValue,
  member: string | null,
  { modules, handlers }: HttpClient,
): boolean {
  const { types = {}, functions = {} } = handlers ?? {};
  const own = parameter.type && nameFrom(parameter.type, modules);
  if (own !== null) return Object.hasOwn(types, own) && types[own] === member;
  const around = member === null ? declaredType(parameter) : null;
  return around !== null && functions[around] === parameter.index;
}

/** The name of a type that one of these modules exports. */
const nameFrom = (type: Value, modules: readonly string[]): string | null =>
  type.kind === 'external' && type.source !== null && modules.includes(type.source)
    ? (type.path.at(-1) ?? null)
    : null;

/** `const retrying: HttpInterceptorFn = (request, next) => …` */
function declaredType({ fn: { parent } }: ParameterValue): string | null {
  const type =
    parent.type === 'VariableDeclarator' ? parent.id.typeAnnotation?.typeAnnotation : undefined;
  return type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier'
    ? type.typeName.name
    : null;
}
