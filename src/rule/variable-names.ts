import type { ApiProfile } from '../apis/index.ts';

const isWhole = (name: string): boolean => !name.includes('*');

/** The variable that an API's credential belongs into, where its profile names just one. */
export function credentialVariableOf(api: ApiProfile | null): string | null {
  const [only, ...others] = (api?.credentialVariables ?? []).filter(isWhole);
  return others.length === 0 ? (only ?? null) : null;
}

/** What the names of an API's credentials begin with, where its profile says so: `OCTOPUS_*`. */
export const credentialPrefixOf = (api: ApiProfile | null): string =>
  (api?.credentialVariables ?? []).find((name) => name.endsWith('_*'))?.slice(0, -1) ?? '';

/** The variable that an API's base URL belongs into: its profile's, or one made of its name. */
export function baseUrlVariableOf(api: ApiProfile | null): string {
  const named = (api?.baseUrlVariables ?? []).find(isWhole);
  return (
    named ??
    (api ? `${api.name.toUpperCase().replace(/[^A-Z\d]+/g, '_')}_BASE_URL` : 'API_BASE_URL')
  );
}
