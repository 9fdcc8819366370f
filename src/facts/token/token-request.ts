import type { FunctionNode } from '../../ast/node.ts';
import { isWithin } from '../../ast/within.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { textOf } from '../../values/source-module.ts';
import type { FunctionValue } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import type { ApiCall } from '../request/api-call.ts';
import { callsThatSend } from '../request/wrapped-request.ts';

/** Names under which an answer holds an access token. */
export const TOKEN = /^(?:(?:access|id|auth|session|bearer)_?)?(?:token|jwt)$/i;

const PATH =
  /(?:^|[/.])(?:oauth2?|openid-connect|connect)\/|(?:^|\/)(?:tokens?|login|log-in|signin|authenticate|sessions?)(?:$|[/?])/i;
const GRANT = /client_credentials|grant_type|refresh_token/;

/** Whether a request asks for an access token: by its path, or by the grant it names. */
export function isTokenRequest({ address, node, request }: ApiCall, module: SourceModule): boolean {
  if (PATH.test(address.path ?? '') || PATH.test(address.pattern)) return true;
  if (GRANT.test(textOf(node, module))) return true;
  return (
    request.body.state === 'known' &&
    GRANT.test(textOf(request.body.value.node, request.body.value.module))
  );
}

const known = new WeakMap<FunctionNode, boolean>();

/** Whether a function sends such a request, and gives back the token. */
export function givesToken(
  { node, module }: FunctionValue,
  { facts, module: own }: FileView,
): boolean {
  const before = known.get(node);
  if (before !== undefined) return before;
  const text = textOf(node, module);
  const gives =
    /access_?token|\btoken\b|\bjwt\b/i.test(text) && /\breturn\b|=>\s*[^{\s]/.test(text);
  const sends =
    module === own
      ? facts.apiCall.some((call) => isWithin(call.node, node) && isTokenRequest(call, module))
      : GRANT.test(text) && callsThatSend(node, module).length > 0;
  const isGiver = gives && sends && !LOOKS.test(text);
  known.set(node, isGiver);
  return isGiver;
}

/** A function that looks when its token ends gives a good one at any time. */
const LOOKS = /expir|Date\.now|\b401\b/i;
