import {
  countingMethods,
  instrumentingModules,
  metricsModules,
} from '../../clients/metrics-libraries.ts';
import type { Node } from '../../ast/node.ts';
import { ancestorsOf, isFunction, keyName, unwrap } from '../../ast/node.ts';
import { wordsOf } from '../../ast/words.ts';
import type { Value } from '../../values/value.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { Fact, FileView } from '../fact.ts';
import type { ApiCall } from '../request/api-call.ts';
import { isCountedApart } from './counted-apart.ts';

/** A module that calls an API and counts nothing, in a project that counts other things. */
export interface UnmeasuredClient extends Fact {
  /** The instance, else the first request. */
  readonly node: Node;
  /** What is called there. */
  readonly callee: Node;
}

/** At most one a file. */
export function findUnmeasuredClients(view: FileView): UnmeasuredClient[] {
  const { module, facts } = view;
  if (facts.apiClient.length + facts.apiCall.length === 0) return [];
  const imports = importsOf(module.text);
  const uses = metricsModules.some(
    (name) => imports.includes(name) || module.packageRange(name) !== null,
  );
  if (!uses || instrumentingModules.some((name) => module.packageRange(name) !== null)) return [];
  if (counts(view) || imports.some(namesMetrics)) return [];
  const client = facts.apiClient.find(({ isLocal }) => !isLocal);
  if (client) return [{ node: client.node, callee: client.callee, evidence: client.evidence }];
  const call = facts.apiCall.find((each) => isOwn(each, view) && !isMeasured(each.node));
  return call ? [{ node: call.node, callee: call.callee, evidence: call.evidence }] : [];
}

const SPECIFIER = /(?:\bfrom|\bimport|\brequire\s*\()\s*(?:\(\s*)?['"]([^'"\n]+)['"]/g;

const importsOf = (text: string): string[] =>
  [...text.matchAll(SPECIFIER)].map((match) => match[1] ?? '');

const METRICS: ReadonlySet<string> = new Set([
  'metric',
  'metrics',
  'telemetry',
  'instrument',
  'instrumentation',
  'instrumented',
  'observability',
  'monitoring',
  'statsd',
  'prometheus',
  'measure',
  'measured',
  'timed',
  'tracked',
  'stats',
]);

/** A module of the project that counts: `./metrics`, `../lib/instrumented-fetch`. */
const namesMetrics = (specifier: string): boolean =>
  specifier.startsWith('.') || specifier.startsWith('@/') || specifier.startsWith('~/')
    ? wordsOf(specifier.split('/').at(-1) ?? '').some((word) => METRICS.has(word)) ||
      specifier.split('/').some((part) => METRICS.has(part))
    : false;

function counts(view: FileView): boolean {
  const { candidates, module } = view;
  return candidates.members.some((member) => {
    const name = keyName(member) ?? '';
    if (member.parent.type !== 'CallExpression' || member.parent.callee !== member) return false;
    const isCount =
      countingMethods.includes(name) ||
      (name === 'add' && comesFromMetrics(valueOf(member.object, module), 6));
    return isCount && !isCountedApart(member, view);
  });
}

/** `meter.createCounter('requests').add(1)`; `add` is a method of sets as well. */
function comesFromMetrics(value: Value, depth: number): boolean {
  if (depth === 0) return false;
  if (value.kind === 'external')
    return value.source !== null && metricsModules.includes(value.source);
  if (value.kind === 'member') return comesFromMetrics(value.object, depth - 1);
  return value.kind === 'call' && comesFromMetrics(value.callee, depth - 1);
}

/** A request that is sent here, through no instance of another module. */
const isOwn = ({ via, isLocal, request }: ApiCall, { module }: FileView): boolean =>
  via === 'direct' &&
  !isLocal &&
  request.client !== null &&
  (!request.on?.made || request.on.made.module === module) &&
  !request.on?.byType;

/** Run by a function that measures: `timed('orders', () => fetch(url))`. */
function isMeasured(call: Node): boolean {
  for (const above of ancestorsOf(call)) {
    if (!isFunction(above) || above.parent.type !== 'CallExpression') continue;
    const callee = unwrap(above.parent.callee);
    const name = callee.type === 'Identifier' ? callee.name : (keyName(callee) ?? '');
    if (wordsOf(name).some((word) => METRICS.has(word) || word === 'time')) return true;
  }
  return false;
}
