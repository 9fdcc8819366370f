import type { TSESTree } from '@typescript-eslint/utils';
import { timeComparisons } from '../../clients/clocks.ts';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { calledName, isFunction, keyName, unwrap } from '../../ast/node.ts';
import { returnsOf } from '../../ast/returns.ts';
import { walk } from '../../ast/walk.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { valuesWritten } from '../../values/written-for.ts';
import type { Unit } from './spans.ts';
import { MS, spanIn, unitOfDifference, unitOfPart } from './spans.ts';

/** A comparison of something with the clock. */
export interface ClockTest {
  readonly node: TSESTree.BinaryExpression | TSESTree.CallExpression;
  readonly module: SourceModule;
  /** What is allowed, in milliseconds; null where it can't be told. */
  readonly limitMs: number | null;
  /** Seconds are compared with milliseconds. */
  readonly mixesUnits: boolean;
}

const COMPARING: ReadonlySet<string> = new Set(timeComparisons);
const RELATIONAL: ReadonlySet<string> = new Set(['<', '>', '<=', '>=']);

/** Every comparison with the clock in a function. */
export function clockTestsIn(fn: FunctionNode, module: SourceModule): ClockTest[] {
  const tests: ClockTest[] = [];
  walk(fn.body, module.visitorKeys, (node) => {
    if (node.type === 'BinaryExpression') {
      if (RELATIONAL.has(node.operator) && readsClock(node, module))
        tests.push({ node, module, ...measured(node, module) });
    } else if (node.type === 'CallExpression') {
      if (COMPARING.has(calledName(unwrap(node.callee))) && readsClock(node, module))
        tests.push({ node, module, limitMs: spanIn(node, module), mixesUnits: false });
    }
  });
  return tests;
}

/** Whether an expression depends on what time it is. */
export function readsClock(node: Node, module: SourceModule, depth = 0): boolean {
  let found = false;
  walk(node, module.visitorKeys, (inner) => {
    if (found || isFunction(inner)) return 'skip';
    if (isClock(inner)) found = true;
    else if (depth < 4 && inner.type === 'Identifier')
      found = initsOf(inner, module).some((init) => readsClock(init, module, depth + 1));
    else if (depth < 4 && inner.type === 'CallExpression' && inner.arguments.length === 0)
      found = returnedBy(inner, module, depth);
    return undefined;
  });
  return found;
}

function returnedBy(call: TSESTree.CallExpression, module: SourceModule, depth: number): boolean {
  const callee = valueOf(call.callee, module);
  if (callee.kind === 'function')
    return returnsOf(callee.node).some((value) => readsClock(value, callee.module, depth + 1));
  const name = call.callee.type === 'Identifier' ? call.callee.name : '';
  return callee.kind === 'external' && callee.source !== null && /now|time|unix|^\w+$/i.test(name);
}

/** `Date.now()`, `new Date()`, `clock.now()`, `Temporal.Now.instant()`. */
function isClock(node: Node): boolean {
  if (node.type === 'NewExpression')
    return (
      node.callee.type === 'Identifier' &&
      node.callee.name === 'Date' &&
      node.arguments.length === 0
    );
  if (node.type !== 'CallExpression' || node.arguments.length > 0) return false;
  const callee = unwrap(node.callee);
  return (
    callee.type === 'MemberExpression' &&
    (/^now/i.test(keyName(callee) ?? '') || keyName(unwrap(callee.object)) === 'Now')
  );
}

function initsOf(name: TSESTree.Identifier, { scopes }: SourceModule): Node[] {
  const binding = scopes.bindingOf(name);
  return binding ? valuesWritten(binding) : [];
}

