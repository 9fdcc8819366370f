import type { Node } from '../ast/node.ts';
import type { Context } from './evaluation.ts';
import { unknown } from './evaluation.ts';
import type { Frame, Value } from './value.ts';
import { bounded } from './weight.ts';

/** The nodes that are being looked at: a node met again while it is needs itself. */
const busy = new Set<Node>();

/** Expressions nested deeper than this are unknown: no stack overflows on generated code. */
const DEEPEST = 300;

/** Nodes looked at inside of followed calls, for one question: calls that call twice each end here. */
const MOST_STEPS = 20_000;
let steps = 0;

/** Whether an answer was cut short since this count was last read. */
let cuts = 0;

/** What was not found for the question being asked, but may be for another one. */
const missed = new Map<Node, Frame | null>();

const valuesInFrame = new WeakMap<Frame, Map<Node, Value>>();

/** A node's value, computed once for its module or for a call. A node that needs itself is unknown. */
export function remembered(
  node: Node,
  context: Context,
  evaluate: (node: Node, context: Context) => Value,
): Value {
  const { frame, module } = context;
  const values = frame ? inFrame(frame) : module.values;
  const known = values.get(node);
  if (known) return known;
  if (isTooMuch(node, frame)) {
    cuts++;
    return unknown({ node, module });
  }
  const before = cuts;
  busy.add(node);
  try {
    const value = bounded(evaluate(node, context));
    if (value.kind !== 'unknown' || cuts === before || busy.size === 1) values.set(node, value);
    else missed.set(node, frame);
    return value;
  } finally {
    busy.delete(node);
    if (busy.size === 0) forget();
  }
}

function isTooMuch(node: Node, frame: Frame | null): boolean {
  if (busy.has(node) || busy.size > DEEPEST) return true;
  if (missed.has(node) && missed.get(node) === frame) return true;
  return frame !== null && ++steps > MOST_STEPS;
}

function inFrame(frame: Frame): Map<Node, Value> {
  const known = valuesInFrame.get(frame);
  if (known) return known;
  const values = new Map<Node, Value>();
  valuesInFrame.set(frame, values);
  return values;
}

function forget(): void {
  steps = 0;
  missed.clear();
}
