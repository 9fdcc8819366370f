import { isAtOrBelow } from './endpoint.ts';
import { hasSandboxLabel, hostMatches, hostNameOf, isWithin } from './host.ts';
import type { ApiProfile } from './profile.ts';
import { matchesWildcard } from './wildcard.ts';

/** What a fact shows of the API it belongs to. Only what is known in full. */
export interface ApiEvidence {
  /** Absolute host, or a URL with one. */
  readonly host?: string;
  /** Where one of several hosts is called: the others. The first that a profile knows decides. */
  readonly otherHosts?: readonly string[];
  /** Name of the environment variable that the base URL comes from. */
  readonly baseUrlVariable?: string;
  /** Names of the environment variables that credentials come from. */
  readonly credentialVariables?: readonly string[];
  /** Path of the request, from the base URL on. */
  readonly path?: string;
}

/** What bundlers and environments put before a variable's own name. */
const VARIABLE_PREFIX =
  /^(?:VITE|NEXT_PUBLIC|NUXT_PUBLIC|NUXT|REACT_APP|VUE_APP|EXPO_PUBLIC|GATSBY|PUBLIC|PROD|PRODUCTION|LIVE|SANDBOX|TEST|STAGING|UAT|DEV)_(?=.)/i;

/**
 * The API that a fact belongs to, by the first evidence that decides: host, base-URL variable,
 * credential variables, and a path that just one profile in use has. A host that no profile knows
 * decides for none, unless it has a sandbox label: then the other evidence may still show it to be
 * the sandbox of an API whose `sandboxDomains` has `*`.
 * @param profiles all known ones
 * @param inUse those that an active config switched on
 */
export function apiOf(
  evidence: ApiEvidence,
  profiles: readonly ApiProfile[],
  inUse: readonly ApiProfile[] = profiles,
): ApiProfile | null {
  const before = answers.get(evidence);
  if (before?.profiles === profiles && before.inUse === inUse) return before.api;
  const api = decide(evidence, profiles, inUse);
  answers.set(evidence, { profiles, inUse, api });
  return api;
}

/** All rules of a file ask the same of its facts. */
const answers = new WeakMap<
  ApiEvidence,
  {
    readonly profiles: readonly ApiProfile[];
    readonly inUse: readonly ApiProfile[];
    readonly api: ApiProfile | null;
  }
>();

function decide(
  evidence: ApiEvidence,
  profiles: readonly ApiProfile[],
  inUse: readonly ApiProfile[],
): ApiProfile | null {
  const { host: first = '', otherHosts = [] } = evidence;
  const hosts = [first, ...otherHosts].map(hostNameOf).filter((host) => host !== null);
  if (hosts.length === 0) return byNamesAndPath(evidence, profiles, inUse);
  const [owner] = hosts.flatMap((host) => ownerOf(host, profiles) ?? []);
  if (owner || !hosts.some(hasSandboxLabel)) return owner ?? null;
  const open = profiles.filter(takesAnySandbox);
  return byNamesAndPath(evidence, open, inUse.filter(takesAnySandbox));
}

/**
 * Whose sandbox a host is: a profile's, or `labelled` where it only has a label that says sandbox,
 * test or the like; null for any other host.
 */
export function isSandboxHost(
  host: string,
  profiles: readonly ApiProfile[],
): ApiProfile | 'labelled' | null {
  const name = hostNameOf(host);
  if (name === null || profiles.some((profile) => hasHost(profile, name))) return null;
  const owner = profiles.findLast((profile) => hasSandbox(profile, name));
  return owner ?? (hasSandboxLabel(name) ? 'labelled' : null);
}

/** Whether a host is a sandbox for calls that are known to be this API's. */
export function isSandboxOf(profile: ApiProfile, host: string): boolean {
  const owner = isSandboxHost(host, [profile]);
  return owner === profile || (owner === 'labelled' && takesAnySandbox(profile));
}

function byNamesAndPath(
  evidence: ApiEvidence,
  profiles: readonly ApiProfile[],
  inUse: readonly ApiProfile[],
): ApiProfile | null {
  const { baseUrlVariable, credentialVariables = [], path } = evidence;
  const byBaseUrl =
    baseUrlVariable === undefined
      ? null
      : byVariable(baseUrlVariable, profiles, (profile) => profile.baseUrlVariables);
  if (byBaseUrl) return byBaseUrl;
  const byCredential = credentialVariables
    .map((name) => byVariable(name, profiles, (profile) => profile.credentialVariables))
    .filter((profile) => profile !== null);
  return onlyOne(byCredential) ?? (path === undefined ? null : byPath(path, inUse));
}

/** The profile with the closest pattern for a variable; of two as close, neither. */
function byVariable(
  name: string,
  profiles: readonly ApiProfile[],
  patternsOf: (profile: ApiProfile) => readonly string[] | undefined,
): ApiProfile | null {
  const names = [name, name.replace(VARIABLE_PREFIX, '')];
  const closeness = profiles.map((profile) =>
    (patternsOf(profile) ?? [])
      .filter((pattern) => names.some((own) => matchesWildcard(pattern, own)))
      .reduce((longest, pattern) => Math.max(longest, pattern.length), 0),
  );
  const closest = Math.max(0, ...closeness);
  return closest === 0 ? null : onlyOne(profiles.filter((_, i) => closeness[i] === closest));
}

function byPath(path: string, inUse: readonly ApiProfile[]): ApiProfile | null {
  return onlyOne(
    inUse.filter((profile) => (profile.paths ?? []).some((known) => isAtOrBelow(known, path))),
  );
}

function onlyOne(profiles: readonly ApiProfile[]): ApiProfile | null {
  const [first, ...others] = new Set(profiles);
  return others.length === 0 ? (first ?? null) : null;
}

const ownerOf = (host: string, profiles: readonly ApiProfile[]): ApiProfile | undefined =>
  profiles.findLast((profile) => ownsHost(profile, host));

function ownsHost(profile: ApiProfile, host: string): boolean {
  return hasHost(profile, host) || hasSandbox(profile, host);
}

function hasHost(profile: ApiProfile, host: string): boolean {
  return profile.hosts.some((pattern) => hostMatches(pattern, host));
}

function hasSandbox(profile: ApiProfile, host: string): boolean {
  return (
    (profile.sandboxHosts ?? []).some((pattern) => hostMatches(pattern, host)) ||
    (hasSandboxLabel(host) &&
      (profile.sandboxDomains ?? []).some((domain) => domain !== '*' && isWithin(domain, host)))
  );
}

function takesAnySandbox(profile: ApiProfile): boolean {
  return profile.sandboxDomains?.includes('*') ?? false;
}
