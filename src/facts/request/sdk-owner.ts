import type { Sdk } from '../../clients/schema.ts';
import type { Value } from '../../values/value.ts';
import { clientsOfKind } from './client-shapes.ts';

const sdks = clientsOfKind('sdk');

/** They give a promise of what follows. */
export const CHAINED: ReadonlySet<string> = new Set(['then', 'catch', 'finally']);

/** The method that is called, as the names that lead to it from what it belongs to. */
export interface Method {
  /** What the first of the names is a member of; null where there is no name. */
  readonly owner: Value | null;
  readonly names: readonly string[];
}

/** A method, or a method of a part: `client.chat.completions.create`, `client.calls(sid).update`. */
export function methodOf(callee: Value): Method {
  const names: string[] = [];
  let owner: Value = callee;
  while (owner.kind === 'member') {
    const { name, object } = owner;
    names.unshift(name);
    const isOfPart = object.kind === 'call' && !object.isNew && object.callee.kind === 'member';
    owner = isOfPart && !CHAINED.has(name) ? object.callee : object;
  }
  return { owner: names.length > 0 ? owner : null, names };
}

/** What made a value, or its type; for `ReturnType<typeof connect>` that is `connect`. */
export function makerOf(owner: Value | null): Value | null {
  if (owner?.kind === 'call') return owner.callee;
  const type = owner?.kind === 'typed' || owner?.kind === 'parameter' ? owner.type : null;
  return type?.kind === 'call' ? type.callee : type;
}

/** The SDK that an import comes from, whichever export it is. */
export function sdkOf(value: Value | null): Sdk | null {
  const source = value?.kind === 'external' ? value.source : null;
  return source === null ? null : (sdks.find(({ modules }) => modules.includes(source)) ?? null);
}

/** `new Stripe(…)`; the module itself makes a client also without `new`: `require('stripe')(key)`. */
export function sdkMadeBy(callee: Value | null, isNew: boolean): Sdk | null {
  const sdk = sdkOf(callee);
  if (!sdk || callee?.kind !== 'external') return null;
  const { path } = callee;
  const isWhole = path.length === 0 || (path.length === 1 && path[0] === 'default');
  return isWhole || (isNew && sdk.exports.includes(path.at(-1) ?? '')) ? sdk : null;
}

/** The SDK whose client a value is: made by it, or of its type. */
export const sdkOfClient = (client: Value | null): Sdk | null =>
  sdkMadeBy(makerOf(client), client?.kind !== 'call' || client.isNew);
