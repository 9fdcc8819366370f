import type { ApiEvidence } from '../../apis/index.ts';
import type { Node } from '../../ast/node.ts';
import { keyName, staticString } from '../../ast/node.ts';
import type { Address } from '../../values/address.ts';
import { addressOf } from '../../values/address.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Fact, FileView } from '../fact.ts';
import { isOfDevice } from './device-host.ts';
import { isBehindLocalTest } from './local-test.ts';
import type { HostReach } from './host-reach.ts';
import { isTunnel, reachOf } from './host-reach.ts';
import { placeOf } from '../literal-place.ts';
import type { LiteralPlace } from '../literal-place.ts';
import { environmentsOf, isInPlaceOfOption } from '../environment/url-environment.ts';
import { isOnlyNamed } from './only-named.ts';
import { registeredUrls } from './registered-urls.ts';
import { schemeWrites, plainRequests } from './url-parts.ts';
import type { UrlUse } from './url-use.ts';
import { outermost, urlUses } from './url-use.ts';

/** An address that is written in the code, and what it is there for. */
export interface UrlLiteral extends Fact {
  readonly node: Node;
  /** `http`, `wss`; null where only a host is written. */
  readonly scheme: string | null;
  /** In lower case; null where it is put in at run time. */
  readonly host: string | null;
  /** Where the host is; null where it is not known. */
  readonly reach: HostReach | null;
  /** The host is of a tunnel to somebody's machine, or of a box for looking at requests. */
  readonly isTunnel: boolean;
  readonly use: UrlUse;
  /** A setting by its name alone, which may as well be of a link: `url`, `siteAddress`. */
  readonly isOnlyNamed: boolean;
  /** It names a port of its own, which may not speak another scheme. */
  readonly hasPort: boolean;
  /** One of several, of which the environment's name picks one: an arm, a table's entry, a constant beside others. */
  readonly isPerEnvironment: boolean;
  /** The environment variable that it stands in for when that is unset. */
  readonly fallbackOf: string | null;
  /** Who decides on it: the code alone, whoever gives an option in its place, or the file of data that it stands in. */
  readonly decidedBy: 'code' | 'option' | 'data';
  /** The same registered domain is also used without a label for an environment. */
  readonly siblings: readonly string[];
}

/** The addresses of a file, those in comments, imports and types left out. */
export function findUrlLiterals(view: FileView): UrlLiteral[] {
  const written = writtenAddresses(view);
  const uses = urlUses(written, view);
  const hosts = written.map(({ address }) => address.host).filter((host) => host !== null);
  const literals = written.map((one) => {
    const literal = urlLiteral(one, uses.get(one.node) ?? 'unknown', hosts, view);
    const isSetting = literal.use === 'config' && literal.fallbackOf === null;
    return { ...literal, isOnlyNamed: isSetting && isOnlyNamed(one.place, view) };
  });
  const parts = [
    ...schemeWrites(view),
    ...registeredUrls(view, written),
    ...plainRequests(
      view,
      written.map(({ node }) => node),
    ),
  ].map(({ node, address, use }) =>
    urlLiteral({ node, address, place: placeOf(node) }, use, hosts, view),
  );
  return [...literals, ...parts].sort((a, b) => a.node.range[0] - b.node.range[0]);
}

/** An address and where it is written. */
export interface Written {
  readonly node: Node;
  readonly address: Address;
  readonly place: LiteralPlace;
}

const STARTS_LIKE_URL = /^\s*(?:https?|wss?):\/\//i;

