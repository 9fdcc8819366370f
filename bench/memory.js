// What the rules add to the memory of a run over a part of the corpus: two runs, each in a process of its own.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const TURNS = 2;

/**
 * @param {string} rules `none` or `all`
 * @returns {{ peak: number, kept: number }} the most memory the process ever had, and what it keeps when
 * all garbage is collected, in MB: the least of several runs
 */
function memoryWith(rules) {
  const runs = Array.from({ length: TURNS }, () => run(rules));
  return {
    peak: Math.min(...runs.map(({ peak }) => peak)),
    kept: Math.min(...runs.map(({ kept }) => kept)),
  };
}

/** @param {string} rules @returns {{ peak: number, kept: number }} */
function run(rules) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--expose-gc', fileURLToPath(new URL('memory-run.js', import.meta.url)), rules],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

export function memory() {
  const none = memoryWith('none');
  const all = memoryWith('all');
  const more = (100 * (all.peak - none.peak)) / none.peak;
  console.log(
    `Memory over a quarter of the corpus: at its most ${none.peak.toFixed(0)} MB without rules, ${all.peak.toFixed(0)} MB with all (${more.toFixed(1)} in 100 more); kept at the end ${none.kept.toFixed(0)} and ${all.kept.toFixed(0)} MB.`,
  );
}
