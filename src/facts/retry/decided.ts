import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionValue } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import type { Call, Run, Scope, Thing } from '../rehearsal/rehearsal.ts';
import { Exhausted, numberOf, Thrown } from '../rehearsal/rehearsal.ts';
import { request } from '../rehearsal/call.ts';
import { givesValue, isEmpty } from '../rehearsal/observable.ts';
import type { Scene } from '../rehearsal/rehearse.ts';
import { thingOf } from '../rehearsal/things.ts';
import { codeRetry } from './code.ts';
import type { OwnRequests } from './requests.ts';
import type { Retry } from './shape.ts';

/** A function that gets each failure, and how many there were, and gives an Observable of the next try. */
export interface Decider {
  readonly fn: FunctionValue;
  /** What it is told at the first failure. */
  readonly countsFrom: number;
}

/** What such a function makes of each failure of what a pipe begins with; null where that can't be told. */
export function decidedRetry(
  view: FileView,
  operator: Call,
  source: TSESTree.CallExpression,
  { fn, countsFrom }: Decider,
  requests: OwnRequests,
): Retry | null {
  if (fn.module !== view.module) return null;
  const scene: Scene = (run, scope) => {
    for (let count = countsFrom; ; count++) {
      const sent = sendOnce(run, source);
      if (sent) return sent;
      decide(run, scope, fn, count);
    }
  };
  return codeRetry(view, {
    root: fn.node,
    head: operator.callee,
    form: 'library',
    scene,
    requests,
  });
}

/** The answer; null where the request failed. */
function sendOnce(run: Run, source: TSESTree.CallExpression): Thing | null {
  try {
    return request(run, source, 'throws');
  } catch (error) {
    if (error instanceof Thrown) return null;
    throw error;
  }
}

function decide(run: Run, scope: Scope, fn: FunctionValue, count: number): void {
  const failure: Thing = { t: 'failure' };
  const next = run.call(thingOf(fn, scope), [failure, numberOf(count, null, true)], fn.node);
  if (isEmpty(next)) throw new Thrown(failure);
  if (!givesValue(next)) throw new Exhausted();
}
