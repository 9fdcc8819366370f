import type { TSESTree } from '@typescript-eslint/utils';
import { environmentSchemas } from '../../clients/environment-readers.ts';
import type { EnvironmentSchema } from '../../clients/environment-readers.ts';
import type { Node } from '../../ast/node.ts';
import { keyName, staticString, unwrap } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import { importedFrom } from '../../values/value.ts';
import { textOf } from './env-defaults.ts';
import { isVariableName } from './variable-name.ts';
import type { EnvDefault } from './env-defaults.ts';
import type { FileView } from '../fact.ts';

/** Defaults in a schema of the environment: `z.object({ X: z.string().default('v') })`, `{ env: 'X', default: 'v' }`. */
export function schemaDefaults(view: FileView): EnvDefault[] {
  return view.candidates.objects.flatMap((object) => {
    const described = describedVariable(object, view);
    if (described) return [described];
    return object.properties.flatMap((property) => {
      const variable = property.type === 'Property' ? keyName(property) : null;
      if (property.type !== 'Property' || variable === null || !isVariableName(variable)) return [];
      return schemaDefault(variable, unwrap(property.value), view) ?? [];
    });
  });
}

/** `{ env: 'X', default: 'v' }`. */
function describedVariable(
  object: TSESTree.ObjectExpression,
  { module }: FileView,
): EnvDefault | null {
  const value = (name: string) =>
    object.properties.find(
      (property) => property.type === 'Property' && keyName(property) === name,
    );
  const [env, fallback] = [value('env'), value('default')];
  if (env?.type !== 'Property' || fallback?.type !== 'Property') return null;
  const variable = staticString(env.value);
  const text = textOf(valueOf(fallback.value, module));
  if (variable === null || !isVariableName(variable) || text === undefined) return null;
  return {
    node: fallback,
    variable,
    form: 'option',
    read: fallback,
    value: fallback.value,
    text,
    required: null,
    module,
  };
}

function schemaDefault(variable: string, node: Node, view: FileView): EnvDefault | null {
  for (let call: Node = node; call.type === 'CallExpression';) {
    const schema = schemaOf(call, view);
    const found =
      schema &&
      (methodDefault(variable, call, schema, view) ??
        optionDefault(variable, call, schema, view) ??
        functionDefault(variable, call, schema, view));
    if (found) return found;
    if (call.callee.type !== 'MemberExpression') return null;
    call = unwrap(call.callee.object);
  }
  return null;
}

function schemaOf(call: TSESTree.CallExpression, { module }: FileView): EnvironmentSchema | null {
  const source = importedFrom(valueOf(call.callee, module));
  return (
    environmentSchemas.find(({ modules }) => source !== null && modules.includes(source)) ?? null
  );
}

function methodDefault(
  variable: string,
  call: TSESTree.CallExpression,
  schema: EnvironmentSchema,
  { module }: FileView,
): EnvDefault | null {
  const [value] = call.arguments;
  if (
    call.callee.type !== 'MemberExpression' ||
    !value ||
    !schema.defaultMethods.includes(keyName(call.callee) ?? '')
  )
    return null;
  const text = textOf(valueOf(value, module));
  if (text === undefined) return null;
  return {
    node: call,
    variable,
    form: 'chain',
    read: call.callee.object,
    value,
    text,
    required: schema.required,
    module,
  };
}

/** `optional(string(), 'v')`. */
function functionDefault(
  variable: string,
  call: TSESTree.CallExpression,
  { defaultFunctions = [] }: EnvironmentSchema,
  { module }: FileView,
): EnvDefault | null {
  const [schema, value] = call.arguments;
  if (!schema || !value || !defaultFunctions.includes(importedName(call, module))) return null;
  const text = textOf(valueOf(value, module));
  return text === undefined
    ? null
    : { node: call, variable, form: 'chain', read: schema, value, text, required: null, module };
}

/** What a package calls the function, however it is called here. */
function importedName({ callee }: TSESTree.CallExpression, module: FileView['module']): string {
  const value = valueOf(callee, module);
  return value.kind === 'external' ? (value.path.at(-1) ?? '') : '';
}

function optionDefault(
  variable: string,
  call: TSESTree.CallExpression,
  schema: EnvironmentSchema,
  { module }: FileView,
): EnvDefault | null {
  for (const argument of call.arguments) {
    if (argument.type !== 'ObjectExpression') continue;
    for (const property of argument.properties) {
      if (property.type !== 'Property' || !schema.defaultOptions.includes(keyName(property) ?? ''))
        continue;
      const text = textOf(valueOf(property.value, module));
      if (text !== undefined)
        return {
          node: property,
          variable,
          form: 'option',
          read: property,
          value: property.value,
          text,
          required: null,
          module,
        };
    }
  }
  return null;
}
