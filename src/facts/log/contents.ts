import type { TSESTree } from '@typescript-eslint/utils';
import type { Expression, Node } from '../../ast/node.ts';
import { keyName, staticString, unwrap, wrapped } from '../../ast/node.ts';
import { sensitiveName } from './sensitive-name.ts';
import { wholeOfStripped } from './stripped.ts';

/** A part of what is written out that is not made of parts itself. */
export interface Content {
  readonly node: Expression;
  /** The names of the fields that lead to it in the line. */
  readonly path: readonly string[];
  /** It is spread: its own fields are the line's. */
  readonly isSpread: boolean;
  /** It becomes part of a text as it is, so that of an object only `[object Object]` is left. */
  readonly isText: boolean;
}

type Form = Pick<Content, 'isSpread' | 'isText'>;

const PLAIN: Form = { isSpread: false, isText: false };
const TEXT: Form = { isSpread: false, isText: true };

/** What an expression writes out once it becomes part of a line: through templates, objects, serialisers. */
export function* contentsOf(
  given: Node,
  path: readonly string[] = [],
  form: Form = PLAIN,
): Generator<Content> {
  const node = unwrap(given);
  const whole = wholeOfStripped(node);
  if (whole) {
    yield* contentsOf(whole, path, form);
    return;
  }
  switch (node.type) {
    case 'TemplateLiteral':
      for (const part of node.expressions) yield* contentsOf(part, path, TEXT);
      return;
    case 'TaggedTemplateExpression':
      for (const part of node.quasi.expressions) yield* contentsOf(part, path, TEXT);
      return;
    case 'ObjectExpression':
      for (const [index, property] of node.properties.entries()) {
        if (!isBlottedOut(property, node.properties.slice(index + 1)))
          yield* ofProperty(property, path);
      }
      return;
    case 'ArrayExpression':
      for (const element of node.elements) {
        if (!element) continue;
        yield* contentsOf(element.type === 'SpreadElement' ? element.argument : element, path);
      }
      return;
    case 'CallExpression':
    case 'NewExpression':
      yield* ofCall(node, path, form);
      return;
    default:
      yield* ofOperator(node, path, form);
  }
}

function* ofOperator(node: Node, path: readonly string[], form: Form): Generator<Content> {
  switch (node.type) {
    case 'BinaryExpression':
      if (node.operator !== '+') return;
      yield* ofSum(node, path);
      return;
    case 'ConditionalExpression':
      yield* contentsOf(node.consequent, path, form);
      yield* contentsOf(node.alternate, path, form);
      return;
    case 'LogicalExpression':
      if (node.operator !== '&&') yield* contentsOf(node.left, path, form);
      if (!isTextOf(node.left, node.right) && !isBehindUser(node.left, node.right))
        yield* contentsOf(node.right, path, form);
      return;
    case 'AwaitExpression':
      yield* contentsOf(node.argument, path, form);
      return;
    case 'AssignmentExpression':
      if (node.operator === '=') yield* contentsOf(node.right, path, form);
      return;
    case 'SequenceExpression':
      yield* contentsOf(node.expressions.at(-1) ?? node, path, form);
      return;
    case 'Identifier':
    case 'MemberExpression':
      yield { node, path, ...form };
  }
}

/** `error?.message || error`, `error.response?.data ?? error.message ?? error`: an error has a text, and the whole is there for what is none. */
function isTextOf(left: Node, right: Node): boolean {
  const [text, whole] = [unwrap(left), unwrap(right)];
  if (text.type === 'LogicalExpression' && text.operator !== '&&')
    return isTextOf(text.left, whole) || isTextOf(text.right, whole);
  if (text.type !== 'MemberExpression' || !/^(?:message|stack)$/.test(keyName(text) ?? ''))
    return false;
  const of = unwrap(text.object);
  return of.type === 'Identifier' && whole.type === 'Identifier' && of.name === whole.name;
}

/** `address.split('@')[1] ?? address`: what stands behind the user, and all of an address that names none. */
function isBehindUser(left: Node, right: Node): boolean {
  const [part, whole] = [unwrap(left), unwrap(right)];
  const split =
    part.type === 'MemberExpression' && part.computed
      ? unwrap(part.object)
      : part.type === 'CallExpression' && part.callee.type === 'MemberExpression'
        ? unwrap(part.callee.object)
        : null;
  if (split?.type !== 'CallExpression' || split.callee.type !== 'MemberExpression') return false;
  const of = unwrap(split.callee.object);
  return (
    keyName(split.callee) === 'split' &&
    staticString(split.arguments[0]) === '@' &&
    of.type === 'Identifier' &&
    whole.type === 'Identifier' &&
    of.name === whole.name
  );
}

/** `a + b + c + …`, without recursion. */
function* ofSum(sum: TSESTree.BinaryExpression, path: readonly string[]): Generator<Content> {
  const parts: Node[] = [];
  let left: Node = sum;
  while (left.type === 'BinaryExpression' && left.operator === '+') {
    parts.push(left.right);
    left = unwrap(left.left);
  }
  for (const part of [left, ...parts.reverse()]) yield* contentsOf(part, path, TEXT);
}

