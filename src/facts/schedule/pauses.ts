import type { Node } from '../../ast/node.ts';
import { enclosingFunction, unwrap } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import { valueOf } from '../../values/evaluate.ts';
import { quantityOf } from '../../values/quantity.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { FileView } from '../fact.ts';
import type { Scheduled } from './schedule.ts';

const PAUSING = /^(?:sleep|delay|wait|pause|setTimeout)/i;

/** Loops without an end that pause in each turn: `while (true) { await check(); await sleep(5000) }`. */
export function pausesOf({ candidates, module }: FileView): Scheduled[] {
  return candidates.loops.flatMap((loop) => {
    const fn = enclosingFunction(loop);
    const test = 'test' in loop ? loop.test : undefined;
    if (!fn || test === undefined || !isEndless(test, module)) return [];
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
