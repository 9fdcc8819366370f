import type { TSESTree } from '@typescript-eslint/utils';
import type { HandlerForm, WebFramework } from '../../clients/schema.ts';
import { knownNames } from '../../ast/imports.ts';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { enclosingClass, isFunction, staticString } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import { attributeOf } from '../../values/objects.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import { isString } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import { guardedGlobally } from './global-guards.ts';
import type { HandlerSite, ParameterRole } from './site.ts';
import { frameworks } from './site.ts';

type Form = Extract<HandlerForm, { form: 'decorator' }>;

/** Methods under `@Post(path)` in classes under `@Controller(path)`. */
export function decoratedSites(view: FileView): HandlerSite[] {
  return frameworks.flatMap((framework) =>
    framework.forms.flatMap((form) =>
      form.form === 'decorator'
        ? view.candidates.decorators.flatMap(
            (decorator) => siteOf(decorator, framework, form, view) ?? [],
          )
        : [],
    ),
  );
}

function siteOf(
  decorator: TSESTree.Decorator,
  framework: WebFramework,
  form: Form,
  view: FileView,
): HandlerSite | null {
  const { module } = view;
  const name = nameOf(decorator, module);
  const method = decorator.parent;
  if (
    !form.methods.includes(name) ||
    method.type !== 'MethodDefinition' ||
    !isFunction(method.value)
  )
    return null;
  const owner = enclosingClass(method);
  const controller = owner?.decorators.find((other) => nameOf(other, module) === form.controller);
  if (!owner || !controller) return null;
  const verb = name === 'All' ? null : name.toUpperCase();
  const path = `${pathOf(controller, view)}/${pathOf(decorator, view)}`;
  const reads = framework.request;
  return {
    node: decorator,
    fn: method.value,
    module,
    framework: framework.name,
    form: 'decorator',
    method: verb,
    path,
    name: 'name' in method.key && typeof method.key.name === 'string' ? method.key.name : null,
    roles: rolesOf(method.value, form, module),
    reads,
    answers: framework.answers,
    chain: [...method.decorators, ...owner.decorators].flatMap((other) =>
      guardsOf(other, form, view),
    ),
    around: () =>
      form.global && guardedGlobally({ owner, path, module, reads }, form.global)
        ? 'unknown'
        : 'never',
  };
}

/** The name that the framework gives it. */
const nameOf = ({ expression }: TSESTree.Decorator, { scopes }: SourceModule): string => {
  const callee = expression.type === 'CallExpression' ? expression.callee : expression;
  return callee.type === 'Identifier' ? (knownNames(callee, scopes).at(-1) ?? '') : '';
};

function argumentsOf({ expression }: TSESTree.Decorator): Node[] {
  return expression.type === 'CallExpression' ? expression.arguments : [];
}

function pathOf(decorator: TSESTree.Decorator, { module }: FileView): string {
  const [first] = argumentsOf(decorator);
  if (!first) return '';
  const value = valueOf(first, module);
  const path = value.kind === 'object' ? attributeOf(value, 'path') : null;
  const text = path?.state === 'known' ? path.value : value;
  return isString(text) ? text.value : '';
}

/** A decorator of the project's own may apply guards; one that says so counts as a guard. */
function guardsOf(decorator: TSESTree.Decorator, form: Form, { module }: FileView): Value[] {
  const name = nameOf(decorator, module);
  if (form.guards.includes(name))
    return argumentsOf(decorator).map((argument) => valueOf(argument, module));
  if (!/guard|auth|verif|signature|hmac/i.test(name)) return [];
  const { expression } = decorator;
  return [valueOf(expression.type === 'CallExpression' ? expression.callee : expression, module)];
}

function rolesOf(
  fn: FunctionNode,
  { parameters }: Form,
  module: SourceModule,
): ReadonlyMap<number, ParameterRole> {
  const roles = new Map<number, ParameterRole>();
  fn.params.forEach((parameter, index) => {
    for (const decorator of parameter.decorators) {
      const kind = parameters[nameOf(decorator, module)];
      const [argument] = argumentsOf(decorator);
      const named = staticString(argument);
      if (kind) roles.set(index, kind === 'headers' && named !== null ? { header: named } : kind);
    }
  });
  return roles;
}

/** What a decorator gives a parameter whole: `@Body() order`, not a field of it (`@Body('id') id`). */
export function givenWhole(parameter: Node, module: SourceModule): ParameterRole | null {
  const [role] = ('decorators' in parameter ? parameter.decorators : []).flatMap((decorator) => {
    if (argumentsOf(decorator).some((argument) => staticString(argument) !== null)) return [];
    const name = nameOf(decorator, module);
    return roleTables.flatMap((parameters) => parameters[name] ?? []);
  });
  return role ?? null;
}

const roleTables: readonly Form['parameters'][] = frameworks.flatMap(({ forms }) =>
  forms.flatMap((form) => (form.form === 'decorator' ? [form.parameters] : [])),
);
