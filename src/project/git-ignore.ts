import ignore from 'ignore';
import type { Ignore } from 'ignore';
import type { Project } from './project.ts';
import { pathFrom } from './place.ts';

/** What git's ignore files say of a file. */
export interface GitVerdict {
  readonly verdict: 'ignored' | 'not-ignored' | 'outside' | 'unreadable';
  /** The ignore file that can't be read, relative to the repository. */
  readonly unreadable: string | null;
}

/** Whether git leaves a file out of the repository; false also where that can't be told. */
export function isKeptOut(file: string, project: Project): boolean {
  return gitVerdict(file, project).verdict === 'ignored';
}

/**
 * Reads the ignore files from the repository's root down to the file's folder, as git does: a
 * deeper one overrides, a later line overrides, and what is below an ignored folder stays ignored.
 */
export function gitVerdict(file: string, project: Project): GitVerdict {
  const root = project.repositoryRoot(file);
  const path = root === null ? null : pathFrom(root, file);
  if (root === null || path === null) return { verdict: 'outside', unreadable: null };
  const rules = new IgnoreFiles(root, project);
  const parts = path.split('/');
  for (let depth = 1; depth <= parts.length; depth++) {
    const upTo = parts.slice(0, depth).join('/');
    const isIgnored = rules.ignores(depth < parts.length ? `${upTo}/` : upTo);
    if (rules.unreadable !== null) return { verdict: 'unreadable', unreadable: rules.unreadable };
    if (isIgnored) return { verdict: 'ignored', unreadable: null };
  }
  return { verdict: 'not-ignored', unreadable: null };
}

const parsed = new Map<string, { readonly text: string; readonly rules: Ignore }>();

class IgnoreFiles {
  unreadable: string | null = null;
  readonly #root: string;
  readonly #project: Project;

  constructor(root: string, project: Project) {
    this.#root = root;
    this.#project = project;
  }

  /** @param path relative to the root, a folder with a slash at its end */
  ignores(path: string): boolean {
    const folders = path.replace(/\/$/, '').split('/').slice(0, -1);
    for (let depth = folders.length; depth >= 0; depth--) {
      const folder = folders
        .slice(0, depth)
        .map((name) => `${name}/`)
        .join('');
      const found = this.#rulesOf(`${folder}.gitignore`)?.test(path.slice(folder.length));
      if (found?.ignored || found?.unignored) return found.ignored;
    }
    return this.#rulesOf('.git/info/exclude')?.test(path).ignored ?? false;
  }

  #rulesOf(name: string): Ignore | null {
    const file = `${this.#root}/${name}`;
    if (!this.#project.isFile(file)) return null;
    const text = this.#project.readText(file);
    if (text === null) {
      this.unreadable = name;
      return null;
    }
    const known = parsed.get(file);
    if (known?.text === text) return known.rules;
    const rules = rulesIn(text);
    parsed.set(file, { text, rules });
    return rules;
  }
}

function rulesIn(text: string): Ignore {
  return ignore.default({ allowRelativePaths: true, ignorecase: false }).add(text);
}
