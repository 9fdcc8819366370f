import { publicKeyHosts } from '../../clients/public-tokens.ts';
import type { Node } from '../../ast/node.ts';
import { unwrap } from '../../ast/node.ts';
import { wordsOf } from '../../ast/words.ts';
import { addressOf } from '../../values/address.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { ApiCall } from '../request/api-call.ts';
import type { FileView } from '../fact.ts';
import { nameOf } from '../literal-place.ts';
import { isLoopback } from '../request/loopback.ts';
import { useOfAddress } from '../url/url-use.ts';
import { credentialName } from './name.ts';
import type { CredentialSource } from './source.ts';
import { credentialSource } from './source.ts';
import { nameOfSource } from './source-name.ts';
import type { TextHole } from './text-holes.ts';
import type { FoundInUrl } from './url-credential.ts';

/** Credentials in the templates and concatenations of URLs. */
export function textCredentials(view: FileView, holes: readonly TextHole[]): FoundInUrl[] {
  return holes.flatMap((hole) => {
    const spot = spotOf(hole);
    if (!spot || isElsewhere(hole) || isPublicIn(spot.name, view) || isOfWebApp(hole, spot))
      return [];
    const source = credentialSource(hole.value, credentialName(spot.name ?? ''));
    const isCredential = source ? fits(source, spot, hole, view) : isNamedTwice(spot, hole, view);
    return isCredential ? [found(hole, spot, source, view)] : [];
  });
}

/** OAuth shows to every browser who asks: `client_id`, which some APIs call their key. */
export const isPublicIn = (parameter: string | null, { module }: FileView): boolean =>
  parameter !== null && /^client_?id$/i.test(parameter) && /redirect_?uri/i.test(module.text);

