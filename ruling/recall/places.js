// Where a search finds something that its rule says nothing about. Pure: nothing is read here.
import { createHash } from 'node:crypto';
import { isSearched } from './searches.js';

/**
 * @typedef {object} Place
 * @property {string} source a package or repository
 * @property {string} file
 * @property {number} line
 */

/** A report so near is about the place. */
const REACH = 3;
const AROUND = 4;
const COMMENT = /^\s*(?:\/\/|\/?\*|#|<!--)/;
const IMPORT = /^\s*import\b|^\s*\}\s*from\s/;

/**
 * @param {import('./searches.js').Search} search
 * @param {string} file
 * @param {string} text
 * @param {readonly number[]} reported the lines that the rule has reported in the file
 * @returns {number[]} lines; of neighbours the first
 */
export function unreported(search, file, text, reported) {
  if (!isSearched(search, file)) return [];
  const lines = text.split('\n');
  /** @type {number[]} */
  const found = [];
  for (const [index, code] of lines.entries()) {
    const line = index + 1;
    if (COMMENT.test(code) || IMPORT.test(code) || code.length > 1000) continue;
    if (!search.pattern.test(code) || line - (found.at(-1) ?? -REACH) < REACH) continue;
    const context = lines.slice(Math.max(0, index - AROUND), index + AROUND + 1).join('\n');
    if (search.near && !search.near.test(context)) continue;
    if (!reported.some((other) => Math.abs(other - line) <= REACH)) found.push(line);
  }
  return found;
}

/** @param {string} rule @param {Place} place */
const rankOf = (rule, { source, file, line }) =>
  createHash('sha256').update([rule, source, file, line].join('\0')).digest('hex');

/**
 * Some of them, the same every time, and from as many sources as there are: the first of each source,
 * then the second of each, by rank.
 * @param {string} rule
 * @param {readonly Place[]} places
 * @param {number} size
 * @returns {Place[]}
 */
export function sampled(rule, places, size) {
  const ranked = places
    .map((place) => ({ place, rank: rankOf(rule, place) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1));
  /** @type {Map<string, number>} */
  const taken = new Map();
  const rounds = ranked.map(({ place, rank }) => {
    const round = taken.get(place.source) ?? 0;
    taken.set(place.source, round + 1);
    return { place, round, rank };
  });
  return rounds
    .sort((a, b) => a.round - b.round || (a.rank < b.rank ? -1 : 1))
    .slice(0, size)
    .map(({ place }) => place)
    .sort(
      (a, b) => compareText(a.source, b.source) || compareText(a.file, b.file) || a.line - b.line,
    );
}

/** @param {string} a @param {string} b */
const compareText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