function measured(
  node: TSESTree.BinaryExpression,
  module: SourceModule,
): Pick<ClockTest, 'limitMs' | 'mixesUnits'> {
  const [left, right] = [node.left, node.right];
  const [age, limit] = readsClock(left, module) ? [left, right] : [right, left];
  const value = valueOf(limit, module);
  const amount = value.kind === 'literal' && typeof value.value === 'number' ? value.value : null;
  const { unit, mixes } = unitOf(age, module, 0);
  const limitMs =
    amount === null
      ? (spanIn(node, module) ?? moved(left, module) ?? moved(right, module))
      : Math.abs(amount) * MS[unit ?? 'ms'];
  // Less than a second of tolerance: the limit was meant in seconds.
  const tiny = unit === 'ms' && amount !== null && Math.abs(amount) >= 5 && Math.abs(amount) <= 900;
  return { limitMs, mixesUnits: mixes || tiny };
}

/** `sent < now - 300_000`, `sent + 300_000 < now`: by how much one side is moved, in milliseconds. */
function moved(side: Node, module: SourceModule): number | null {
  const sum = unwrap(side);
  if (sum.type !== 'BinaryExpression') return null;
  if (sum.operator !== (readsClock(sum, module) ? '-' : '+')) return null;
  const by = valueOf(sum.right, module);
  const { unit } = unitOf(sum.left, module, 0);
  return by.kind === 'literal' && typeof by.value === 'number' && unit !== null
    ? Math.abs(by.value) * MS[unit]
    : null;
}

interface Measure {
  readonly unit: Unit;
  readonly mixes: boolean;
}

const NOTHING: Measure = { unit: null, mixes: false };

/** The unit of a time or a span of it. */
function unitOf(wrapped: Node, module: SourceModule, depth: number): Measure {
  const node = unwrap(wrapped);
  if (depth > 8) return NOTHING;
  const inner = (part: Node) => unitOf(part, module, depth + 1);
  switch (node.type) {
    case 'Identifier': {
      const [init, second] = initsOf(node, module);
      return init && !second ? inner(init) : NOTHING;
    }
    case 'NewExpression':
      return /^Date$/.test(node.callee.type === 'Identifier' ? node.callee.name : '')
        ? { unit: 'ms', mixes: false }
        : NOTHING;
    case 'CallExpression':
      return unitOfCall(node, inner);
    case 'MemberExpression':
      return { unit: unitOfPart(node), mixes: false };
    case 'BinaryExpression':
      return unitOfOperator(node, inner, module);
    default:
      return NOTHING;
  }
}

function unitOfCall(node: TSESTree.CallExpression, inner: (part: Node) => Measure): Measure {
  const callee = unwrap(node.callee);
  const name = callee.type === 'MemberExpression' ? (keyName(callee) ?? '') : '';
  const owner =
    callee.type === 'MemberExpression' && callee.object.type === 'Identifier'
      ? callee.object.name
      : '';
  if (owner === 'Date' && /^(?:now|parse|UTC)$/.test(name)) return { unit: 'ms', mixes: false };
  if (/^(?:getTime|valueOf)$/.test(name)) return { unit: 'ms', mixes: false };
  const [first] = node.arguments;
  if (owner === 'Math' && first) return inner(first);
  return { unit: unitOfDifference(node), mixes: false };
}

function unitOfOperator(
  node: TSESTree.BinaryExpression,
  inner: (part: Node) => Measure,
  module: SourceModule,
): Measure {
  const [left, right] = [inner(node.left), inner(node.right)];
  const mixes = left.mixes || right.mixes;
  const by = valueOf(node.right, module);
  const thousand = by.kind === 'literal' && by.value === 1000;
  if (node.operator === '/' && thousand && left.unit !== null) return { unit: 's', mixes };
  if (node.operator === '*' && thousand) return { unit: 'ms', mixes };
  if (node.operator !== '-' && node.operator !== '+') return { unit: null, mixes };
  const differs =
    node.operator === '-' && left.unit !== null && right.unit !== null && left.unit !== right.unit;
  return { unit: left.unit ?? right.unit, mixes: mixes || differs };
}
