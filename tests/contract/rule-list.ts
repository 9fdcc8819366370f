import * as ruleIndex from '../../rules/index.ts';

interface RuleDocs {
  description: string;
  url: string;
  checklist: readonly string[];
  configs: readonly string[];
  languages: readonly string[];
}

interface RuleMeta {
  docs: RuleDocs;
  messages: Record<string, string>;
  fixable?: string;
  hasSuggestions?: boolean;
  schema?: readonly { properties?: Record<string, { description?: string }> }[];
}

export interface ListedRule {
  name: string;
  meta: RuleMeta;
}

/** Every rule of the plugin, as ESLint sees its meta. */
export const listedRules: ListedRule[] = Object.entries<{ meta?: unknown }>(ruleIndex).map(
  ([name, { meta }]) => ({ name, meta: meta as RuleMeta }),
);
