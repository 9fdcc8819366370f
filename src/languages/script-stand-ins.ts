type Fields = Record<PropertyKey, unknown>;

interface LanguageLike {
  createSourceCode: (...given: never[]) => object;
}

/**
 * A language whose source code answers what only scripts have with nothing. Many configurations
 * switch ESLint's own rules on for every file; without these answers such a rule stops the whole
 * run at the first file of another language.
 */
export function withScriptStandIns<T extends LanguageLike>(language: T): T {
  return new Proxy(language, {
    get(target, key) {
      const own: unknown = Reflect.get(target, key);
      if (key === 'normalizeLanguageOptions') return withParserOptions;
      if (typeof own !== 'function') return own;
      // The language may have private fields: `this` stays its own.
      const bound = own.bind(target) as (...given: unknown[]) => unknown;
      return key === 'createSourceCode'
        ? (...given: unknown[]) => withAnswers(bound(...given) as Fields)
        : bound;
    },
  });
}

/** Rules look into it unasked. */
const withParserOptions = (options: Fields): Fields => ({
  ...options,
  parserOptions: { ...Object(options['parserOptions']) },
});

const none = (): readonly never[] => [];
const nothing = (): null => null;

function withAnswers(sourceCode: Fields): Fields {
  const scope = emptyScope(sourceCode['ast']);
  const answers: Fields = {
    getAllComments: () => sourceCode['comments'] ?? [],
    getCommentsBefore: none,
    getCommentsAfter: none,
    getCommentsInside: none,
    getScope: () => scope,
    getDeclaredVariables: none,
    isGlobalReference: () => false,
    markVariableAsUsed: () => false,
    getTokens: none,
    getTokensBefore: none,
    getTokensAfter: none,
    getFirstToken: nothing,
    getLastToken: nothing,
    getTokenBefore: nothing,
    getTokenAfter: nothing,
    getNodeByRangeIndex: nothing,
    tokensAndComments: [],
    parserServices: {},
    scopeManager: {
      scopes: [scope],
      globalScope: scope,
      acquire: nothing,
      getDeclaredVariables: none,
    },
  };
  leaveOutIdentifiers(sourceCode);
  takeLinesForTexts(sourceCode);
  for (const [name, value] of Object.entries(answers)) {
    if (!(name in sourceCode))
      Object.defineProperty(sourceCode, name, { value, configurable: true });
  }
  return sourceCode;
}

/** JSON5's keys without quotes have the name of JavaScript's identifiers, and rules take them for such. */
function leaveOutIdentifiers(sourceCode: Fields): void {
  const { ast, traverse } = sourceCode as {
    ast?: { type?: string };
    traverse?: () => Iterable<Step>;
  };
  if (ast?.type !== 'Document' || !traverse) return;
  const value = (): Step[] =>
    [...traverse.call(sourceCode)].filter(({ target }) => target.type !== 'Identifier');
  Object.defineProperty(sourceCode, 'traverse', { value, configurable: true });
}

/** As in scripts, `// eslint …` is a remark, and no configuration that could be wrong. */
function takeLinesForTexts(sourceCode: Fields): void {
  const { comments, applyInlineConfig } = sourceCode as Partial<Commented>;
  if (!comments || !applyInlineConfig) return;
  const value = (): Inline => {
    const { configs, problems } = applyInlineConfig.call(sourceCode);
    const lines = comments.filter(({ type }) => type === 'LineComment').map(({ loc }) => loc);
    return { configs, problems: problems.filter(({ loc }) => !lines.includes(loc)) };
  };
  Object.defineProperty(sourceCode, 'applyInlineConfig', { value, configurable: true });
}

interface Inline {
  readonly configs: readonly unknown[];
  readonly problems: readonly { readonly loc: unknown }[];
}

interface Commented {
  readonly comments: readonly { readonly type: string; readonly loc: unknown }[];
  readonly applyInlineConfig: () => Inline;
}

interface Step {
  readonly target: { readonly type: string };
}

function emptyScope(block: unknown): Fields {
  const scope: Fields = {
    type: 'global',
    block,
    set: new Map(),
    through: [],
    variables: [],
    references: [],
    childScopes: [],
    upper: null,
    isStrict: false,
    implicit: { variables: [], set: new Map() },
  };
  scope['variableScope'] = scope;
  return scope;
}
