import { withoutComments } from '../../ast/comments.ts';
import type { Node } from '../../ast/node.ts';
import { nodesOf } from '../../ast/nodes.ts';
import { oncePer } from '../../ast/once.ts';
import { walk } from '../../ast/walk.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { textOf } from '../../values/source-module.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { FileView } from '../fact.ts';
import type { ApiCall } from '../request/api-call.ts';
import { isLogLike } from '../response/log-like.ts';
import { originOf } from './origin.ts';

/**
 * Whether the program that sends an order looks an existing one up by its reference, or tells the
 * error that says there is one: in this file, in the module that makes the
 * client, or in one whose functions this file uses.
 * @param field the field of the body that holds the reference
 */
export function looksUpDuplicate(call: ApiCall, field: string, view: FileView): boolean {
  const modules = [
    view.module,
    call.request.context.module,
    call.request.on?.made?.module,
    ...helpersOf(view.module),
  ];
  const isTold = [...new Set(modules)].some((module) => module && tellsDuplicate(module));
  return isTold || view.facts.apiCall.some((other) => readsBy(field, other, view.module));
}

/** The modules of the project whose functions this one calls or hands on: `.catch((error) => recovered(error))`. */
const helpersOf = (module: SourceModule): SourceModule[] =>
  module.calls.flatMap((call) =>
    [call.callee, ...call.arguments].flatMap((each) => {
      if (each.type !== 'Identifier') return [];
      const value = valueOf(each, module);
      return value.kind === 'function' ? [value.module] : [];
    }),
  );

const DUPLICATE = /duplicat|already[\s_-]?(?:exist|used|created|processed)/i;

/** In its code: a plan to do it does not count as doing it, nor does passing over the error. */
const tellsDuplicate = oncePer((module: SourceModule) => {
  const { text } = module;
  return DUPLICATE.test(text) && DUPLICATE.test(withoutComments(withoutPassedOver(module)));
});

/** The text without the branches that tell the error and then call nothing: no order comes of them. */
function withoutPassedOver(module: SourceModule): string {
  const { program, text, visitorKeys } = module;
  let left = text;
  for (const node of nodesOf(program, visitorKeys)) {
    if (node.type !== 'IfStatement' || !DUPLICATE.test(textOf(node.test, module))) continue;
    if (mayLookUp(node.consequent, module)) continue;
    const [start] = node.test.range;
    const [, end] = node.consequent.range;
    left = left.slice(0, start) + ' '.repeat(end - start) + left.slice(end);
  }
  return left;
}

/** It calls something that is neither a log nor what makes an id, or leaves the error to others. */
function mayLookUp(branch: Node, module: SourceModule): boolean {
  let may = false;
  walk(branch, module.visitorKeys, (node) => {
    if (node.type === 'ThrowStatement') may = true;
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return;
    may ||= !isLogLike(node) && originOf(valueOf(node, module)).sources.length === 0;
  });
  return may;
}

/** A read whose address or parameters name the field. */
function readsBy(field: string, { method, node }: ApiCall, { text }: SourceModule): boolean {
  if (method !== 'GET' && method !== null) return false;
  return text.slice(node.range[0], node.range[1]).includes(field);
}
