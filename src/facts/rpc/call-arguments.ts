import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { calledName, keyName, unwrap } from '../../ast/node.ts';
import { wordSet, wordsOf } from '../../ast/words.ts';
import type { RpcLibrary } from '../../clients/schema.ts';
import { argumentsIn } from '../../values/evaluate.ts';
import type { OptionsPlace } from '../../values/options-place.ts';
import { optionsPlace } from '../../values/options-place.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import type { Layer } from '../request/request-options.ts';
import type { Procedure } from './procedure.ts';

/** The options that a call of a procedure is given, as far as they are told from what else is. */
export interface GivenOptions {
  /** None: certainly no options; a layer without a value: something that may be them. */
  readonly layers: readonly Layer[];
  /** Where they stand, or would stand; null where that can't be told. */
  readonly place: OptionsPlace | null;
}

interface Given {
  readonly value: Value;
  readonly node: Node;
}

/** What a call gives besides the request; null where it may be one that gives or takes a stream. */
export function optionsGiven(
  call: TSESTree.CallExpression,
  { library, name, isPromisified }: Procedure,
  module: SourceModule,
): GivenOptions | null {
  const { args, openFrom } = argumentsIn(call, { module, frame: null });
  const first = library.calls.told?.[name ?? ''] ?? 0;
  if (openFrom < Infinity || args.length <= first || isStream(args[first])) return null;
  const given = args.map((value, index) => ({ value, node: call.arguments[index] ?? call }));
  const rest = given.slice(first + 1);
  if (library.calls.answer === 'callback' && !isPromisified) {
    const last = rest.pop();
    if (!last || !isCallback(last)) return null;
  }
  return readOptions(rest, { call, index: first + 1, module }, library.calls);
}

/** Requests that are sent one by one: a callback stands where the request does, or a generator. */
function isStream(request: Value | undefined): boolean {
  if (request?.kind !== 'call') return request?.kind === 'function';
  return request.callee.kind === 'function' && request.callee.node.generator;
}

/** Names decide where a value is not known: what gets an answer has one of these. */
const CALLBACKS = wordSet('callback cb done next fn handler handle on listener');

const isCallback = ({ value, node }: Given): boolean =>
  value.kind === 'function' ||
  (value.kind !== 'object' && wordsOfNode(node).some((word) => CALLBACKS.has(word)));

function wordsOfNode(node: Node): string[] {
  const inner = unwrap(node);
  if (inner.type === 'Identifier') return wordsOf(inner.name);
  if (inner.type === 'MemberExpression') return wordsOf(keyName(inner) ?? '');
  return inner.type === 'CallExpression' ? wordsOf(calledName(inner.callee)) : [];
}

/** The first argument that may be options. */
type Start = Omit<Extract<OptionsPlace, { kind: 'argument' }>, 'kind'>;

function readOptions(
  given: readonly Given[],
  start: Start,
  { headers, typedBehindHeaders }: RpcLibrary['calls'],
): GivenOptions | null {
  const [one, other, ...more] = given;
  const behind: Start = { ...start, index: start.index + 1 };
  if (more.length > 0 || (other && !headers)) return null;
  if (other) return written(other, behind);
  if (one && !(headers && isHeaders(one, headers))) return written(one, start);
  const place = one ? behind : typedBehindHeaders && isTyped(start.module) ? null : start;
  return { layers: [], place: place && { kind: 'argument', ...place } };
}

function written({ value }: Given, { call, index, module }: Start): GivenOptions {
  const args = call.arguments.map(() => value);
  return {
    layers: [{ of: 'call', value }],
    place: optionsPlace(call, { args, openFrom: Infinity }, index, module),
  };
}

const isTyped = ({ file }: SourceModule): boolean => /\.[cm]?tsx?$/.test(file ?? '');

function isHeaders(
  { value, node }: Given,
  { types, names }: NonNullable<RpcLibrary['calls']['headers']>,
): boolean {
  const type = value.kind === 'call' && value.isNew ? value.callee : typeGiven(value);
  if (type?.kind === 'external') return types.includes(type.path.at(-1) ?? '');
  return value.kind !== 'object' && names.includes(wordsOfNode(node).at(-1) ?? '');
}

const typeGiven = (value: Value): Value | null =>
  value.kind === 'typed' || value.kind === 'parameter' ? value.type : null;
