import type { TSESTree } from '@typescript-eslint/utils';
import type { WebFramework } from '../../clients/schema.ts';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { FunctionValue, Value } from '../../values/value.ts';
import { frameworks } from './site.ts';

/**
 * The framework that a function takes requests of, by the type of its parameter (`c: Context` of
 * hono) or by what it was handed to (`defineEventHandler(…)` of h3). Middleware, which is given a
 * parameter more, takes none.
 */
export function frameworkTakenBy(
  { node, module }: Pick<FunctionValue, 'node' | 'module'>,
  wrappers: readonly Value[],
): WebFramework | null {
  return frameworkOfWrapper(wrappers) ?? frameworkOfParameter(node, module);
}

function frameworkOfParameter(fn: FunctionNode, module: SourceModule): WebFramework | null {
  const names = typesOf(fn.params[0]).flatMap((name) => {
    const type = valueOf(name, module);
    return type.kind === 'external' && type.source !== null ? [type] : [];
  });
  const framework = frameworks.find(({ modules, request }) =>
    names.some(
      ({ source, path }) =>
        modules.includes(source ?? '') && request.types?.includes(path.at(-1) ?? ''),
    ),
  );
  if (!framework) return null;
  const { parameter, response } = framework.request;
  const last = response ?? parameter;
  const isChained = framework.forms.some(({ form }) => form === 'register');
  const takes = fn.params.length > last && !(isChained && fn.params.length > last + 1);
  return takes ? framework : null;
}

/** The names in a parameter's type: `Request & { rawBody: Buffer }`, `RawBodyRequest<Request>`. */
function typesOf(parameter: Node | undefined): TSESTree.Identifier[] {
  if (parameter?.type !== 'Identifier' && parameter?.type !== 'ObjectPattern') return [];
  const type = parameter.typeAnnotation?.typeAnnotation;
  return type ? namesIn(type) : [];
}

function namesIn(type: TSESTree.TypeNode): TSESTree.Identifier[] {
  if (type.type === 'TSIntersectionType') return type.types.flatMap(namesIn);
  if (type.type !== 'TSTypeReference') return [];
  const own = type.typeName.type === 'Identifier' ? [type.typeName] : [];
  return [...own, ...(type.typeArguments?.params ?? []).flatMap(namesIn)];
}

function frameworkOfWrapper(wrappers: readonly Value[]): WebFramework | null {
  for (const wrapper of wrappers) {
    if (wrapper.kind !== 'external' || wrapper.source === null) continue;
    const { source, path } = wrapper;
    const framework = frameworks.find(
      ({ modules, forms }) =>
        modules.includes(source) &&
        forms.some(
          (form) => form.form === 'export' && form.wrappers?.includes(path.at(-1) ?? '') === true,
        ),
    );
    if (framework) return framework;
  }
  return null;
}
