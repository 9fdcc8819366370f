// Compiles index.ts, src/ and rules/ to dist/, and removes what no source stands behind any more.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const dist = path.join(root, 'dist');

/** @param {string} output a compiled file, relative to dist/ */
function hasSource(output) {
  return existsSync(path.join(root, output.replace(/(?:\.d)?\.[jt]s$/, '.ts')));
}

function removeStaleOutputs() {
  if (!existsSync(dist)) return;
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    const output = path.relative(dist, path.join(entry.parentPath, entry.name));
    if (entry.isFile() && !hasSource(output)) rmSync(path.join(dist, output));
  }
}

// A checkout that holds no source yet has nothing to build.
if (!existsSync(path.join(root, 'index.ts'))) process.exit(0);

// What was compiled before counts only as long as its output stands.
if (!existsSync(dist)) rmSync(path.join(root, '.scratch/build.tsbuildinfo'), { force: true });

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const { status } = spawnSync(
  process.execPath,
  [tsc, '-p', path.join(root, 'tsconfig.build.json')],
  {
    stdio: 'inherit',
  },
);
removeStaleOutputs();
process.exit(status ?? 1);
