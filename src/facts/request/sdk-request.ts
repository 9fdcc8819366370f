import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { isFunction, keyName, unwrap } from '../../ast/node.ts';
import { nodesWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import { namesOf } from '../../values/objects.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import { alternatives } from '../../values/value.ts';
import { clientsOfKind } from './client-shapes.ts';
import type { FunctionSearch } from '../through-functions.ts';
import { throughFunctions } from '../through-functions.ts';
import { CHAINED, makerOf, methodOf, sdkOf } from './sdk-owner.ts';

/** Functions that call functions are followed this deep. */
const DEEPEST = 3;

/** The first call in a function that leads to a request of an SDK; null where none is known to. */
export const callOfSdkIn: FunctionSearch<TSESTree.CallExpression | null> = throughFunctions(
  DEEPEST,
  null,
  (fn, module) => {
    const found = nodesWithin(module.calls, fn).find((call) => {
      if (call.type !== 'CallExpression') return false;
      if (isRequestOfSdk(call, module)) return true;
      const callee = valueOf(call.callee, module);
      return callee.kind === 'function' && callOfSdkIn(callee.node, callee.module) !== null;
    });
    return found?.type === 'CallExpression' ? found : null;
  },
);

/** A call of a method of an SDK's client whose result is waited for. */
export const isRequestOfSdk = (
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  module: SourceModule,
): boolean => call.type === 'CallExpression' && isAwaited(call) && isCallOfSdk(call, module);

/** A call of a method of an SDK's client. */
export function isCallOfSdk(call: TSESTree.CallExpression, module: SourceModule): boolean {
  const callee = valueOf(call.callee, module);
  return isSdk(methodOf(callee).owner) || isFunctionOfSdk(callee);
}

/** `mail.send(…)`, where the module is a client by itself. */
const isFunctionOfSdk = (callee: Value): boolean =>
  sdkOf(callee)?.functions?.includes(nameOf(callee)) === true;

const nameOf = (value: Value): string =>
  value.kind === 'external' ? (value.path.at(-1) ?? '') : '';

/** A call of a method that changes something at an SDK's API, as its data says. */
export function isWriteOfSdk(call: TSESTree.CallExpression, module: SourceModule): boolean {
  const { callee } = call;
  const name = callee.type === 'MemberExpression' ? keyName(callee) : null;
  if (name === null || !WRITES.has(name)) return false;
  const { owner, names } = methodOf(valueOf(callee, module));
  const { writes = [] } = sdkOf(makerOf(owner)) ?? {};
  return writes.some((write) => write === name || `.${names.join('.')}`.endsWith(`.${write}`));
}

/** Its result is waited for, by the function, by who calls it or by a callback: what is done at once is no request. */
function isAwaited(call: TSESTree.CallExpression): boolean {
  const last = call.arguments.at(-1);
  if (last && isFunction(last)) return true;
  let node: Node = call;
  while (node.parent && unwrap(node.parent) !== node.parent) node = node.parent;
  const { parent } = node;
  if (parent?.type === 'MemberExpression' && CHAINED.has(keyName(parent) ?? ''))
    return parent.parent.type === 'CallExpression' && isAwaited(parent.parent);
  return (
    parent?.type === 'AwaitExpression' ||
    parent?.type === 'ReturnStatement' ||
    (parent?.type === 'ArrowFunctionExpression' && parent.body === node)
  );
}

const WRITES: ReadonlySet<string> = new Set(
  clientsOfKind('sdk').flatMap(({ writes = [] }) =>
    writes.map((write) => write.split('.').at(-1) ?? write),
  ),
);

/** Options by which a client of a remote API is told who calls. */
const IDENTIFIES =
  /^(?:api_?(?:key|token|secret)|secret_?key|access_?token|auth_?token|bearer_?token|key_?id|client_?secret)$/i;

/** Environment variables with what tells a remote API who calls, and nothing that is signed with. */
const IDENTIFYING_VARIABLE = /(?:^|_)(?:API_?(?:KEY|TOKEN)|ACCESS_TOKEN|AUTH_TOKEN|BOT_TOKEN)$/;

function isSdk(owner: Value | null): boolean {
  const maker = makerOf(owner);
  if (maker?.kind !== 'external' || maker.source === null) return false;
  const known = sdkOf(maker);
  if (known)
    return known.queues !== true && !maker.path.some((name) => known.builders?.includes(name));
  const [first] = owner?.kind === 'call' && owner.isNew ? owner.args : [];
  if (first?.kind === 'object') return namesOf(first).some((name) => IDENTIFIES.test(name));
  return first !== undefined && [...alternatives(first)].some(isIdentifying);
}

const isIdentifying = (value: Value): boolean =>
  value.kind === 'env' && IDENTIFYING_VARIABLE.test(value.name);
