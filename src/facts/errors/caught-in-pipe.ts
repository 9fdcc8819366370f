import type { TSESTree } from '@typescript-eslint/utils';
import { observableLibrary } from '../../clients/observables.ts';
import type { NamedExports } from '../../ast/named-exports.ts';
import { mayBeOneOf } from '../../ast/named-exports.ts';
import type { Node } from '../../ast/node.ts';
import { ancestorsOf, isFunction, keyName, unwrap } from '../../ast/node.ts';
import { isWithin, within } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { isExportOf } from '../../values/value.ts';
import { soleValueOf } from '../../values/written-for.ts';
import type { FileView } from '../fact.ts';
import type { ApiCall } from '../request/api-call.ts';
import { isHandedOn } from './handed-in.ts';

type Call = TSESTree.CallExpression;

/** `get(url).pipe(catchError(handler))`. */
export interface CaughtInPipe {
  readonly handler: TSESTree.Expression;
  readonly calls: readonly ApiCall[];
}

const { modules, catches, hands } = observableLibrary;
const CATCHES: NamedExports = { modules: new Set(modules), names: new Set(catches) };

/**
 * The requests whose failure an operator of a pipe gets: those that it starts with (`get(url)`, a name
 * for it, what `combineLatest` joins), and those that an operator before it waits for. Null for any
 * other call.
 */
export function caughtInPipe(operator: Call, view: FileView): CaughtInPipe | null {
  const [handler] = operator.arguments;
  const pipe = operator.parent;
  if (!pipedBy(pipe) || !handler || handler.type === 'SpreadElement') return null;
  if (!isCatch(operator, view.module)) return null;
  const parts = partsBefore(operator, pipe, view.module);
  const calls = parts.flatMap((part) => failingIn(part, view, DEEPEST));
  return calls.length === 0 ? null : { handler, calls };
}

/** Names for streams are followed this far. */
const DEEPEST = 3;

function failingIn(part: Node, view: FileView, depth: number): ApiCall[] {
  const { facts, module } = view;
  if (part.type === 'Identifier') {
    const binding = module.scopes.bindingOf(part);
    const written = binding && soleValueOf(binding);
    return written && depth > 0 ? failingIn(unwrap(written), view, depth - 1) : [];
  }
  const start = pipedBy(part);
  const isNamed =
    start?.type === 'Identifier' && !operatorsOf(part).some((each) => isCatch(each, module));
  const named = isNamed ? failingIn(start, view, depth) : [];
  const sent = within(facts.apiCall, part, ({ node }) => node);
  return [...named, ...sent.filter(({ node }) => comesOut(node, part, module))];
}

/** Whoever subscribes to a part of a stream gets the failure of a request in it. */
function comesOut(request: Node, part: Node, module: SourceModule): boolean {
  let inner = request;
  for (const above of request === part ? [] : ancestorsOf(request)) {
    if (isFunction(above) && !(isOfOperator(above) && isHandedOn(request, above))) return false;
    if (operatorsOf(above).some((each) => isAfter(each, inner) && isCatch(each, module)))
      return false;
    if (above === part) break;
    inner = above;
  }
  return true;
}

/** The operators of a pipe. */
const operatorsOf = (pipe: Node): readonly Node[] =>
  pipe.type === 'CallExpression' && pipedBy(pipe) ? pipe.arguments : [];

const isAfter = (operator: Node, inner: Node): boolean =>
  !isWithin(inner, operator) && operator.range[0] >= inner.range[1];

/** `switchMap(() => …)` in a pipe. */
function isOfOperator(fn: Node): boolean {
  const operator = fn.parent;
  const pipe = operator?.type === 'CallExpression' ? operator.parent : null;
  return operator !== undefined && pipe !== null && operatorsOf(pipe).includes(operator);
}

/** What a failure comes from: the start of the pipe and its operators, from the last one on that takes one. */
function partsBefore(operator: Call, pipe: Node, module: SourceModule): readonly Node[] {
  const source = pipedBy(pipe);
  const operators = operatorsOf(pipe);
  const parts = source ? [source, ...operators.slice(0, operators.indexOf(operator))] : [];
  return parts.slice(parts.findLastIndex((part) => isCatch(part, module)) + 1);
}

/** What `source.pipe(…)` starts with. */
function pipedBy(pipe: Node): Node | null {
  const callee = pipe.type === 'CallExpression' ? unwrap(pipe.callee) : null;
  return callee?.type === 'MemberExpression' && keyName(callee) === 'pipe'
    ? unwrap(callee.object)
    : null;
}

function isCatch(operator: Node, module: SourceModule): boolean {
  if (operator.type !== 'CallExpression') return false;
  if (!mayBeOneOf(CATCHES, operator.callee, module.scopes)) return false;
  return isExportOf(valueOf(operator.callee, module), modules, catches);
}

/** What a function is given the values of, as they come: `stream.subscribe(fn)`, `stream.pipe(map(fn))`. */
export function streamInto(fn: Node, module: SourceModule): Node | null {
  const call = fn.parent;
  if (call?.type !== 'CallExpression' || call.arguments[0] !== fn) return null;
  const callee = unwrap(call.callee);
  if (callee.type === 'MemberExpression')
    return keyName(callee) === 'subscribe' ? unwrap(callee.object) : null;
  const pipe = call.parent;
  const isFirst = operatorsOf(pipe)[0] === call;
  return isFirst && isExportOf(valueOf(callee, module), modules, hands) ? pipedBy(pipe) : null;
}
