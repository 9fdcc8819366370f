import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { enclosingFunction, isFunction, keyName } from '../../ast/node.ts';
import { wordSet } from '../../ast/words.ts';
import { valueOf } from '../../values/evaluate.ts';
import { globalName } from '../../values/platform.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { FunctionValue } from '../../values/value.ts';
import { bodyUseOf } from './body-use.ts';
import { isLogLike } from './log-like.ts';
import { isInTest, looksAt } from './status-look.ts';
import { calledAtOnce, functionOf, isStarted, mapOver } from './response-places.ts';

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/** One response, each of several, or the one at an index of several. */
type Many = 'one' | 'each' | number;

const BODY_READERS: ReadonlySet<string> = new Set([
  'json',
  'text',
  'arrayBuffer',
  'blob',
  'formData',
  'bytes',
  'buffer',
  'textConverted',
]);
const NEUTRAL: ReadonlySet<string> = new Set([
  'headers',
  'url',
  'redirected',
  'type',
  'statusText',
  'bodyUsed',
  'trailers',
]);
const OVER_EACH = wordSet('map forEach flatMap filter every some find');
const PASSES_ON: ReadonlySet<string> = new Set([
  'AwaitExpression',
  'ChainExpression',
  'TSAsExpression',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
  'SequenceExpression',
]);
const ASKS_ONLY: ReadonlySet<string> = new Set([
  'BinaryExpression',
  'DoWhileStatement',
  'IfStatement',
  'SwitchStatement',
  'TemplateLiteral',
  'ThrowStatement',
  'UnaryExpression',
  'WhileStatement',
]);

const MOST = 200;
const DEEPEST = 3;

/** Which members of a response tell what. */
export interface ResponseForm {
  /** Members that tell whether it succeeded. */
  readonly status: ReadonlySet<string>;
  /** Members that are the parsed body, where the client gives it so. */
  readonly body: ReadonlySet<string>;
}

/** Follows a response through a file, and through the functions it is handed to. */
export class ResponseTrail {
  /** Calls (or members) that give its body. */
  readonly bodies: Node[] = [];
  /** Where its status is looked at. */
  readonly tests: Node[] = [];
  /** Assignments that put another value into a name that held it. */
  readonly overwrites: Node[] = [];
  /** It goes where it can't be followed. */
  escapes = false;
  /** Nothing is done with it. */
  isDropped = false;
  /** Its status decides about a log line, and about nothing else. */
  isOnlyLogged = false;
  /** Something besides the body is read off it, be it for a log line. */
  readsOther = false;
  /** The function it was handed to gives it back. */
  isGivenBack = false;
  readonly #module: SourceModule;
  readonly #form: ResponseForm;
  readonly #root: FunctionNode | null;
  readonly #depth: number;
  readonly #seen = new Set<Node>();
  /** Functions written as an argument of a call that hands on what they return: `.then(…)`, `.map(…)`. */
  readonly #handsOn = new Map<FunctionNode, Node>();

  constructor(
    module: SourceModule,
    form: ResponseForm,
    root: FunctionNode | null = null,
    depth = 0,
  ) {
    this.#module = module;
    this.#form = form;
    this.#root = root;
    this.#depth = depth;
  }

  follow(node: Node, many: Many = 'one'): void {
    const { parent } = node;
    if (!parent || this.#seen.has(node)) return;
    if (this.#seen.size > MOST) return this.#escape();
    this.#seen.add(node);
    if (PASSES_ON.has(parent.type)) return this.follow(parent, many);
    if (ASKS_ONLY.has(parent.type)) return this.#asked(parent);
    this.#followInto(parent, node, many);
  }

  #followInto(parent: Node, node: Node, many: Many): void {
    switch (parent.type) {
      case 'VariableDeclarator':
        return this.bind(parent.id, many);
      case 'AssignmentExpression':
        return this.#assigned(parent, node, many);
      case 'MemberExpression':
        return parent.object === node ? this.#member(parent, many) : this.#escape();
      case 'CallExpression':
      case 'NewExpression':
        return this.#argument(parent, node, many);
      case 'ArrayExpression':
        return this.#element(parent, node);
      case 'ReturnStatement':
        return this.#returned(enclosingFunction(parent), many);
      case 'ArrowFunctionExpression':
        return this.#returned(parent, many);
      case 'ExpressionStatement':
        this.isDropped = true;
        return;
      case 'LogicalExpression':
        return parent.right === node || parent.operator !== '&&'
          ? this.follow(parent, many)
          : undefined;
      case 'ConditionalExpression':
        return parent.test === node ? undefined : this.follow(parent, many);
      case 'ForOfStatement':
        return this.#looped(parent, many);
      default:
        this.#escape();
    }
  }

  #escape(): void {
    this.escapes = true;
  }

