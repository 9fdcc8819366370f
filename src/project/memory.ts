import { isRecord, parseJson } from './json.ts';
import type { Project } from './project.ts';
import { candidatesFor, isRelative, listedRange, mappedImport } from './resolution.ts';

/**
 * A project of texts by absolute file name, with `/` between its parts: for a browser, or where
 * there is no disk. Resolves relative specifiers and package.json's `imports`.
 */
export function memoryProject(files: Readonly<Record<string, string>> = {}): Project {
  const isFile = (file: string): boolean => Object.hasOwn(files, file);
  const readText = (file: string): string | null => (isFile(file) ? (files[file] ?? null) : null);
  const existing = (base: string): string | null => {
    for (const candidate of candidatesFor(base)) if (isFile(candidate)) return candidate;
    return null;
  };
  const manifestsAbove = (file: string): { directory: string; json: unknown }[] =>
    directoriesAbove(file).flatMap((directory) => {
      const json = parseJson(readText(`${directory}/package.json`));
      return isRecord(json) ? [{ directory, json }] : [];
    });
  return {
    readText,
    isFile,
    namesIn: (directory) =>
      Object.keys(files).flatMap((file) => (parentOf(file) === directory ? nameOf(file) : [])),
    resolve: (fromFile, specifier) => {
      if (isRelative(specifier)) return existing(joined(parentOf(fromFile), specifier));
      const [nearest] = manifestsAbove(fromFile);
      if (!nearest || !isRecord(nearest.json) || !specifier.startsWith('#')) return null;
      const target = mappedImport(nearest.json['imports'], specifier);
      return target === null ? null : existing(joined(nearest.directory, target));
    },
    packageRange: (fromFile, packageName) => {
      for (const { json } of manifestsAbove(fromFile)) {
        const range = listedRange(json, packageName);
        if (range !== null) return range;
      }
      return null;
    },
    repositoryRoot: (file) =>
      directoriesAbove(file).find((directory) => isFile(`${directory}/.git/HEAD`)) ?? null,
  };
}

function parentOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf('/')));
}

const nameOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1);

function directoriesAbove(file: string): string[] {
  const directories: string[] = [];
  for (let directory = parentOf(file); directory !== ''; directory = parentOf(directory)) {
    directories.push(directory);
  }
  return [...directories, ''];
}

function joined(directory: string, relative: string): string {
  const parts = directory.split('/');
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