/** `https://identitytoolkit.googleapis.com/v1/accounts:lookup?key=${webKey}`. */
const isOfWebApp = ({ before }: TextHole, { name }: Spot): boolean =>
  name === 'key' && publicKeyHosts.has(/^https:\/\/([^/?#]+)/.exec(before)?.[1] ?? '');

interface Spot {
  readonly where: 'query' | 'path' | 'userinfo';
  /** The parameter. */
  readonly name: string | null;
}

/** Where in the URL a hole is; null in a text that is no URL. */
function spotOf({ before, after }: TextHole): Spot | null {
  const start = plain(before);
  const [, name] = /[?&]([\w.\-[\]]+)=$/.exec(start) ?? [];
  if (name !== undefined) return { where: 'query', name };
  if (/^(?:https?|wss?):\/\/(?:[^/?#@]*:)?$/i.test(start) && /^(?::[^/?#@]*)?@/.test(plain(after)))
    return isRepository(after) ? null : { where: 'userinfo', name: null };
  return /^(?:(?:https?|wss?):\/\/[^/?#]+|~)\/(?:[^?#]*\/)?$/i.test(start) &&
    /^(?:[/?#]|$)/.test(after)
    ? { where: 'path', name: null }
    : null;
}

/** With one character for each piece that is not known. */
const plain = (pattern: string): string => pattern.replace(/\$\{[^{}]*\}/g, '~');

/** Version control takes its credential there. */
const isRepository = (after: string): boolean =>
  /\.git\b|^[^/]*@(?:github|gitlab|bitbucket)\./.test(after);

/** Another kind of address, or this machine. */
export function isElsewhere({ before, after }: TextHole): boolean {
  const [, scheme] = /^([a-z][a-z\d+.-]*):/i.exec(before) ?? [];
  const host = /^\w+:\/\/([^/?#:]*)/.exec(before + after)?.[1] ?? '';
  return (scheme !== undefined && !/^(?:https?|wss?)$/i.test(scheme)) || isLoopback(host);
}

function fits(
  source: CredentialSource,
  { where, name }: Spot,
  hole: TextHole,
  view: FileView,
): boolean {
  const use = useOfAddress(hole.root, view);
  if (use === 'text' || use === 'comparison') return false;
  if (where === 'query') return name === null || !isOneTime(name);
  if (source.isWeak || source.variable === null) return false;
  if (where === 'userinfo') return !isForProxy(hole.root);
  return use === 'request' || addressOf(valueOf(hole.root, view.module)).host !== null;
}

/** The parameter and what is put in are both called a credential, and a request goes there. */
function isNamedTwice(spot: Spot, hole: TextHole, view: FileView): boolean {
  const own = nameOfSource(hole.node);
  if (own === null || !(isIssued(own) || isKeptKey(own, spot, hole.node))) return false;
  if (spot.where === 'path') return false;
  if (spot.where === 'query' && !isForKeys(spot.name ?? '', own, hole.node)) return false;
  if (spot.where === 'userinfo' && isForProxy(hole.root)) return false;
  return useOfAddress(hole.root, view) === 'request' && !/^\//.test(hole.before);
}

/**
 * A parameter by which a caller shows who it is. In `token` many things travel: whose token it is has
 * to be said by what is put in.
 */
function isForKeys(parameter: string, own: string, put: Node): boolean {
  const name = wordsOf(parameter).join('');
  if (name === 'token') return wordsOf(own).length > 1 || isSetting(put);
  return KEY_PARAMETERS.has(name) || isIssued(parameter);
}

/** `?api_key=${this.key}`: what is only called a key, in the place of one, and kept. */
function isKeptKey(own: string, { where, name }: Spot, put: Node): boolean {
  if (where !== 'query' || name === null || !isIssued(name) || wordsOf(name).length < 2)
    return false;
  return /^(?:key|token|secret)$/.test(own) && (isOwnField(put) || isSetting(put));
}

function isOwnField(put: Node): boolean {
  const node = unwrap(put);
  return node.type === 'MemberExpression' && unwrap(node.object).type === 'ThisExpression';
}

/** `settings.options.token`: kept, and so used more than once. */
function isSetting(put: Node): boolean {
  for (let node = unwrap(put); node.type === 'MemberExpression'; node = unwrap(node.object)) {
    const holder = nameOf(unwrap(node.object));
    if (holder !== null && SETTINGS.has(wordsOf(holder).at(-1) ?? '')) return true;
  }
  return false;
}

const SETTINGS: ReadonlySet<string> = new Set([
  'settings',
  'config',
  'configuration',
  'credentials',
]);

/** Parameters that are called a key, and nothing more. */
export const KEY_PARAMETERS: ReadonlySet<string> = new Set(['key', 'appid', 'appkey']);

/** Called a key, a token or a password that lives on. */
export function isIssued(name: string): boolean {
  const kind = credentialName(name);
  return kind !== null && kind !== 'weak' && !isOneTime(name);
}

const ONE_TIME: ReadonlySet<string> = new Set(
  'reset invite invitation verify verification confirm confirmation unsubscribe magic share manage cancel download upload preview csrf xsrf captcha recaptcha turnstile id mode hub'.split(
    ' ',
  ),
);

const isOneTime = (name: string): boolean => wordsOf(name).some((word) => ONE_TIME.has(word));

/** `const proxy = `http://…``, `const proxy = { uri: `http://…` }`. */
function isForProxy(root: Node): boolean {
  const property = root.parent;
  const holder = property?.type === 'Property' ? property.parent.parent : property;
  return holder?.type === 'VariableDeclarator' && /proxy/i.test(nameOf(holder) ?? '');
}

function found(
  hole: TextHole,
  { where }: Spot,
  source: CredentialSource | null,
  view: FileView,
): FoundInUrl {
  const call = callWith(hole.root, view);
  const { host, variables, path } = addressOf(valueOf(hole.root, view.module));
  const [baseUrlVariable] = variables;
  return {
    node: hole.node,
    where,
    source,
    call,
    part:
      where === 'query' && hole.node.parent === hole.root
        ? { node: hole.root, value: hole.node }
        : null,
    evidence: call?.evidence ?? {
      ...(host === null ? {} : { host }),
      ...(baseUrlVariable === undefined ? {} : { baseUrlVariable }),
      ...(path === null ? {} : { path }),
    },
  };
}

/** The one request whose address a text is. */
function callWith(root: Node, { facts, module }: FileView): ApiCall | null {
  const [only, ...others] = facts.apiCall.filter(({ node }) =>
    node.arguments.some((argument) => argument === root || valueOf(argument, module).node === root),
  );
  return others.length === 0 ? (only ?? null) : null;
}
