import type { Node } from '../../ast/node.ts';
import { enclosingFunction, keyName, unwrap } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import { isWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import { quantityOf } from '../../values/quantity.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { FileView } from '../fact.ts';
import type { Scheduled } from './schedule.ts';

const PAUSING = /^(?:sleep|delay|wait|pause|setTimeout)/i;

/** Loops that nothing of their own ends, and that pause in each turn: `while (true) { await check(); await sleep(5000) }`. */
export function pausesOf({ candidates, module }: FileView): Scheduled[] {
  return candidates.loops.flatMap((loop) => {
    const fn = enclosingFunction(loop);
    const test = 'test' in loop ? loop.test : undefined;
    if (!fn || test === undefined) return [];
    if (!isEndless(test, module) && !isEndedOutside(test, loop, module)) return [];
    const delay = delayIn(loop.body, module);
    const ms = delay && quantityOf(valueOf(delay, module))?.value;
    if (!delay || typeof ms !== 'number') return [];
    return [
      {
        clock: { node: delay, form: 'milliseconds' as const, period: { leastMs: ms, mostMs: ms } },
        tasks: [{ kind: 'function' as const, node: fn, module, frame: null }],
      },
    ];
  });
}

const isEndless = (test: Node | null, module: SourceModule): boolean => {
  if (test === null) return true;
  const value = valueOf(test, module);
  return value.kind === 'literal' && value.value === true;
};

/** `while (running)`, `while (!signal.aborted)`: something else than what the loop does ends it. */
function isEndedOutside(test: Node | null, loop: Node, module: SourceModule): boolean {
  let flag = test && unwrap(test);
  while (flag?.type === 'UnaryExpression' && flag.operator === '!') flag = unwrap(flag.argument);
  if (flag?.type === 'Identifier') {
    const writes = module.scopes.bindingOf(flag)?.writes ?? [];
    return writes.length > 0 && writes.every(({ by }) => !isWithin(by, loop));
  }
  if (flag?.type !== 'MemberExpression') return false;
  const name = keyName(flag);
  return module.memberWrites.every(
    ({ left, range }) =>
      left.type !== 'MemberExpression' ||
      keyName(left) !== name ||
      range[0] < loop.range[0] ||
      range[1] > loop.range[1],
  );
}

/** The number of the one pause of a turn. */
function delayIn(body: Node, module: SourceModule): Node | null {
  const found: Node[] = [];
  walk(body, module.visitorKeys, (node) => {
    if (node.type !== 'CallExpression') return;
    const callee = unwrap(node.callee);
    const name = callee.type === 'Identifier' ? callee.name : '';
    const number = node.arguments.find(
      (argument) => quantityOf(valueOf(argument, module)) !== null,
    );
    if (PAUSING.test(name) && number) found.push(number);
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}
