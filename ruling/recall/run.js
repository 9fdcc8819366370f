// `npm run recall`: where a plain text search finds something and the rule says nothing, in the sources
// of the ruling, with every rule on. Somebody reads the places and writes verdicts/RULE.json.
//   -- --rule=NAME[,NAME]       these alone
//   -- --only=NAME[,NAME]       these sources alone
//   -- --repositories=FOLDER    where the repositories are checked out, as FOLDER/owner+name
//   -- --sample=40              so many places a rule; 0 for all
//   -- --context=6              so many lines before and after each
//   -- --out=FOLDER             writes one file a rule there
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { lintSource } from '../lint.js';
import { rootOf } from '../roots.js';
import { sources } from '../sources.js';
import { sampled, unreported } from './places.js';
import { searches } from './searches.js';

const { values: options } = parseArgs({
  options: {
    rule: { type: 'string' },
    only: { type: 'string' },
    repositories: { type: 'string', default: process.env.GO_LIVE_RULING_REPOSITORIES ?? '' },
    sample: { type: 'string', default: '40' },
    context: { type: 'string', default: '6' },
    out: { type: 'string' },
  },
});
const size = Number(options.sample) || Infinity;
const reach = Number(options.context);
const only = options.only?.split(',');
const rules = options.rule?.split(',') ?? Object.keys(searches);

/** @typedef {import('./places.js').Place & { root: string }} Found */

/** @type {Map<string, Found[]>} */
const found = new Map(rules.map((rule) => [rule, []]));

/** @param {import('../sources.js').Source} source */
async function search(source) {
  const root = rootOf(source, options.repositories);
  if (root === '') return;
  const { files, reports } = await lintSource(root, source, 'all');
  for (const file of files) {
    const text = readFileSync(path.join(root, file), 'utf8');
    const own = reports.filter((report) => report.file === file);
    for (const rule of rules) {
      const wanted = searches[rule];
      if (!wanted) throw new Error(`No search for ${rule}`);
      const reported = own.filter((report) => report.rule === rule).map(({ line }) => line);
      for (const line of unreported(wanted, file, text, reported))
        found.get(rule)?.push({ root, source: source.name, file, line });
    }
  }
}

/** @param {Found} place */
function shown({ root, source, file, line }) {
  const lines = readFileSync(path.join(root, file), 'utf8').split('\n');
  const from = Math.max(1, line - reach);
  const code = lines
    .slice(from - 1, line + reach)
    .map(
      (text, index) => `${from + index === line ? '>' : ' '}${from + index} ${text.slice(0, 200)}`,
    );
  return [`--- ${source} ${file}:${line}`, ...code].join('\n');
}

for (const source of sources()) if (!only || only.includes(source.name)) await search(source);
if (options.out) mkdirSync(options.out, { recursive: true });
for (const [rule, places] of found) {
  const sample = sampled(rule, places, size);
  const head = `${rule}: ${places.length} places without a report, ${sample.length} of them here`;
  const text = [head, ...sample.map((place) => shown(/** @type {Found} */ (place)))].join('\n');
  if (options.out) writeFileSync(path.join(options.out, `${rule}.txt`), `${text}\n`);
  console.log(options.out ? head : text);
}
