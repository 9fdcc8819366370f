import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import { argumentsIn, valueOf } from '../../values/evaluate.ts';
import { attributeOf, namesOf } from '../../values/objects.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { ObjectValue, Value } from '../../values/value.ts';
import { alternatives } from '../../values/value.ts';
import type { Request } from './request.ts';
import { optionOf } from './request-options.ts';

/** One parameter of a query string. */
export interface Parameter {
  readonly name: string;
  /** A number may stand as text. */
  readonly value: Value;
  /** Where it was written, in the module of its value. */
  readonly node: Node;
}

/** What a request asks for behind the `?`, however it is written. */
export interface Query {
  readonly parameters: readonly Parameter[];
  /** There may be others that can't be read. */
  readonly open: boolean;
}

const NONE: Query = { parameters: [], open: false };
const OPEN: Query = { parameters: [], open: true };

/** The query of a request: in its URL, in its options, set on its `URL` object. What an unknown instance adds to all its calls is none that a call goes by. */
export function queryOf(request: Request): Query {
  const { address, client, layers } = request;
  const own = layers.filter(({ of, value }) => of === 'call' || of === 'builder' || value !== null);
  const option = optionOf(own, client?.options.query);
  const given =
    option.state === 'known' ? queryOfValue(option.value) : option.state === 'absent' ? NONE : OPEN;
  return merged([queryOfAddress(address.value), given, queryOfUrlObject(request)]);
}

const merged = (queries: readonly Query[]): Query => ({
  parameters: queries.flatMap(({ parameters }) => parameters),
  open: queries.some(({ open }) => open),
});

/** The query in the text of a URL. What stands there as one unknown piece may be more than a value. */
function queryOfAddress(value: Value): Query {
  if (value.kind === 'literal')
    return typeof value.value === 'string' ? queryOfPieces([value.value], value) : NONE;
  if (value.kind === 'text') return queryOfPieces(value.parts, value);
  return value.kind === 'unknown' || value.kind === 'choice' ? OPEN : NONE;
}

type Piece = string | Value;

function queryOfPieces(parts: readonly Piece[], whole: Value): Query {
  const start = parts.findIndex((part) => typeof part === 'string' && part.includes('?'));
  if (start < 0) return queryBehindPath(parts);
  const first = parts[start];
  const head = typeof first === 'string' ? first.slice(first.indexOf('?') + 1) : '';
  return merged(
    splitAtAmpersands([head, ...parts.slice(start + 1)]).map((pieces) => pairOf(pieces, whole)),
  );
}

/** `/orders${suffix}`: what follows a path without a slash may be a query. */
function queryBehindPath(parts: readonly Piece[]): Query {
  const last = parts.at(-1);
  const before = parts.at(-2);
  if (last === undefined || typeof last === 'string') return NONE;
  if (last.kind === 'choice')
    return merged([...alternatives(last)].map((option) => queryOfAddress(option)));
  const isSegment = typeof before === 'string' && before.endsWith('/');
  return isSegment || parts.length < 2 ? NONE : OPEN;
}

function splitAtAmpersands(parts: readonly Piece[]): Piece[][] {
  const pairs: Piece[][] = [[]];
  for (const part of parts) {
    if (typeof part !== 'string') {
      pairs.at(-1)?.push(part);
      continue;
    }
    const [query = ''] = part.split('#', 1);
    query.split('&').forEach((text, index) => {
      if (index > 0) pairs.push([]);
      if (text !== '') pairs.at(-1)?.push(text);
    });
  }
  return pairs;
}

/** `name=value`; a piece without a name is a query of its own. */
function pairOf(pieces: readonly Piece[], whole: Value): Query {
  const [first, second, ...rest] = pieces;
  if (first === undefined) return NONE;
  if (typeof first !== 'string') return pieces.length === 1 ? queryOfValue(first) : OPEN;
  const equals = first.indexOf('=');
  if (equals < 0) return second === undefined ? named(first, literal('', whole), whole) : OPEN;
  const text = first.slice(equals + 1);
  const isOne = text === '' && second !== undefined && rest.length === 0;
  const value: Value =
    isOne && typeof second !== 'string'
      ? second
      : second === undefined
        ? literal(text, whole)
        : { kind: 'unknown', node: whole.node, module: whole.module };
  return named(first.slice(0, equals), value, whole);
}

const literal = (value: string, { node, module }: Value): Value => ({
  kind: 'literal',
  value,
  node,
  module,
});

function named(name: string, value: Value, whole: Value): Query {
  const held = value.kind === 'literal' ? (heldInTemplate(name, whole) ?? value) : value;
  return { parameters: [{ name: decoded(name), value: held, node: whole.node }], open: false };
}

/** The value behind `name=` in a template: its text was joined, where it came from was lost. */
function heldInTemplate(name: string, { node, module }: Value): Value | null {
  if (node.type !== 'TemplateLiteral') return null;
  const index = node.quasis.findIndex(
    ({ value }) => /[?&]([^?&=]*)=$/.exec(value.raw)?.[1] === name,
  );
  const expression = node.expressions[index];
  return expression ? valueOf(expression, module) : null;
}

export function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Deeper wrappings (`String(new URLSearchParams(qs.parse(…)))`) are not read. */
const DEEPEST = 6;

