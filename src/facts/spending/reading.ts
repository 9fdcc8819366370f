import type { FunctionNode, Node } from '../../ast/node.ts';
import { ancestorsOf, isFunction, keyName, regionOf } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Fact, FileView } from '../fact.ts';
import type { ApiCall } from '../request/api-call.ts';
import { scheduledIn } from '../schedule/schedule.ts';
import { isMatterOfWrapper } from '../request/own-matter.ts';

/** A read that a program repeats by itself: a poll, a job that runs at set times. */
export interface Reading extends Fact {
  /** What is called. */
  readonly node: ApiCall['callee'];
  readonly call: ApiCall;
  /** What is read is compared with something, or told to somebody: an alert, a log, a metric. */
  readonly isWatched: boolean;
}

/** The reads of a file that are repeated by a timer, a schedule or a loop without an end. */
export function findReadings(view: FileView): Reading[] {
  const { module, facts } = view;
  const reads = facts.apiCall.filter(({ method, isLocal }) => method === 'GET' && !isLocal);
  if (reads.length === 0) return [];
  const tasks = new Set(scheduledIn(view).flatMap((each) => each.tasks.map(({ node }) => node)));
  return reads.flatMap((call): Reading[] => {
    if (isJudgedInside(call, module) || !isRepeated(call.node, tasks, module, 0)) return [];
    return [
      {
        node: call.callee,
        call,
        evidence: call.evidence,
        get isWatched() {
          const seen = new Set<Node>();
          return regionsWith(call.node, module, 0).some((each) => isWatched(each, module, seen));
        },
      },
    ];
  });
}

/** A function of this file sends it: the read is met there. */
const isJudgedInside = (call: ApiCall, module: SourceModule): boolean =>
  call.request.context.module === module && isMatterOfWrapper(call);

/** Callers of callers are looked at this far up. */
const FURTHEST = 2;

function isRepeated(
  node: Node,
  tasks: ReadonlySet<Node>,
  module: SourceModule,
  depth: number,
): boolean {
  for (const above of ancestorsOf(node)) {
    if (above.type === 'WhileStatement' && isAlways(above.test)) return true;
    if (above.type === 'ForStatement' && !above.test) return true;
    if (!isFunction(above)) continue;
    if (tasks.has(above) || isScheduled(above) || isDecorated(above)) return true;
    const isUsedSo = usesOf(above, module).some(
      (use) => isScheduled(use) || (depth < FURTHEST && isRepeated(use, tasks, module, depth + 1)),
    );
    if (isUsedSo) return true;
  }
  return false;
}

const isAlways = (test: Node): boolean => test.type === 'Literal' && test.value === true;

const SCHEDULES = /setInterval|\bcron|schedule|\bevery\b|repeat|\bpoll|\bjob\b|Job$/i;

/** Given to what runs it at set times: `setInterval(check, …)`, `cron.schedule('* * * * *', check)`. */
function isScheduled(node: Node): boolean {
  const { parent } = node;
  if (parent?.type !== 'CallExpression' && parent?.type !== 'NewExpression') return false;
  return parent.callee !== node && SCHEDULES.test(calleeText(parent.callee));
}

function calleeText(callee: Node): string {
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression'
    ? `${calleeText(callee.object)}.${keyName(callee) ?? ''}`
    : '';
}

/** `@Cron('* * * * *')`, `@Interval(60_000)` on a method. */
function isDecorated({ parent }: FunctionNode): boolean {
  const decorators = parent.type === 'MethodDefinition' ? parent.decorators : [];
  return decorators.some(
    ({ expression }) =>
      expression.type === 'CallExpression' &&
      /^(?:Cron|Interval|Scheduled?|Every)$/.test(calleeText(expression.callee)),
  );
}

function usesOf(fn: FunctionNode, { scopes }: SourceModule): readonly Node[] {
  const name = fn.id ?? (fn.parent.type === 'VariableDeclarator' ? fn.parent.id : null);
  return name?.type === 'Identifier' ? (scopes.bindingOf(name)?.reads ?? []) : [];
}

/** What a node stands in, and what calls that: a helper gives what it reads to its callers. */
function regionsWith(node: Node, module: SourceModule, depth: number): Node[] {
  const callers = [...ancestorsOf(node)].flatMap((above) =>
    isFunction(above) && depth < FURTHEST ? usesOf(above, module) : [],
  );
  return [regionOf(node), ...callers.flatMap((use) => regionsWith(use, module, depth + 1))];
}

const COMPARES: ReadonlySet<string> = new Set(['<', '>', '<=', '>=']);

/** Functions that tell somebody. */
const TELLS =
  /alert|notif|warn|page[rd]?\b|pagerduty|opsgenie|slack|mail|sms|gauge|metric|counter|observe|record|report|emit|publish|statsd|sentry|capture|log|console|track|low|threshold|check(?!$)|ensure|assert/i;

/** What keeps things is set without telling anybody; a gauge is set to be looked at. */
const KEEPS = /redis|cache|store|storage|map|kv|db|session|memory/i;

/** Helpers of helpers are looked into, each once. */
function isWatched(region: Node, module: SourceModule, seen: Set<Node>): boolean {
  if (seen.has(region)) return false;
  seen.add(region);
  let watched = false;
  walk(region, module.visitorKeys, (node) => {
    if (node.type === 'BinaryExpression') watched ||= COMPARES.has(node.operator);
    if (node.type !== 'CallExpression' || watched) return;
    const name = calleeText(node.callee);
    if (TELLS.test(name) || (name.endsWith('.set') && !KEEPS.test(name))) watched = true;
    for (const part of [node.callee, ...node.arguments]) {
      if (watched || isFunction(part)) continue;
      const fn = valueOf(part, module);
      if (fn.kind === 'function') watched = isWatched(fn.node, fn.module, seen);
    }
  });
  return watched;
}