  #asked(parent: Node): void {
    if (parent.type === 'UnaryExpression' && parent.operator === 'void') this.isDropped = true;
  }

  #assigned(assignment: TSESTree.AssignmentExpression, node: Node, many: Many): void {
    if (assignment.right !== node) return;
    if (assignment.left.type === 'MemberExpression') return this.#escape();
    this.bind(assignment.left, many);
    if (assignment.parent.type !== 'ExpressionStatement') this.follow(assignment, many);
  }

  #looped({ left }: TSESTree.ForOfStatement, many: Many): void {
    if (many === 'one') return this.#escape();
    this.bind(
      left.type === 'VariableDeclaration' ? (left.declarations[0]?.id ?? left) : left,
      'one',
    );
  }

  /** Follows what a pattern binds the response to. */
  bind(pattern: Node, many: Many = 'one'): void {
    switch (pattern.type) {
      case 'Identifier':
        return this.#name(pattern, many);
      case 'AssignmentPattern':
        return this.bind(pattern.left, many);
      case 'ArrayPattern':
        return this.#tuple(pattern, many);
      case 'ObjectPattern':
        for (const property of pattern.properties) this.#destructured(property, many);
        return;
      default:
        this.#escape();
    }
  }

  #name(name: TSESTree.Identifier, many: Many): void {
    const binding = this.#module.scopes.bindingOf(name);
    if (!binding) return this.#escape();
    for (const { target, by } of binding.writes) if (target !== name) this.overwrites.push(by);
    for (const read of binding.reads) this.follow(read, many);
  }

  #tuple({ elements }: TSESTree.ArrayPattern, many: Many): void {
    if (many === 'one') return this.#escape();
    for (const [index, element] of elements.entries()) {
      if (element && (many === 'each' || many === index)) this.bind(element);
    }
  }

  #destructured(property: TSESTree.Property | TSESTree.RestElement, many: Many): void {
    if (many !== 'one' || property.type === 'RestElement') return this.#escape();
    const name = keyName(property) ?? '';
    const target =
      property.value.type === 'AssignmentPattern' ? property.value.left : property.value;
    const reads =
      target.type === 'Identifier' ? (this.#module.scopes.bindingOf(target)?.reads ?? []) : [];
    if (this.#form.status.has(name)) for (const read of reads) this.#looked(read);
    else if (name === 'body' && !this.#form.body.has(name))
      for (const read of reads) this.#bodyMember(read);
    else if (this.#form.body.has(name))
      this.bodies.push(...(target.type === 'Identifier' ? reads : [target]));
    else if (NEUTRAL.has(name)) this.readsOther = true;
    else this.#escape();
  }

  #member(member: TSESTree.MemberExpression, many: Many): void {
    const name = keyName(member);
    const call =
      member.parent.type === 'CallExpression' && member.parent.callee === member
        ? member.parent
        : null;
    if (call && name === 'then') return this.#callback(call, many);
    if (call && (name === 'catch' || name === 'finally')) return this.follow(call, many);
    if (many !== 'one') return this.#memberOfMany(member, name, call, many);
    if (name === null) return this.#escape();
    if (BODY_READERS.has(name)) return void this.bodies.push(call ?? member);
    if (this.#form.status.has(name)) return this.#looked(member);
    if (this.#form.body.has(name)) return void this.bodies.push(member);
    if (name === 'body') return this.#bodyMember(member);
    if (call && name === 'clone') return this.follow(call);
    if (NEUTRAL.has(name)) this.readsOther = true;
    else this.#escape();
  }

  #looked(status: Node): void {
    const found = looksAt(status, this.#module);
    this.tests.push(...found);
    this.readsOther = true;
    this.isOnlyLogged ||= found.length === 0 && isInTest(status);
  }

  /** `body.json()`; streamed or handed on it can't be followed. */
  #bodyMember(body: Node): void {
    const { parent } = body;
    const isReader =
      parent?.type === 'MemberExpression' &&
      parent.object === body &&
      BODY_READERS.has(keyName(parent) ?? '');
    if (isReader)
      this.bodies.push(parent.parent.type === 'CallExpression' ? parent.parent : parent);
    else if (parent && !ASKS_ONLY.has(parent.type)) this.#escape();
  }

  #memberOfMany(
    member: TSESTree.MemberExpression,
    name: string | null,
    call: TSESTree.CallExpression | null,
    many: Many,
  ): void {
    if (call && name !== null && OVER_EACH.has(name)) return this.#overEach(call, name, many);
    if (name === 'length') return;
    if (name !== null && /^\d+$/.test(name) && (many === 'each' || many === Number(name)))
      return this.follow(member);
    this.#escape();
  }

  #overEach(call: TSESTree.CallExpression, name: string, many: Many): void {
    if (typeof many === 'number' && name === 'filter') return this.#escape();
    this.#callback(call, 'one', many);
    if (name === 'filter') this.follow(call, 'each');
  }

  /** A function that gets the response: `.then(fn)`, `.map(fn)`. */
  #callback(call: TSESTree.CallExpression, many: Many, results: Many = many): void {
    const [given] = call.arguments;
    if (!given) return this.follow(call, many);
    if (isFunction(given)) {
      this.#handsOn.set(given, call);
      const before = this.tests.length;
      if (given.params[0]) this.bind(given.params[0], many);
      if (this.tests.length > before) this.tests.push(call);
      return;
    }
    const fn = functionOf(valueOf(given, this.#module));
    if (fn && many === 'one') this.#handedTo(fn, 0, call, results);
    else this.#escape();
  }

  #argument(call: Call, node: Node, many: Many): void {
    if (call.callee === node || isLogLike(call)) return;
    const callee = valueOf(call.callee, this.#module);
    const name = globalName(callee);
    if (name === 'Promise.all' && many !== 'one') return this.follow(call, many);
    if (name === 'Promise.resolve') return this.follow(call, many);
    if (call.callee.type === 'Identifier' && call.callee.name === 'expect')
      return void this.tests.push(call);
    const fn = functionOf(callee);
    const index = call.arguments.findIndex((argument) => argument === node);
    if (fn && many === 'one' && index >= 0) this.#handedTo(fn, index, call);
    else this.#escape();
  }

  /** Into a function of the project: whether it looks at the status, reads the body, gives it back. */
  #handedTo(fn: FunctionValue, index: number, call: Node, results: Many = 'one'): void {
    const parameter = fn.node.params[index];
    if (!parameter) return;
    if (this.#depth >= DEEPEST || fn.node === this.#root) return this.#escape();
    const inside = new ResponseTrail(fn.module, this.#form, fn.node, this.#depth + 1);
    inside.bind(parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter);
    if (inside.tests.length > 0) this.tests.push(call);
    else if (inside.escapes || inside.bodies.some((body) => bodyUseOf(body, fn.module).isExamined))
      this.#escape();
    else if (inside.bodies.length > 0) this.bodies.push(call);
    if (inside.isGivenBack) this.follow(call, results);
  }

  /** `Promise.all([call, …])`. */
  #element(array: TSESTree.ArrayExpression, node: Node): void {
    const call = array.parent;
    if (call.type !== 'CallExpression' || !array.elements.every((element) => isStarted(element)))
      return this.#escape();
    const name = globalName(valueOf(call.callee, this.#module));
    if (name === 'Promise.all')
      this.follow(call, array.elements.indexOf(node as TSESTree.Expression));
    else if (name === 'Promise.race' || name === 'Promise.any') this.follow(call);
    else this.#escape();
  }

  #returned(fn: FunctionNode | null, many: Many): void {
    const call = fn && (this.#handsOn.get(fn) ?? mapOver(fn) ?? calledAtOnce(fn));
    if (fn && fn === this.#root) this.isGivenBack = true;
    else if (!call || !fn) this.#escape();
    else this.follow(call, mapOver(fn) ? 'each' : many);
  }
}
