import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { ancestorsOf, enclosingFunction, isFunction, keyName, unwrap } from '../../ast/node.ts';
import { targetsOf } from '../../ast/pattern.ts';
import { walk } from '../../ast/walk.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { writtenFor } from '../../values/written-for.ts';
import { valueOf } from '../../values/evaluate.ts';
import { postsToChat } from '../log/chat-message.ts';
import { isLogLike } from '../response/log-like.ts';
import { isEmptyResult } from './emptiness.ts';
import { isFixedFailure } from './fixed-answer.ts';

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/** What a handler of errors does. */
export interface Deeds {
  /** It throws, or rejects: what calls it learns of the failure. */
  readonly throws: boolean;
  /** Where the error itself is read for more than a log. */
  readonly reads: readonly Node[];
  /** Something is written to a log. */
  readonly logs: boolean;
  /** It does something of its own: notes the failure, tells it, falls back. */
  readonly acts: boolean;
  /** It answers with a bare status: `res.sendStatus(500)`. */
  readonly answers: boolean;
  /** What it gives back: nothing at all, something empty, the error itself, a value. */
  readonly gives: 'nothing' | 'empty' | 'error' | 'value';
  /** The one `return` statement or expression body, for an edit of it. */
  readonly result: Node | null;
}

/** What the body of a `catch` clause, or of a function that gets an error, does. */
export function deedsOf(body: Node, parameter: Node | null, module: SourceModule): Deeds {
  const deeds = new HandlerDeeds(body, parameter, module);
  deeds.look();
  return deeds;
}

/** Calls that put things back as they were before, or only wait. */
const HOUSEKEEPING: ReadonlySet<string> = new Set([
  'clearTimeout',
  'clearInterval',
  'preventDefault',
  'stopPropagation',
  'resolve',
]);

/** Calls that answer whoever asked. */
const ANSWERS: ReadonlySet<string> = new Set([
  'sendStatus',
  'status',
  'code',
  'end',
  'send',
  'json',
]);

class HandlerDeeds implements Deeds {
  throws = false;
  logs = false;
  acts = false;
  answers = false;
  gives: Deeds['gives'] = 'nothing';
  result: Node | null = null;
  readonly reads: Node[] = [];
  readonly #body: Node;
  readonly #module: SourceModule;
  readonly #home: FunctionNode | null;
  readonly #names: ReadonlySet<Node>;

