import type { Program, VisitorKeys } from '../ast/node.ts';
import { isNode } from '../ast/node.ts';
import type { ParsedModule } from './project.ts';
import type { TreeParser } from './tree-parser.ts';

/** Parses other modules as the linted file was parsed. */
export interface ModuleParser {
  /** Stands for the parser in caches: the same object for the same parser. */
  readonly parser: object;
  /** Never throws: null for what does not parse. The tree may come from a part of the parser. */
  parse(text: string, file: string, treeParser?: TreeParser | null): ParsedModule | null;
}

/** The part of a rule's context that tells how its file was parsed. */
export interface LintContext {
  readonly languageOptions?: unknown;
  readonly sourceCode?: { readonly visitorKeys?: VisitorKeys };
}

const NO_PARSER = Object.freeze({});

/** The parser of the file that a rule is looking at. */
export function parserOf(context: LintContext): ModuleParser {
  const languageOptions = fieldsOf(context.languageOptions);
  const { parser } = languageOptions;
  if (typeof parser !== 'object' || parser === null)
    return { parser: NO_PARSER, parse: () => null };
  return {
    parser,
    parse: (text, file, treeParser = null) => {
      const part = treeParser && {
        parse: treeParser,
        VisitorKeys: context.sourceCode?.visitorKeys,
      };
      for (const sourceType of sourceTypes(file)) {
        const options = optionsFor(languageOptions, file, sourceType);
        const parsed = attempt(part ?? parser, text, options);
        if (parsed) return parsed;
      }
      return null;
    },
  };
}

function sourceTypes(file: string): readonly string[] {
  if (/\.[mc]?tsx?$/u.test(file)) return ['module'];
  return /\.cjs$/u.test(file) ? ['commonjs', 'module'] : ['module', 'commonjs'];
}

function optionsFor(
  languageOptions: Fields,
  file: string,
  sourceType: string,
): Record<string, unknown> {
  const own = fieldsOf(languageOptions['parserOptions']);
  const isPlainTypeScript = /\.[mc]?ts$/u.test(file);
  return {
    ecmaVersion: languageOptions['ecmaVersion'] ?? 'latest',
    ...own,
    ecmaFeatures: { ...fieldsOf(own['ecmaFeatures']), jsx: !isPlainTypeScript },
    sourceType,
    filePath: file,
    range: true,
    loc: true,
    comment: false,
    tokens: false,
    jsDocParsingMode: 'none',
    project: undefined,
    projectService: undefined,
    EXPERIMENTAL_useProjectService: undefined,
    programs: undefined,
    program: undefined,
  };
}

function attempt(parser: object, text: string, options: object): ParsedModule | null {
  try {
    if ('parseForESLint' in parser && typeof parser.parseForESLint === 'function') {
      const result = fieldsOf(parser.parseForESLint(text, options));
      return parsedModule(result['ast'], result['visitorKeys']);
    }
    if (!('parse' in parser) || typeof parser.parse !== 'function') return null;
    return parsedModule(parser.parse(text, options), fieldsOf(parser)['VisitorKeys']);
  } catch {
    return null;
  }
}

/** A parser's answer as a module; null where it is no program. */
export function parsedModule(ast: unknown, visitorKeys: unknown): ParsedModule | null {
  if (!isProgram(ast)) return null;
  return { program: ast, visitorKeys: isVisitorKeys(visitorKeys) ? visitorKeys : undefined };
}

function isProgram(x: unknown): x is Program {
  return isNode(x) && x.type === 'Program' && Array.isArray(x.range);
}

function isVisitorKeys(x: unknown): x is VisitorKeys {
  return typeof x === 'object' && x !== null && 'Program' in x;
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(x: unknown): Fields {
  return typeof x === 'object' && x !== null ? (x as Fields) : {};
}
