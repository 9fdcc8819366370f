import type { TSESTree } from '@typescript-eslint/utils';
import { keyName, unwrap } from '../../ast/node.ts';
import { observableLibrary } from '../../clients/observables.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { Value } from '../../values/value.ts';
import { isExportOf } from '../../values/value.ts';
import { pause } from './call-pause.ts';
import type { Run, Scope, Thing } from './rehearsal.ts';
import { NOT_KNOWN, Thrown } from './rehearsal.ts';

const { modules, wraps, empty, failing, later } = observableLibrary;

const isOne = (value: Value, names: readonly string[]): boolean =>
  isExportOf(value, modules, names);

const MAKING = [...later, ...wraps, ...failing];

/** `timer(1000)`, `of(error).pipe(delay(1000))`, `throwError(() => error)`; null for any other call. */
export function observableCall(
  run: Run,
  node: TSESTree.CallExpression,
  args: readonly Thing[],
  scope: Scope,
): Thing | null {
  const { module } = scope;
  const callee = unwrap(node.callee);
  if (callee.type === 'MemberExpression') {
    const isPiped = keyName(callee) === 'pipe' && isMade(valueOf(callee.object, module));
    return isPiped ? run.evaluate(callee.object, scope) : null;
  }
  const made = valueOf(callee, module);
  if (made.kind !== 'external') return null;
  if (isOne(made, failing)) throw new Thrown(NOT_KNOWN);
  const [written] = node.arguments;
  if (isOne(made, later) && written) pause(run, args[0] ?? NOT_KNOWN, { node: written, module });
  else if (!isOne(made, wraps)) return null;
  return { t: 'object', made, fields: new Map(), isOpen: true, ends: false };
}

/** `of(1)`, `of(1).pipe(…)` */
function isMade(value: Value): boolean {
  if (value.kind !== 'call') return false;
  const { callee } = value;
  return callee.kind === 'member' && callee.name === 'pipe'
    ? isMade(callee.object)
    : isOne(callee, MAKING);
}

/** An Observable that has a value. */
export const givesValue = (thing: Thing): boolean =>
  thing.t === 'object' && thing.made !== null && isOne(thing.made, MAKING);

/** An Observable that ends, or goes on, without any value. */
export const isEmpty = (thing: Thing): boolean => thing.t === 'value' && isOne(thing.value, empty);