/** `{ ...headers, authorization: '[redacted]' }`: what is secret in the spread is written over. */
const isBlottedOut = (
  property: TSESTree.ObjectLiteralElement,
  later: readonly TSESTree.ObjectLiteralElement[],
): boolean =>
  property.type === 'SpreadElement' &&
  later.some(
    (each) =>
      each.type === 'Property' &&
      (each.value.type === 'Literal'
        ? sensitiveName(keyName(each) ?? '') !== null || BLOT.test(String(each.value.value))
        : each.value.type === 'Identifier' &&
          each.value.name === 'undefined' &&
          sensitiveName(keyName(each) ?? '') !== null),
  );

/** What is written in the place of a secret: `***`, `[redacted]`. */
const BLOT = /^(?:[*•x.]{3,}|\W{0,2}(?:redacted|masked|hidden|removed|filtered|omitted)\W{0,2})$/i;

function* ofProperty(
  property: TSESTree.ObjectLiteralElement,
  path: readonly string[],
): Generator<Content> {
  if (property.type === 'SpreadElement') {
    yield* contentsOf(property.argument, path, { isSpread: true, isText: false });
    return;
  }
  const name = keyName(property);
  if (property.kind !== 'init') return;
  yield* contentsOf(property.value, [...path, name ?? '*']);
}

/** Methods that give what they are called on in another form, all of it. */
const SAME: ReadonlySet<string> = new Set([
  'toString',
  'trim',
  'trimEnd',
  'trimStart',
  'toUpperCase',
  'toLowerCase',
  'join',
  'concat',
  'flat',
  'valueOf',
  'normalize',
]);

/** Functions that give their arguments in another form. */
const RECODING: ReadonlySet<string> = new Set([
  'JSON.stringify',
  'util.inspect',
  'inspect',
  'String',
  'Object.entries',
  'Object.fromEntries',
  'Object.values',
  'Object.assign',
  'structuredClone',
  'Buffer.from',
  'btoa',
  'encodeURIComponent',
  'encodeURI',
  'stringify',
  'safeStringify',
  'JSON.parse',
]);

/** The first (or all but the first) characters: from this many on they are most of a short secret. */
const MANY = 13;

function* ofCall(
  node: TSESTree.CallExpression | TSESTree.NewExpression,
  path: readonly string[],
  form: Form,
): Generator<Content> {
  const given = node.arguments.flatMap((argument) =>
    argument.type === 'SpreadElement' ? [] : [argument],
  );
  if (node.type === 'NewExpression') {
    if (/Error$/.test(nameOf(node.callee))) for (const each of given) yield* contentsOf(each, path);
    return;
  }
  const callee = unwrap(node.callee);
  if (RECODING.has(nameOf(callee)) || isFormat(nameOf(callee), given)) {
    if (hasReplacer(nameOf(callee), given[1])) return;
    const written = nameOf(callee) === 'JSON.stringify' ? given.slice(0, 1) : given;
    const inner = nameOf(callee) === 'String' ? TEXT : { ...form, isText: false };
    for (const each of written) yield* contentsOf(each, path, inner);
    return;
  }
  if (callee.type === 'MemberExpression') {
    const method = keyName(callee) ?? '';
    if (SAME.has(method) || isLongStart(method, given, node)) {
      yield* contentsOf(callee.object, path, form);
      return;
    }
  }
  yield { node, path, ...form };
}

/** `format('%s refused: %s', name, error.message)`. */
const isFormat = (name: string, [template]: readonly Expression[]): boolean =>
  /^(?:\w+\.)?format$/.test(name) && /%[sdifjoO]/.test(staticString(template) ?? '');

/** `JSON.stringify(value, replacer)`: what the replacer lets through is not known. */
const hasReplacer = (name: string, second: Expression | undefined): boolean =>
  name === 'JSON.stringify' &&
  second !== undefined &&
  !(second.type === 'Literal' && second.value === null) &&
  !(second.type === 'Identifier' && second.name === 'undefined');

/** `token.slice(0, 20)`: a good part of it; with dots behind, of one that is known to be longer, only from more. */
function isLongStart(method: string, [from, to]: readonly Expression[], call: Node): boolean {
  if (method !== 'slice' && method !== 'substring' && method !== 'substr') return false;
  const isFromStart = from?.type === 'Literal' && from.value === 0;
  const most = hasDotsBehind(call) ? MANY_OF_LONG : MANY;
  return isFromStart && to?.type === 'Literal' && Number(to.value) >= most;
}

const MANY_OF_LONG = 25;

/** `${token.slice(0, 20)}…`, `token.slice(0, 20) + '...'`. */
function hasDotsBehind(call: Node): boolean {
  const part = wrapped(call);
  const { parent } = part;
  if (parent?.type === 'BinaryExpression')
    return parent.left === part && DOTS.test(staticString(parent.right) ?? '');
  if (parent?.type !== 'TemplateLiteral') return false;
  const index = parent.expressions.findIndex((each) => each === part);
  return DOTS.test(parent.quasis[index + 1]?.value.raw ?? '');
}

const DOTS = /^(?:\.{2,}|…)/;

/** `JSON.stringify`, `inspect`: the callee's last two names. */
export function nameOf(callee: Node): string {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type !== 'MemberExpression') return '';
  const object = unwrap(callee.object);
  const name = keyName(callee) ?? '';
  return object.type === 'Identifier' ? `${object.name}.${name}` : name;
}

/** The text that a call is given first: the name that `headers.get(name)` asks for. */
export const askedName = (node: TSESTree.CallExpression): string | null =>
  staticString(node.arguments[0]);
