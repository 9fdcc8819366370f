import type { ApiEvidence } from '../../apis/index.ts';
import type { Node } from '../../ast/node.ts';
import { wordsOf } from '../../ast/words.ts';
import { attributeOf } from '../../values/objects.ts';
import { credentialName } from '../credential/name.ts';
import type { FileView } from '../fact.ts';
import type { LiteralPlace } from '../literal-place.ts';
import type { ApiCall } from '../request/api-call.ts';

/** Words that say webhook. */
export const HOOK_WORDS: ReadonlySet<string> = new Set([
  'webhook',
  'webhooks',
  'hook',
  'hooks',
  'whsec',
  'callback',
  'ipn',
]);

/** `webhookSecret`, `MC_WEBHOOK_SIGNING_KEY`. */
export function isWebhookSecretName(name: string): boolean {
  if (/^whsec$/i.test(name)) return true;
  const kind = credentialName(name);
  return kind !== null && kind !== 'weak' && wordsOf(name).some((word) => HOOK_WORDS.has(word));
}

/** Whether a place takes the secret of a webhook: by its name, or as the `secret` of a registration. */
export function registrationOf(
  { name, holder, whole }: LiteralPlace,
  { facts }: FileView,
): ApiEvidence | null {
  if (name === null) return null;
  if (isWebhookSecretName(name)) return {};
  if (!/^(?:signing_?)?secret$/i.test(name)) return null;
  const [start, end] = holder.range;
  const call = facts.apiCall.find((one) => {
    const { range } = one.node;
    if (!registersHook(one)) return false;
    return range[0] <= start && end <= range[1] ? holder.type === 'Property' : takes(one, whole);
  });
  return call ? call.evidence : null;
}

const registersHook = ({ address }: ApiCall): boolean =>
  wordsOf(address.path ?? '').some((word) => HOOK_WORDS.has(word));

/** `const secret = …; post('/webhooks', { secret })`. */
function takes({ body }: ApiCall, made: Node): boolean {
  if (body.state !== 'known') return false;
  const secret = attributeOf(body.value, 'secret');
  return secret.state === 'known' && secret.value.node === made;
}
