import type { Node } from '../../ast/node.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Fact, FileView } from '../fact.ts';
import type { Bound } from '../fan-out/bound.ts';
import type { FanOut } from '../fan-out/fan-out.ts';
import type { ApiCall } from '../request/api-call.ts';
import { fieldsOf } from './repetition.ts';

/** Writes that are under way at the same time. */
export interface ConcurrentWrite extends Fact {
  /** What starts or collects them. */
  readonly node: Node;
  readonly call: ApiCall;
  /** Never more than one of them is under way, or that can't be told. */
  readonly mayBeSerial: boolean;
  /** The fields of the body that are the same in all of them. */
  readonly sharedFields: readonly string[];
}

/** The writes of a file that are started together. */
export function findConcurrentWrites({ module, facts }: FileView): ConcurrentWrite[] {
  return facts.fanOut.flatMap((fan): ConcurrentWrite[] => {
    const call = facts.apiCall.find((each) => isStartedBy(each, fan, module));
    const turn = fan.task ?? call?.loop;
    const fields = call && turn ? fieldsOf(call, turn, module) : null;
    if (!call || !fields) return [];
    const { node, limit, bound } = fan;
    const mayBeSerial = limit.state === 'unknown' || isOne(limit) || isOne(bound);
    const { evidence } = call;
    return [{ node: node.callee, call, mayBeSerial, sharedFields: fields.same, evidence }];
  });
}

const isOne = ({ value }: Bound): boolean => value !== null && value <= 1;

/** It stands in what is run for each, or is what a loop puts into the list. */
function isStartedBy(
  { node, method, loop, result }: ApiCall,
  fan: FanOut,
  module: SourceModule,
): boolean {
  if (method === null || method === 'GET' || fan.module !== module) return false;
  const { task } = fan;
  if (task) return task.range[0] <= node.range[0] && node.range[1] <= task.range[1];
  return loop !== null && result.how === 'passed' && loop.range[1] <= fan.node.range[1];
}
