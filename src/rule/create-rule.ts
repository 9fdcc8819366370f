import type { Rule as EslintRule } from 'eslint';
import { apiOf, apisInUse, mergeApis } from '../apis/index.ts';
import type { ApiProfile } from '../apis/index.ts';
import { dataFormatOf } from '../data/read.ts';
import type { Edit } from '../edits/edit.ts';
import type { FactsContext } from '../facts/facts-of.ts';
import { isFoundIn, languagesOf } from '../facts/facts.ts';
import type { FactKind, FactLanguage } from '../facts/facts.ts';
import { factsOf } from '../facts/facts-of.ts';
import { mayHoldFacts } from '../facts/gate.ts';
import { isRunByHand } from '../facts/log/for-terminal.ts';
import { projectOf } from '../project/host.ts';
import { pathWithin } from '../project/place.ts';
import { recorderFor } from './evidence.ts';
import { isBuildOutput, isExampleFile, isTestFile } from './test-files.ts';
import type { Options, OptionValues } from './options.ts';
import { resolveOptions, schemaOf } from './options.ts';
import type { Message, Problem, Rule, RuleDefinition, RuleDocs, Tools } from './rule.ts';

const DOCS = 'https://github.com/go-live/eslint-plugin-go-live/blob/main/docs/rules/';

/** Builds the ESLint rule that a definition describes. */
export function createRule<
  const M extends string,
  const O extends Options = Readonly<Record<string, never>>,
>(definition: RuleDefinition<M, O>): Rule {
  const { name, fix } = definition;
  const kinds = kindsByLanguage(definition);
  return {
    name,
    meta: {
      type: 'problem',
      docs: docsOf(definition),
      languages: ['*'],
      messages: { ...textsOf(definition), edit: '{{title}}' },
      schema: schemaOf(definition.options ?? {}) as NonNullable<EslintRule.RuleMetaData['schema']>,
      defaultOptions: definition.options ? [{}] : [],
      ...(fix === 'safe' || fix === 'both' ? { fixable: 'code' as const } : {}),
      hasSuggestions: fix === 'suggest' || fix === 'both',
    },
    create: (context) => listen(definition, kinds, context),
  };
}

function docsOf<M extends string, O extends Options>(definition: RuleDefinition<M, O>): RuleDocs {
  const { name, description, checklist, level } = definition;
  const apis = [...new Set(checklist.map((id) => id.slice(0, id.indexOf('/'))))];
  const general =
    level === 'recommended' ? ['recommended', 'strict'] : level === 'strict' ? ['strict'] : [];
  const items = Object.entries<RuleDefinition<M, O>['messages'][M]>(definition.messages).flatMap(
    ([id, message]) => (typeof message === 'string' ? [] : [[id, message.items] as const]),
  );
  return {
    description,
    url: `${DOCS}${name}.md`,
    checklist,
    configs: [...general, ...apis],
    languages: languagesOf(Object.keys(definition.on) as FactKind[]),
    level,
    defaults: Object.fromEntries(
      Object.entries(definition.options ?? {}).map(([name, { value }]) => [name, value as unknown]),
    ),
    items: Object.fromEntries(items),
  };
}

const textsOf = <M extends string, O extends Options>({
  messages,
}: RuleDefinition<M, O>): Record<string, string> =>
  Object.fromEntries(
    Object.entries<RuleDefinition<M, O>['messages'][M]>(messages).map(([id, message]) => [
      id,
      textOf(message),
    ]),
  );

const textOf = (message: Message): string => (typeof message === 'string' ? message : message.text);

type KindsByLanguage = Readonly<Record<FactLanguage, readonly FactKind[]>>;

/** The kinds of facts that a rule listens to, by the language they are found in. */
function kindsByLanguage<M extends string, O extends Options>({
  on,
}: RuleDefinition<M, O>): KindsByLanguage {
  const kinds = Object.keys(on) as FactKind[];
  const kindsIn = (language: FactLanguage) => kinds.filter((kind) => isFoundIn(kind, language));
  return { js: kindsIn('js'), json: kindsIn('json'), yaml: kindsIn('yaml'), env: kindsIn('env') };
}

