import type { Node } from '../../ast/node.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import type { HttpClient, Shape } from '../../clients/schema.ts';
import { argumentsIn } from '../../values/evaluate.ts';
import type { Context } from '../../values/evaluation.ts';
import type { CallValue, Entry } from '../../values/value.ts';
import type { Layer } from './request-options.ts';
import { chainEntries, layerOfEntries } from './request-options.ts';

/** Where the chain that a request begins is followed to. */
interface Chain {
  readonly entries: Entry[];
  /** Where it was followed: `sent = sent.set(…)` leads back to where it began. */
  readonly seen: Set<Node>;
  /** It was handed on: what is set there is not seen. */
  isHandedOn: boolean;
}

/**
 * What is set on a request after the call that begins it: `get(url).timeout(5000)`, or
 * `const sent = request(url); sent.setTimeout(5000)`.
 */
export function chainedLater(
  node: Node,
  shape: Shape | undefined,
  client: HttpClient,
  context: Context,
): Layer[] {
  if (!shape) return [];
  const chain: Chain = { entries: [], seen: new Set(), isHandedOn: false };
  follow(node, shape, client, context, chain);
  // A layer each: `listeners.timeout` must not be hidden by `listeners.error`.
  const set = chain.entries.map((entry) => layerOfEntries(node, context.module, [entry])).reverse();
  return chain.isHandedOn ? [...set, { of: 'builder', value: null }] : set;
}

function follow(
  start: Node,
  shape: Shape,
  client: HttpClient,
  context: Context,
  chain: Chain,
): void {
  let node = start;
  while (node.parent && unwrap(node.parent) !== node.parent) node = node.parent;
  const { parent } = node;
  if (parent?.type === 'MemberExpression' && parent.object === node)
    followCall(parent, shape, client, context, chain);
  else if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier')
    followName(parent.id, shape, client, context, chain);
  else if (parent?.type === 'AssignmentExpression' && parent.right === node) {
    if (parent.left.type === 'Identifier') followName(parent.left, shape, client, context, chain);
    else chain.isHandedOn = true;
  } else if (parent?.type === 'CallExpression' || parent?.type === 'NewExpression')
    chain.isHandedOn = true;
}

/** A method of the request is called: it may set something, and what it gives may be the request again. */
function followCall(
  member: Node,
  shape: Shape,
  client: HttpClient,
  context: Context,
  chain: Chain,
): void {
  const call = member.parent;
  if (call?.type !== 'CallExpression' || call.callee !== member || chain.seen.has(call)) return;
  chain.seen.add(call);
  const signature = shape.members?.[keyName(member) ?? ''];
  if (typeof signature !== 'object' || signature.does !== 'set') return;
  const { args, openFrom } = argumentsIn(call, context);
  const made: Pick<CallValue, 'node' | 'args' | 'module'> = {
    node: call,
    args,
    module: context.module,
  };
  if (openFrom < Infinity) chain.isHandedOn = true;
  chain.entries.push(...chainEntries(made, signature));
  const next = client.shapes[signature.chain];
  if (next) follow(call, next, client, context, chain);
}

function followName(
  name: Node,
  shape: Shape,
  client: HttpClient,
  context: Context,
  chain: Chain,
): void {
  if (name.type !== 'Identifier') return;
  for (const read of context.module.scopes.bindingOf(name)?.reads ?? []) {
    const { parent } = read;
    if (parent?.type === 'MemberExpression' && parent.object === read)
      followCall(parent, shape, client, context, chain);
    else if (parent?.type === 'CallExpression' || parent?.type === 'Property')
      chain.isHandedOn = true;
  }
}