  constructor(body: Node, parameter: Node | null, module: SourceModule) {
    this.#body = body;
    this.#module = module;
    this.#home = enclosingFunction(body);
    this.#names = new Set(
      (parameter ? targetsOf(parameter) : []).flatMap(
        (name) => module.scopes.bindingOf(name)?.reads ?? [],
      ),
    );
  }

  look(): void {
    if (this.#body.type !== 'BlockStatement') this.#given(this.#body, this.#body);
    walk(this.#body, this.#module.visitorKeys, (node) => this.#node(node));
  }

  #node(node: Node): void | 'skip' {
    switch (node.type) {
      case 'ThrowStatement':
        this.throws = true;
        return undefined;
      case 'ReturnStatement':
        if (node.argument && enclosingFunction(node) === this.#home)
          this.#given(node.argument, node);
        return undefined;
      case 'AssignmentExpression':
        this.acts ||= node.operator !== '=' || !isEmptyResult(node.right, this.#module);
        return undefined;
      case 'UpdateExpression':
      case 'YieldExpression':
      case 'TaggedTemplateExpression':
      case 'ImportExpression':
        this.acts = true;
        return undefined;
      case 'CallExpression':
      case 'NewExpression':
        return this.#call(node);
      case 'Identifier':
        if (this.#names.has(node)) this.#read(node);
        return undefined;
      default:
        return undefined;
    }
  }

  #given(value: Node, place: Node): void {
    this.result = this.result === null ? place : null;
    if (this.#names.has(unwrap(value))) this.gives = 'error';
    else if (!isEmptyResult(value, this.#module)) {
      if (!isQuiet(value, this.#module)) this.gives = 'value';
    } else if (this.gives === 'nothing') this.gives = 'empty';
  }

  #call(call: Call): void | 'skip' {
    if (isLog(call)) {
      const callee = valueOf(call.callee, this.#module);
      if (callee.kind === 'function' && postsToChat(callee)) this.acts = true;
      this.logs = true;
      return 'skip';
    }
    if (isFixedFailure(call, this.#module)) {
      this.answers = true;
      return 'skip';
    }
    this.answers ||= isAnswer(call);
    if (isRejection(call)) this.throws = true;
    else if (!isQuiet(call, this.#module) && !isEmptyResult(call, this.#module)) this.acts = true;
    return undefined;
  }

  #read(name: Node): void {
    const { parent } = name;
    const isGiven = parent?.type === 'ReturnStatement' || name === this.#body;
    if (!isGiven && !decidesOnLog(name)) this.reads.push(name);
  }
}

const ASKED: ReadonlySet<string> = new Set([
  'MemberExpression',
  'ChainExpression',
  'UnaryExpression',
  'BinaryExpression',
]);

/** Nothing but a line in a log depends on it: `error.response && log.error(error.response.data)`. */
function decidesOnLog(name: Node): boolean {
  let asked = name;
  for (const above of ancestorsOf(name)) {
    if (above.type === 'IfStatement')
      return (
        above.test === asked &&
        logsOnly(above.consequent) &&
        (above.alternate === null || logsOnly(above.alternate))
      );
    if (above.type === 'LogicalExpression') {
      const isStatement = above.parent.type === 'ExpressionStatement';
      if (isStatement && above.left === asked) return logsOnly(above.right);
    } else if (!ASKED.has(above.type)) return false;
    asked = above;
  }
  return false;
}

function logsOnly(node: Node): boolean {
  if (node.type === 'BlockStatement') return node.body.length > 0 && node.body.every(logsOnly);
  const inner = node.type === 'ExpressionStatement' ? node.expression : node;
  return inner.type === 'CallExpression' && isLog(inner);
}

/** A call of a logger, or of the console: `toast.error(…)` is none. */
export function isLog(call: Call): boolean {
  if (!isLogLike(call)) return false;
  const callee = unwrap(call.callee);
  if (callee.type !== 'MemberExpression') return true;
  for (let object: Node = unwrap(callee.object); ;) {
    const name =
      object.type === 'Identifier'
        ? object.name
        : object.type === 'MemberExpression'
          ? (keyName(object) ?? '')
          : '';
    if (/log|console|debug|winston|pino|bunyan/i.test(name)) return true;
    if (object.type === 'CallExpression') object = unwrap(object.callee);
    else if (object.type === 'MemberExpression') object = unwrap(object.object);
    else return false;
  }
}

function isRejection({ callee }: Call): boolean {
  const called = unwrap(callee);
  const name = called.type === 'MemberExpression' ? keyName(called) : null;
  return name === 'reject' || (called.type === 'Identifier' && called.name === 'reject');
}

/** Clearing timers, `setLoading(false)`, `res.sendStatus(500)`: it tells nothing of what went wrong. */
function isQuiet(node: Node, module: SourceModule): boolean {
  const call = writtenFor(node, module) ?? unwrap(node);
  if (call.type === 'AwaitExpression') return isQuiet(call.argument, module);
  if (call.type === 'NewExpression') return isFixedFailure(call, module);
  if (call.type !== 'CallExpression') return isLoggedValue(call);
  if (isLog(call) || isAnswer(call) || isFixedFailure(call, module)) return true;
  const name = calledName(call);
  if (HOUSEKEEPING.has(name)) return call.arguments.every((each) => isPlain(each, module));
  if (/^set[A-Z]/.test(name) && call.arguments.length > 0)
    return call.arguments.every((each) => isEmptyResult(each, module));
  return false;
}

function calledName({ callee }: Call): string {
  const called = unwrap(callee);
  if (called.type === 'Identifier') return called.name;
  return called.type === 'MemberExpression' ? (keyName(called) ?? '') : '';
}

/** `res.sendStatus(500)`, `res.status(500).end()`. */
const isAnswer = (call: Call): boolean =>
  call.type === 'CallExpression' &&
  ANSWERS.has(calledName(call)) &&
  unwrap(call.callee).type === 'MemberExpression' &&
  isWordless(call);

const isPlain = (argument: Node, module: SourceModule): boolean =>
  argument.type === 'Identifier' ||
  isEmptyResult(argument, module) ||
  argument.type === 'MemberExpression';

const isLoggedValue = (node: Node): boolean =>
  node.type === 'UnaryExpression' && node.operator === 'void';

/** An answer with a status at most: `res.status(500).end()`. */
function isWordless(call: TSESTree.CallExpression): boolean {
  if (!call.arguments.every((each) => each.type === 'Literal' && typeof each.value === 'number'))
    return false;
  const callee = unwrap(call.callee);
  const object = callee.type === 'MemberExpression' ? unwrap(callee.object) : null;
  return object?.type === 'CallExpression' ? isWordless(object) : object?.type === 'Identifier';
}

/** The function or clause that handles errors around a node. */
export function isInHandler(node: Node): boolean {
  let inner = node;
  for (const above of ancestorsOf(node)) {
    if (above.type === 'CatchClause') return true;
    if (above.type === 'TryStatement' && above.finalizer === inner) return true;
    if (isFunction(above) && isCatchCallback(above)) return true;
    inner = above;
  }
  return false;
}

const isCatchCallback = (fn: FunctionNode): boolean =>
  fn.parent.type === 'CallExpression' &&
  fn.parent.callee.type === 'MemberExpression' &&
  ['catch', 'finally'].includes(keyName(fn.parent.callee) ?? '');
