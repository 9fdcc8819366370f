// Brings the packages onto the disk: installed once for each lock file, outside of this project (no
// tsconfig or .gitignore of ours above them) and then out of node_modules, where the rules follow no
// import. The lock lists the packages alone: to read a package takes none of its dependencies.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const MANIFESTS = ['package.json', 'package-lock.json'];

/** @returns {string} the folder that holds the packages by name */
export function installedPackages() {
  const lock = readFileSync(path.join(import.meta.dirname, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex').slice(0, 16);
  const work = path.join(tmpdir(), `go-live-ruling-${hash}`);
  const packages = path.join(work, 'packages');
  if (existsSync(packages)) return packages;
  mkdirSync(work, { recursive: true });
  for (const file of MANIFESTS)
    copyFileSync(path.join(import.meta.dirname, file), path.join(work, file));
  const { status, stderr } = spawnSync('npm', ['ci', '--ignore-scripts', '--legacy-peer-deps'], {
    cwd: work,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`\`npm ci\` of the packages failed:\n${stderr}`);
  for (const file of MANIFESTS) rmSync(path.join(work, file));
  renameSync(path.join(work, 'node_modules'), packages);
  return packages;
}
