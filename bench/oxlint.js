// How much faster oxlint is with the same rules over the same files, each run as its own program.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { corpus } from './corpus.js';

const root = path.resolve(import.meta.dirname, '..');
const TURNS = 2;
/** A part of the corpus: ESLint starts anew for each turn. */
const MOST_FILES = 200;
const MOST_OUTPUT = 2 ** 28;

const shipped = path.join(root, 'oxlint/all.json');
const { rules } = JSON.parse(readFileSync(shipped, 'utf8'));

/** By its path: oxlint would lint what is in a `node_modules` beside the files. */
const from = (file) => JSON.stringify(pathToFileURL(path.join(root, file)).href);

const eslintConfig = `import goLive from ${from('dist/index.js')};
import * as parser from ${from('node_modules/@typescript-eslint/parser/dist/index.js')};
export default [{
  files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
  plugins: { 'go-live': goLive },
  languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
  linterOptions: { reportUnusedDisableDirectives: 'off' },
  rules: ${JSON.stringify(rules)},
}];
`;

/** The corpus in a folder, with a config for each program. */
function layOut() {
  const folder = mkdtempSync(path.join(tmpdir(), 'go-live-bench-'));
  const all = corpus();
  const step = Math.ceil(all.length / MOST_FILES);
  const files = all.filter((_, index) => index % step === 0);
  for (const { file, code } of files) {
    const target = path.join(folder, path.relative(root, file).replaceAll('node_modules', 'found'));
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, code);
  }
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(path.join(folder, 'eslint.config.js'), eslintConfig);
  const oxlintConfig = { extends: [shipped], categories: { correctness: 'off' } };
  writeFileSync(path.join(folder, '.oxlintrc.json'), JSON.stringify(oxlintConfig));
  return { folder, count: files.length };
}

/** Seconds of the fastest run, and what it printed. */
function fastest(cwd, bin, args) {
  let best = { seconds: Infinity, stdout: '' };
  for (let turn = 0; turn < TURNS; turn++) {
    const start = performance.now();
    const { stdout } = spawnSync(
      process.execPath,
      [path.join(root, 'node_modules', bin), ...args],
      {
        cwd,
        encoding: 'utf8',
        maxBuffer: MOST_OUTPUT,
      },
    );
    const seconds = (performance.now() - start) / 1000;
    if (seconds < best.seconds) best = { seconds, stdout };
  }
  return best;
}

const { folder, count } = layOut();
const args = ['.', '-f', 'json'];
const eslint = fastest(folder, 'eslint/bin/eslint.js', [...args, '--no-inline-config']);
const oxlint = fastest(folder, 'oxlint/bin/oxlint', [...args, '--no-ignore']);
rmSync(folder, { recursive: true });

const byEslint = JSON.parse(eslint.stdout).reduce((sum, { messages }) => sum + messages.length, 0);
const byOxlint = JSON.parse(oxlint.stdout).diagnostics.length;
console.log(`All rules for code over ${count} files, the whole run of each program:`);
console.table([
  { program: 'ESLint', seconds: eslint.seconds.toFixed(1), reports: byEslint },
  { program: 'oxlint', seconds: oxlint.seconds.toFixed(1), reports: byOxlint },
]);
console.log(`oxlint is ${(eslint.seconds / oxlint.seconds).toFixed(1)} times as fast.`);
