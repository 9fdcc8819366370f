import type { FunctionNode, Node } from '../../ast/node.ts';
import { isFunction, keyName } from '../../ast/node.ts';
import type { HttpClient } from '../../clients/schema.ts';
import { ownFunction } from '../../values/own-function.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { ApiCall } from '../request/api-call.ts';
import { optionOf } from '../request/request-options.ts';
import { bodyUseOf } from './body-use.ts';
import { isTold } from './refused.ts';

type Answer = NonNullable<HttpClient['answersCallback']>;

/** Members of a response that say nothing about its success. */
const NEUTRAL: ReadonlySet<string> = new Set(['on', 'once', 'setEncoding', 'headers', 'body']);

/**
 * The places where the body of an answer comes in that a callback gets and uses though nothing ever
 * reads its status; empty where the status is read, or the response goes where it can't be followed.
 */
export function uncheckedCallbackBodies(
  call: ApiCall,
  answer: Answer,
  module: SourceModule,
): readonly Node[] {
  const fn = call.via === 'direct' ? callbackOf(call, module) : null;
  if (!fn || isBestEffort(call)) return [];
  const response = fn.params[answer.response];
  if (response && response.type !== 'Identifier') return [];
  const reads = response ? (module.scopes.bindingOf(response)?.reads ?? []) : [];
  if (!reads.every(isNeutral)) return [];
  const bodies = [...reads.flatMap((read) => received(read, module)), ...given(fn, answer, module)];
  const used = bodies.map((body) => bodyUseOf(body, module));
  const isExamined = used.some(
    ({ isExamined, decisions, uses }) =>
      isExamined || decisions.length > 0 || uses.some((use) => isTold(use, module)),
  );
  return isExamined ? [] : bodies.filter((_, index) => (used[index]?.uses.length ?? 0) > 0);
}

/** Even that nobody answered is no failure to the code: `request.on('error', () => resolve(null))`. */
function isBestEffort({ request }: ApiCall): boolean {
  const listener = optionOf(request.layers, ['listeners.error']);
  if (listener.state !== 'known' || listener.value.kind !== 'function') return false;
  const { node, module } = listener.value;
  return readsOf(node.params[0], module).length === 0;
}

/** The function that is given last. */
function callbackOf({ node }: ApiCall, module: SourceModule): FunctionNode | null {
  const last = node.arguments.at(-1);
  if (!last || last.type === 'SpreadElement') return null;
  return isFunction(last) || last.type === 'Identifier' ? ownFunction(last, module) : null;
}

function isNeutral({ parent }: Node): boolean {
  return parent?.type === 'MemberExpression' && NEUTRAL.has(keyName(parent) ?? '');
}

/** `response.on('data', (chunk) => { text += chunk; })`, `response.body`. */
function received(read: Node, module: SourceModule): readonly Node[] {
  const member = read.parent;
  if (member?.type !== 'MemberExpression') return [];
  if (keyName(member) === 'body') return [member];
  const call = member.parent;
  const [event, listener] = call.type === 'CallExpression' ? call.arguments : [];
  if (event?.type !== 'Literal' || event.value !== 'data' || !isFunction(listener)) return [];
  return readsOf(listener.params[0], module);
}

/** `(error, response, body) => …`. */
const given = (fn: FunctionNode, { body }: Answer, module: SourceModule): readonly Node[] =>
  body === undefined ? [] : readsOf(fn.params[body], module);

const readsOf = (parameter: Node | undefined, module: SourceModule): readonly Node[] =>
  parameter?.type === 'Identifier' ? (module.scopes.bindingOf(parameter)?.reads ?? []) : [];
