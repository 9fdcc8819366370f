import type { Node } from '../../ast/node.ts';
import { bindingGiven } from '../../ast/name-given.ts';
import { ancestorsOf, isFunction, keyName, wrapped } from '../../ast/node.ts';
import { addressOf } from '../../values/address.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { isString } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import { holds } from '../../values/parts.ts';
import type { HostReach } from '../url/host-reach.ts';
import { reachOf } from '../url/host-reach.ts';

/** The hosts that something in the options of requests, clients or connections is known to be for. */
export function hostsFor(node: Node, view: FileView): string[] {
  const places = [node, ...readsOfHolder(node, view.module)];
  const beside = places.flatMap((place) => hostsAround(place, view));
  const found = beside.length > 0 ? beside : places.flatMap((place) => hostsOfUsers(place, view));
  return [...new Set(found)];
}

/** Where the object that an option stands in is used, if it has a name: `const tls = { … };` */
function readsOfHolder(option: Node, { scopes }: SourceModule): readonly Node[] {
  for (const above of ancestorsOf(option)) {
    if (above.type === 'Property') continue;
    if (above.type !== 'ObjectExpression') return [];
    const named = bindingGiven(wrapped(above), scopes);
    if (named) return named.reads;
  }
  return [];
}

/** The furthest of them. */
export function reachOfHosts(hosts: readonly string[]): HostReach | null {
  const reaches = hosts.map(reachOf);
  return FURTHEST.find((reach) => reaches.includes(reach)) ?? null;
}

const FURTHEST: readonly HostReach[] = ['public', 'private', 'name', 'reserved', 'loopback'];

/** In the objects and calls that the option stands in, up to the function. */
function hostsAround(node: Node, view: FileView): string[] {
  const hosts: string[] = [];
  for (const above of ancestorsOf(node)) {
    if (isFunction(above) || above.type === 'ClassBody') break;
    if (above.type === 'ObjectExpression') hosts.push(...hostsIn(above, view.module));
    hosts.push(...hostsOfRequest(above, view));
  }
  return hosts;
}

function hostsOfRequest(node: Node, { facts }: FileView): string[] {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return [];
  const call = facts.apiCall.find((one) => one.node === node);
  const client = facts.apiClient.find((one) => one.node === node);
  return [call?.address.host, client?.request.address.host].filter(
    (host) => typeof host === 'string',
  );
}

const ADDRESSES: ReadonlySet<string> = new Set(
  'host hostname url uri baseURL baseUrl endpoint node server connectionString origin target address prefixUrl issuer'.split(
    ' ',
  ),
);

function hostsIn(object: Node, module: SourceModule): string[] {
  if (object.type !== 'ObjectExpression') return [];
  return object.properties.flatMap((property) => {
    if (property.type !== 'Property' || !ADDRESSES.has(keyName(property) ?? '')) return [];
    const value = valueOf(property.value, module);
    const { host } = addressOf(value);
    if (host !== null) return [host];
    return isString(value) && /^[\w.[\]:-]+$/.test(value.value) && value.value !== ''
      ? [value.value.replace(/:\d+$/, '')]
      : [];
  });
}

/** An agent that is kept in a variable or a field: the hosts of the requests that are given it. */
function hostsOfUsers(node: Node, { module, facts }: FileView): string[] {
  const made = [...ancestorsOf(node)].find(
    (above) => above.type === 'NewExpression' || above.type === 'CallExpression',
  );
  const kept = made && valueOf(made, module);
  if (!kept || kept.kind !== 'call') return [];
  return [...facts.apiCall, ...facts.apiClient].flatMap((user) => {
    const layers = 'layers' in user ? user.layers : user.request.layers;
    const { host } = user.request.address;
    const isGiven = layers.some(({ value }) => value !== null && holds(value, kept));
    return host !== null && isGiven ? [host] : [];
  });
}
