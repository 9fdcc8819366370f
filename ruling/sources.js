// What the ruling lints: npm packages that ship their sources, at the versions of package.json here,
// and public repositories at a commit, read from a folder that the user names.
import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} Source
 * @property {string} name a package, or `owner/name` of a repository
 * @property {string} version of a package; of a repository the commit
 * @property {boolean} repository
 * @property {string[]} folders what is linted of it, relative to its root
 * @property {string[]} ignores on top of what is ignored everywhere
 */

/** @param {string} file @returns {any} */
const json = (file) => JSON.parse(readFileSync(path.join(import.meta.dirname, file), 'utf8'));

/** @returns {Source[]} the packages, then the repositories, each by name */
export function sources() {
  const { dependencies } = json('package.json');
  const { packages, repositories } = json('sources.json');
  /** @param {string} name @param {string} version @param {any} [about] */
  const source = (name, version, about = {}, repository = false) => ({
    name,
    version,
    repository,
    folders: about.folders ?? ['.'],
    ignores: about.ignores ?? [],
  });
  return [
    ...Object.keys(dependencies)
      .sort()
      .map((name) => source(name, dependencies[name], packages[name])),
    ...Object.keys(repositories)
      .sort()
      .map((name) => source(name, repositories[name].commit, repositories[name], true)),
  ];
}

/** The name as a file's: `@scope/name` -> `@scope+name`. @param {string} name */
export const fileNameOf = (name) => name.replaceAll('/', '+');
