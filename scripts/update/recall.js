// The tables of docs/recall.md: what was missed, counted from the verdicts on the places of `npm run recall`.
import { ofApis } from '../../ruling/recall/searches.js';
import { allVerdicts } from '../../ruling/recall/verdicts.js';
import { betweenMarkers } from './markers.js';

/** @typedef {ReturnType<typeof allVerdicts>} Verdicts */
/** @typedef {Verdicts['missed'][number]} Missed */

/** @param {string} name @param {number} read @param {readonly Missed[]} missed */
function row(name, read, missed) {
  const mended = missed.filter(({ verdict }) => verdict === 'mended').length;
  const cells = [name, read, read - missed.length, mended, missed.length - mended];
  return `| ${cells.join(' | ')} |`;
}

/** @param {Verdicts} verdicts @returns {string} a line a rule, most missed first, and their sum */
export function recallTable({ read, missed }) {
  const rows = Object.entries(read).map(([rule, count]) => ({
    rule,
    count,
    own: missed.filter((one) => one.rule === rule),
  }));
  rows.sort((a, b) => b.own.length - a.own.length || (a.rule < b.rule ? -1 : 1));
  const sum = rows.reduce((total, { count }) => total + count, 0);
  return [
    '| rule | places read | rightly silent | missed and mended | missed, a known limit |',
    '|---|---|---|---|---|',
    ...rows.map(({ rule, count, own }) => row(`[${rule}](rules/${rule}.md)`, count, own)),
    row('all', sum, missed),
    '',
    `Not searched for, because they say something only about APIs whose profile asks for it, and no source here calls one: ${ofApis.map((rule) => `\`${rule}\``).join(', ')}.`,
  ].join('\n');
}

/** @param {Verdicts} verdicts @returns {string} a line a place, by rule */
export function missedTable({ missed }) {
  const sorted = [...missed].sort((a, b) => (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
  return [
    '| rule | place | what it was | |',
    '|---|---|---|---|',
    ...sorted.map(
      ({ rule, source, file, line, verdict, why }) =>
        `| ${rule} | ${source} \`${file}:${line}\` | ${why} | ${verdict === 'mended' ? 'mended' : 'a known limit'} |`,
    ),
  ].join('\n');
}

/**
 * @param {(file: string) => string} read a file's text, empty where there is none
 * @returns {Map<string, string>} file -> text
 */
export function derivedRecall(read) {
  const file = 'docs/recall.md';
  const verdicts = allVerdicts();
  const counted = betweenMarkers(read(file), 'recall', recallTable(verdicts));
  return new Map([[file, betweenMarkers(counted, 'missed', missedTable(verdicts))]]);
}
