// What the rules add to the memory of a run over a part of the corpus: two runs, each in a process of its own.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const TURNS = 2;

/** @param {string} rules `none` or `all` @returns {number} the most memory the process ever had, in MB */
function peakOf(rules) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    // A collector that works beside the program falls behind by chance, and the most memory with it.
    ['--single-threaded-gc', fileURLToPath(new URL('memory-run.js', import.meta.url)), rules],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return Number(stdout);
}

export function memory() {
  const [none = 0, all = 0] = ['none', 'all'].map((rules) =>
    Math.min(...Array.from({ length: TURNS }, () => peakOf(rules))),
  );
  const more = (100 * (all - none)) / none;
  console.log(
    `Memory at its most, over a quarter of the corpus: ${none.toFixed(0)} MB without rules, ${all.toFixed(0)} MB with all (${more.toFixed(1)} in 100 more).`,
  );
}
