import { readFileSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createPathsMatcher, parseTsconfig } from 'get-tsconfig';
import type { PathsMatcher } from 'get-tsconfig';
import { isRecord, parseJson } from './json.ts';
import { parsedModule } from './parser.ts';
import type { ParsedModule, Project } from './project.ts';
import { rememberedByStamp } from './remembered.ts';
import { candidatesFor, isRelative, listedRange, mappedImport } from './resolution.ts';
import { treeParserOf } from './tree-parser.ts';

/**
 * The project on this machine's disk. It remembers only what it has read from a file whose time of
 * change and size are still the same, so that an editor which runs for days sees every change.
 */
export function diskProject(): Project {
  return disk;
}

const disk: Project = {
  readText,
  isFile: (file) => stampOf(file) !== null,
  namesIn: (directory) => {
    try {
      return readdirSync(directory);
    } catch {
      return [];
    }
  },
  resolve,
  packageRange,
  repositoryRoot: (file) => {
    for (const directory of directoriesAbove(file)) {
      if (statOf(path.join(directory, '.git'))) return directory;
    }
    return null;
  },
  stampOf,
  treeParserOf,
  fallbackParse,
};

type Stat = ReturnType<typeof statSync> | null;

/** What the disk has told since the program last waited for anything: while one file is linted. */
let told: Map<string, Stat> | null = null;

function statOf(file: string): Stat {
  if (!told) {
    told = new Map();
    queueMicrotask(() => (told = null));
  }
  const known = told.get(file);
  if (known !== undefined) return known;
  const stat = askDisk(file);
  told.set(file, stat);
  return stat;
}

function askDisk(file: string): Stat {
  try {
    return statSync(file, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}

function stampOf(file: string): string | null {
  const stat = statOf(file);
  return stat?.isFile() ? `${stat.mtimeMs} ${stat.size}` : null;
}

function readText(file: string): string | null {
  try {
    const text = readFileSync(file, 'utf8');
    return text.startsWith('\uFEFF') ? text.slice(1) : text;
  } catch {
    return null;
  }
}

function* directoriesAbove(file: string): Generator<string, void, undefined> {
  let directory = path.dirname(file);
  for (;;) {
    yield directory;
    const above = path.dirname(directory);
    if (above === directory) return;
    directory = above;
  }
}

const jsonAt = rememberedByStamp(stampOf, (file) => parseJson(readText(file)));

function nearestFile(fromFile: string, name: string): string | null {
  for (const directory of directoriesAbove(fromFile)) {
    const file = path.join(directory, name);
    if (stampOf(file) !== null) return file;
  }
  return null;
}

function resolve(fromFile: string, specifier: string): string | null {
  if (isRelative(specifier)) return onDisk(path.resolve(path.dirname(fromFile), specifier));
  if (specifier.startsWith('#')) {
    const found = resolvePackageImport(fromFile, specifier);
    if (found !== null) return found;
  }
  if (specifier === '' || /^(?:[a-z]+:|\/)/u.test(specifier)) return null;
  return resolveByPaths(fromFile, specifier);
}

function onDisk(base: string): string | null {
  if (isInstalled(base)) return null;
  for (const candidate of candidatesFor(base)) if (stampOf(candidate) !== null) return candidate;
  return null;
}

function isInstalled(file: string): boolean {
  return /[\\/]node_modules[\\/]/u.test(file);
}

function resolvePackageImport(fromFile: string, specifier: string): string | null {
  const manifest = nearestFile(fromFile, 'package.json');
  const json = manifest === null ? null : jsonAt(manifest);
  if (manifest === null || !isRecord(json)) return null;
  const target = mappedImport(json['imports'], specifier);
  return target === null ? null : onDisk(path.resolve(path.dirname(manifest), target));
}

function resolveByPaths(fromFile: string, specifier: string): string | null {
  const config = nearestFile(fromFile, 'tsconfig.json') ?? nearestFile(fromFile, 'jsconfig.json');
  if (config === null) return null;
  for (const match of matchersOf(config)) {
    for (const base of match(specifier)) {
      const found = onDisk(path.resolve(base));
      if (found !== null) return found;
    }
  }
  return null;
}

/** The `paths` of a tsconfig and, where it only refers to others, of these. */
function matchersOf(config: string): readonly PathsMatcher[] {
  const own = tsconfigAt(config);
  if (!own) return [];
  const matchers = own.matcher ? [own.matcher] : [];
  for (const reference of own.matcher ? [] : own.references) {
    const matcher = tsconfigAt(reference)?.matcher;
    if (matcher) matchers.push(matcher);
  }
  return matchers;
}

interface Tsconfig {
  readonly matcher: PathsMatcher | null;
  /** The configs it refers to, as absolute file names. */
  readonly references: readonly string[];
}

const tsconfigAt = rememberedByStamp(stampOf, (file): Tsconfig | null => {
  try {
    const config = parseTsconfig(file);
    const references = (config.references ?? []).map((reference) => {
      const target = path.resolve(path.dirname(file), reference.path);
      return target.endsWith('.json') ? target : path.join(target, 'tsconfig.json');
    });
    return { matcher: createPathsMatcher({ path: file, config }), references };
  } catch {
    return null;
  }
});

function packageRange(fromFile: string, packageName: string): string | null {
  const listed = listedAbove(fromFile, packageName);
  // `workspace:*`, `catalog:` and `latest` leave the version to what is installed.
  if (listed !== null && /\d/u.test(listed)) return listed;
  return installedVersion(fromFile, packageName) ?? listed;
}

function listedAbove(fromFile: string, packageName: string): string | null {
  for (const directory of directoriesAbove(fromFile)) {
    const range = listedRange(jsonAt(path.join(directory, 'package.json')), packageName);
    if (range !== null) return range;
  }
  return null;
}

function installedVersion(fromFile: string, packageName: string): string | null {
  for (const directory of directoriesAbove(fromFile)) {
    const installed = jsonAt(path.join(directory, 'node_modules', packageName, 'package.json'));
    const version = isRecord(installed) ? installed['version'] : null;
    if (typeof version === 'string') return version;
  }
  return null;
}

let oxcParser: unknown;

/** Parses with `oxc-parser` where the user has installed it, as oxlint's users may. */
function fallbackParse(text: string, file: string): ParsedModule | null {
  oxcParser ??= optionalPackage('oxc-parser') ?? {};
  if (!isRecord(oxcParser) || typeof oxcParser['parseSync'] !== 'function') return null;
  try {
    const options = { astType: 'ts', range: true, preserveParens: false };
    const result: unknown = oxcParser['parseSync'](file, text, options);
    if (!isRecord(result) || (Array.isArray(result['errors']) && result['errors'].length > 0)) {
      return null;
    }
    return parsedModule(result['program'], oxcParser['visitorKeys']);
  } catch {
    return null;
  }
}

function optionalPackage(name: string): unknown {
  for (const from of [import.meta.url, path.join(process.cwd(), 'package.json')]) {
    try {
      const found: unknown = createRequire(from)(name);
      return found;
    } catch {
      // Not installed there.
    }
  }
  return undefined;
}
