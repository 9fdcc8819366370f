import { namespaceHosts } from '../../clients/namespace-hosts.ts';
import { tunnelHosts } from '../../clients/tunnel-hosts.ts';
import { isLoopback } from '../request/loopback.ts';

/**
 * Where a host is. `loopback`: this machine; `reserved`: made for documents, or the address of the
 * platform's metadata; `name`: an identifier that looks like an address; `private`: inside a
 * network or cluster; `device`: a thing in the local network; `public`: anywhere else.
 */
export type HostReach = 'loopback' | 'reserved' | 'name' | 'private' | 'device' | 'public';

const RESERVED =
  /^(?:.+\.)?example(?:\.(?:com|org|net|edu))?$|\.(?:test|invalid|example|onion|domain|tld)$|^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$|^169\.254\.|^fd00:ec2::254$|^metadata(?:\.google\.internal)?$/;
const PRIVATE =
  /^10\.|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\.|^\[f[cd]|\.(?:internal|local|lan|corp|intranet|home|svc|cluster)$|\.svc\./;
const DUMMY_NAME =
  /^(?:n|x|a|b|_|dummy|fake|foo|bar|host|base|placeholder|unused|internal|test|unix|url|ignored|noop|null|local|your.*|example.*)$/;

/** `www.my_site.com`: no domain that anybody can register has an underscore. */
const isUnderscored = (name: string): boolean => name.split('.').at(-2)?.includes('_') === true;

const names: ReadonlySet<string> = new Set(namespaceHosts);

export function reachOf(host: string): HostReach {
  const name = host.toLowerCase().replace(/\.$/, '');
  if (isLoopback(name)) return 'loopback';
  if (
    RESERVED.test(name) ||
    DUMMY_NAME.test(name) ||
    /your|<|\*/.test(name) ||
    isUnderscored(name) ||
    name === '255.255.255.255'
  )
    return 'reserved';
  if (names.has(name)) return 'name';
  return PRIVATE.test(name) || !name.includes('.') ? 'private' : 'public';
}

/** Whether a host is of a tunnel to somebody's machine, or of a box for looking at requests. */
export function isTunnel(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  return tunnelHosts.some((domain) => name === domain || name.endsWith(`.${domain}`));
}
