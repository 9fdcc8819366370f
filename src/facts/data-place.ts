import { wordsOf } from '../ast/words.ts';
import type { DataView } from './data-view.ts';
import { isEnvironmentName } from './environment/env-purpose.ts';
import type { NamedValue } from '../data/named-value.ts';
import { at, textAt } from '../data/tree.ts';

const partsOf = (filename: string): string[] => filename.replaceAll('\\', '/').split('/');

const MACHINE_MADE =
  /^(?:package-lock|npm-shrinkwrap|composer-lock|packages\.lock|project\.assets|pnpm-lock|yarn-lock|bun\.lock|deno\.lock|pdm\.lock|conda-lock|\.secrets\.baseline|asset-manifest|stats|tsbuildinfo|cdk\.context|rush-lock|flake\.lock)(?:\.(?:json|ya?ml))?$|[.-]lock\.(?:json|ya?ml)$|\.lock$|^checksums?\.|\.(?:map|tsbuildinfo)$|\.(?:min|bundle)\.json$/i;

/** Lock files, checksums and the like: written by a tool, full of random text, no configuration. */
export function isMachineMade(filename: string): boolean {
  return MACHINE_MADE.test(partsOf(filename).at(-1) ?? '');
}

const TEMPLATE_WORDS: ReadonlySet<string> = new Set(
  'example examples sample template tmpl tpl dist defaults default schema dummy placeholder'.split(
    ' ',
  ),
);

/** What holds wherever no file for the environment says something else: it is read, not copied. */
const BASE_CONFIGURATION = /(?:^|\/)config\/default\.(?:json|ya?ml)$/;

/** A file that others copy and fill in: `.env.example`, `config.sample.json`. */
export function isTemplateFile(filename: string): boolean {
  if (BASE_CONFIGURATION.test(filename.replaceAll('\\', '/'))) return false;
  const [name = '', folder = ''] = partsOf(filename).toReversed();
  return [...wordsOf(name), ...wordsOf(folder)].some((word) => TEMPLATE_WORDS.has(word));
}

/** Files named for a language, as languages are named most often. */
const LOCALE =
  /^(?:ar|bg|bn|ca|cs|da|de|el|en|es|et|fa|fi|fr|he|hi|hr|hu|id|it|ja|ko|lt|lv|ms|nb|nl|no|pl|pt|ro|ru|sk|sl|sr|sv|th|tr|uk|ur|vi|zh)(?:[-_][A-Za-z]{2,4}){0,2}\.\w+$/;
const TEXT_FOLDERS =
  /^(?:locales?|i18n|l10n|lang|langs|languages?|translations?|messages|intl|_locales)$/i;

/** A table of texts that people read, by the name of its file or folder. */
export function isTranslation(filename: string): boolean {
  const parts = partsOf(filename);
  return (
    LOCALE.test(parts.at(-1) ?? '') || parts.slice(-4, -1).some((one) => TEXT_FOLDERS.test(one))
  );
}

/** A description of data, not data: an API's description, a schema, a collection of sample requests. */
export function isDescription({ filename, data: { documents } }: DataView): boolean {
  const [root = null] = documents;
  const schema = textAt(root, '$schema') ?? '';
  return (
    ['openapi', 'swagger', 'asyncapi', 'postmanId', 'definitions', '$defs'].some(
      (key) => at(root, key) !== null,
    ) ||
    /json-schema\.org/.test(schema) ||
    /\.schema\.\w+$/.test(filename)
  );
}

export const isManifest = (filename: string): boolean =>
  /^(?:package|bower|composer|manifest|component|lerna|jsr|deno|app|plugin|theme|block)\.json$/.test(
    partsOf(filename).at(-1) ?? '',
  );

/** A pipeline of continuous integration. */
export function isPipeline(filename: string): boolean {
  return /\/\.github\/|\/\.circleci\/|\/\.buildkite\/|(?:^|\/)\.?(?:gitlab-ci|travis|drone|woodpecker|appveyor|azure-pipelines|bitbucket-pipelines|cloudbuild|buildspec)[\w.-]*\.ya?ml$|\/ci\//i.test(
    filename.replaceAll('\\', '/'),
  );
}

/** The environment that a file is for, as its name or folder says; null where neither does. */
export function environmentOfFile(filename: string): 'production' | 'other' | null {
  const [name = '', ...folders] = partsOf(filename).toReversed();
  const named = [...wordsOf(name), ...folders.slice(0, 3)].find(isForEnvironment);
  if (named === undefined) return null;
  return /^(?:prod|production|live)$/i.test(named) ? 'production' : 'other';
}

const isForEnvironment = (word: string): boolean =>
  isEnvironmentName(word) ||
  /^(?:local|ci|e2e|qa|preview|preprod|dist|example|sample)$/i.test(word);

/** One of several values, of which the environment's name picks one, as its keys say. */
export function isNamedForEnvironment({ path }: NamedValue): boolean {
  return path.some((key) => wordsOf(key).some(isEnvironmentName));
}

/** `API_BASE_URL`: the name of an environment variable. */
export const isVariableName = (name: string | null): name is string =>
  name !== null && /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)*$/.test(name);

/** Containers that are started together, as a rule on a developer's machine. */
export const isComposition = (filename: string): boolean =>
  /(?:^|[\\/])(?:docker-)?compose[\w.-]*\.ya?ml$/i.test(filename);
