import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ESLint } from 'eslint';
import type { Linter } from 'eslint';
import plugin from '../../index.ts';
import { builtInApis } from '../apis/index.ts';
import type { Request } from './arguments.ts';
import { UsageError } from './arguments.ts';
import { REPORT_PLUGIN, evidenceConfig } from '../report/evidence.ts';

/** What the command lints with. */
export interface CommandLinter {
  readonly eslint: ESLint;
  /** TypeScript files that were met without a parser for them; filled while linting. */
  readonly skipped: ReadonlySet<string>;
}

const TYPESCRIPT = '**/*.{ts,tsx,mts,cts}';
const PARSER = '@typescript-eslint/parser';

/** ESLint with the project's configuration, or without one with ours; in both with what a report needs. */
export async function linterFor(
  request: Request,
  cwd: string,
  onFile: (file: string) => void,
): Promise<CommandLinter> {
  const skipped = new Set<string>();
  const own = await projectConfig(request, cwd);
  const base = { cwd, fix: request.fix, errorOnUnmatchedPattern: true };
  const evidence = evidenceConfig(onFile);
  if (own.file !== null) {
    const added = own.hasPlugin ? apiRules(request) : configsOf(request);
    return {
      skipped,
      eslint: new ESLint({
        ...base,
        ...(request.config === null ? {} : { overrideConfigFile: request.config }),
        overrideConfig: [...added, ...(own.hasReport ? [] : [evidence])],
      }),
    };
  }
  const parser = await parserFor(cwd, skipped);
  return {
    skipped,
    eslint: new ESLint({
      ...base,
      overrideConfigFile: true,
      overrideConfig: [parser, ...configsOf(request), evidence],
    }),
  };
}

interface ProjectConfig {
  readonly file: string | null;
  /** The plugin is in it. */
  readonly hasPlugin: boolean;
  /** What a report needs is in it. */
  readonly hasReport: boolean;
}

/** The project's own configuration, and what is in it already. */
async function projectConfig({ config }: Request, cwd: string): Promise<ProjectConfig> {
  const eslint = new ESLint({ cwd, ...(config === null ? {} : { overrideConfigFile: config }) });
  const file = config ?? (await eslint.findConfigFile()) ?? null;
  if (file === null) return { file, hasPlugin: false, hasReport: false };
  const found = (await eslint.calculateConfigForFile(path.join(cwd, 'index.js'))) as
    { plugins?: Record<string, unknown> } | undefined;
  const { plugins = {} } = found ?? {};
  return { file, hasPlugin: 'go-live' in plugins, hasReport: REPORT_PLUGIN in plugins };
}

function namesOf({ apis, strict }: Request): string[] {
  const known = builtInApis.map(({ name }) => name);
  const wrong = apis.find((name) => !known.includes(name));
  if (wrong !== undefined)
    throw new UsageError(
      `--api takes ${known.join(', ')}; got "${wrong}". An API of your own comes with the ESLint configuration that defines it.`,
    );
  return [strict ? 'strict' : 'recommended', ...(apis.length > 0 ? apis : [])];
}

const allConfigs = plugin.configs;

const configsOf = (request: Request): Linter.Config[] =>
  namesOf(request).flatMap((name) => allConfigs[name] ?? []);

/** The plugin is there already, perhaps as another copy of it: only what it is to do is added. */
function apiRules(request: Request): Linter.Config[] {
  if (request.apis.length === 0 && !request.strict) return [];
  return configsOf(request).map(({ plugins: _, language: __, ...config }) => config);
}

/** TypeScript is parsed with the project's own parser. Without one, such files are taken down and left out. */
async function parserFor(cwd: string, skipped: Set<string>): Promise<Linter.Config> {
  return {
    name: 'go-live/typescript',
    files: [TYPESCRIPT],
    languageOptions: { parser: (await projectParser(cwd)) ?? placeholder(skipped) },
  };
}

async function projectParser(cwd: string): Promise<Linter.Parser | null> {
  const require = createRequire(path.join(cwd, 'package.json'));
  try {
    const loaded = (await import(pathToFileURL(require.resolve(PARSER)).href)) as {
      default: Linter.Parser;
    };
    return loaded.default;
  } catch {
    return null;
  }
}

/** Finds an empty program in every file. */
function placeholder(skipped: Set<string>): Linter.Parser {
  return {
    meta: { name: 'go-live/no-typescript', version: '1' },
    parse(text: string, options?: { filePath?: string }) {
      skipped.add(options?.filePath ?? '');
      const loc = { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } };
      const range = [0, text.length] as [number, number];
      return {
        type: 'Program',
        body: [],
        sourceType: 'module',
        tokens: [],
        comments: [],
        loc,
        range,
      };
    },
  } as unknown as Linter.Parser;
}
