import { valueOf } from '../values/evaluate.ts';
import type { FileView } from './fact.ts';
import type { HandlerSite } from './webhook-site.ts';
import { frameworks, handlerBehind, rolesOf } from './webhook-site.ts';

/** The function that a plain server calls with every request. */
export function listenerSites(view: FileView): HandlerSite[] {
  return frameworks.flatMap((framework) =>
    framework.forms.flatMap((form) => {
      if (form.form !== 'listener') return [];
      return view.candidates.calls.flatMap((call): HandlerSite[] => {
        const callee = valueOf(call.callee, view.module);
        if (callee.kind !== 'external' || callee.source === null || !framework.modules.includes(callee.source)) return [];
        const argument = call.arguments.at(form.argument);
        if (!form.makes.includes(callee.path.at(-1) ?? '') || !argument || argument.type === 'SpreadElement') return [];
        const found = handlerBehind(argument, view.module);
        if (!found || found.fn.module !== view.module) return [];
        return [
          {
            node: call.callee,
            fn: found.fn.node,
            module: view.module,
            framework: framework.name,
            form: 'listener',
            method: null,
            path: null,
            name: found.name,
            roles: rolesOf(framework.request),
            reads: framework.request,
            answers: framework.answers,
            chain: found.wrappers,
          },
        ];
      });
    }),
  );
}
