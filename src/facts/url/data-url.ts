import { withoutEnding } from '../../ast/text.ts';
import { wordsOf } from '../../ast/words.ts';
import type { ApiEvidence } from '../../apis/index.ts';
import type { DataNode } from '../../ast/data-node.ts';
import type { NamedValue } from '../../data/named-value.ts';
import { isScript, wordsOfScript } from '../../data/script.ts';
import {
  environmentOfFile,
  isComposition,
  isDescription,
  isManifest,
  isTemplateFile,
  isTranslation,
  isVariableName,
} from '../data-place.ts';
import type { DataView } from '../data-view.ts';
import { isForOneEnvironment } from '../environment/data-environment.ts';
import { isTunnel, reachOf } from './host-reach.ts';
import type { UrlLiteral } from './url-literal.ts';
import type { UrlUse } from './url-use.ts';
import { namedUse } from './url-use.ts';

/** An address in a data file. */
interface DataUrl {
  readonly value: NamedValue;
  readonly node: DataNode;
  readonly scheme: string;
  /** In lower case; null where it is put in later. */
  readonly host: string | null;
  readonly hasPort: boolean;
  readonly path: string;
  readonly use: UrlUse;
}

/** Scheme, host, port, path. Each text can be read in one way only. */
const BEFORE_QUERY =
  /^(https?|wss?):\/\/(?:[^/?#@\s]*@)?(\[[^\]\s]*\]|(?:\$\{[^{}]*\}|\$(?!\{[^{}]*\})|[^/:?#\s$])*)(:[^/?#\s]*)?([^?#\s]*)/i;

/** The addresses of a data file. */
export function findDataUrls(view: DataView): UrlLiteral[] {
  const urls = view.values.flatMap((value) => {
    if (value.type !== 'string' || !value.text.includes('://')) return [];
    return isScript(value) ? inScript(value) : inValue(value, view);
  });
  const hosts = [...new Set(urls.flatMap(({ host }) => host ?? []))];
  return urls.map((url) => urlLiteral(url, hosts, view));
}

function inValue(value: NamedValue, view: DataView): DataUrl[] {
  const url = parsed(value, value.node, value.text.trim());
  return url ? [{ ...url, use: useOf(url, view) }] : [];
}

function parsed(value: NamedValue, node: DataNode, text: string): Omit<DataUrl, 'use'> | null {
  const [before = '', scheme, host = '', port, path = ''] = BEFORE_QUERY.exec(text) ?? [];
  if (scheme === undefined || /\s/.test(text.slice(before.length)) || /[<>"'`,]/.test(host))
    return null;
  return {
    value,
    node,
    scheme: scheme.toLowerCase(),
    host: host === '' || /[$%{*]/.test(host) ? null : host.toLowerCase(),
    hasPort: port !== undefined,
    path,
  };
}

/** Names that say whose address it is only together with the key above them. */
const BARE = /^(?:url|uri|href|address|domain|root|host|hostname|server|endpoint|base|link)$/i;

function useOf(url: Omit<DataUrl, 'use'>, view: DataView): UrlUse {
  const { value, host } = url;
  const { name, path } = value;
  if (host !== null && reachOf(host) === 'name') return 'identifier';
  if (name === null || !isConfiguration(value, view)) return 'unknown';
  if (!BARE.test(name)) return ownSite.test(name) ? 'text' : (namedUse(name) ?? 'unknown');
  const above = path.at(-2);
  if (above === undefined) return 'unknown';
  if (isOneOfWebhooks(url)) return 'webhook';
  return namedUse(`${above}_${name}`) ?? 'unknown';
}

/** `webhooks: { shop: { url } }`, where the address itself says that webhooks come there. */
function isOneOfWebhooks({ value, path }: Omit<DataUrl, 'use'>): boolean {
  const [group, one, name] = value.path.slice(-3);
  return (
    group !== undefined &&
    namedUse(`${group}_${one}_${name}`) === 'webhook' &&
    wordsOf(path).some((word) => /^(?:web)?hooks?$|^callbacks?$|^ipn$/.test(word))
  );
}

/** The address under which a site itself is reached, not one that it calls. */
const ownSite =
  /^(?:site|website|home|public|app|web|canonical|self|blog|docs?|external|root|frontend|client|www)[-_]?(?:url|uri|base|host|domain|address)/i;

/** Data that a program is set up with, as against data that it works on. */
function isConfiguration(value: NamedValue, view: DataView): boolean {
  const { filename } = view;
  if (isTranslation(filename) || isManifest(filename) || isDescription(view)) return false;
  return !value.isListed || isVariableName(value.name);
}

const FETCHING = /(?:^|[\s;&|(])(?:curl|wget|https?|xh|httpie|newman|k6|hey|ab|wrk)\s/;

/** What a script fetches, and what it sets variables to. */
function inScript(value: NamedValue): DataUrl[] {
  const seen = new Set<number>();
  return wordsOfScript(value.text).flatMap(({ name, text, start }) => {
    const clean = withoutEnding(text, ',.\\');
    const node = value.node.part(start, start + clean.length);
    const url = seen.has(start) ? null : parsed(value, node, clean);
    if (!url) return [];
    seen.add(start);
    const isFetched = FETCHING.test(value.text.slice(lineStart(value.text, start), start));
    const use = isVariableName(name) ? namedUse(name) : isFetched ? 'request' : null;
    return [{ ...url, use: use ?? 'unknown' }];
  });
}

/** In the network of containers on one machine, or of a developer. */
function isNearby(host: string | null, { filename }: DataView): boolean {
  if (host === null || reachOf(host) !== 'private') return false;
  return (
    (isComposition(filename) && !host.includes('.')) || environmentOfFile(filename) === 'other'
  );
}

const lineStart = (text: string, offset: number): number => {
  const before = text.slice(0, offset).replace(/\\\r?\n/g, '  ');
  return before.lastIndexOf('\n') + 1;
};

function urlLiteral(url: DataUrl, hosts: readonly string[], view: DataView): UrlLiteral {
  const { value, node, scheme, host, hasPort, path, use } = url;
  const evidence: ApiEvidence = {
    ...(host === null ? {} : { host }),
    ...(path === '' ? {} : { path }),
    ...(isVariableName(value.name) ? { baseUrlVariable: value.name } : {}),
  };
  return {
    node: node.asNode,
    scheme,
    host,
    reach: host === null ? null : reachOf(host),
    isTunnel: host !== null && isTunnel(host),
    use: isTemplateFile(view.filename) || isNearby(host, view) ? 'unknown' : use,
    hasPort,
    isPerEnvironment: isForOneEnvironment(value, view),
    fallbackOf: value.fallbackOf,
    isOnlyNamed: false,
    decidedBy: 'data',
    // Its own is among them, and says nothing new: one list serves a file full of addresses.
    siblings: hosts,
    evidence,
  };
}
