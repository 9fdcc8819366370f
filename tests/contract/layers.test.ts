import { builtinModules } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { layers, typesOnly } from '../../scripts/layers.js';
import { filesIn, sourceFiles } from './source-files.ts';
import { type Import, importsOf } from './syntax.ts';

const table: Record<string, readonly string[]> = layers;
const readAsTypes: Record<string, readonly string[]> = typesOnly;
const imports = new Map(sourceFiles().map((file) => [file, importsOf(file)]));
const isRelative = ({ source }: Import) => source.startsWith('.');

function targetOf(file: string, { source }: Import): string {
  return path.posix.join(path.posix.dirname(file), source);
}

function roomOf(file: string): string {
  return Object.keys(table).find((room) => file.startsWith(`${room}/`)) ?? '';
}

/** Starts ESLint with the plugin, and so reads both. */
const program = 'src/command';

/** `file -> target` for every import from a room that the file's own may not read. */
function strayImports(file: string): string[] {
  const room = roomOf(file);
  if (room === '') return [];
  return (imports.get(file) ?? [])
    .filter(isRelative)
    .filter((each) => {
      const other = roomOf(targetOf(file, each));
      if (other === room || (room === program && targetOf(file, each) === 'index.ts')) return false;
      if (readAsTypes[room]?.includes(other)) return !each.typeOnly;
      return !table[room]?.includes(other);
    })
    .map((each) => `${file} -> ${targetOf(file, each)}`);
}

/** The first ring of imports found below `file`, if any. Types are gone at run time and make none. */
function cycleFrom(file: string, path: string[], done: Set<string>): string[] {
  if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
  if (done.has(file)) return [];
  for (const each of (imports.get(file) ?? []).filter(isRelative)) {
    if (each.typeOnly) continue;
    const cycle = cycleFrom(targetOf(file, each), [...path, file], done);
    if (cycle.length > 0) return cycle;
  }
  done.add(file);
  return [];
}

describe('layers', () => {
  test('imports point down only', () => {
    expect([...imports.keys()].flatMap(strayImports)).toEqual([]);
  });

  test('rules do not read each other', () => {
    const between = filesIn('rules', '.ts')
      .filter((file) => file !== 'rules/index.ts')
      .filter((file) => (imports.get(file) ?? []).some(({ source }) => source.startsWith('./')));
    expect(between).toEqual([]);
  });

  test('no ring of imports', () => {
    const done = new Set<string>();
    expect(
      [...imports.keys()].map((file) => cycleFrom(file, [], done)).find((c) => c.length > 0),
    ).toBe(undefined);
  });

  test('what is imported at run time comes with the package', () => {
    const known = new Set([...Object.keys(packageJson.dependencies), ...builtinModules]);
    const packages = [...imports]
      .flatMap(([file, own]) =>
        own.filter(({ source }) => !(roomOf(file) === program && source === 'eslint')),
      )
      .filter((each) => !isRelative(each) && !each.typeOnly && !each.source.startsWith('node:'))
      .map(({ source }) =>
        source
          .split('/')
          .slice(0, source.startsWith('@') ? 2 : 1)
          .join('/'),
      )
      .filter((name) => name !== packageJson.name && !known.has(name));
    expect(packages).toEqual([]);
  });

  test('names say what a file is for', () => {
    const vague = /(^|[/-])(?:(?:utils?|helpers?|misc|common)(?:\.|\/|-|$)|shared(?:\.|\/|$))/;
    expect(sourceFiles().filter((file) => vague.test(file))).toEqual([]);
  });
});
