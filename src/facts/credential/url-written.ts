import { sharedLinkHosts } from '../../clients/url-parameters.ts';
import { writtenText } from '../../ast/text.ts';
import { addressOf } from '../../values/address.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { FileView } from '../fact.ts';
import { isLoopback } from '../request/loopback.ts';
import { useOfAddress } from '../url/url-use.ts';
import { credentialName } from './name.ts';
import { credentialText } from './text.ts';
import type { FoundInUrl } from './url-credential.ts';

/** Credentials that are written out in the text of a URL. */
export function writtenCredentials(view: FileView): FoundInUrl[] {
  return view.candidates.strings.flatMap((node): FoundInUrl[] => {
    const where = placeIn(writtenText(node, '${}'));
    if (where === null) return [];
    const use = useOfAddress(node, view);
    const { host, path } = addressOf(valueOf(node, view.module));
    if (use === 'text' || use === 'comparison' || isOfNobody(host)) return [];
    const evidence = { ...(host === null ? {} : { host }), ...(path === null ? {} : { path }) };
    return [{ node, where, source: null, call: null, part: null, evidence }];
  });
}

/** On this machine, or a link to one file. */
const isOfNobody = (host: string | null): boolean =>
  host !== null && (isLoopback(host) || sharedLinkHosts.includes(host));

/** Where in the text of a URL a credential stands; null where none does. */
function placeIn(text: string): 'query' | 'userinfo' | null {
  if (!/^(?:https?:\/\/|wss?:\/\/|\/|\$\{\}|\?)/i.test(text) || /\s/.test(text)) return null;
  if (/^\w+:\/\/[^/?#@:]*:[^/?#@]+@/.test(text))
    return credentialText(text, { name: null }) ? 'userinfo' : null;
  const parameters = text.matchAll(/[?&]([\w.\-[\]]+)=([^&#\s]+)/g);
  return [...parameters].some(
    ([, name = '', value = '']) => credentialText(value, { name: credentialName(name) }) !== null,
  )
    ? 'query'
    : null;
}
