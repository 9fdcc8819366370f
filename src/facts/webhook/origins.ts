import type { TSESTree } from '@typescript-eslint/utils';
import type { Binding, Write } from '../../ast/scope.ts';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { isFunction, keyName, staticString, unwrap } from '../../ast/node.ts';
import { returnsOf } from '../../ast/returns.ts';
import { childrenOf } from '../../ast/walk.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import { alternatives } from '../../values/value.ts';
import { frameworkCall, isOfFramework } from './framework-calls.ts';
import type { Inputs } from './inputs.ts';
import { helperInputs } from './inputs.ts';
import { inputsHandedBy } from './handed-request.ts';
import type { FoundPath } from './paths.ts';
import { compilePath, isKeptBeside, isSentBeside, pathFrom, stepsTo } from './paths.ts';
import { FROM_BODY, FROM_DIGEST, FROM_HEADER, FROM_REQUEST, FROM_SECRET } from './origin-bits.ts';
import { isCollected, pushedTo } from './collected.ts';
import { verifierOf } from './verifiers.ts';

const SECRET_NAME =
  /secret|token|api_?key|password|passphrase|signing|hmac_?key|username|credential/i;

export class Origins {
  readonly #inputs: Inputs;
  readonly #known = new Map<Node, number>();
  readonly #handed = new Map<Node, Origins | null>();
  readonly #patterns: { readonly pattern: RegExp; readonly from: number }[];
  readonly #steps: ReadonlySet<string>;
  /** Where headers are read, by name. */
  readonly headers = new Map<Node, string>();

  constructor(inputs: Inputs) {
    this.#inputs = inputs;
    const { reads } = inputs;
    const of = (list: readonly string[], from: number) =>
      list.map((path) => ({ pattern: compilePath(path), from }));
    const bodies = [...(reads?.body ?? []), ...(reads?.rawBody ?? [])];
    this.#patterns = [...of(bodies, FROM_BODY), ...of(reads?.headers ?? [], FROM_HEADER)];
    this.#steps = new Set([...bodies, ...(reads?.headers ?? [])].flatMap(stepsTo));
  }

  get module(): SourceModule {
    return this.#inputs.module;
  }

  get fn(): FunctionNode {
    return this.#inputs.fn;
  }

  has(node: Node, from: number): boolean {
    return (this.of(node) & from) !== 0;
  }

  /** A call of a function of the framework, which verifies nothing. */
  isOfFramework(node: Node): boolean {
    return isOfFramework(valueOf(node, this.module), this.#inputs.reads?.functions);
  }

  /** The function of the project that a call hands the whole request to, with what it is given; null where none is. */
  handedTo(call: Node): Origins | null {
    const known = this.#handed.get(call);
    if (known !== undefined) return known;
    const inputs = call.type === 'CallExpression' ? inputsHandedBy(call, this, this.#inputs) : null;
    const found = inputs && new Origins(inputs);
    this.#handed.set(call, found);
    return found;
  }

  /** Everything that an expression is made from. */
  of(wrapped: Node): number {
    const node = unwrap(wrapped);
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    this.#known.set(node, 0);
    const found = this.#find(node);
    this.#known.set(node, found);
    return found;
  }

  #find(node: Node): number {
    if (isFunction(node) || node.type === 'Literal' || node.type === 'ClassExpression') return 0;
    if (DIRECT.has(node.type)) {
      const direct = this.#direct(node, valueOf(node, this.module));
      if (direct !== null) return direct;
    }
    switch (node.type) {
      case 'Identifier':
        return this.#ofName(node);
      case 'MemberExpression':
        return this.#ofMember(node);
      case 'NewExpression':
      case 'CallExpression':
        return this.#ofCall(node);
      case 'Property':
        return this.of(node.value);
      case 'UnaryExpression':
        return node.operator === 'typeof' ? 0 : this.of(node.argument);
      case 'BinaryExpression':
        return COMPARES.has(node.operator) ? 0 : this.of(node.left) | this.of(node.right);
      default:
        return childrenOf(node, this.module.visitorKeys).reduce(
          (all, child) => all | this.of(child),
          0,
        );
    }
  }

  #ofMember(node: TSESTree.MemberExpression): number {
    const object = this.of(node.object) & ~FROM_REQUEST;
    const name = keyName(node) ?? '';
    // `headers['x-signature']` of a copy of all headers, with their names in small letters.
    if ((object & FROM_HEADER) !== 0 && name.includes('-')) this.headers.set(node, name);
    return object | (secretName(node.property) ? FROM_SECRET : 0);
  }

