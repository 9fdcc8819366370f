import type { TSESTree } from '@typescript-eslint/utils';
import { durationReaders, timeDifferences, timeMoves, timeUnits } from '../../clients/clocks.ts';
import type { Node } from '../../ast/node.ts';
import { calledName, keyName, staticString, unwrap } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { ObjectValue, Value } from '../../values/value.ts';

/** What a number of time counts. */
export type Unit = keyof typeof MS | null;

export const MS = { ms: 1, s: 1000, min: 60_000, h: 3_600_000, d: 86_400_000 } as const;

const unitNamed = (name: string): Unit =>
  Object.hasOwn(timeUnits, name) ? (timeUnits[name] ?? null) : null;

/** The unit in which a library gives the time between two: `differenceInMinutes(a, b)`, `a.diff(b, 'minute')`. */
export function unitOfDifference(call: TSESTree.CallExpression): Unit {
  const name = calledName(unwrap(call.callee));
  const [, plural = ''] = /^differenceIn(\w+)$/.exec(name) ?? [];
  if (plural !== '') return unitNamed(plural.toLowerCase());
  if (durationReaders.includes(name)) return unitNamed(staticString(call.arguments[0]) ?? '');
  const index = Object.hasOwn(timeDifferences, name) ? timeDifferences[name] : undefined;
  if (index === undefined) return null;
  const told = staticString(call.arguments[index]);
  return told === null ? 'ms' : unitNamed(told);
}

/** `now.diff(sent).minutes` */
export function unitOfPart(part: TSESTree.MemberExpression): Unit {
  const object = unwrap(part.object);
  const isMeasured = object.type === 'CallExpression' && unitOfDifference(object) !== null;
  return isMeasured ? unitNamed(keyName(part) ?? '') : null;
}

/** How far a time is moved within an expression: `subMinutes(now, 5)`, `now.subtract(5, 'minutes')`, `now.minus({ minutes: 5 })`. */
export function spanIn(node: Node, module: SourceModule): number | null {
  let span: number | null = null;
  walk(node, module.visitorKeys, (inner) => {
    if (span === null && inner.type === 'CallExpression') span = spanOf(inner, module);
  });
  return span;
}

function spanOf(call: TSESTree.CallExpression, module: SourceModule): number | null {
  const name = calledName(unwrap(call.callee));
  const [, plural = ''] = /^(?:sub|add)(\w+)$/.exec(name) ?? [];
  const unit = unitNamed(plural.toLowerCase());
  const [first, second] = call.arguments;
  if (unit !== null && second) return inMs(second, unit, module);
  if (!first || !timeMoves.includes(name)) return null;
  const told = second && unitNamed(staticString(second) ?? '');
  if (told) return inMs(first, told, module);
  const amounts = [first, second].flatMap((argument) => {
    const value = argument ? valueOf(argument, module) : null;
    return value?.kind === 'object' ? [value] : [];
  });
  return amounts[0] ? sumOf(amounts[0]) : null;
}

function sumOf({ entries }: ObjectValue): number | null {
  const parts = entries.map((entry) => {
    const unit = entry.kind === 'property' ? unitNamed(entry.name) : null;
    return entry.kind === 'property' && unit ? msOf(entry.value(), unit) : null;
  });
  return parts.reduce<number | null>(
    (sum, part) => (sum === null || part === null ? null : sum + part),
    0,
  );
}

const inMs = (amount: Node, unit: keyof typeof MS, module: SourceModule): number | null =>
  msOf(valueOf(amount, module), unit);

const msOf = (amount: Value, unit: keyof typeof MS): number | null =>
  amount.kind === 'literal' && typeof amount.value === 'number'
    ? Math.abs(amount.value) * MS[unit]
    : null;
