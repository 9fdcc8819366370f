import { existsSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checklists } from '../../src/checklists/index.ts';
import { filesIn, namesIn, root, sourceFiles } from './source-files.ts';
import { stringsOf } from './syntax.ts';

/** Packages whose name is also a word of the language or of HTTP. */
const alsoWords = new Set([
  'limiter',
  'next',
  'request',
  'fetch',
  'console',
  'retry',
  'debug',
  'http',
  'https',
  'wait',
  'cron',
]);

/** The values of every `module` or `modules` property below `value`. */
function modulesBelow(value: unknown, seen = new Set<unknown>()): string[] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  return Object.entries(value).flatMap(([key, each]) => {
    if (key !== 'module' && key !== 'modules') return modulesBelow(each, seen);
    return [each].flat().filter((name) => typeof name === 'string');
  });
}

async function libraryNames(): Promise<Set<string>> {
  const index = path.join(root, 'src/clients/index.ts');
  const clients: unknown = existsSync(index) ? await import(index) : {};
  const plainFiles = namesIn('src/clients', '.ts').filter((name) => !name.startsWith('schema'));
  const modules = modulesBelow({ ...Object(clients) });
  const names = modules.length > 0 ? modules : plainFiles;
  return new Set(names.filter((name) => !alsoWords.has(name) && !isBuiltin(name)));
}

/** A whole host name in the APIs' profiles: `'api.example.com'`. */
function hosts(): string[] {
  return filesIn('src/apis', '.ts')
    .flatMap(stringsOf)
    .filter((text) => /^[a-z0-9-]+(\.[a-z0-9-]+)+\.[a-z]{2,}$/.test(text));
}

const dataRooms = /^src\/(clients|apis|checklists)\//;
const elsewhere = sourceFiles().filter((file) => !dataRooms.test(file));

test('no library is named outside src/clients', async () => {
  const libraries = await libraryNames();
  const named = elsewhere.flatMap((file) =>
    stringsOf(file)
      .filter((text) => libraries.has(text))
      .map((text) => `${file}: ${text}`),
  );
  expect(named).toEqual([]);
});

test('no API is named outside src/apis and src/checklists', () => {
  const apis = new RegExp(`\\b(${Object.keys(checklists).join('|')})\\b`, 'i');
  const items = new Set(
    Object.values(checklists).flatMap(({ items }) => items.map(({ id }) => id)),
  );
  const known = hosts();
  const named = elsewhere.flatMap((file) =>
    stringsOf(file)
      // A rule names the items it checks, and nothing else of an API.
      .filter((text) => !(file.startsWith('rules/') && [...items].some((id) => id === text)))
      .filter((text) => apis.test(text) || known.some((host) => text.includes(host)))
      .map((text) => `${file}: ${text}`),
  );
  expect(named).toEqual([]);
});
