import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { root } from './built-plugin.ts';

/** The project's installed packages. */
export const modules = path.join(root, 'node_modules');

export interface Packed {
  /** What would be published. */
  readonly tarball: string;
  /** The folder that npm would make of it. */
  readonly unpacked: string;
}

/** Packs the plugin into a folder. `dist` stands already, so no script runs. */
export function packInto(folder: string): Packed {
  const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  execFileSync('npm', pack, { cwd: root, stdio: ['ignore', 'ignore', 'ignore'] });
  const tarball = readdirSync(folder).find((file) => file.endsWith('.tgz')) ?? '';
  execFileSync('tar', ['-xzf', tarball], { cwd: folder });
  return { tarball: path.join(folder, tarball), unpacked: path.join(folder, 'package') };
}

/** Writes files, by their path below a folder. */
export function layOut(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
}

interface Neighbours {
  /** The folder of ESLint among the installed packages. */
  readonly eslint?: string;
  /** Other packages that the user has. */
  readonly others?: readonly string[];
}

/** A user's project below a folder: the packed plugin, what it depends on, ESLint and a TypeScript parser. */
export function projectIn(
  scratch: string,
  { unpacked }: Packed,
  { eslint = 'eslint', others = [] }: Neighbours = {},
): string {
  const project = mkdtempSync(path.join(scratch, 'project-'));
  const installed = path.join(project, 'node_modules');
  mkdirSync(installed);
  execFileSync('cp', ['-r', unpacked, path.join(installed, packageJson.name)]);
  const own = [...Object.keys(packageJson.dependencies), '@typescript-eslint/parser'];
  for (const name of [...own, ...others]) {
    mkdirSync(path.dirname(path.join(installed, name)), { recursive: true });
    symlinkSync(path.join(modules, name), path.join(installed, name));
  }
  symlinkSync(path.join(modules, eslint), path.join(installed, 'eslint'));
  writeFileSync(path.join(project, 'package.json'), '{ "type": "module" }\n');
  return project;
}
