import type { ApiEvidence } from '../../apis/index.ts';
import { credentialName, wordsOf } from '../credential/name.ts';
import type { FileView } from '../fact.ts';
import type { LiteralPlace } from '../literal-place.ts';

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
  { name, holder }: LiteralPlace,
  { facts }: FileView,
): ApiEvidence | null {
  if (name === null) return null;
  if (isWebhookSecretName(name)) return {};
  if (!/^(?:signing_?)?secret$/i.test(name) || holder.type !== 'Property') return null;
  const [start, end] = holder.range;
  const call = facts.apiCall.find(({ node }) => node.range[0] <= start && end <= node.range[1]);
  const isHook = wordsOf(call?.address.path ?? '').some((word) => HOOK_WORDS.has(word));
  return call && isHook ? call.evidence : null;
}
