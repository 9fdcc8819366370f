import type { CallValue, Value } from '../../values/value.ts';
import { attributeOf } from '../../values/objects.ts';
import type { Layer } from '../request/request-options.ts';
import { argumentLayer, optionOf } from '../request/request-options.ts';
import type { RpcClient } from './rpc-client.ts';

/** What clients bring to all their calls; a layer that is not known where that can't be told. */
export function creationLayers(clients: readonly RpcClient[]): Layer[] {
  return clients.flatMap(({ library, made }): Layer[] => {
    const { moreOptions, options } = library.clients;
    const holder = made && holderOf({ library, made });
    if (!made || !holder) return [UNKNOWN_LAYER];
    const more = moreOptions === undefined ? [] : argumentLayer(made, moreOptions, 'creation');
    const given = argumentLayer(holder, options.argument, 'creation');
    const isHidden = more.length > 0 || given.some((layer) => mayBoundByPolicy(layer, library));
    return isHidden ? [UNKNOWN_LAYER] : given;
  });
}

const UNKNOWN_LAYER: Layer = { of: 'creation', value: null };

/** The address that a client calls; null where it can't be told. */
export function addressGiven({ library, made }: RpcClient): Value | null {
  const holder = made && holderOf({ library, made });
  const { address, options } = library.clients;
  if (!holder) return null;
  if (typeof address === 'number') return holder.args[address] ?? null;
  const found = optionOf(argumentLayer(holder, options.argument, 'creation'), [address]);
  return found.state === 'known' ? found.value : null;
}

/** The call that takes a client's options. */
function holderOf({ library, made }: RpcClient & { readonly made: CallValue }): CallValue | null {
  const { inside } = library.clients.options;
  if (!inside) return made;
  const given = made.args[inside.at];
  if (given?.kind !== 'call' || given.callee.kind !== 'external') return null;
  const { source, path } = given.callee;
  const isKnown = source !== null && inside.modules.includes(source);
  return isKnown && inside.exports.includes(path.at(-1) ?? '') ? given : null;
}

function mayBoundByPolicy({ value }: Layer, { policy }: RpcClient['library']): boolean {
  if (!policy || !value) return false;
  const found = attributeOf(value, policy.option);
  return found.state === 'known' && mayHold(found.value, policy.bound, DEEPEST);
}

/** Rules are written this deep. */
const DEEPEST = 8;

/** Whether a name may stand in an object, an array, or a text that was written from them. */
function mayHold(value: Value, name: string, depth: number): boolean {
  if (depth === 0) return true;
  switch (value.kind) {
    case 'literal':
      return String(value.value).includes(name);
    case 'array':
      return value.open || value.elements.some((element) => mayHold(element, name, depth - 1));
    case 'object':
      return (
        value.open ||
        value.entries.some(
          (entry) =>
            entry.kind === 'computed' ||
            (entry.kind === 'property' && entry.name === name) ||
            mayHold(entry.value(), name, depth - 1),
        )
      );
    case 'call': {
      const [given] = value.args;
      const { callee } = value;
      const isText = callee.kind === 'external' && callee.path.join('.') === 'JSON.stringify';
      return !isText || !given || mayHold(given, name, depth - 1);
    }
    default:
      return true;
  }
}
