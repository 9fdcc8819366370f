// How long a process takes to load the plugin, beside what it takes to load ESLint itself.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const TURNS = 9;
const modules = {
  'eslint-plugin-go-live': path.join(import.meta.dirname, '../dist/index.js'),
  eslint: createRequire(import.meta.url).resolve('eslint'),
};

/** @param {string} file a module @returns {number} milliseconds that its import takes in a process of its own */
function loading(file) {
  const url = JSON.stringify(pathToFileURL(file).href);
  const script = `const start = performance.now(); await import(${url}); console.log(performance.now() - start);`;
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', script],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return Number(stdout);
}

export function start() {
  const rows = Object.entries(modules).map(([module, file]) => {
    const times = Array.from({ length: TURNS }, () => loading(file)).sort((a, b) => a - b);
    return { module, 'to load, ms': times[Math.floor(TURNS / 2)]?.toFixed(0) };
  });
  console.log('Loaded in a new process, the median:');
  console.table(rows);
}
