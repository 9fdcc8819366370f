// Lints the files that it is sent, one by one, in a process of its own: one that hangs can be ended.
import { readFileSync } from 'node:fs';
import { check, wayOf } from './check.js';
import { insideOfHandler, withRequests } from './variants.js';

const VARIANTS = {
  'as it is': (text) => text,
  'with requests': (text, names) => withRequests(text, names),
  'in a handler': (text) => insideOfHandler(text),
};

/**
 * @param {string} file
 * @param {number | null} turn which of its variants is linted, counted over all parsers; null for all
 */
function checkFile(file, turn) {
  const text = readFileSync(file, 'utf8');
  const kinds = /\.[cm]?tsx?$/.test(file) ? ['ts'] : ['js', 'ts'];
  const all = kinds.flatMap((kind) => Object.keys(VARIANTS).map((variant) => [kind, variant]));
  const chosen = turn === null ? all : [all[turn % all.length]];
  return chosen.flatMap(([kind, variant]) => checkVariant(file, text, kind, variant) ?? []);
}

function checkVariant(file, text, kind, variant) {
  const asItIs = wayOf(file, text, kind);
  if (asItIs === null) return null;
  const code = VARIANTS[variant](text, asItIs.names);
  const read = wayOf(file, code, kind);
  return read && { parser: kind, variant, ...check({ file, code, way: read.way }) };
}

process.on('message', ({ file, turn }) => process.send({ file, results: checkFile(file, turn) }));
