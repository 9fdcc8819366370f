// Builds dist/: the code of each public module, bundled, so that a linter that starts reads a few files
// in place of hundreds; and the declarations of what they export, without those of the internals.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { rolldown } from 'rolldown';
import ts from 'typescript';

const root = path.resolve(import.meta.dirname, '..');
const dist = path.join(root, 'dist');
const declarations = path.join(root, '.scratch/declarations');

/** What others import, by its path in dist/ without the extension. */
const published = ['index', 'src/api'];
/** What is run from dist/, and the parts of the report that the scripts here use. */
const run = ['src/command/main', 'src/command/formatter', 'src/report/index'];

async function bundle() {
  const input = Object.fromEntries([...published, ...run].map((name) => [name, `./${name}.ts`]));
  const build = await rolldown({
    cwd: root,
    input,
    external: (id) => !/^[./]/.test(id) && !path.isAbsolute(id),
    platform: 'node',
  });
  await build.write({ dir: dist, format: 'esm', chunkFileNames: 'shared/[hash].js' });
}

/** Writes the declarations of all modules; TypeScript has printed what is wrong where it fails. */
function declare() {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  if (!existsSync(declarations)) rmSync(`${declarations}.tsbuildinfo`, { force: true });
  const config = path.join(root, 'tsconfig.build.json');
  const { status } = spawnSync(process.execPath, [tsc, '-p', config], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

/** Copies a declaration file and those that it refers to. */
function publish(file, seen = new Set()) {
  if (seen.has(file)) return;
  seen.add(file);
  cpSync(path.join(declarations, file), path.join(dist, file));
  const text = readFileSync(path.join(declarations, file), 'utf8');
  for (const { fileName } of ts.preProcessFile(text).importedFiles) {
    if (!fileName.startsWith('.')) continue;
    const target = path.join(path.dirname(file), fileName.replace(/\.[jt]s$/, '.d.ts'));
    publish(target, seen);
  }
}

// A checkout that holds no source yet has nothing to build.
if (!existsSync(path.join(root, 'index.ts'))) process.exit(0);

declare();
rmSync(dist, { recursive: true, force: true });
await bundle();
for (const name of published) publish(`${name}.d.ts`);