function writtenAddresses({ module, candidates }: FileView): Written[] {
  const seen = new Set<Node>();
  return candidates.strings.flatMap((node): Written[] => {
    const start =
      node.type === 'TemplateLiteral' ? (node.quasis[0]?.value.raw ?? '') : staticString(node);
    if (start === null) return [];
    const wholes = STARTS_LIKE_URL.test(start)
      ? wholesOf(node, start, module)
      : withSchemeApart(node, start, module);
    return wholes.flatMap((whole) => {
      if (seen.has(whole)) return [];
      seen.add(whole);
      const address = addressOf(valueOf(whole, module));
      const isKnown = address.scheme !== null && !/[\s<>"']/.test(address.host ?? '');
      return isKnown && isOneUrl(address.pattern)
        ? [{ node: whole, address, place: placeOf(whole) }]
        : [];
    });
  });
}

/** What a text begins: its own concatenation, or each that a name for a scheme alone begins. */
function wholesOf(node: Node, text: string, module: SourceModule): Node[] {
  const isAlone = /^\s*\w+:\/\/$/.test(text) && staticString(node) !== null;
  const declarator = isAlone ? node.parent : null;
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier')
    return [joined(node)];
  const reads = module.scopes.bindingOf(declarator.id)?.reads ?? [];
  return reads.map((read) => outermost(read)).filter((whole) => whole.type !== 'Identifier');
}

/** `SCHEME + '://' + HOST`, `${SCHEME}://${HOST}`, where the scheme is a constant. */
function withSchemeApart(node: Node, text: string, module: SourceModule): Node[] {
  if (node.type === 'TemplateLiteral') {
    const [scheme] = node.expressions;
    const isApart = text === '' && node.quasis[1]?.value.raw.startsWith('://') === true;
    return isApart && scheme && isScheme(scheme, module) ? [joined(node)] : [];
  }
  const sum = node.parent;
  if (!text.startsWith('://') || sum?.type !== 'BinaryExpression' || sum.right !== node) return [];
  return isScheme(sum.left, module) ? [joined(sum)] : [];
}

function isScheme(node: Node, module: SourceModule): boolean {
  const value = valueOf(node, module);
  return value.kind === 'literal' && /^(?:https?|wss?)$/i.test(String(value.value));
}

/** One address with nothing around it; sentences that begin with one are texts. */
const isOneUrl = (pattern: string): boolean =>
  !/\s/.test(pattern.replace(/\$\{[^{}]*\}/g, '').trim());

/** The concatenation that a literal begins, by `+` or by `.join('')`. */
function joined(node: Node): Node {
  let whole = joinOfArray(node) ?? node;
  for (
    let outer = node.parent;
    outer?.type === 'BinaryExpression' && outer.operator === '+' && outer.left === whole;
    outer = outer.parent
  )
    whole = outer;
  return whole;
}

function joinOfArray(first: Node): Node | null {
  const array = first.parent;
  if (array?.type !== 'ArrayExpression' || array.elements[0] !== first) return null;
  const { parent: member } = array;
  const isJoin = member.type === 'MemberExpression' && keyName(member) === 'join';
  return isJoin && member.parent.type === 'CallExpression' ? member.parent : null;
}

function urlLiteral(
  { node, address, place }: Written,
  use: UrlUse,
  hosts: readonly string[],
  view: FileView,
): UrlLiteral {
  const { scheme, host } = address;
  const evidence: ApiEvidence = {
    ...(host === null ? {} : { host }),
    ...(address.path === null ? {} : { path: address.path }),
  };
  const { isPerEnvironment, fallbackOf } = environmentsOf(place, view);
  return {
    node,
    scheme,
    host,
    reach: host === null ? reachOfUnknown(node, view.module) : reachOf(host),
    isTunnel: host !== null && isTunnel(host),
    use,
    isOnlyNamed: false,
    hasPort: /^[a-z]+:\/\/[^/?#]*:(?:\d|\$)/i.test(address.pattern),
    isPerEnvironment,
    fallbackOf,
    decidedBy: isInPlaceOfOption(place) ? 'option' : 'code',
    siblings: hosts.filter((other) => other !== host),
    evidence: fallbackOf === null ? evidence : { ...evidence, baseUrlVariable: fallbackOf },
  };
}

/** Where a host is that is put in at run time; null where nothing tells. */
function reachOfUnknown(node: Node, module: SourceModule): HostReach | null {
  if (isOfDevice(node)) return 'device';
  return isBehindLocalTest(node, module) ? 'loopback' : null;
}
