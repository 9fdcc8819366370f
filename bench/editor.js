// `npm run bench:editor`: how long an editor waits for the squiggles after a key is pressed, measured
// at ESLint's own language server, with the plugin and, for comparison, without a rule.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LanguageServer } from '../tests/end-to-end/language-server.js';
import { corpus } from './corpus.js';
import { part } from './growth.js';

const root = path.resolve(import.meta.dirname, '..');
const EDITS = 60;
const WARM_UP = 20;
const LINES = 1000;
/** So many files of the corpus, those nearest to that length. */
const FOUND = 5;
/** Milliseconds from a key to the squiggles, as the median. */
const GOAL = 50;

const linesIn = (code) => code.split('\n').length;

/** A thousand lines of one request after the other, and the files of the corpus nearest to that length. */
function files() {
  const parts = Math.round(LINES / (linesIn(part(0)) - 1));
  const requests = Array.from({ length: parts }, (_, index) => part(index));
  const distance = ({ code }) => Math.abs(linesIn(code) - LINES);
  const found = corpus()
    .toSorted((one, other) => distance(one) - distance(other))
    .slice(0, FOUND);
  return [
    { what: 'requests alone', isReal: false, file: 'requests.js', code: requests.join('') },
    ...found.map(({ file, code }, index) => ({
      what: path.relative(path.join(import.meta.dirname, 'node_modules'), file),
      isReal: true,
      file: `found-${index}${path.extname(file)}`,
      code,
    })),
  ];
}

const configs = {
  'no rule': `{ files: ['**/*.{js,ts}'] }`,
  'recommended, octopus': `{ plugins: { 'go-live': goLive }, extends: ['go-live/recommended', 'go-live/octopus'] }`,
  all: `{ plugins: { 'go-live': goLive }, extends: ['go-live/all'] }`,
};

const configOf = (entry) => `import { defineConfig } from 'eslint/config';
import goLive from 'eslint-plugin-go-live';
import * as parser from '@typescript-eslint/parser';
export default defineConfig([{ files: ['**/*.ts'], languageOptions: { parser } }, ${entry}]);
`;

/** @param {string} entry of a config */
function workspaceWith(entry) {
  const workspace = realpathSync(mkdtempSync(path.join(tmpdir(), 'go-live-bench-')));
  const modules = path.join(workspace, 'node_modules');
  mkdirSync(path.join(modules, '@typescript-eslint'), { recursive: true });
  symlinkSync(root, path.join(modules, 'eslint-plugin-go-live'));
  for (const name of ['eslint', '@typescript-eslint/parser'])
    symlinkSync(path.join(root, 'node_modules', name), path.join(modules, name));
  writeFileSync(path.join(workspace, 'package.json'), '{ "type": "module" }');
  writeFileSync(path.join(workspace, 'eslint.config.js'), configOf(entry));
  return workspace;
}

const sorted = (numbers) => numbers.toSorted((one, other) => one - other);
const at = (share, numbers) => sorted(numbers)[Math.floor(share * (numbers.length - 1))];
const megabytes = (bytes) => (bytes === null ? '?' : Math.round(bytes / 2 ** 20));

/** @param {LanguageServer} server */
async function measure(server, { file, code }) {
  const answer = async () => {
    const start = performance.now();
    const found = (await server.diagnostics(file)).length;
    return { ms: performance.now() - start, found };
  };
  server.open(file, file.endsWith('.ts') ? 'typescript' : 'javascript');
  const first = await answer();
  const times = [];
  let before = null;
  for (let turn = 0; turn < WARM_UP + EDITS; turn++) {
    if (turn === WARM_UP) before = server.computingSeconds();
    server.change(file, `${code}\n// ${'x'.repeat(turn % 30)}`);
    const { ms } = await answer();
    if (turn >= WARM_UP) times.push(ms);
  }
  const computed = before === null ? null : (1000 * (server.computingSeconds() - before)) / EDITS;
  return { first, times, computed };
}

const verdict = (config, ms) =>
  config === 'no rule' ? '' : `; goal ${GOAL} ms ${ms <= GOAL ? 'met' : 'missed'}`;

for (const [config, entry] of Object.entries(configs)) {
  const workspace = workspaceWith(entry);
  const medians = [];
  for (const { what, isReal, file, code } of files()) {
    writeFileSync(path.join(workspace, file), code);
    const server = await new LanguageServer(workspace).initialize();
    const { first, times, computed } = await measure(server, { file, code });
    const median = at(0.5, times);
    if (isReal) medians.push(median);
    console.log(
      `${config} | ${what}, ${linesIn(code)} lines, ${first.found} squiggles: ` +
        `first answer ${first.ms.toFixed(0)} ms; after a key ${median.toFixed(1)} ms (median), ` +
        `${at(0.95, times).toFixed(1)} ms (95 of 100), computing ${computed?.toFixed(1) ?? '?'} ms; ` +
        `${megabytes(server.residentBytes())} MB${verdict(config, median)}`,
    );
    await server.stop();
  }
  const middle = at(0.5, medians);
  console.log(
    `${config} | the ${medians.length} real files: ${middle.toFixed(1)} ms (median)${verdict(config, middle)}`,
  );
  rmSync(workspace, { recursive: true });
}
