import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The project's root, absolute. */
export const root = path.resolve(import.meta.dirname, '../..');

/** Files below `folder` (relative to the root) whose name ends with `ending`, relative to the root. */
export function filesIn(folder: string, ending: string): string[] {
  const absolute = path.join(root, folder);
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => path.posix.join(folder, file.replaceAll(path.sep, '/')))
    .sort();
}

/** Base names, without the ending, of the files right in `folder`, its index left out. */
export function namesIn(folder: string, ending: string): string[] {
  return filesIn(folder, ending)
    .filter((file) => path.posix.dirname(file) === folder)
    .map((file) => path.posix.basename(file, ending))
    .filter((name) => name !== 'index' && !name.startsWith('_'));
}

/** The text of a file named relative to the root; empty where there is none. */
export function textOf(file: string): string {
  const absolute = path.join(root, file);
  return existsSync(absolute) ? readFileSync(absolute, 'utf8') : '';
}

/** Every source file of the plugin itself. */
export function sourceFiles(): string[] {
  const entry = existsSync(path.join(root, 'index.ts')) ? ['index.ts'] : [];
  return [...entry, ...filesIn('src', '.ts'), ...filesIn('rules', '.ts')];
}
