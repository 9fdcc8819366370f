import { expect, it } from 'vitest';
import { walk } from '../../src/ast/walk.ts';
import { valueOf } from '../../src/values/evaluate.ts';
import { moduleFrom, shown } from './value-of.ts';

/** What is worth the argument of `at(…)`, wherever it is called. */
function worthAt(text: string): string {
  const module = moduleFrom(text);
  const found: string[] = [];
  walk(module.program, module.visitorKeys, (node) => {
    if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return;
    const [given] = node.arguments;
    if (node.callee.name === 'at' && given) found.push(shown(valueOf(given, module)));
  });
  return found.join();
}

it.each([
  ['fetch(url).then((response) => at(response));', 'await fetch(url)'],
  ['fetch(url).then(async function (response) { at(response); });', 'await fetch(url)'],
  ['load(id).then(({ data: order }) => at(order));', 'await load(id).data'],
  ['Promise.resolve({ a: 1 }).then((it) => at(it.a));', '1'],
  ['const asked = fetch(url); asked.then((response) => at(response));', 'await fetch(url)'],
  ['const f = async () => 5; f().then((it) => at(it));', '5'],
  // anything else is given by whoever calls it
  ['fetch(url).then((response: Response) => at(response));', 'parameter 0: Response'],
  ['fetch(url).then(null, (error) => at(error));', 'parameter 0'],
  ['fetch(url).catch((error) => at(error));', 'parameter 0'],
  ['fetch(url).then((response, more) => at(more));', 'parameter 1'],
  ['promise.then((it) => at(it));', 'parameter 0'],
])('%s', (text, expected) => {
  expect(worthAt(text)).toBe(expected);
});
