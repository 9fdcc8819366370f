import { hasSandboxLabel, hostNameOf, isKnownSandbox } from '../../apis/index.ts';
import { isTunnel, reachOf } from '../url/host-reach.ts';

/** The host of an address, `https://api.example.com/v1` or `api.example.com`; null where it is not known in full. */
export function hostOfAddress(text: string): string | null {
  const host = hostNameOf(text);
  return host?.includes('.') ? host : null;
}

/**
 * Whether a text is the address of a public host, by https or without a scheme, that by its name is
 * no sandbox, no tunnel and no example: what most deployments want.
 */
export function isProductionAddress(text: string): boolean {
  const host = /^(?!https:|wss:)[a-z][a-z\d+.-]*:\/\//i.test(text) ? null : hostOfAddress(text);
  return (
    host !== null &&
    reachOf(host) === 'public' &&
    !/^[\d.]+$|sandbox/.test(host) &&
    !hasSandboxLabel(host) &&
    !isKnownSandbox(host) &&
    !isTunnel(host)
  );
}
