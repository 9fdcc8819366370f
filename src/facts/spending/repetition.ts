import type { FunctionNode, Node } from '../../ast/node.ts';
import { ancestorsOf, enclosingFunction, isFunction, keyName } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import { isWithin } from '../../ast/within.ts';
import { attributeOf, namesOf } from '../../values/objects.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import type { ApiCall } from '../request/api-call.ts';
import { loopAround } from '../request/api-call.ts';
import { originOf } from '../reference/origin.ts';
import { retriedPartsAround } from '../reference/retried-part.ts';

/** A request that is sent once for each of several things. */
export interface Repetition {
  /** The loop, or the function that is run for each. */
  readonly turn: Node;
  /** The fields of the body that are the same in every turn, and those that may differ; null: not known. */
  readonly fields: {
    readonly same: readonly string[];
    readonly differing: readonly string[];
  } | null;
}

/** What repeats a request; null where nothing does, or where it is sent again because it failed. */
export function repetitionOf(call: ApiCall, module: SourceModule): Repetition | null {
  const turn = loopAround(call.node) ?? callbackOfEach(call.node);
  if (!turn || isAttempt(call, turn, module)) return null;
  const fields = fieldsOf(call, turn, module);
  return { turn, fields: fields?.isWhole ? fields : null };
}

const EACH: ReadonlySet<string> = new Set([
  'map',
  'forEach',
  'flatMap',
  'from',
  'times',
  'each',
  'reduce',
]);

/** The function around a node that is run for each thing of a list. */
function callbackOfEach(node: Node): FunctionNode | null {
  for (const above of ancestorsOf(node)) {
    if (!isFunction(above)) continue;
    const { parent } = above;
    if (parent.type !== 'CallExpression') return null;
    const { callee } = parent;
    const name = callee.type === 'MemberExpression' ? keyName(callee) : null;
    if (name !== null && EACH.has(name)) return above;
  }
  return null;
}

/** The loop ends when the request has succeeded, or is one that runs failed parts again. */
function isAttempt({ node }: ApiCall, turn: Node, module: SourceModule): boolean {
  if (retriedPartsAround(node, module).some(({ start }) => start === turn)) return true;
  let ends = false;
  walk(turn, module.visitorKeys, (inner) => {
    if (isFunction(inner) && inner !== turn) return 'skip';
    const isEnd = inner.type === 'BreakStatement' || inner.type === 'ReturnStatement';
    ends ||= isEnd && !isFunction(turn) && inner.range[1] >= node.range[1];
    return undefined;
  });
  return ends;
}

interface Fields {
  readonly same: readonly string[];
  readonly differing: readonly string[];
  /** There are no others. */
  readonly isWhole: boolean;
}

/** The fields of a request's body, by whether each turn has its own; null where the body is not known. */
export function fieldsOf({ body }: ApiCall, turn: Node, module: SourceModule): Fields | null {
  if (body.state !== 'known' || body.value.kind !== 'object') return null;
  const same: string[] = [];
  const differing: string[] = [];
  for (const name of namesOf(body.value)) {
    const field = attributeOf(body.value, name);
    const isSame = field.state === 'known' && !changesIn(turn, field.value, module);
    (isSame ? same : differing).push(name);
  }
  const isWhole = body.value.entries.every(
    (entry) =>
      entry.kind === 'property' || (entry.kind === 'spread' && entry.value().kind === 'object'),
  );
  return { same, differing, isWhole };
}

/** Whether a value is made of something that each turn has for itself. */
function changesIn(turn: Node, value: Value, module: SourceModule): boolean {
  if (value.kind === 'literal' || value.kind === 'env') return false;
  if (value.module !== module) return value.kind !== 'external';
  const { node } = value;
  const isInside = turn.range[0] <= node.range[0] && node.range[1] <= turn.range[1];
  if (isInside && value.kind === 'parameter') return true;
  if (isInside && originOf(value).sources.length > 0) return true;
  let changes = false;
  walk(node, module.visitorKeys, (inner) => {
    if (inner.type !== 'Identifier') return;
    const binding = module.scopes.bindingOf(inner);
    const isOwn = binding?.declarations.some(
      (name) => isWithin(name, turn) || isOfFunctionBeside(name, turn),
    );
    const isWritten = binding?.writes.some(
      ({ by }) => turn.range[0] <= by.range[0] && by.range[1] <= turn.range[1],
    );
    changes ||= isOwn === true || isWritten === true;
    const isCalled = inner.parent.type === 'CallExpression' && inner.parent.callee === inner;
    if (isInside && isCalled && (binding || !CONVERTS.has(inner.name))) changes = true;
  });
  return changes;
}

/** In a function that each turn may call: it gets something of its own every time. What a constructor got is kept. */
function isOfFunctionBeside(name: Node, turn: Node): boolean {
  const fn = enclosingFunction(name);
  const method = fn?.parent;
  const isConstructor = method?.type === 'MethodDefinition' && method.kind === 'constructor';
  return fn !== null && !isConstructor && !isWithin(turn, fn);
}

/** Functions of the language that give the same for the same. */
const CONVERTS: ReadonlySet<string> = new Set([
  'BigInt',
  'Boolean',
  'Number',
  'String',
  'parseFloat',
  'parseInt',
]);
