// `node hostile/oxlint.js [folder…]`: the same files through oxlint with all rules, in one run. Fails
// where a rule throws or the program ends otherwise than by itself. What oxlint can't parse it says.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installed } from './files.js';

const root = path.resolve(import.meta.dirname, '..');
const MOST_OUTPUT = 2 ** 30;

const named = process.argv.slice(2);
const folders = named.length > 0 ? named : installed.filter((one) => existsSync(one));

const scratch = mkdtempSync(path.join(tmpdir(), 'go-live-hostile-'));
try {
  process.exitCode = lint();
} finally {
  rmSync(scratch, { recursive: true });
}

function lint() {
  const config = path.join(scratch, '.oxlintrc.json');
  const shipped = path.join(root, 'oxlint/all.json');
  writeFileSync(
    config,
    JSON.stringify({ extends: [shipped], categories: { correctness: 'off' }, plugins: [] }),
  );
  // Copied, since oxlint passes over what lies in a `node_modules`.
  for (const [index, folder] of folders.entries())
    cpSync(folder, path.join(scratch, String(index)), { recursive: true });
  const bin = path.join(root, 'node_modules/oxlint/bin/oxlint');
  const options = ['--config', config, '--format=json', scratch];
  const run = spawnSync(process.execPath, [bin, ...options], {
    encoding: 'utf8',
    maxBuffer: MOST_OUTPUT,
  });
  if (run.signal !== null || run.error || !run.stdout.startsWith('{')) {
    console.log(run.signal ?? run.error ?? run.stderr);
    return 1;
  }
  return report(JSON.parse(run.stdout));
}

function report({ diagnostics, number_of_files: files }) {
  const thrown = diagnostics.filter(({ message }) => message.startsWith('Error running JS plugin'));
  const reports = diagnostics.filter(({ code }) => code?.startsWith('go-live(')).length;
  const unread = new Set(diagnostics.filter(({ code }) => !code).map(({ filename }) => filename));
  for (const { filename, message } of thrown) console.log(`${filename}: ${message}\n`);
  console.table([{ files, unread: unread.size, reports, thrown: thrown.length }]);
  return thrown.length > 0 || files === 0 ? 1 : 0;
}
