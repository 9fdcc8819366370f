import type { Node } from '../../ast/node.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import { returnsOf } from '../../ast/returns.ts';
import type { RetryLibrary, RetryUse } from '../../clients/schema.ts';
import { valueOf } from '../../values/evaluate.ts';
import { quantityOf } from '../../values/quantity.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import { isExportOf } from '../../values/value.ts';
import type { Call } from '../rehearsal/rehearsal.ts';
import type { Decider } from './decided.ts';
import { shapeOf, UNKNOWN_DELAY } from './delay.ts';
import type { Retry } from './shape.ts';

type Notifier = NonNullable<Extract<RetryUse, { does: 'operator' }>['notifier']>;

/** What stands in place of options: how often and how long is waited, and a function that says more. */
export interface Notified extends Pick<Retry, 'attempts' | 'delay'> {
  readonly decider: Decider | null;
}

/**
 * `retryWhen((errors) => errors.pipe(delay(1000), take(3)))`: each error that comes out is another
 * attempt. Null where other operators may decide.
 */
export function notified(
  { arguments: [given] }: Call,
  { waits, counts, passes, decides }: Notifier,
  { modules }: RetryLibrary,
  module: SourceModule,
): Notified | null {
  const operators = given ? operatorsIn(given, module) : null;
  const named = (node: Node, names: readonly string[]): boolean =>
    node.type === 'CallExpression' && isExportOf(valueOf(node.callee, module), modules, names);
  const all = [waits, counts, ...passes, ...decides];
  if (!operators?.every((each) => named(each, all))) return null;
  const argumentOf = (names: readonly string[]): Value | null | undefined => {
    const operator = operators.find((each) => named(each, names));
    const argument = operator?.type === 'CallExpression' ? operator.arguments[0] : undefined;
    return operator && (argument ? valueOf(argument, module) : null);
  };
  const numberOf = (name: string): number | null | undefined => {
    const argument = argumentOf([name]);
    return argument ? (quantityOf(argument)?.value ?? null) : argument;
  };
  const [ms = 0, count = Number.POSITIVE_INFINITY] = [numberOf(waits), numberOf(counts)];
  const decider = argumentOf(decides);
  if (decider !== undefined && decider?.kind !== 'function') return null;
  const isOpen = count === null || (decider && count === Infinity);
  return {
    attempts: { max: isOpen ? null : count + 1, limit: null, isWritten: true },
    delay: { ...(decider ? UNKNOWN_DELAY : waitsOf(ms)), isWritten: true },
    decider: decider ? { fn: decider, countsFrom: 0 } : null,
  };
}

function waitsOf(ms: number | null): Retry['delay'] {
  if (ms === null) return UNKNOWN_DELAY;
  if (ms === 0) return { ...UNKNOWN_DELAY, growth: 'none', firstMs: 0, maxMs: 0, hasJitter: false };
  const steps = Array.from({ length: 2 }, () => ({ lo: ms, hi: ms }));
  return { ...UNKNOWN_DELAY, ...shapeOf(steps), growth: 'constant' };
}

/** The operators that a function's parameter is piped through, where that is all it gives back. */
function operatorsIn(given: Node, module: SourceModule): readonly Node[] | null {
  const fn = valueOf(given, module);
  if (fn.kind !== 'function' || fn.module !== module) return null;
  const [first, ...others] = returnsOf(fn.node);
  const pipe = first && unwrap(first);
  const [parameter] = fn.node.params;
  if (others.length > 0 || pipe?.type !== 'CallExpression' || parameter?.type !== 'Identifier')
    return null;
  const source = pipe.callee.type === 'MemberExpression' ? unwrap(pipe.callee.object) : null;
  const isPiped =
    keyName(pipe.callee) === 'pipe' &&
    source?.type === 'Identifier' &&
    module.scopes.bindingOf(source) === module.scopes.bindingOf(parameter);
  return isPiped ? pipe.arguments : null;
}
