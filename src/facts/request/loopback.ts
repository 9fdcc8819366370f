import { addressDomains, loopbackDomains } from '../../clients/address-domains.ts';

/** What an emulator of Android calls the machine that it runs on. */
const EMULATED: ReadonlySet<string> = new Set(['10.0.2.2', '10.0.3.2']);

/** Whether a host is this machine, in any spelling. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[|\]$/g, '');
  if (name === 'localhost' || name.endsWith('.localhost') || name === 'host.docker.internal')
    return true;
  return (
    name === '::1' ||
    name === '0.0.0.0' ||
    name === '::' ||
    EMULATED.has(name) ||
    /^127(?:\.\d{1,3}){3}$/.test(name) ||
    leadsHere(name)
  );
}

const leadsHere = (name: string): boolean =>
  loopbackDomains.some((domain) => name === domain || name.endsWith(`.${domain}`)) ||
  addressDomains.some(
    (domain) =>
      name.endsWith(`.${domain}`) &&
      /(?:^|[.-])127[.-]0[.-]0[.-]1$/.test(name.slice(0, -domain.length - 1)),
  );
