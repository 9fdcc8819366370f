import type { FunctionNode, Node } from '../../ast/node.ts';
import { ancestorsOf, isFunction, unwrap, wrapped } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import { within } from '../../ast/within.ts';
import { ownFunction } from '../../values/own-function.ts';
import { soleValueOf } from '../../values/written-for.ts';
import type { FileView } from '../fact.ts';
import type { ApiCall } from '../request/api-call.ts';
import { argumentsFor } from '../signature/parameters.ts';

/** What is waited for in a block, and was sent before it or is handed in: `await pending`, `await task()` of a parameter. */
export function waitedForIn(block: Node, view: FileView): { at: Node; call: ApiCall }[] {
  if (view.facts.apiCall.length === 0) return [];
  const found: { at: Node; call: ApiCall }[] = [];
  walk(block, view.module.visitorKeys, (node) => {
    if (isFunction(node)) return 'skip';
    if (node.type !== 'AwaitExpression') return undefined;
    const at = unwrap(node.argument);
    for (const call of [...handedIn(at, view), ...sentBefore(at, view)]) found.push({ at, call });
    return undefined;
  });
  return found;
}

/** The requests that callers hand in, as promises or as functions that send them: `work`, `task()`. */
export function handedIn(wrapped: Node, view: FileView): ApiCall[] {
  const node = unwrap(wrapped);
  if (node.type !== 'CallExpression')
    return givenFor(node, view).flatMap((given) => requestAt(given, view));
  return givenFor(unwrap(node.callee), view).flatMap((given) => {
    const task = ownFunction(given, view.module);
    const sent = task ? within(view.facts.apiCall, task, (call) => call.node) : [];
    return sent.filter((call) => task && isHandedOn(call.node, task));
  });
}

const requestAt = (node: Node, { facts }: FileView): readonly ApiCall[] =>
  facts.apiCall.filter((call) => call.node === unwrap(node));

/** `const pending = fetch(url)` */
function sentBefore(name: Node, view: FileView): readonly ApiCall[] {
  const binding = name.type === 'Identifier' ? view.module.scopes.bindingOf(name) : null;
  const sent = binding && soleValueOf(binding);
  return sent ? requestAt(sent, view) : [];
}

/** What callers in the file give for a parameter and don't look at the outcome of; nothing for any other name. */
function givenFor(name: Node, { module }: FileView): Node[] {
  const binding = name.type === 'Identifier' ? module.scopes.bindingOf(name) : null;
  const [declared] = binding?.kind === 'param' ? binding.declarations : [];
  return declared ? argumentsFor(declared, module).filter(isNotAskedAbout) : [];
}

/** What the call gives is dropped or given on as it is: nobody there can tell `null` from an answer. */
function isNotAskedAbout(argument: Node): boolean {
  const call = wrapped(argument).parent;
  const { parent } = wrapped(
    call?.parent?.type === 'AwaitExpression' ? call.parent : (call ?? argument),
  );
  return ENDS.has(parent?.type ?? '');
}

const ENDS: ReadonlySet<string> = new Set([
  'ExpressionStatement',
  'ReturnStatement',
  'ArrowFunctionExpression',
]);

/** A function gives back what the request gives, or waits for it. */
export function isHandedOn(request: Node, fn: FunctionNode): boolean {
  for (const above of ancestorsOf(request)) {
    if (above === fn) return fn.body !== request ? fn.body.type !== 'BlockStatement' : true;
    if (above.type === 'ReturnStatement' || above.type === 'AwaitExpression') return true;
  }
  return false;
}