  #ofCall(node: TSESTree.CallExpression | TSESTree.NewExpression): number {
    const parts = node.arguments.reduce((all, argument) => all | this.of(argument), 0);
    const use = verifierOf(valueOf(node.callee, this.module));
    if (use?.does === 'digest') return FROM_DIGEST;
    const receiver =
      node.callee.type === 'MemberExpression' ? this.of(node.callee.object) & ~FROM_REQUEST : 0;
    const body = (parts & FROM_REQUEST) !== 0 && isCollected(node, this.module) ? FROM_BODY : 0;
    return parts | receiver | body | this.#digestOf(node) | this.#givenBackBy(node);
  }

  /** What a function that is handed the whole request gives back of it. */
  #givenBackBy(node: Node): number {
    const inner = this.handedTo(node);
    if (!inner) return 0;
    const parts = returnsOf(inner.fn).reduce((all, value) => all | inner.of(value), 0);
    return parts & (FROM_BODY | FROM_HEADER);
  }

  /** What a helper computes: a signature, if that is what it returns. */
  #digestOf(node: Node): number {
    const made = valueOf(node, this.module);
    if (made.kind === 'call' || made.kind === 'awaited') {
      const call = made.kind === 'awaited' ? made.of : made;
      if (call.kind === 'call' && verifierOf(call.callee)?.does === 'digest') return FROM_DIGEST;
      if (call.kind === 'call' && call.callee.kind === 'function')
        return this.#digestOfFunction(call.callee.node, call.callee.module);
      return 0;
    }
    return 0;
  }

  #digestOfFunction(fn: FunctionNode, module: SourceModule): number {
    if (busyHelpers.has(fn)) return 0;
    busyHelpers.add(fn);
    try {
      const inner = new Origins(helperInputs(fn, module));
      return returnsOf(fn).some((value) => inner.has(value, FROM_DIGEST)) ? FROM_DIGEST : 0;
    } finally {
      busyHelpers.delete(fn);
    }
  }

  /** What a value says by itself: a part of the request, an environment variable. Null: nothing. */
  #direct(node: Node, value: Value): number | null {
    for (const option of alternatives(value)) {
      const found = this.#directOne(node, option);
      if (found !== null) return found;
    }
    return null;
  }

  #directOne(node: Node, value: Value): number | null {
    if (value.kind === 'env') return FROM_SECRET;
    if (value.kind === 'external' && value.source !== null && secretWord(value.path.at(-1) ?? ''))
      return FROM_SECRET;
    const read = this.#functionRead(value);
    if (read !== null) return read;
    const place = pathFrom(value, this.#inputs.fn);
    const role = place && this.#inputs.roles.get(place.index);
    if (!place || !role) return null;
    if (role === 'response') return 0;
    if (role === 'body' || role === 'rawBody') return FROM_BODY;
    // `env.HOOK_SECRET`, where a helper is handed the variables of the environment.
    if (typeof role === 'object' && role.header === '' && namesVariable(place.path))
      return FROM_SECRET;
    if (role === 'headers' || typeof role === 'object') {
      const name =
        typeof role === 'object'
          ? role.header || headerAsked(place)
          : (place.path.split('.')[1] ?? '');
      if (name !== '') this.headers.set(node, name);
      return FROM_HEADER;
    }
    return this.#ofPath(node, place);
  }

  #ofPath(node: Node, { path, header }: FoundPath): number | null {
    for (const { pattern, from } of this.#patterns) {
      const match = pattern.exec(path);
      if (!match) continue;
      if (from === FROM_HEADER) this.headers.set(node, header ?? match[1] ?? '');
      return from;
    }
    if (path === '') return FROM_REQUEST;
    if (/(?:^|\.)headers?(?:\(\))?$/.test(path)) return FROM_HEADER;
    if (this.#steps.has(path) || path === 'clone()' || path === 'raw') return FROM_REQUEST;
    // A query's own token is sent by the caller like a header is.
    if (isSentBeside(path)) return FROM_HEADER;
    return isKeptBeside(path) && secretWord(path.split('.').at(-1) ?? '') ? FROM_SECRET : 0;
  }

  /** `readBody(event)`. */
  #functionRead(value: Value): number | null {
    const functions = this.#inputs.reads?.functions;
    const found = functions && frameworkCall(value);
    if (!found) return null;
    const { call, name } = found;
    if (functions.body.includes(name) || functions.rawBody.includes(name)) return FROM_BODY;
    if (!functions.headers.includes(name)) return null;
    const header = call.args[1];
    if (header?.kind === 'literal') this.headers.set(call.node, String(header.value));
    return FROM_HEADER;
  }

  #ofName(node: TSESTree.Identifier): number {
    const binding = this.module.scopes.bindingOf(node);
    const byName = secretName(node) ? FROM_SECRET : 0;
    if (!binding) return 0;
    const written =
      binding.writes.reduce((all, write) => all | this.#ofWrite(write), 0) |
      pushedTo(binding).reduce((all, pushed) => all | this.of(pushed), 0);
    return written !== 0
      ? written
      : binding.kind === 'param'
        ? this.#ofInnerParameter(binding)
        : byName;
  }

  #ofWrite({ by, target }: Write): number {
    switch (by.type) {
      case 'VariableDeclarator':
        return by.init ? this.of(by.init) & (by.id === target ? ~0 : ~FROM_REQUEST) : 0;
      case 'AssignmentExpression':
        return this.of(by.right);
      case 'ForOfStatement':
        return this.#ofTurn(by);
      default:
        return 0;
    }
  }

  /** `for await (const chunk of req)`: the stream of a request is its body. */
  #ofTurn({ await: isAwaited, right }: TSESTree.ForOfStatement): number {
    return isAwaited && this.has(right, FROM_REQUEST) ? FROM_BODY : this.of(right) & ~FROM_REQUEST;
  }

  /** A callback's parameter is made from what the call that takes the callback works on. */
  #ofInnerParameter(binding: Binding): number {
    const [declaration] = binding.declarations;
    let fn: Node | undefined = declaration;
    while (fn && !isFunction(fn)) fn = fn.parent;
    if (!fn || fn === this.fn || fn.parent?.type !== 'CallExpression' || fn.parent.callee === fn)
      return 0;
    return this.of(fn.parent) & ~FROM_REQUEST;
  }
}

/** `x-signature` of `headers['x-signature']`, where a helper is handed the headers. */
const headerAsked = ({ path, header }: FoundPath): string =>
  [header, path.split('.').at(-1)].find((name) => name?.includes('-')) ?? '';

const busyHelpers = new Set<FunctionNode>();

const DIRECT: ReadonlySet<string> = new Set([
  'Identifier',
  'MemberExpression',
  'CallExpression',
  'AwaitExpression',
]);
const COMPARES: ReadonlySet<string> = new Set([
  '===',
  '!==',
  '==',
  '!=',
  '<',
  '>',
  '<=',
  '>=',
  'in',
  'instanceof',
]);

const secretWord = (name: string): boolean => SECRET_NAME.test(name);

function secretName(node: Node): boolean {
  return node.type === 'Identifier' ? secretWord(node.name) : secretWord(staticString(node) ?? '');
}

const namesVariable = (path: string): boolean =>
  path.split('.').some((name) => /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/.test(name) && secretWord(name));
