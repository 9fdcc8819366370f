import type { FunctionNode, Node } from '../ast/node.ts';
import { isFunction } from '../ast/node.ts';
import type { Binding } from '../ast/scope.ts';
import { importOf } from '../ast/imports.ts';
import type { Context, Evaluation } from './evaluation.ts';
import { unknown } from './evaluation.ts';
import { choice } from './choices.ts';
import { usesOfName } from './field-uses.ts';
import { frameAround, frameOf } from './frames.ts';
import { writtenLater } from './later-writes.ts';
import { isTextual, textOf } from './operators.ts';
import { destructured } from './patterns.ts';
import { givenByPromise } from './promises.ts';
import { declaredAs, typeOf } from './types.ts';
import type { Frame, Place, Value } from './value.ts';

/** A variable may be written this often for its values still to be listed. */
const MAX_WRITES = 4;

/** What a name is worth: its declaration, its single assignment, or each of its few assignments. */
export function valueOfBinding(
  evaluation: Evaluation,
  binding: Binding,
  from: Context,
  place: Place,
): Value {
  const { module } = from;
  const [home] = binding.declarations;
  const context: Context = { module, frame: home ? frameAround(from.frame, home) : null };
  const imported = importOf(binding);
  if (imported && binding.kind === 'import') {
    return valueOfImport(evaluation, context, imported.source, imported.imported, place);
  }
  const [declaration] = binding.declarations;
  if (!declaration) return unknown(place);
  switch (binding.kind) {
    case 'function':
    case 'class':
    case 'enum':
    case 'namespace':
    case 'type': {
      const declared = implementationOf(binding) ?? declaration.parent;
      return declared ? evaluation.valueOf(declared, context) : unknown(place);
    }
    case 'param':
      return binding.writes.length > 0
        ? unknown(place)
        : parameterInside(evaluation, binding, declaration, context);
    case 'const':
    case 'let':
    case 'var':
      return valueOfWrites(evaluation, binding, context, place);
    default:
      return unknown(place);
  }
}

/** The function itself, behind the signatures that overload it; null for what is none. */
const implementationOf = ({ kind, declarations }: Binding): Node | null =>
  kind === 'function'
    ? (declarations.map(({ parent }) => parent).find((node) => isFunction(node)) ?? null)
    : null;

/** `imported` of the module named `source`: followed where it can be read, else external. */
export function valueOfImport(
  evaluation: Evaluation,
  context: Context,
  source: string,
  imported: string,
  place: Place,
): Value {
  const isWhole = imported === '*' || imported === '*cjs';
  const target = context.module.import(source);
  if (!target) return { ...place, kind: 'external', source, path: isWhole ? [] : [imported] };
  return evaluation.exportOf(target, imported, place);
}

function valueOfWrites(
  evaluation: Evaluation,
  binding: Binding,
  context: Context,
  place: Place,
): Value {
  const { writes } = binding;
  const grown = grownText(evaluation, binding, context, place);
  if (grown) return grown;
  if (writes.length === 0 || writes.length > MAX_WRITES)
    return typedOrUnknown(evaluation, binding, context, place);
  const values = writes.map(({ target, by }) => valueOfWrite(evaluation, target, by, context));
  const [only] = values;
  if (values.length === 1 && only) {
    // What is known of a template with a tag is where it stands: whoever knows the tag reads it.
    const isOpaque = only.kind === 'unknown' && only.node.type !== 'TaggedTemplateExpression';
    return isOpaque ? typedOrUnknown(evaluation, binding, context, place) : only;
  }
  return choice('writes', values, place);
}

/** A text that only ever gets longer: `let url = base; if (page) url += '?page=' + page;`. */
function grownText(
  evaluation: Evaluation,
  { writes: [first, ...later] }: Binding,
  context: Context,
  place: Place,
): Value | null {
  if (!first || later.length === 0 || !later.every(({ target, by }) => isAppended(target, by)))
    return null;
  const start = valueOfWrite(evaluation, first.target, first.by, context);
  return isTextual(start) && !isEmpty(start) ? textOf([start, unknown(place)], place) : null;
}

