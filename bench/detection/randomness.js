// Random text that is the same in every run.
import { Buffer } from 'node:buffer';

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const UPPER = LOWER.toUpperCase();

/** @param {number} seed */
export function randomness(seed) {
  let state = seed;
  /** Mulberry32. @param {number} below */
  const integer = (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
  /** @param {string} alphabet @param {number} length */
  const text = (alphabet, length) =>
    Array.from({ length }, () => alphabet[integer(alphabet.length)]).join('');
  /** @param {number} length */
  const bytes = (length) => Buffer.from(Array.from({ length }, () => integer(256)));
  return {
    text,
    bytes,
    HEX: DIGITS + 'abcdef',
    ALNUM: LOWER + UPPER + DIGITS,
    UPPERNUM: UPPER + DIGITS,
    DIGITS,
    URLSAFE: `${LOWER}${UPPER}${DIGITS}_-`,
  };
}

/** @typedef {ReturnType<typeof randomness>} Randomness */
