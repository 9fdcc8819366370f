import type { Node } from '../../ast/node.ts';
import { writtenText } from '../../ast/text.ts';
import { isLoopback } from '../request/loopback.ts';
import { addressOf } from '../../values/address.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { FileView } from '../fact.ts';
import { useOfAddress } from '../url/url-use.ts';
import type { CredentialName } from './name.ts';
import { credentialName } from './name.ts';
import type { CredentialText } from './text.ts';
import { credentialText } from './text.ts';

/** The credential that the text of a request's URL has among its parameters: `?appid=…`. */
export function keyInUrl(node: Node, view: FileView): CredentialText | null {
  const found = parameterIn(writtenText(node, '${}'));
  if (!found || useOfAddress(node, view) !== 'request') return null;
  const { host } = addressOf(valueOf(node, view.module));
  return host !== null && isLoopback(host) ? null : found;
}

function parameterIn(text: string): CredentialText | null {
  if (!/^(?:https?:\/\/|\$\{\}|\/|\?)/i.test(text) || /\s/.test(text)) return null;
  for (const [, name = '', value = ''] of text.matchAll(/[?&]([\w.-]+)=([^&#\s]+)/g)) {
    const kind = kindOf(name);
    const found = kind && !value.includes('$') ? credentialText(value, { name: kind }) : null;
    if (found) return found;
  }
  return null;
}

/** In `token` and `key` many things travel that open one thing alone. */
function kindOf(parameter: string): CredentialName | null {
  if (/^app_?id$/i.test(parameter)) return 'key';
  const kind = /^(?:token|key|secret)$/i.test(parameter) ? null : credentialName(parameter);
  return kind === 'weak' ? null : kind;
}
