import type { FunctionNode, Node } from '../../ast/node.ts';
import { enclosingFunction, isFunction, keyName, unwrap } from '../../ast/node.ts';
import { isWithin } from '../../ast/within.ts';
import { attributeOf, namesOf } from '../../values/objects.ts';
import { isSameValue } from '../../values/same.ts';
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
export const findConcurrentWrites = (view: FileView): ConcurrentWrite[] =>
  [...fannedOut(view), ...writtenTogether(view)].sort(
    (one, other) => one.node.range[0] - other.node.range[0],
  );

function fannedOut({ module, facts }: FileView): ConcurrentWrite[] {
  return facts.fanOut.flatMap((fan): ConcurrentWrite[] => {
    const call = facts.apiCall.find((each) => isStartedBy(each, fan, module));
    const turn = fan.task ?? call?.loop ?? turnOf(fan);
    const fields = call && turn ? fieldsOf(call, turn, module) : null;
    if (!call || !fields) return [];
    const { node, limit, bound } = fan;
    const mayBeSerial = limit.state === 'unknown' || isOne(limit) || isOne(bound);
    const { evidence } = call;
    return [{ node: node.callee, call, mayBeSerial, sharedFields: fields.same, evidence }];
  });
}

/** What runs once for each: `mergeMap((line) => …)`, and the function around `queue.add(() => …)`. */
function turnOf({ node }: FanOut): FunctionNode | null {
  const task = taskGiven(node);
  return task && task.params.length === 0 ? enclosingFunction(node) : task;
}

const taskGiven = ({ arguments: [first] }: FanOut['node']): FunctionNode | null =>
  isFunction(first) ? first : null;

const TOGETHER: ReadonlySet<string> = new Set(['all', 'allSettled', 'race', 'any']);

/** `Promise.all([post(first), post(second)])` */
function writtenTogether({ candidates, facts }: FileView): ConcurrentWrite[] {
  return candidates.calls.flatMap((started): ConcurrentWrite[] => {
    const { callee } = started;
    const [list] = started.arguments;
    if (list?.type !== 'ArrayExpression' || callee.type !== 'MemberExpression') return [];
    if (!TOGETHER.has(keyName(callee) ?? '') || list.elements.length > MOST_WRITTEN) return [];
    const calls = list.elements.flatMap((element) => {
      const write = element && facts.apiCall.find(({ node }) => node === unwrap(element));
      return write && write.method !== null && write.method !== 'GET' ? [write] : [];
    });
    const [call, ...others] = calls;
    if (!call || others.length === 0) return [];
    const sharedFields = fieldsIn(call).filter((name) =>
      others.some((other) => isSameField(name, call, other)),
    );
    const { evidence } = call;
    return [{ node: callee, call, mayBeSerial: false, sharedFields, evidence }];
  });
}

/** A longer list is no list of what was written out. */
const MOST_WRITTEN = 20;

const fieldsIn = ({ body }: ApiCall): string[] =>
  body.state === 'known' && body.value.kind === 'object' ? namesOf(body.value) : [];

/** Certainly the same in both; what is called for each may give another each time. */
function isSameField(name: string, one: ApiCall, other: ApiCall): boolean {
  const [first, second] = [one, other].map(({ body }) => {
    const field = body.state === 'known' ? attributeOf(body.value, name) : null;
    return field?.state === 'known' ? field.value : null;
  });
  const isOnce = (node: Node): boolean => {
    const fn = enclosingFunction(node);
    return fn === null || [one, other].every((call) => isWithin(call.node, fn));
  };
  return first != null && second != null && isSameValue(first, second, isOnce);
}

const isOne = ({ value }: Bound): boolean => value !== null && value <= 1;

/** It stands in what is run for each, or is what a loop puts into the list. */
function isStartedBy(
  { node, method, loop, result }: ApiCall,
  fan: FanOut,
  module: SourceModule,
): boolean {
  if (method === null || method === 'GET' || fan.module !== module) return false;
  const task = fan.task ?? (loop === null ? taskGiven(fan.node) : null);
  if (task) return task.range[0] <= node.range[0] && node.range[1] <= task.range[1];
  return loop !== null && result.how === 'passed' && loop.range[1] <= fan.node.range[1];
}
