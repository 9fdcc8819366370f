import type { Node } from '../../ast/node.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import { returnsOf } from '../../ast/returns.ts';
import type { RetryLibrary, RetryUse } from '../../clients/schema.ts';
import { valueOf } from '../../values/evaluate.ts';
import { quantityOf } from '../../values/quantity.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { isExportOf } from '../../values/value.ts';
import type { Call } from '../rehearsal/rehearsal.ts';
import { shapeOf, UNKNOWN_DELAY } from './delay.ts';
import type { Retry } from './shape.ts';

type Notifier = NonNullable<Extract<RetryUse, { does: 'operator' }>['notifier']>;

/**
 * `retryWhen((errors) => errors.pipe(delay(1000), take(3)))`: each error that comes out is another
 * attempt. Null where other operators may decide.
 */
export function notified(
  { arguments: [given] }: Call,
  { waits, counts, passes }: Notifier,
  { modules }: RetryLibrary,
  module: SourceModule,
): Pick<Retry, 'attempts' | 'delay'> | null {
  const operators = given ? operatorsIn(given, module) : null;
  const named = (node: Node, names: readonly string[]): boolean =>
    node.type === 'CallExpression' && isExportOf(valueOf(node.callee, module), modules, names);
  if (!operators?.every((each) => named(each, [waits, counts, ...passes]))) return null;
  const numberOf = (name: string): number | null | undefined => {
    const operator = operators.find((each) => named(each, [name]));
    const argument = operator?.type === 'CallExpression' ? operator.arguments[0] : undefined;
    if (!operator) return undefined;
    return (argument && quantityOf(valueOf(argument, module))?.value) ?? null;
  };
  const [ms = 0, count = Number.POSITIVE_INFINITY] = [numberOf(waits), numberOf(counts)];
  const max = count === null ? null : count + 1;
  const steps = Array.from({ length: 2 }, () => ({ lo: ms ?? 0, hi: ms ?? 0 }));
  const delay =
    ms === null
      ? UNKNOWN_DELAY
      : ms === 0
        ? { ...UNKNOWN_DELAY, growth: 'none' as const, firstMs: 0, maxMs: 0, hasJitter: false }
        : { ...UNKNOWN_DELAY, ...shapeOf(steps), growth: 'constant' as const };
  return {
    attempts: { max, limit: null, isWritten: true },
    delay: { ...delay, isWritten: true },
  };
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