/** A query given as an object, a text, a `URLSearchParams`, pairs, or what a package makes text of. */
export function queryOfValue(value: Value, depth = 0): Query {
  if (depth > DEEPEST) return OPEN;
  switch (value.kind) {
    case 'object':
      return queryOfObject(value);
    case 'literal':
      return typeof value.value === 'string' ? queryOfText(value) : NONE;
    case 'text':
      return queryOfText(value);
    case 'array':
      return merged(value.elements.map(queryOfPair));
    case 'choice':
      return merged([...alternatives(value)].map((option) => queryOfValue(option, depth + 1)));
    case 'call':
      return queryOfCall(value, depth);
    default:
      return OPEN;
  }
}

function queryOfText(value: Extract<Value, { kind: 'literal' | 'text' }>): Query {
  const [first = '', ...others] = value.kind === 'text' ? value.parts : [String(value.value)];
  const start = typeof first === 'string' && !first.includes('?') ? `?${first}` : first;
  const parts = typeof start === 'string' ? [start, ...others] : ['?', start, ...others];
  return queryOfPieces(parts, value);
}

function queryOfObject(object: ObjectValue): Query {
  const parameters: Parameter[] = [];
  let open = object.open || object.entries.some(({ kind }) => kind === 'computed');
  for (const name of namesOf(object)) {
    const found = attributeOf(object, name);
    if (found.state === 'known') parameters.push({ name, value: found.value, node: found.node });
    else open = true;
  }
  open ||= object.entries.some(
    (entry) => entry.kind === 'spread' && !READABLE.has(entry.value().kind),
  );
  return { parameters, open };
}

/** What can be spread and still be read. */
const READABLE: ReadonlySet<string> = new Set(['object', 'choice', 'literal']);

function queryOfPair(pair: Value): Query {
  const [name, value] = pair.kind === 'array' ? pair.elements : [];
  if (name?.kind !== 'literal' || !value) return OPEN;
  return { parameters: [{ name: String(name.value), value, node: pair.node }], open: false };
}

function queryOfCall(made: Extract<Value, { kind: 'call' }>, depth: number): Query {
  const { callee, args, isNew } = made;
  if (callee.kind === 'member' && callee.name === 'toString')
    return queryOfValue(callee.object, depth + 1);
  const [first] = args;
  const name = callee.kind === 'external' ? callee.path.at(-1) : undefined;
  if (isNew && name === 'URLSearchParams')
    return merged([first ? queryOfValue(first, depth + 1) : NONE, setLater(made)]);
  return callee.kind === 'external' && callee.source !== null && first?.kind === 'object'
    ? queryOfValue(first, depth + 1)
    : OPEN;
}

const SETTERS: ReadonlySet<string> = new Set(['set', 'append']);

/** What `params.set(name, value)` writes to a `URLSearchParams` that a name holds. */
function setLater(made: Extract<Value, { kind: 'call' }>): Query {
  const { parent } = made.node;
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return NONE;
  return setOn(parent.id, made.module, (read) => read);
}

/** What is set through a name: `params.set(…)`, or for a URL `url.searchParams.set(…)`. */
function setOn(
  name: TSESTree.Identifier,
  module: SourceModule,
  holder: (read: Node) => Node | null,
): Query {
  const found = (module.scopes.bindingOf(name)?.reads ?? []).map((read): Query => {
    const held = holder(read);
    const member = held?.parent;
    if (member?.type !== 'MemberExpression' || member.object !== held) return NONE;
    const call = member.parent;
    if (call.type !== 'CallExpression' || call.callee !== member) return NONE;
    if (!SETTERS.has(keyName(member) ?? '')) return NONE;
    const { args } = argumentsIn(call, { module, frame: null });
    const [key, value] = args;
    if (key?.kind !== 'literal' || !value) return OPEN;
    return { parameters: [{ name: String(key.value), value, node: value.node }], open: false };
  });
  return merged(found);
}

/** `url.searchParams.set(…)` and `url.search = …`, where the request is sent to that `url`. */
function queryOfUrlObject({ node, context: { module } }: Request): Query {
  return merged(
    node.arguments.flatMap((argument) => {
      const name = urlName(argument);
      return name ? [setOn(name, module, searchParamsOf), searchWritten(name, module)] : [];
    }),
  );
}

function urlName(argument: Node): TSESTree.Identifier | null {
  const node = unwrap(argument);
  if (node.type === 'Identifier') return node;
  if (node.type === 'MemberExpression' && keyName(node) === 'href') return urlName(node.object);
  if (node.type === 'TemplateLiteral' && node.quasis.every(({ value }) => value.raw === ''))
    return node.expressions[0] ? urlName(node.expressions[0]) : null;
  if (node.type !== 'CallExpression') return null;
  const { callee } = node;
  if (callee.type === 'MemberExpression' && keyName(callee) === 'toString')
    return urlName(callee.object);
  const [first] = node.arguments;
  return first && callee.type === 'Identifier' && callee.name === 'String' ? urlName(first) : null;
}

function searchParamsOf(read: Node): Node | null {
  const { parent } = read;
  return parent?.type === 'MemberExpression' && keyName(parent) === 'searchParams' ? parent : null;
}

function searchWritten(name: TSESTree.Identifier, module: SourceModule): Query {
  const binding = module.scopes.bindingOf(name);
  const found = (binding?.reads ?? []).map((read): Query => {
    const { parent } = read;
    if (parent?.type !== 'MemberExpression' || keyName(parent) !== 'search') return NONE;
    const write = parent.parent;
    return write.type === 'AssignmentExpression' && write.left === parent
      ? queryOfValue(valueOf(write.right, module))
      : NONE;
  });
  return merged(found);
}
