import type { ApiProfile } from './profile.ts';

/** A flat-config entry that needs nothing but the plugin to be registered as `go-live`. */
export interface ApiConfig {
  readonly name: string;
  readonly files: string[];
  readonly rules: Readonly<Record<`go-live/${string}`, 'error'>>;
  readonly settings: {
    readonly 'go-live': { readonly apis: Readonly<Record<string, ApiProfile>> };
  };
}

/**
 * The config of a profile: switches on the rules that its checklist names, for JavaScript and
 * TypeScript, and puts the profile in use.
 */
export function configFor(profile: ApiProfile): ApiConfig[] {
  const rules = (profile.checklist ?? []).flatMap((item) => item.rules);
  return [
    {
      name: `go-live/${profile.name}`,
      files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
      rules: Object.fromEntries(
        rules.map((rule) => [`go-live/${rule.replace(/^go-live\//, '')}`, 'error']),
      ),
      settings: { 'go-live': { apis: { [profile.name]: profile } } },
    },
  ];
}
