import type { FunctionNode, Node } from '../../ast/node.ts';
import { isFunction } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { FunctionValue, Value } from '../../values/value.ts';
import { alternatives } from '../../values/value.ts';

/** A function that runs when a webhook comes in. */
export interface Running {
  readonly fn: FunctionNode;
  readonly module: SourceModule;
}

/** More functions than these are not looked into. */
const MOST = 40;

/** A handler, what runs before it, and the functions of the project that these call. */
export function runningWith(
  handler: FunctionNode,
  module: SourceModule,
  chain: readonly Value[],
): Running[] {
  const found = new Map<Node, Running>();
  const queue: Running[] = [{ fn: handler, module }, ...chain.flatMap(functionsIn)];
  for (let next = queue.shift(); next && found.size < MOST; next = queue.shift()) {
    if (found.has(next.fn)) continue;
    found.set(next.fn, next);
    queue.push(...calledBy(next));
  }
  return [...found.values()];
}

function calledBy({ fn, module }: Running): Running[] {
  const called: Running[] = [];
  walk(fn.body, module.visitorKeys, (node) => {
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return;
    for (const callee of alternatives(valueOf(node.callee, module)))
      if (callee.kind === 'function') called.push(running(callee));
  });
  return called;
}

const running = ({ node, module }: FunctionValue): Running => ({ fn: node, module });

/** Middleware: a function, or the class of a guard, or a call that makes one. */
function functionsIn(value: Value): Running[] {
  if (value.kind === 'function') return [running(value)];
  if (value.kind === 'call') return [value.callee, ...value.args].flatMap(functionsIn);
  if (value.kind !== 'class') return [];
  const inside: Running[] = [];
  walk(value.node, value.module.visitorKeys, (node) => {
    if (isFunction(node)) inside.push({ fn: node, module: value.module });
  });
  return inside;
}
