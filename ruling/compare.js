// What a run found, held against what is expected. Pure: no file is read or written here.

/**
 * @typedef {object} Finding
 * @property {string} file relative to the root of its package or repository, with `/`
 * @property {number} line
 * @property {string} rule
 * @property {string} message the message's id
 */

/**
 * @typedef {Finding & { label: Label, why: string }} Expected
 * @typedef {'right' | 'wrong' | 'unsure' | ''} Label empty: nobody has judged it yet
 */

/** @param {Finding} finding */
const keyOf = ({ file, line, rule, message }) => JSON.stringify([file, line, rule, message]);

/** @param {Finding} a @param {Finding} b */
const inOrder = (a, b) =>
  compareText(a.file, b.file) ||
  a.line - b.line ||
  compareText(a.rule, b.rule) ||
  compareText(a.message, b.message);

/** @param {string} a @param {string} b */
const compareText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * @template {Finding} F
 * @param {readonly Expected[]} expected
 * @param {readonly F[]} found
 * @returns {{ kept: Expected[], added: F[], removed: Expected[] }} each in order; two findings alike
 *   are two
 */
export function compare(expected, found) {
  /** @type {Map<string, Expected[]>} */
  const open = new Map();
  for (const finding of expected)
    open.set(keyOf(finding), [...(open.get(keyOf(finding)) ?? []), finding]);
  /** @type {Expected[]} */
  const kept = [];
  /** @type {F[]} */
  const added = [];
  for (const finding of found) {
    const match = open.get(keyOf(finding))?.shift();
    if (match) kept.push(match);
    else added.push(finding);
  }
  const removed = [...open.values()].flat();
  return { kept: kept.sort(inOrder), added: added.sort(inOrder), removed: removed.sort(inOrder) };
}

/**
 * What is expected from now on: what was kept with its labels, what is new without.
 * @param {{ kept: readonly Expected[], added: readonly Finding[] }} comparison
 * @returns {Expected[]}
 */
export function updated({ kept, added }) {
  /** @type {Expected[]} */
  const fresh = added.map(({ file, line, rule, message }) => ({
    file,
    line,
    rule,
    message,
    label: '',
    why: '',
  }));
  return [...kept, ...fresh].sort(inOrder);
}
