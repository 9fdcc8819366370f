import type { Node } from '../../ast/node.ts';
import { ancestorsOf, isFunction, isMemberOfThis, keyName, unwrap } from '../../ast/node.ts';
import { wordsOf } from '../../ast/words.ts';
import { valueOf } from '../../values/evaluate.ts';
import { isString } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import { connectsTo } from './address-taken.ts';
import { isSocket, useOfHandedOver } from './handed-url.ts';
import { reachOf } from './host-reach.ts';
import type { LiteralPlace } from '../literal-place.ts';
import { nameOf, placeOf } from '../literal-place.ts';
import type { Written } from './url-literal.ts';
import { readsOf } from './kept-reads.ts';
import { makesAddress } from './url-maker.ts';
import { isWithinText } from './within-text.ts';
import {
  isInRegistration,
  isLoginCallback,
  isRegistering,
  isSetOnRegistration,
  isTarget,
  isWebhookName,
} from './webhook-place.ts';

/**
 * What an address is there for. `request`, `base`: the program calls it; `webhook`: others are to
 * call it; `config`: a setting whose name says address; `comparison`: looked at, not used;
 * `identifier`: a name that looks like an address; `dummy`: a base to parse a path with; `text`:
 * shown to people; `unknown`: none of these can be told.
 */
export type UrlUse =
  | 'request'
  | 'base'
  | 'webhook'
  | 'config'
  | 'comparison'
  | 'identifier'
  | 'dummy'
  | 'text'
  | 'unknown';

/** The use of each address. */
export function urlUses(written: readonly Written[], view: FileView): ReadonlyMap<Node, UrlUse> {
  return new Map(written.map((one) => [one.node, useOfWritten(one, view)]));
}

function useOfWritten({ node, address, place }: Written, view: FileView): UrlUse {
  if (address.host !== null && reachOf(address.host) === 'name') return 'identifier';
  const use = useAt(place, node, view, 0);
  return use === 'webhook' && isLoginCallback(place.name ?? '', address.path, place.holder)
    ? 'config'
    : use;
}

/** What an expression that is an address is there for. */
export const useOfAddress = (node: Node, view: FileView): UrlUse =>
  useAt(placeOf(node), node, view, 0);

/** A name is followed to where it is read this far. */
const MAX_STEPS = 3;

function useAt(place: LiteralPlace, node: Node, view: FileView, step: number): UrlUse {
  const { form, holder, name } = place;
  switch (form) {
    case 'comparison':
      return 'comparison';
    case 'attribute':
      return name !== null && /url|endpoint|api/i.test(name) ? 'config' : 'text';
    case 'argument':
      return useOfArgument(place, view, step);
    case 'property':
      return useOfProperty(place, view, step);
    case 'variable':
    case 'default':
    case 'assignment':
    case 'field':
    case 'returned':
    case 'member':
      if (isSetOnRegistration(holder, name, view)) return 'webhook';
      if (isSetOnOptions(holder, view)) return 'request';
      return followed(place, view, step) ?? namedUse(name) ?? 'unknown';
    default:
      return begunWith(place, view, step) ?? useOfRest(place, node);
  }
}

/** `${process.env.SHOP_URL || 'https://shop.io'}/orders`: what a choice begins is there for the same. */
function begunWith({ whole }: LiteralPlace, view: FileView, step: number): UrlUse | null {
  const begun = outermost(whole);
  return begun === whole ? null : useAt(placeOf(begun), begun, view, step);
}

const useOfRest = ({ holder }: LiteralPlace, node: Node): UrlUse =>
  isWithinText(node) || holder.type === 'ThrowStatement' ? 'text' : 'unknown';

/** What is made of a variable: the most telling of its reads. A field is there for several requests. */
function followed(place: LiteralPlace, view: FileView, step: number): UrlUse | null {
  if (step >= MAX_STEPS) return null;
  const uses = readsOf(place, view)
    .slice(0, 40)
    .map((read) => useAt(placeOf(outermost(read)), read, view, step + 1));
  const told = TELLING.find((use) => uses.includes(use)) ?? null;
  if (told === null && uses.length > 0 && uses.every((use) => use === 'text')) return 'text';
  return told === 'request' && isField(place) ? 'base' : told;
}

const isField = ({ form, holder }: LiteralPlace): boolean =>
  form === 'field' || (holder.type === 'AssignmentExpression' && isMemberOfThis(holder.left));

const TELLING: readonly UrlUse[] = ['request', 'base', 'webhook', 'config', 'identifier'];

/** The template or concatenation that a name begins: `${BASE}/orders`. */
export function outermost(read: Node): Node {
  let whole = read;
  for (let outer = read.parent; outer; outer = outer.parent) {
    const begins =
      outer.type === 'TemplateLiteral'
        ? outer.expressions[0] === whole && outer.quasis[0]?.value.raw === ''
        : outer.type === 'MemberExpression'
          ? outer.object === whole && keyName(outer) === 'href'
          : outer.type === 'BinaryExpression' && outer.operator === '+' && outer.left === whole;
    if (!begins) return whole;
    whole = outer;
  }
  return whole;
}

