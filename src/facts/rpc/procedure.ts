import type { TSESTree } from '@typescript-eslint/utils';
import { keyName } from '../../ast/node.ts';
import type { RpcLibrary } from '../../clients/schema.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import { alternatives } from '../../values/value.ts';
import type { RpcClient } from './rpc-client.ts';
import { rpcClientsOf } from './rpc-client.ts';

/** A method of a client, as something that is called. */
export interface Procedure {
  readonly library: RpcLibrary;
  readonly clients: readonly RpcClient[];
  /** Null where it is chosen when the program runs. */
  readonly name: string | null;
  /** It was made to give a promise in place of taking a callback. */
  readonly isPromisified: boolean;
}

/** The procedure that a callee is; null for any other. */
export function procedureOf(
  callee: TSESTree.CallExpression['callee'],
  module: SourceModule,
): Procedure | null {
  const called =
    callee.type === 'MemberExpression'
      ? (methodOf(valueOf(callee.object, module), keyName(callee)) ?? valueOf(callee, module))
      : valueOf(callee, module);
  const found = 'kind' in called ? procedureOfValue(called) : called;
  return found && !isOther(found) ? found : null;
}

const isOther = ({ library, name }: Procedure): boolean =>
  name !== null && library.calls.others.includes(name);

function methodOf(object: Value, name: string | null): Procedure | null {
  const clients = rpcClientsOf(object);
  const [first] = clients;
  return first ? { library: first.library, clients, name, isPromisified: false } : null;
}

/** `const { getOrder } = client`, `promisify(client.getOrder).bind(client)`. */
function procedureOfValue(value: Value): Procedure | null {
  for (const option of alternatives(value)) {
    const found = option.kind === 'call' ? promisified(option) : bare(option);
    if (found) return found;
  }
  return null;
}

const bare = (value: Value): Procedure | null =>
  value.kind === 'member' ? methodOf(value.object, value.name) : null;

function promisified({ callee, args }: Extract<Value, { kind: 'call' }>): Procedure | null {
  const [given] = args;
  if (!given || callee.kind !== 'external' || !UTILITIES.has(callee.source ?? '')) return null;
  if (callee.path.at(-1) !== 'promisify') return null;
  const found = bare(given);
  return found && { ...found, isPromisified: true };
}

const UTILITIES: ReadonlySet<string> = new Set(['util', 'node:util']);
