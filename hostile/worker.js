// Lints the files that it is sent, one by one, in a process of its own: one that hangs can be ended.
import { readFileSync } from 'node:fs';
import { check, wayOf } from './check.js';
import { insideOfHandler, withRequests } from './variants.js';

/** @param {string} file */
function checkFile(file) {
  const text = readFileSync(file, 'utf8');
  const kinds = /\.[cm]?tsx?$/.test(file) ? ['ts'] : ['js', 'ts'];
  return kinds.flatMap((kind) => {
    const read = wayOf(file, text, kind);
    if (read === null) return [];
    const codes = { 'as it is': text, 'with requests': withRequests(text, read.names) };
    return [
      ...Object.entries(codes).map(([variant, code]) => checkVariant(file, kind, variant, code)),
      checkVariant(file, kind, 'in a handler', insideOfHandler(text)),
    ].filter((each) => each !== null);
  });
}

function checkVariant(file, kind, variant, code) {
  const read = wayOf(file, code, kind);
  return read && { parser: kind, variant, ...check({ file, code, way: read.way }) };
}

process.on('message', (file) => process.send({ file, results: checkFile(file) }));
