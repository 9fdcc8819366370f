import { withoutComments } from '../../ast/comments.ts';
import { oncePer } from '../../ast/once.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { FileView } from '../fact.ts';
import type { ApiCall } from '../request/api-call.ts';

/**
 * Whether the program that sends an order looks an existing one up by its reference, or tells the
 * error that says there is one: in this file, or in the module that makes the client.
 * @param field the field of the body that holds the reference
 */
export function looksUpDuplicate(call: ApiCall, field: string, view: FileView): boolean {
  const modules = [view.module, call.request.context.module, call.request.on?.made?.module];
  const isTold = [...new Set(modules)].some((module) => module && tellsDuplicate(module));
  return isTold || view.facts.apiCall.some((other) => readsBy(field, other, view.module));
}

/** In its code: a plan to do it does not count as doing it. */
const tellsDuplicate = oncePer(({ text }: SourceModule) =>
  /duplicat|already[\s_-]?(?:exist|used|created|processed)/i.test(withoutComments(text)),
);

/** A read whose address or parameters name the field. */
function readsBy(field: string, { method, node }: ApiCall, { text }: SourceModule): boolean {
  if (method !== 'GET' && method !== null) return false;
  return text.slice(node.range[0], node.range[1]).includes(field);
}
