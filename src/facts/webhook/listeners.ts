import type { TSESTree } from '@typescript-eslint/utils';
import type { HandlerForm, WebFramework } from '../../clients/schema.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { FileView } from '../fact.ts';
import type { HandlerSite } from './site.ts';
import { frameworks, handlerBehind, rolesOf } from './site.ts';

type Form = Extract<HandlerForm, { form: 'listener' }>;
type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/** The function that a plain server calls with every request. */
export function listenerSites(view: FileView): HandlerSite[] {
  return frameworks.flatMap((framework) =>
    framework.forms.flatMap((form) => {
      if (form.form !== 'listener') return [];
      return view.candidates.calls.flatMap((call) => siteOf(call, framework, form, view) ?? []);
    }),
  );
}

function siteOf(
  call: Call,
  { modules, name, request, answers }: WebFramework,
  form: Form,
  { module }: FileView,
): HandlerSite | null {
  const callee = valueOf(call.callee, module);
  if (callee.kind !== 'external' || callee.source === null || !modules.includes(callee.source))
    return null;
  const argument = call.arguments.at(form.argument);
  if (!form.makes.includes(callee.path.at(-1) ?? '') || !argument) return null;
  const found = argument.type === 'SpreadElement' ? null : handlerBehind(argument, module);
  if (!found || found.fn.module !== module) return null;
  return {
    node: call.callee,
    fn: found.fn.node,
    module,
    framework: name,
    form: 'listener',
    method: null,
    path: null,
    name: found.name,
    roles: rolesOf(request),
    reads: request,
    answers,
    chain: found.wrappers,
  };
}
