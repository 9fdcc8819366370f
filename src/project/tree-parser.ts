import { createRequire } from 'node:module';
import { isRecord } from './json.ts';

/** Makes the tree of a text and nothing else. Throws where the text does not parse. */
export type TreeParser = (text: string, options: Readonly<Record<string, unknown>>) => unknown;

/**
 * The part of `@typescript-eslint/parser` that makes its trees, where that is the parser: its own
 * entry makes tokens, comments and scopes as well whatever it is told, which is over half of its
 * time. Null for any other parser, and where the part is not loaded or of another version.
 * Read from @typescript-eslint/parser 8.72.0.
 */
export function treeParserOf(parser: object): TreeParser | null {
  const known = treeParsers.get(parser);
  if (known !== undefined) return known;
  const found = findTreeParser(parser);
  treeParsers.set(parser, found);
  return found;
}

const treeParsers = new WeakMap<object, TreeParser | null>();

function findTreeParser(parser: object): TreeParser | null {
  const meta: unknown = 'meta' in parser ? parser.meta : null;
  if (!isRecord(meta) || meta['name'] !== 'typescript-eslint/parser') return null;
  for (const [file, loaded] of Object.entries(createRequire(import.meta.url).cache)) {
    if (!/[\\/]typescript-estree[\\/]dist[\\/]index\.js$/u.test(file)) continue;
    const exports: unknown = loaded?.exports;
    if (!isRecord(exports) || exports['version'] !== meta['version']) continue;
    const { parse } = exports;
    if (typeof parse === 'function')
      return (text, options) => parse(text, treeOptions(options)) as unknown;
  }
  return null;
}

/** Options as the parser hands them to this part of it. */
function treeOptions(options: Readonly<Record<string, unknown>>): object {
  const features = options['ecmaFeatures'];
  return {
    ...options,
    jsx: isRecord(features) && features['jsx'] === true,
    sourceType: options['sourceType'] === 'module' ? 'module' : 'script',
    errorOnTypeScriptSyntacticAndSemanticIssues: false,
  };
}
