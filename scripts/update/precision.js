// The table of docs/precision.md: how often each rule was right, counted from the labels of the ruling.
import { allExpected } from '../../ruling/expected.js';
import { betweenMarkers } from './markers.js';

const LABELS = /** @type {const} */ (['right', 'wrong', 'unsure']);

/** @typedef {import('../../ruling/compare.js').Expected} Expected */

/** @param {readonly Expected[]} findings */
function countsOf(findings) {
  const [right = 0, wrong = 0, unsure = 0] = LABELS.map(
    (label) => findings.filter((finding) => finding.label === label).length,
  );
  return { findings: findings.length, right, wrong, unsure };
}

/** What was not judged yet is in no share; what nobody could tell counts against the rule.
 * @param {{ right: number, wrong: number, unsure: number }} counts */
function shareOf({ right, wrong, unsure }) {
  const judged = right + wrong + unsure;
  return judged === 0 ? '' : String(Math.round((100 * right) / judged));
}

/** @param {string} name @param {readonly Expected[]} findings */
function row(name, findings) {
  const counts = countsOf(findings);
  const { right, wrong, unsure } = counts;
  return `| ${[name, counts.findings, right, wrong, unsure, shareOf(counts)].join(' | ')} |`;
}

/** @param {readonly Expected[]} findings */
function unjudged(findings) {
  const count = findings.filter(({ label }) => label === '').length;
  return count === 0 ? [] : ['', `${count} findings are not judged yet.`];
}

/**
 * @param {readonly import('../../ruling/expected.js').ExpectedList[]} lists
 * @returns {string} the table, most findings first, and its sum
 */
export function precisionTable(lists) {
  const findings = lists.flatMap((list) => list.findings);
  /** @type {Map<string, Expected[]>} */
  const byRule = new Map();
  for (const finding of findings)
    byRule.set(finding.rule, [...(byRule.get(finding.rule) ?? []), finding]);
  const rules = [...byRule].sort(
    ([a, one], [b, two]) => two.length - one.length || (a < b ? -1 : 1),
  );
  return [
    `${lists.length} packages and repositories, ${findings.length} findings.`,
    '',
    '| rule | findings | right | wrong | unsure | right in 100 |',
    '|---|---|---|---|---|---|',
    ...rules.map(([rule, own]) => row(`[${rule}](rules/${rule}.md)`, own)),
    row('all', findings),
    ...unjudged(findings),
  ].join('\n');
}

/**
 * @param {(file: string) => string} read a file's text, empty where there is none
 * @returns {Map<string, string>} file -> text
 */
export function derivedPrecision(read) {
  const file = 'docs/precision.md';
  return new Map([[file, betweenMarkers(read(file), 'ruling', precisionTable(allExpected()))]]);
}
