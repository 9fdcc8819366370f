import * as rules from '../../../rules/index.ts';

/** A rule, as the site's own components show it. */
export interface ListedRule {
  readonly name: string;
  readonly description: string;
  readonly configs: readonly string[];
  readonly languages: readonly string[];
  readonly fix: boolean;
  readonly suggestion: boolean;
}

declare const data: readonly ListedRule[];
export { data };

export default {
  load: (): ListedRule[] =>
    Object.values(rules).map(({ name, meta }) => ({
      name,
      description: meta.docs.description,
      configs: meta.docs.configs,
      languages: meta.docs.languages,
      fix: 'fixable' in meta,
      suggestion: meta.hasSuggestions === true,
    })),
};