/** `url += rest`, `url = url + rest`, `` url = `${url}…` `` */
function isAppended(target: Node, by: Node): boolean {
  if (by.type !== 'AssignmentExpression' || by.left !== target) return false;
  if (by.operator !== '=') return by.operator === '+=';
  let start: Node | undefined = by.right;
  while (start?.type === 'BinaryExpression' && start.operator === '+') start = start.left;
  if (start?.type === 'TemplateLiteral')
    start = start.quasis[0]?.value.raw === '' ? start.expressions[0] : undefined;
  if (start?.type !== 'Identifier' || target.type !== 'Identifier') return false;
  return start !== by.right && start.name === target.name;
}

const isEmpty = (text: Value): boolean => text.kind === 'literal' && text.value === '';

/** `let token: Token | undefined`, `declare const api: Api`: the annotation is the only evidence. */
function typedOrUnknown(
  evaluation: Evaluation,
  binding: Binding,
  context: Context,
  place: Place,
): Value {
  const [declaration] = binding.declarations;
  const type = declaration ? typeOf(evaluation, declaration, context) : null;
  return type ? { ...place, kind: 'typed', type } : unknown(place);
}

function valueOfWrite(evaluation: Evaluation, target: Node, by: Node, context: Context): Value {
  const place: Place = { node: target, module: context.module };
  if (by.type === 'VariableDeclarator' && by.init) {
    const value = declaredAs(evaluation, evaluation.valueOf(by.init, context), by.id, context);
    return destructured(evaluation, context, by.id, target, value) ?? unknown(place);
  }
  if (by.type === 'AssignmentExpression' && ASSIGNING.has(by.operator)) {
    const value = evaluation.valueOf(by.right, context);
    return destructured(evaluation, context, by.left, target, value) ?? unknown(place);
  }
  return unknown(place);
}

const ASSIGNING: ReadonlySet<string> = new Set(['=', '??=', '||=']);

const given = new WeakMap<Frame, Map<Node, Value>>();

/** What a parameter gets, with what the function writes to it; looked up once a call. */
function parameterInside(
  evaluation: Evaluation,
  { reads }: Binding,
  declaration: Node,
  context: Context,
): Value {
  const { frame } = context;
  if (!frame) return valueOfParameter(evaluation, declaration, context);
  const values = given.get(frame) ?? new Map<Node, Value>();
  given.set(frame, values);
  const known = values.get(declaration);
  if (known) return known;
  const value = valueOfParameter(evaluation, declaration, context);
  values.set(declaration, value);
  const whole = writtenLater(evaluation, value, usesOfName(reads, context.module), true, context);
  values.set(declaration, whole);
  return whole;
}

function valueOfParameter(evaluation: Evaluation, declaration: Node, context: Context): Value {
  const place: Place = { node: declaration, module: context.module };
  let pattern: Node = declaration;
  while (pattern.parent && !isFunction(pattern.parent)) pattern = pattern.parent;
  const fn = pattern.parent;
  if (!fn || !isFunction(fn)) return unknown(place);
  const index = fn.params.indexOf(pattern as (typeof fn.params)[number]);
  if (index < 0) return unknown(place);
  const frame = frameOf(context.frame, fn);
  const whole = frame
    ? (frame.args[index] ?? ({ ...place, kind: 'literal', value: undefined } as const))
    : parameter(evaluation, pattern, fn, index, context);
  return destructured(evaluation, context, pattern, declaration, whole) ?? unknown(place);
}

function parameter(
  evaluation: Evaluation,
  pattern: Node,
  fn: FunctionNode,
  index: number,
  context: Context,
): Value {
  const place: Place = { node: pattern, module: context.module };
  const type = typeOf(evaluation, pattern, context);
  const given = type ? null : givenByPromise(evaluation, fn, pattern, context);
  return given ?? { ...place, kind: 'parameter', fn, index, default: null, type };
}
