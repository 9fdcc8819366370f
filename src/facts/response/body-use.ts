import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import {
  ancestorsOf,
  enclosingFunction,
  isFunction,
  isTesting,
  keyName,
  unwrap,
} from '../../ast/node.ts';
import { targetsOf } from '../../ast/pattern.ts';
import { isWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import { parameterGiven } from '../../values/parameter-given.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { isLogLike, makesError } from './log-like.ts';

/** What becomes of the body of a response. */
export interface BodyUse {
  /** Where it is used for more than a decision. */
  readonly uses: readonly Node[];
  /** Where something is decided by it. */
  readonly decisions: readonly Node[];
  /** A field that tells of failure is looked at, or a schema is held against it. */
  readonly isExamined: boolean;
}

/** Fields by which bodies tell whether a request succeeded. */
const TELLING: ReadonlySet<string> = new Set([
  'error',
  'errors',
  'code',
  'ok',
  'success',
  'isSuccess',
  'error_description',
  'error_message',
  'errorMessage',
  'errorCode',
  'errcode',
  'errCode',
  'errmsg',
  'errMsg',
  'statusCode',
  'resultCode',
  'error_code',
]);

/** Methods that throw, or tell, where a value has not the form that is asked for. */
const EXAMINING: ReadonlySet<string> = new Set([
  'parse',
  'parseAsync',
  'safeParse',
  'safeParseAsync',
  'validate',
  'validateAsync',
  'validateSync',
  'assert',
  'decode',
  'decodeUnknownSync',
  'cast',
  'check',
  'Decode',
  'Parse',
]);

const CLIMBED: ReadonlySet<string> = new Set([
  'AwaitExpression',
  'BinaryExpression',
  'ChainExpression',
  'ConditionalExpression',
  'LogicalExpression',
  'SequenceExpression',
  'TSAsExpression',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
  'TemplateLiteral',
  'UnaryExpression',
]);

const MOST = 300;

/** A body is handed on to functions this deep. */
const DEEPEST = 2;

/**
 * Follows the body that a call such as `response.json()` gives; not where it goes on together with
 * what is kept of the response's status (`tests`): `{ ok: response.ok, body }`.
 */
export function bodyUseOf(body: Node, module: SourceModule, tests: readonly Node[] = []): BodyUse {
  const trail = new BodyTrail(module, tests);
  trail.follow(body);
  return trail;
}

class BodyTrail implements BodyUse {
  readonly uses: Node[] = [];
  readonly decisions: Node[] = [];
  #isTested = false;
  #isExaminedInside = false;
  readonly #tellingReads: Node[] = [];
  readonly #module: SourceModule;
  readonly #tests: readonly Node[];
  readonly #depth: number;
  readonly #seen = new Set<Node>();

  constructor(module: SourceModule, tests: readonly Node[], depth = 0) {
    this.#module = module;
    this.#tests = tests;
    this.#depth = depth;
  }

  get isExamined(): boolean {
    const isOnlyHandedOver = this.uses.length + this.decisions.length === 0;
    if (this.#isExaminedInside && isOnlyHandedOver) return true;
    return this.#isTested || this.#tellingReads.some((read) => this.#isOfBranch(read));
  }

  /** What failed is told on a branch that another field of the body decides on. */
  #isOfBranch(read: Node): boolean {
    return [...ancestorsOf(read)].some(
      (above) =>
        (above.type === 'IfStatement' || above.type === 'ConditionalExpression') &&
        this.decisions.some((decision) => isWithin(decision, above.test)),
    );
  }

  follow(node: Node): void {
    const { parent } = node;
    if (!parent || this.#seen.has(node) || this.#seen.size > MOST) return;
    this.#seen.add(node);
    if (isTest(parent, node)) {
      this.decisions.push(node);
      return;
    }
    if (isAskedForError(parent, node)) this.#isTested ||= testedBy(parent) !== null;
    if (parent.type === 'ObjectExpression' && this.#tests.some((test) => isWithin(test, parent)))
      return;
    if (CLIMBED.has(parent.type) || isPartOf(parent, node)) return this.follow(parent);
    switch (parent.type) {
      case 'VariableDeclarator':
        return this.#named(parent.id);
      case 'AssignmentExpression':
        return this.#assigned(parent, node);
      case 'MemberExpression':
        return this.#member(parent, node);
      case 'CallExpression':
      case 'NewExpression':
        return this.#argument(parent, node);
      case 'ExpressionStatement':
      case 'ThrowStatement':
        return;
      default:
        this.#leaves(node);
    }
  }

  /** Returned from a callback of `.then`, it is what the next one gets. */
  #leaves(node: Node): void {
    const fn = node.parent?.type === 'ReturnStatement' ? enclosingFunction(node) : node.parent;
    const call = isFunction(fn) && fn.type !== 'FunctionDeclaration' ? fn.parent : null;
    const next =
      call?.type === 'CallExpression' &&
      call.callee.type === 'MemberExpression' &&
      keyName(call.callee) === 'then'
        ? call
        : null;
    if (next && next.parent.type !== 'ExpressionStatement') this.follow(next);
    else this.uses.push(node);
  }

  #named(pattern: Node): void {
    if (pattern.type === 'ObjectPattern') this.#examinedFields(pattern);
    for (const target of targetsOf(pattern)) {
      for (const read of this.#module.scopes.bindingOf(target)?.reads ?? []) this.follow(read);
    }
  }

  #examinedFields(pattern: TSESTree.ObjectPattern): void {
    this.#isTested ||= pattern.properties.some(
      (property) => property.type === 'Property' && TELLING.has(keyName(property) ?? ''),
    );
  }

  #assigned(assignment: TSESTree.AssignmentExpression, node: Node): void {
    if (assignment.right !== node) return;
    if (assignment.left.type === 'MemberExpression') this.uses.push(node);
    else this.#named(assignment.left);
  }

  #member(member: TSESTree.MemberExpression, node: Node): void {
    if (member.object !== node) return void this.uses.push(node);
    const name = keyName(member) ?? '';
    const call =
      member.parent.type === 'CallExpression' && member.parent.callee === member
        ? member.parent
        : null;
    if (call && name === 'then') return this.#then(call);
    if (TELLING.has(name)) this.#telling(member);
    this.follow(call ?? member);
  }

  #telling(member: Node): void {
    this.#isTested ||= testedBy(member) !== null;
    this.#tellingReads.push(member);
  }

  #then(call: TSESTree.CallExpression): void {
    const [callback] = call.arguments;
    const [parameter] = isFunction(callback) ? callback.params : [];
    if (parameter) this.#named(parameter);
    else this.uses.push(call);
  }

  #argument(call: TSESTree.CallExpression | TSESTree.NewExpression, node: Node): void {
    if (call.callee === node || isLogLike(call) || makesError(call)) return;
    const called = unwrap(call.callee);
    const isJson =
      called.type === 'MemberExpression' &&
      called.object.type === 'Identifier' &&
      called.object.name === 'JSON';
    const name =
      called.type === 'MemberExpression'
        ? (keyName(called) ?? '')
        : called.type === 'Identifier'
          ? called.name
          : '';
    if (!isJson && (EXAMINING.has(name) || /^(?:assert|validate|ensure|check)/.test(name))) {
      this.#isTested = true;
      return;
    }
    if (/^is(?:[A-Z]|$)/.test(name)) {
      this.#isTested ||= testedBy(call) === 'IfStatement';
      return this.follow(call);
    }
    if (name === 'push' && called.type === 'MemberExpression' && isRepeated(call))
      return this.#named(called.object);
    if (
      isJson ||
      /^(?:concat$|from$|parse|safe|String$|Number$|Boolean$|keys$|values$|entries$)/.test(name) ||
      isReader(call, this.#module)
    )
      this.follow(call);
    else if (this.#isExaminedBy(call, node)) this.#isExaminedInside = true;
    else this.uses.push(node);
  }

  /** A function of the project that it is handed to looks at its error: `if (body.error) throw …`. */
  #isExaminedBy(call: TSESTree.CallExpression | TSESTree.NewExpression, node: Node): boolean {
    const given = this.#depth < DEEPEST ? parameterGiven(call, node, this.#module) : null;
    if (!given) return false;
    const inside = new BodyTrail(given.module, [], this.#depth + 1);
    inside.#named(given.parameter);
    return inside.isExamined && inside.decisions.length > 0;
  }
}

