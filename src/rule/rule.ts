import type { Rule as EslintRule } from 'eslint';
import type { ApiProfile } from '../apis/index.ts';
import type { Node } from '../ast/node.ts';
import type { ItemId } from '../checklists/index.ts';
import type { Edit } from '../edits/edit.ts';
import type { FactKind, FactOf, Facts } from '../facts/facts.ts';
import type { Options, OptionValues } from './options.ts';

/** A message text, or one that speaks for only some of the rule's checklist items. */
export type Message = string | { readonly text: string; readonly items: readonly ItemId[] };

export interface Problem<M extends string> {
  /** What is wrong, or what lacks something. */
  readonly node: Node;
  readonly messageId: M;
  readonly data?: Readonly<Record<string, string | number>>;
  /** Null or absent: nothing can be done by machine. Several: alternatives, of which none is safe. */
  readonly edit?: Edit | null | readonly (Edit | null)[];
}

/** What a handler of facts is given besides the fact. */
export interface Tools<M extends string, O extends Options> {
  /** The API that the fact belongs to. */
  readonly api: ApiProfile | null;
  /** All APIs that the configuration knows. */
  readonly apis: readonly ApiProfile[];
  /** Those whose configs are switched on. */
  readonly apisInUse: readonly ApiProfile[];
  /** The options that hold for the fact's API. */
  readonly options: OptionValues<O>;
  /** The file is a test, a fixture, a story or a mock; never for a rule that passes them over. */
  readonly isTestFile: boolean;
  /** The file stands in a folder of examples. */
  readonly isExampleFile: boolean;
  /** The file stands in a folder of scripts beside the program. */
  readonly isRunByHand: boolean;
  /** All facts of the file. */
  readonly facts: Facts;
  report(problem: Problem<M>): void;
}

export type Handlers<M extends string, O extends Options> = {
  readonly [K in FactKind]?: (fact: FactOf<K>, tools: Tools<M, O>) => void;
};

/** `recommended`: in every config but the other APIs'; `strict`: also in `strict`; `api`: in the API's own alone. */
export type Level = 'recommended' | 'strict' | 'api';

export interface RuleDefinition<M extends string, O extends Options> {
  readonly name: string;
  /** `Disallow …`, `Require …` or `Enforce …`, without a period. */
  readonly description: string;
  readonly checklist: readonly ItemId[];
  readonly level: Level;
  /** `safe`: fixes; `suggest`: suggestions; `both`: a fix where the edit is safe, else a suggestion. */
  readonly fix?: 'safe' | 'suggest' | 'both';
  readonly options?: O;
  /** It looks at tests, fixtures, stories and mocks too, and says itself what counts there; other rules pass them over. */
  readonly looksAtTests?: true;
  /** It passes over scripts in a folder beside the program: who runs them by hand sees what happens. */
  readonly passesOverScripts?: true;
  /** It passes over what is there to be read and tried: values are made up in it, and results are shown. */
  readonly passesOverExamples?: true;
  readonly messages: Readonly<Record<M, Message>>;
  readonly on: Handlers<NoInfer<M>, NoInfer<O>>;
}

/** What a rule's `meta.docs` holds. */
export interface RuleDocs {
  readonly description: string;
  readonly url: string;
  /** Ids of the checklist items it checks. */
  readonly checklist: readonly ItemId[];
  /** The configs that switch it on. */
  readonly configs: readonly string[];
  /** The languages it finds something in. */
  readonly languages: readonly string[];
  readonly level: Level;
  /** What each option is where neither the user nor the API says otherwise. */
  readonly defaults: Readonly<Record<string, unknown>>;
  /** For messages that speak for only some of the items: message id to items. */
  readonly items: Readonly<Record<string, readonly ItemId[]>>;
}

export type Rule = EslintRule.RuleModule & {
  readonly name: string;
  readonly meta: EslintRule.RuleMetaData & { readonly docs: RuleDocs };
};
