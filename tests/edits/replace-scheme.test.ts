import { expect, test } from 'vitest';
import { replaceScheme } from '../../src/edits/replace-scheme.ts';
import { appliedTo } from './applied.ts';
import { factsIn } from '../facts/facts-in.ts';

function edited(code: string): string | null {
  const [url] = factsIn(code).urlLiteral;
  return url ? appliedTo(code, replaceScheme(url.node, url.scheme ?? '', true)) : null;
}

test.each([
  ["await fetch('http://api.shop.io/x');", "await fetch('https://api.shop.io/x');"],
  ['await fetch("HTTP://api.shop.io/x");', 'await fetch("https://api.shop.io/x");'],
  ['await fetch(`http://${host}/x`);', 'await fetch(`https://${host}/x`);'],
  ["await fetch('http://' + host + '/x');", "await fetch('https://' + host + '/x');"],
  ["new WebSocket('ws://api.shop.io');", "new WebSocket('wss://api.shop.io');"],
])('%s', (code, wanted) => {
  expect(edited(code)).toBe(wanted);
});

test.each(["await fetch('https://api.shop.io/x');", "await fetch(' http://api.shop.io/x');"])(
  'nothing for %s',
  (code) => {
    expect(edited(code)).toBeNull();
  },
);
