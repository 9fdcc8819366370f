import type { Program, VisitorKeys } from '../ast/node.ts';
import type { ParsedModule, Project } from './project.ts';
import type { ModuleParser } from './parser.ts';

export { parserOf } from './parser.ts';
export type { LintContext, ModuleParser } from './parser.ts';

/** A module of the project, read and parsed. */
export interface LoadedModule {
  readonly file: string;
  readonly text: string;
  readonly program: Program;
  readonly visitorKeys: VisitorKeys | undefined;
}

interface Entry {
  readonly stamp: string | null;
  readonly text: string;
  readonly module: LoadedModule | null;
}

/** The longest text that is parsed, in UTF-16 code units: longer ones are bundles or data. */
const LONGEST_TEXT = 300_000;
/** How many modules are kept, for each project and parser. */
const MOST_ENTRIES = 500;

const caches = new WeakMap<Project, WeakMap<object, Map<string, Entry>>>();

/**
 * A module of the project, parsed once for each content. Null where it is not there, is too long or
 * does not parse.
 */
export function moduleAt(
  project: Project,
  file: string,
  parser: ModuleParser,
): LoadedModule | null {
  const entries = entriesOf(project, parser);
  const stamp = project.stampOf?.(file) ?? null;
  const cached = entries.get(file);
  if (cached && stamp !== null && cached.stamp === stamp) return touch(entries, file, cached);
  const text = project.readText(file);
  if (text === null) return null;
  const module = cached?.text === text ? cached.module : load(project, file, text, parser);
  return touch(entries, file, { stamp, text, module });
}

/** Puts an entry where the ones used last are, and drops the one unused for longest. */
function touch(entries: Map<string, Entry>, file: string, entry: Entry): LoadedModule | null {
  entries.delete(file);
  entries.set(file, entry);
  if (entries.size > MOST_ENTRIES) {
    for (const oldest of entries.keys()) {
      entries.delete(oldest);
      break;
    }
  }
  return entry.module;
}

function load(
  project: Project,
  file: string,
  text: string,
  parser: ModuleParser,
): LoadedModule | null {
  if (text.length > LONGEST_TEXT) return null;
  if (/\.jsonc?$/u.test(file)) return loadJson(project, file, text, parser);
  return loadSource(project, file, text, parser);
}

/** JSON as the module that it is where it is imported: its nodes stand after `module.exports = `. */
function loadJson(
  project: Project,
  file: string,
  text: string,
  parser: ModuleParser,
): LoadedModule | null {
  const module = loadSource(project, `${file}.cjs`, `module.exports = ${text}`, parser);
  return module && { ...module, file };
}

function loadSource(
  project: Project,
  file: string,
  text: string,
  parser: ModuleParser,
): LoadedModule | null {
  const treeParser = project.treeParserOf?.(parser.parser) ?? null;
  const parsed: ParsedModule | null =
    parser.parse(text, file, treeParser) ?? project.fallbackParse?.(text, file) ?? null;
  return parsed && { file, text, program: parsed.program, visitorKeys: parsed.visitorKeys };
}

function entriesOf(project: Project, { parser }: ModuleParser): Map<string, Entry> {
  const byParser = caches.get(project) ?? new WeakMap<object, Map<string, Entry>>();
  caches.set(project, byParser);
  const entries = byParser.get(parser) ?? new Map<string, Entry>();
  byParser.set(parser, entries);
  return entries;
}