/** `const order = readOrder(text)`, a function of the project that waits for nothing: the body goes on in its result. */
function isReader(
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  module: SourceModule,
): boolean {
  const { parent } = call;
  const isKept =
    parent.type === 'VariableDeclarator' ||
    (parent.type === 'AssignmentExpression' && parent.left.type === 'Identifier');
  const called = isKept ? valueOf(call.callee, module) : null;
  return called?.kind === 'function' && !called.node.async;
}

/** `'error' in body` */
const isAskedForError = (parent: Node, node: Node): boolean =>
  parent.type === 'BinaryExpression' &&
  parent.operator === 'in' &&
  parent.right === node &&
  parent.left.type === 'Literal' &&
  TELLING.has(String(parent.left.value));

/** A statement of its own in a listener: `response.on('data', (chunk) => { chunks.push(chunk); })`. */
const isRepeated = ({ parent }: Node): boolean =>
  parent?.type === 'ExpressionStatement' || parent?.type === 'ArrowFunctionExpression';

/** `{ raw: body }`, `{ ...body }`, `[body]`: used where the whole is. */
const isPartOf = (parent: Node, node: Node): boolean =>
  (parent.type === 'Property' && parent.value === node && parent.parent.type !== 'ObjectPattern') ||
  parent.type === 'SpreadElement' ||
  parent.type === 'ObjectExpression' ||
  parent.type === 'ArrayExpression';

/** The type of the statement or expression that an expression decides in, or is put aside for; null for none. */
function testedBy(expression: Node): string | null {
  let node = expression;
  while (
    node.parent &&
    CLIMBED.has(node.parent.type) &&
    !(isTest(node.parent, node) && node.parent.type !== 'LogicalExpression')
  )
    node = node.parent;
  const { parent } = node;
  return parent !== undefined && (isTest(parent, node) || parent.type === 'VariableDeclarator')
    ? parent.type
    : null;
}

function isTest(parent: Node, node: Node): boolean {
  if (parent.type === 'ConditionalExpression') return parent.test === node;
  if (parent.type === 'LogicalExpression') return parent.left === node && parent.operator === '&&';
  if (parent.type === 'SwitchStatement') return parent.discriminant === node;
  return isTesting(parent) && 'test' in parent && parent.test === node;
}
