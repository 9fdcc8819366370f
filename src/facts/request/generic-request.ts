import type { TSESTree } from '@typescript-eslint/utils';
import { addressOf } from '../../values/address.ts';
import { argumentsIn, valueIn } from '../../values/evaluate.ts';
import type { Context } from '../../values/evaluation.ts';
import type { Value } from '../../values/value.ts';
import { alternatives } from '../../values/value.ts';
import type { Request } from './request.ts';
import { argumentLayer } from './request-options.ts';

const METHODS: Readonly<Record<string, string>> = {
  get: 'GET',
  post: 'POST',
  put: 'PUT',
  patch: 'PATCH',
  delete: 'DELETE',
};

/**
 * A call on a client that is not known (a parameter, an import that can't be read), made the way all
 * clients are: `api.post('/orders', body)`. Reads need an absolute address: caches and maps have a
 * `get` too. What its options are is not known.
 */
export function genericRequest(
  node: TSESTree.CallExpression | TSESTree.NewExpression,
  callee: Value,
  context: Context,
): Request | null {
  if (node.type !== 'CallExpression') return null;
  const called = [...alternatives(callee)].find(
    (option) => option.kind === 'member' || option.kind === 'external',
  );
  const name =
    called?.kind === 'member'
      ? called.name
      : called?.kind === 'external' && called.source !== null
        ? called.path.at(-1)
        : undefined;
  const method = name !== undefined && Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
  if (!method || (called?.kind === 'member' && isRouteChain(called.object))) return null;
  const [first] = node.arguments;
  if (!first || first.type === 'SpreadElement') return null;
  const address = addressOf(valueIn(first, context));
  const isRemote = address.scheme === 'https' || address.scheme === 'http';
  const mayBePath = address.pattern.startsWith('/') && method !== 'DELETE';
  if (!isRemote && !mayBePath) return null;
  const given = argumentsIn(node, context);
  const { args } = given;
  const [, second] = args;
  if (args.some((value) => value.kind === 'function')) return null;
  if (!isRemote && method === 'GET' && second?.kind !== 'object') return null;
  const isBodiless = method === 'GET' || method === 'DELETE';
  const body = isBodiless ? undefined : second;
  return {
    node,
    context,
    client: null,
    on: null,
    method,
    address,
    layers: [...argumentLayer(given, isBodiless ? 1 : 2, 'call'), { of: 'creation', value: null }],
    body: body ? { state: 'known', value: body, node: body.node } : { state: 'unknown' },
    place: null,
    streams: false,
  };
}

/** `router.get('/a', handler).post('/a', handler)`: what a request gives has no methods that request. */
const isRouteChain = (owner: Value): boolean =>
  owner.kind === 'call' &&
  owner.callee.kind === 'member' &&
  Object.hasOwn(METHODS, owner.callee.name);