function listen<M extends string, O extends Options>(
  definition: RuleDefinition<M, O>,
  kindsIn: KindsByLanguage,
  context: EslintRule.RuleContext,
): EslintRule.RuleListener {
  const file = context as unknown as FactsContext;
  const root: string = file.sourceCode.ast.type;
  const format = dataFormatOf(file.sourceCode);
  if (root !== 'Program' && format === null) return {};
  const standing = standingOf(context);
  if (!definition.looksAtTests && (standing.isTestFile || standing.isBuilt)) return {};
  if (definition.passesOverScripts && standing.isRunByHand) return {};
  if (definition.passesOverExamples && standing.isExampleFile) return {};
  const kinds = kindsIn[format ?? 'js'];
  if (!mayHoldFacts(kinds, file, projectOf(file))) return {};
  return { [root]: () => visit(definition, kinds, context, file) };
}

/** What a file is by its path as the project sees it: a folder above that may be called `test`. */
interface Standing {
  readonly isTestFile: boolean;
  readonly isExampleFile: boolean;
  /** The output of a build. */
  readonly isBuilt: boolean;
  readonly isRunByHand: boolean;
}

const standings = new WeakMap<object, Standing>();

/** Worked out once for a file, not for each rule. */
function standingOf({ cwd, filename, sourceCode }: EslintRule.RuleContext): Standing {
  const known = standings.get(sourceCode.ast);
  if (known) return known;
  const path = pathWithin(cwd, filename);
  const standing = {
    isTestFile: isTestFile(path),
    isExampleFile: isExampleFile(path),
    isBuilt: isBuildOutput(path),
    isRunByHand: isRunByHand(path),
  };
  standings.set(sourceCode.ast, standing);
  return standing;
}

function visit<M extends string, O extends Options>(
  definition: RuleDefinition<M, O>,
  kinds: readonly FactKind[],
  context: EslintRule.RuleContext,
  file: FactsContext,
): void {
  const facts = factsOf(file, projectOf(file));
  const apis = mergeApis(context.settings);
  const inUse = apisInUse(context.settings);
  if (kinds.every((kind) => facts[kind].length === 0)) return;
  const user = (context.options[0] ?? {}) as Readonly<Record<string, unknown>>;
  const standing = standingOf(context);
  const base = {
    apis,
    apisInUse: inUse,
    facts,
    isTestFile: standing.isTestFile,
    isExampleFile: standing.isExampleFile,
    isRunByHand: standing.isRunByHand,
  };
  const recorder = base.isTestFile
    ? null
    : recorderFor(definition.name, file.sourceCode.ast, context.settings);
  const said = new Set<string>();
  const optionsByApi = new Map<ApiProfile | null, OptionValues<O>>();
  for (const kind of kinds) {
    const handle = definition.on[kind] as ((fact: unknown, tools: Tools<M, O>) => void) | undefined;
    for (const fact of facts[kind]) {
      const api = apiOf(fact.evidence, apis, inUse);
      const options =
        optionsByApi.get(api) ?? resolveOptions(definition.options ?? ({} as O), user, api, inUse);
      optionsByApi.set(api, options);
      recorder?.saw(kind, api?.name ?? '');
      const tell = (problem: Problem<M>): void => {
        const { node, messageId } = problem;
        recorder?.failed({ api: api?.name ?? '', line: node.loc.start.line, messageId });
        if (isNew(problem, textOf(definition.messages[messageId]), said)) report(context, problem);
      };
      handle?.(fact, { ...base, api, options, report: tell });
    }
  }
}

/** One thing that several facts share, such as the options of three requests, is told of once. */
function isNew<M extends string>(
  { node, data = {} }: Problem<M>,
  text: string,
  said: Set<string>,
): boolean {
  const filled = Object.entries(data).filter(([name]) => text.includes(`{{${name}}}`));
  const told = JSON.stringify([node.range, text, filled]);
  if (said.has(told)) return false;
  said.add(told);
  return true;
}

function report<M extends string>(context: EslintRule.RuleContext, problem: Problem<M>): void {
  const { node, messageId, data = {} } = problem;
  const edits = [problem.edit ?? []].flat().filter((edit) => edit !== null);
  const [only] = edits;
  const safe = edits.length === 1 && only?.safe ? only : null;
  context.report({
    loc: node.loc,
    messageId,
    data: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, String(value)])),
    ...(safe ? { fix: apply(safe) } : {}),
    ...(safe
      ? {}
      : {
          suggest: edits.map((edit) => ({
            messageId: 'edit',
            data: { title: edit.title },
            fix: apply(edit),
          })),
        }),
  });
}

const apply =
  ({ changes }: Edit) =>
  (fixer: EslintRule.RuleFixer): EslintRule.Fix[] =>
    changes.map(({ range, text }) => fixer.replaceTextRange([range[0], range[1]], text));
