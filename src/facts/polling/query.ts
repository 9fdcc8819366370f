import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { isFunction, keyName, unwrap } from '../../ast/node.ts';
import { targetsOf } from '../../ast/pattern.ts';
import { walk } from '../../ast/walk.ts';
import { within } from '../../ast/within.ts';
import type { PollerUse } from '../../clients/schema.ts';
import { valueOf } from '../../values/evaluate.ts';
import { attributeOf } from '../../values/objects.ts';
import { ownFunction } from '../../values/own-function.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { FileView } from '../fact.ts';
import { evidenceAmong } from '../retry/code.ts';
import { answerOf, dependenceOf } from './answer.ts';
import { pollerUses } from './poller.ts';
import type { Polling } from './polling.ts';
import { isAboutPayment, isRead } from './turn.ts';

type Query = Extract<PollerUse, { does: 'query' }>;

/** Queries of a page that read a status again until it is what they wait for: `refetchInterval: (query) => …`. */
export function findPolledQueries(view: FileView): Polling[] {
  return pollerUses(view).flatMap(({ call, use }) =>
    use.does === 'query' ? (pollingOf(call, use, view) ?? []) : [],
  );
}

function pollingOf(call: TSESTree.CallExpression, use: Query, view: FileView): Polling | null {
  const { module } = view;
  const every = functionOf(use.every, call, module);
  const read =
    typeof use.reads === 'string'
      ? functionOf(use.reads, call, module)?.fn
      : ownFunction(call.arguments[use.reads], module);
  if (!every || !read) return null;
  const calls = within(view.facts.apiCall, read, ({ node }) => node).filter(isRead);
  if (calls.length === 0) return null;
  const ends = endsOf(every.fn, use, module);
  if (!ends.asksStatus) return null;
  return {
    node: every.node,
    form: 'query',
    calls,
    isBounded: ends.isBounded,
    endsWithPage: true,
    isPayment: isAboutPayment(calls, call, module),
    pause: 'some',
    longestMs: null,
    evidence: evidenceAmong(calls),
  };
}

/** The function that an option of a query holds, and the option's name. */
function functionOf(
  name: string,
  call: TSESTree.CallExpression,
  module: SourceModule,
): { readonly fn: FunctionNode; readonly node: Node } | null {
  for (const argument of call.arguments) {
    const option = attributeOf(valueOf(argument, module), name);
    if (option.state !== 'known') continue;
    const { value, node } = option;
    if (value.kind !== 'function' || value.module !== module) return null;
    return { fn: value.node, node: node.type === 'Property' ? node.key : node };
  }
  return null;
}

interface Ends {
  readonly asksStatus: boolean;
  readonly isBounded: boolean;
}

/** What the function that says how long to wait makes its end depend on. */
function endsOf(fn: FunctionNode, { answer: path }: Query, module: SourceModule): Ends {
  const { inside, isQuery } = partsOf(fn, path, module);
  const given = isQuery ? [] : targetsOf(fn.params[0] ?? fn);
  const answer = answerOf(inside, fn, module, given);
  const tests = mayEnd(fn, module) ? testsIn(fn, module) : [];
  const found = tests.map((test) => dependenceOf(test, answer, inside, module));
  return {
    asksStatus: found.some(({ onStatus }) => onStatus),
    isBounded: found.some(({ onOther }) => onOther),
  };
}

/** Where the answer is taken out of a query: `query.state.data`, and `state.data` where that is taken apart. */
function partsOf(
  fn: FunctionNode,
  path: string | undefined,
  { visitorKeys }: SourceModule,
): { readonly inside: readonly Node[]; readonly isQuery: boolean } {
  const [last, before] = path?.split('.').toReversed() ?? [];
  const parts: TSESTree.MemberExpression[] = [];
  walk(fn, visitorKeys, (node) => {
    if (before === undefined || node.type !== 'MemberExpression') return;
    const object = unwrap(node.object);
    const name = object.type === 'Identifier' ? object.name : keyName(object);
    if (name === before) parts.push(node);
  });
  return { inside: parts.filter((part) => keyName(part) === last), isQuery: parts.length > 0 };
}

/** It gives `false`, 0 or nothing somewhere. */
function mayEnd(fn: FunctionNode, { visitorKeys }: SourceModule): boolean {
  let ends = false;
  walk(fn.body, visitorKeys, (node) => {
    if (isFunction(node)) return 'skip';
    ends ||= node.type === 'Literal' && (node.value === false || node.value === 0);
    ends ||= node.type === 'Identifier' && node.name === 'undefined';
    ends ||= node.type === 'ReturnStatement' && node.argument === null;
    return undefined;
  });
  return ends;
}

function testsIn(fn: FunctionNode, { visitorKeys }: SourceModule): Node[] {
  const tests: Node[] = [];
  walk(fn.body, visitorKeys, (node) => {
    if (node.type === 'IfStatement' || node.type === 'ConditionalExpression') tests.push(node.test);
    if (node.type === 'LogicalExpression') tests.push(node.left);
    if (node.type === 'SwitchStatement') tests.push(node.discriminant);
  });
  return tests;
}