const INSPECTING =
  /^(?:startsWith|endsWith|includes|indexOf|lastIndexOf|replace|replaceAll|test|match|matchAll|split|localeCompare|equal|equals|strictEqual|toBe|toEqual|is|has|RegExp|search|trimStart|stripPrefix)$/;
const SHOWING =
  /^(?:log|info|warn|error|debug|trace|fatal|verbose|print|println|write|Error|TypeError|describe|it|test|alert|help|description|epilogue|addHelpText|usage|open|openExternal|redirect|createElementNS|setAttributeNS|createAttributeNS|getAttributeNS|lookupNamespaceURI|t)$/;

function useOfArgument(place: LiteralPlace, view: FileView, step: number): UrlUse {
  const { holder, argument, whole } = place;
  if (holder.type !== 'CallExpression' && holder.type !== 'NewExpression') return 'unknown';
  const callee = nameOf(holder.callee) ?? '';
  if (isRequest(holder, whole, view)) return isWebhookCall(holder) ? 'webhook' : 'request';
  if (INSPECTING.test(callee)) return 'comparison';
  if (connectsTo(holder, argument, null, view.module)) return 'request';
  if (SHOWING.test(callee)) return 'text';
  if (holder.type === 'NewExpression' && callee === 'URL') {
    const use = useAt(placeOf(outermost(holder)), holder, view, step);
    return argument === 1 && use !== 'webhook' && isDummyBase(holder, place, view) ? 'dummy' : use;
  }
  if (holder.type === 'NewExpression' && callee === 'Request' && argument === 0)
    return useAt(placeOf(outermost(holder)), holder, view, step + 1);
  if (callee === 'encodeURI') return useAt(placeOf(holder), holder, view, step);
  if (isSocket(holder)) return 'request';
  if (isRegistering(callee)) return 'webhook';
  if (makesAddress(holder, argument, view.module))
    return useAt(placeOf(outermost(holder)), holder, view, step + 1);
  if (/^(?:set)?(?:base|api|server)_?(?:url|uri|endpoint|host)$/i.test(callee)) return 'base';
  return useOfHandedOver(holder, whole, view) ?? 'unknown';
}

/** `new URL(request.url, 'http://host')`: only the path is looked at. */
function isDummyBase(made: Node, { whole }: LiteralPlace, { module }: FileView): boolean {
  const value = valueOf(whole, module);
  const text = isString(value) ? value.value : '';
  const host = /^\w+:\/\/([^/:]*)/.exec(text)?.[1] ?? '';
  const [first] = made.type === 'NewExpression' ? made.arguments : [];
  const isRequestUrl =
    first !== undefined &&
    /^(?:url|path|pathname|originalUrl|raw|href|asPath|rawPath|req|target|to)$/i.test(
      nameOf(first) ?? '',
    );
  return host === '' || reachOf(host) !== 'public' || isRequestUrl;
}

/** The call sends a request to it, or makes a client with it. */
const isRequest = (call: Node, whole: Node, { facts }: FileView): boolean =>
  facts.apiCall.some((one) => one.node === call && one.node.arguments[0] === whole) ||
  facts.apiClient.some(
    (one) =>
      one.node === call &&
      (call.type === 'CallExpression' || call.type === 'NewExpression') &&
      call.arguments.some((argument) => argument === whole),
  );

const isWebhookCall = (call: Node): boolean =>
  call.type === 'CallExpression' && isRegistering(nameOf(call.callee) ?? '');

const TEXT_NAMES =
  /^(?:href|src|homepage|website|docs?|documentation|help|license|repository|author|info|link|links|url_docs|message|text|label|description|title|bugs|image|images|logo|icon|avatar|photo|thumbnail|picture|poster|placeholder|source|sourceurl|referrer|referer|origin|body|content|html|example|examples|footer|code|via|terms|privacy|favicon|credit|attribution)$/i;
const NAME_NAMES =
  /^(?:\$?schema|\$id|\$ref|@context|@id|@type|xmlns.*|ns|namespace|namespaceuri|type|id|claim|iss|issuer|aud|audience|profile|vocab|context|algorithm|canonicalization.*|digest.*|signature.*|transform|realm|entityid|format|nameidformat|binding|uri|systemid|publicid|systemlanguage|role|resource|system|scope|term|relation|rel|predicate|property)$/i;
const ADDRESS_WORDS: ReadonlySet<string> = new Set([
  'url',
  'uri',
  'endpoint',
  'host',
  'hostname',
  'api',
  'base',
  'baseurl',
  'server',
  'gateway',
  'backend',
  'service',
  'prefixurl',
  'rpc',
  'address',
  'domain',
  'root',
]);

