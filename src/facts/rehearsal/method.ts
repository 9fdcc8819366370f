import type { TSESTree } from '@typescript-eslint/utils';
import { keyName, unwrap } from '../../ast/node.ts';
import type { Run, Scope, Thing } from './rehearsal.ts';
import { exactly, NOT_KNOWN, TELLING, tellsOf, truthOf, unknownOf } from './rehearsal.ts';
import { headerOf, rangeOf } from './things.ts';

/** `object.method(…)` where the method is one of lists, headers, answers or texts; null for any other. */
export function methodOf(
  run: Run,
  node: TSESTree.CallExpression,
  args: readonly Thing[],
  scope: Scope,
): Thing | null {
  const callee = unwrap(node.callee);
  const name = callee.type === 'MemberExpression' ? keyName(callee) : null;
  if (callee.type !== 'MemberExpression' || name === null || callee.object.type === 'Super')
    return null;
  const object = run.evaluate(callee.object, scope);
  const [first] = args;
  switch (object.t) {
    case 'list':
      return listMethod(run, name, object, args, node, scope);
    case 'headers':
      if (name === 'get' && first?.t === 'plain') return headerOf(String(first.values[0]), run);
      return TELLING;
    case 'response':
      return eventOf(run, name, object, args, node);
    case 'failure':
      return TELLING;
    case 'plain':
      return textMethod(name, object, args);
    case 'number':
    case 'status':
      return name === 'toString' || name === 'valueOf' ? object : unknownOf(object);
    case 'function':
      if (name === 'call') return run.call({ ...object, self: first ?? null }, args.slice(1), node);
      if (name === 'apply')
        return run.call(
          { ...object, self: first ?? null },
          args[1]?.t === 'list' ? args[1].items : [],
          node,
        );
      return name === 'bind' ? object : null;
    case 'unknown':
      return object.tells ? TELLING : unknownOf(...args);
    default:
      return null;
  }
}

/** `response.on('end', () => …)`: the whole body is there. */
function eventOf(
  run: Run,
  name: string,
  response: Thing,
  [event, listener]: readonly Thing[],
  node: TSESTree.CallExpression,
): Thing {
  if (name !== 'on' && name !== 'once') return TELLING;
  const isEnd = event?.t === 'plain' && event.values.includes('end');
  if (isEnd && listener?.t === 'function') run.call(listener, [], node);
  return response;
}

type List = Extract<Thing, { t: 'list' }>;

function listMethod(
  run: Run,
  name: string,
  list: List,
  args: readonly Thing[],
  node: TSESTree.CallExpression,
  scope: Scope,
): Thing {
  const [first] = args;
  switch (name) {
    case 'includes':
    case 'has': {
      if (!first) return NOT_KNOWN;
      if (first.t === 'status') run.statusTests.push({ node: node.callee, module: scope.module });
      const found = isIn(list, first, run);
      return found === null ? unknownOf(first, list) : exactly(found, tellsOf(first));
    }
    case 'indexOf': {
      const found = first ? isIn(list, first, run) : null;
      return found === null
        ? TELLING
        : { t: 'number', lo: found ? 0 : -1, hi: found ? 0 : -1, from: null, isCounter: false };
    }
    case 'some':
    case 'every':
    case 'find': {
      if (!first || list.isOpen) return unknownOf(...args, list);
      const truths = list.items.map((item) => truthOf(run.call(first, [item], node), run.outcome));
      if (truths.includes(null)) return unknownOf(...args, TELLING);
      if (name === 'find') return list.items[truths.indexOf(true)] ?? exactly(undefined, true);
      return exactly(name === 'some' ? truths.includes(true) : !truths.includes(false), true);
    }
    case 'at':
      return first?.t === 'number' ? (list.items.at(first.lo) ?? exactly(undefined)) : NOT_KNOWN;
    default:
      return unknownOf(list);
  }
}

/** Whether a list holds a thing; null where that can't be told. */
function isIn(list: List, thing: Thing, run: Run): boolean | null {
  if (thing.t === 'plain') {
    const words = list.items.flatMap((item) => (item.t === 'plain' ? item.values : []));
    if (thing.values.some((value) => words.includes(value))) return true;
    return list.isOpen || list.items.some((item) => item.t === 'unknown' || item.t === 'value')
      ? null
      : false;
  }
  const range = thing.t === 'number' || thing.t === 'status' ? rangeOf(thing, run) : null;
  if (!range) return null;
  if (list.items.some((item) => item.t === 'number' && item.lo === range.lo)) return true;
  return list.isOpen || list.items.some((item) => item.t !== 'number') ? null : false;
}

const TEXT: Readonly<Record<string, (text: string, search: string) => boolean>> = {
  includes: (text, search) => text.includes(search),
  startsWith: (text, search) => text.startsWith(search),
  endsWith: (text, search) => text.endsWith(search),
};

const CHANGED: ReadonlyMap<string, (text: string) => string> = new Map([
  ['toLowerCase', (text: string) => text.toLowerCase()],
  ['toUpperCase', (text: string) => text.toUpperCase()],
  ['toString', (text: string) => text],
  ['trim', (text: string) => text.trim()],
]);

function textMethod(
  name: string,
  object: Extract<Thing, { t: 'plain' }>,
  args: readonly Thing[],
): Thing {
  const [first] = args;
  if (object.values.every((value) => value == null)) return exactly(undefined, object.tells);
  const change = CHANGED.get(name);
  if (change)
    return {
      ...object,
      values: object.values.map((value) => (typeof value === 'string' ? change(value) : value)),
    };
  const test = Object.hasOwn(TEXT, name) ? TEXT[name] : undefined;
  if (!test || first?.t !== 'plain') return unknownOf(object, ...args);
  return exactly(
    object.values.some((value) => test(String(value), String(first.values[0]))),
    object.tells,
  );
}
