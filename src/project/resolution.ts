import { isRecord } from './json.ts';

const SOURCE_EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.mjs', '.cjs', '.jsx'];

/** The TypeScript sources that a JavaScript file name may stand for, before it is compiled. */
const SOURCES_OF: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx'],
  '.jsx': ['.tsx', '.ts'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
};

/** Whether a specifier is a path from the importing file. */
export function isRelative(specifier: string): boolean {
  return /^\.{1,2}(?:\/|$)/u.test(specifier);
}

/** The files that an absolute path may name in an import, the likeliest first. */
export function* candidatesFor(base: string): Generator<string, void, undefined> {
  const extension = /\.[a-z]+$/u.exec(base)?.[0] ?? '';
  if (extension in SOURCES_OF || extension === '.json' || SOURCE_EXTENSIONS.includes(extension)) {
    yield base;
    const stem = base.slice(0, -extension.length);
    for (const source of SOURCES_OF[extension] ?? []) yield stem + source;
  }
  for (const source of SOURCE_EXTENSIONS) yield base + source;
  yield `${base}.json`;
  for (const source of SOURCE_EXTENSIONS) yield `${base}/index${source}`;
  yield `${base}/index.json`;
}

/**
 * The path that package.json's `imports` gives a `#` specifier, as written there (`./src/http.js`);
 * null where it has none in the package itself.
 */
export function mappedImport(imports: unknown, specifier: string): string | null {
  if (!isRecord(imports)) return null;
  const exact = firstPath(imports[specifier]);
  if (exact !== null) return exact;
  for (const [pattern, target] of Object.entries(imports)) {
    const [before = '', after] = pattern.split('*');
    if (after === undefined || specifier.length < before.length + after.length) continue;
    if (!specifier.startsWith(before) || !specifier.endsWith(after)) continue;
    const star = specifier.slice(before.length, specifier.length - after.length);
    const path = firstPath(target);
    if (path !== null) return path.replaceAll('*', () => star);
  }
  return null;
}

const CONDITIONS = ['import', 'node', 'module', 'require', 'default', 'development', 'types'];

/** The first path that a target with conditions leads to. */
function firstPath(target: unknown): string | null {
  if (typeof target === 'string') return target.startsWith('./') ? target : null;
  if (!isRecord(target)) return null;
  for (const condition of CONDITIONS) {
    const path = firstPath(target[condition]);
    if (path !== null) return path;
  }
  return null;
}

const DEPENDENCY_FIELDS = [
  'dependencies',
  'devDependencies',
  'peerDependencies',
  'optionalDependencies',
];

/** The version range of a package that a package.json lists; null where it does not list it. */
export function listedRange(packageJson: unknown, packageName: string): string | null {
  if (!isRecord(packageJson)) return null;
  for (const field of DEPENDENCY_FIELDS) {
    const listed = packageJson[field];
    const range = isRecord(listed) ? listed[packageName] : undefined;
    if (typeof range === 'string') return range;
  }
  return null;
}