function useOfProperty(place: LiteralPlace, view: FileView, step: number): UrlUse {
  const { name, holder } = place;
  const call = callAround(holder);
  if (call && isClientOptions(call, view))
    return /^(?:base_?url|prefix_?url|base|url|baseuri|endpoint|host|origin)$/i.test(name ?? '')
      ? 'base'
      : 'unknown';
  const taking = call && isTopLevelOption(holder, call) ? argumentOf(call, holder.parent) : -1;
  if (call && taking >= 0 && connectsTo(call, taking, name, view.module)) return 'base';
  if (!call && ADDRESS_OPTION.test(name ?? '') && isOptionsOfRequest(holder.parent, view))
    return 'request';
  const request = call ? view.facts.apiCall.find(({ node }) => node === call) : undefined;
  if (request && name !== null) {
    const { body } = request;
    const isBody = body.state === 'known' && body.value.node === holder.parent;
    if (!isBody && isTopLevelOption(holder, call) && ADDRESS_OPTION.test(name)) return 'request';
    const path = request.address.path ?? '';
    const isRegistration = wordsOf(path).some((word) =>
      /^(?:webhooks?|hooks?|callbacks?|subscriptions?)$/.test(word),
    );
    const isPlace = /url|uri|endpoint|target/i.test(name) && !isForPeople(name);
    if (isWebhookName(name) || (isRegistration && isPlace)) return 'webhook';
  }
  if (isTarget(name ?? '') && !isForPeople(name) && isInRegistration(holder, view))
    return 'webhook';
  const named = namedUse(name);
  if (named === 'config' && isOfCard(holder)) return followed(place, view, step) ?? 'text';
  return named ?? followed(place, view, step) ?? 'unknown';
}

/** `{ title, description, url }`, `thumbnail: { url }`: what is shown, and where it leads. */
function isOfCard({ parent }: Node): boolean {
  if (parent?.type !== 'ObjectExpression') return false;
  const names = parent.properties.map((property) => keyName(property) ?? '');
  const isShown = names.includes('title') && names.some((name) => CARD.test(name));
  return isShown || namedUse(keyName(parent.parent)) === 'text';
}

const CARD = /^(?:description|text|body|subtitle|thumbnail|pic_?url|image(?:_?url)?|content)$/i;

const argumentOf = (call: Node, object: Node | undefined): number =>
  call.type === 'CallExpression' || call.type === 'NewExpression'
    ? call.arguments.findIndex((argument) => argument === object)
    : -1;

/** `success_url`, `cancelUrl` beside what is registered: a browser goes there. */
const isForPeople = (name: string | null): boolean => namedUse(name) === 'text';

/** What the name alone says of an address; null where it says nothing. */
export function namedUse(name: string | null): UrlUse | null {
  if (name === null) return null;
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  if (
    NAME_NAMES.test(name) ||
    words.some((word) => /^(?:xmlns|namespace|schema|ns|claim|claims|issuer|audience)$/.test(word))
  )
    return 'identifier';
  if (TEXT_NAMES.test(name) || words.some((word) => TEXT_WORDS.has(word))) return 'text';
  if (isWebhookName(name) && (ADDRESS_WORDS.has(last) || /^(?:webhook|callback)$/.test(last)))
    return 'webhook';
  if (
    words.some(
      (word) =>
        word === 'allowed' ||
        word === 'cors' ||
        word === 'origins' ||
        word === 'whitelist' ||
        word === 'trusted',
    )
  )
    return 'comparison';
  return ADDRESS_WORDS.has(last) ||
    (/^(?:api|base|server|backend|endpoint)/.test(words[0] ?? '') &&
      words.length > 1 &&
      ADDRESS_WORDS.has(words[0] ?? ''))
    ? 'config'
    : null;
}

const TEXT_WORDS: ReadonlySet<string> = new Set(
  'docs doc help link logo image img icon avatar homepage website license licence repo repository proxy redirect return success cancel blog page placeholder example canonical share store video photo picture preview thumbnail banner cover destination landing tracking referer referrer default'.split(
    ' ',
  ),
);

function callAround(node: Node): Node | null {
  for (const above of ancestorsOf(node)) {
    if (above.type === 'CallExpression' || above.type === 'NewExpression') return unwrap(above);
    if (isFunction(above) || above.type === 'VariableDeclarator' || above.type === 'ClassBody')
      return null;
  }
  return null;
}

const isClientOptions = (call: Node, { facts }: FileView): boolean =>
  facts.apiClient.some(({ node }) => node === call);

/** `const options = { url }; … axios(options)`. */
const isOptionsOfRequest = (object: Node | undefined, { facts }: FileView): boolean =>
  facts.apiCall.some(({ request }) => request.layers.some(({ value }) => value?.node === object));

/** `options.url = 'https://…'`, where a request is given the options. */
function isSetOnOptions(holder: Node, view: FileView): boolean {
  const left = holder.type === 'AssignmentExpression' ? holder.left : null;
  if (left?.type !== 'MemberExpression' || !ADDRESS_OPTION.test(keyName(left) ?? '')) return false;
  return isOptionsOfRequest(valueOf(left.object, view.module).node, view);
}

const ADDRESS_OPTION = /^(?:url|uri|baseURL|baseUrl|prefixUrl)$/;

const isTopLevelOption = (property: Node, call: Node | null): boolean =>
  property.parent?.parent === call;
