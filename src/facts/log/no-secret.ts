import { publicTokenServices } from '../../clients/public-tokens.ts';
import { tokenDecoders } from '../../clients/token-decoders.ts';
import type { TokenDecoder } from '../../clients/token-decoders.ts';
import type { Node } from '../../ast/node.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import { returnsOf } from '../../ast/returns.ts';
import { wordsOf } from '../../ast/words.ts';
import { valueOf } from '../../values/evaluate.ts';
import { attributeOf } from '../../values/objects.ts';
import type { CallValue, Value } from '../../values/value.ts';
import { alternatives } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import { isSameThing } from './secret-reads.ts';

/** What a token says, once it is decoded. */
const CLAIMS: ReadonlySet<string> = new Set(
  'aud azp claims exp iat iss jti nbf oid roles scope scopes scp sub tid upn'.split(' '),
);
const ITSELF: ReadonlySet<string> = new Set(['raw', 'token', 'value']);

/** A token that is decoded already: a decoder gave it, or the code reads its claims off it. */
export function isDecoded(node: Node, { candidates, module }: FileView): boolean {
  if ([...alternatives(valueOf(node, module))].some(isOfDecoder)) return true;
  const read = candidates.members
    .filter((member) => isSameThing(unwrap(member.object), node, module))
    .map((member) => keyName(member) ?? '');
  return read.some((name) => CLAIMS.has(name)) && !read.some((name) => ITSELF.has(name));
}

function isOfDecoder(value: Value): boolean {
  if (value.kind === 'awaited') return [...alternatives(value.of)].some(isOfDecoder);
  if (value.kind === 'call')
    return (
      !isAskedRaw(value) &&
      (isFrom(value.callee, (decoder, name) => decoder.functions.includes(name)) ||
        givesDecoded(value.callee))
    );
  return value.kind === 'typed' && isFrom(value.type, ({ types }, name) => types.includes(name));
}

/** `getToken({ req, raw: true })`: the token as it came. */
const isAskedRaw = ({ args: [options] }: CallValue): boolean =>
  options !== undefined && attributeOf(options, 'raw').state === 'known';

/** A function of the project's that does nothing else, in any of its returns. */
function givesDecoded(callee: Value): boolean {
  if (callee.kind !== 'function') return false;
  const returned = returnsOf(callee.node);
  return (
    returned.length > 0 &&
    returned.every((each) => {
      const value = valueOf(each, callee.module);
      const given = value.kind === 'awaited' ? value.of : value;
      return given.kind === 'call' && given.callee.kind === 'external' && isOfDecoder(given);
    })
  );
}

const isFrom = (value: Value, isNamed: (decoder: TokenDecoder, name: string) => boolean): boolean =>
  value.kind === 'external' &&
  value.source !== null &&
  tokenDecoders.some(
    (decoder) =>
      decoder.modules.includes(value.source ?? '') && isNamed(decoder, value.path.at(-1) ?? ''),
  );

/** `device.cookie[key]`: several things by their keys, called `cookie`, and not the cookie of a session. */
export const isTable = (node: Node, name: string, { candidates, module }: FileView): boolean =>
  name === 'cookie' &&
  candidates.members.some(
    (member) =>
      member.computed &&
      keyName(member) === null &&
      isSameThing(unwrap(member.object), node, module),
  );

/** `this.mixpanel.token`: stands in every page. */
export function isPublicToken(wrapped: Node): boolean {
  const node = unwrap(wrapped);
  if (node.type !== 'MemberExpression' || !/^(?:token|apiKey|key)$/.test(keyName(node) ?? ''))
    return false;
  const object = unwrap(node.object);
  const owner = object.type === 'Identifier' ? object.name : (keyName(object) ?? '');
  return wordsOf(owner).some((word) => publicTokenServices.has(word));
}
