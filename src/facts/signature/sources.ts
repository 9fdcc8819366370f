import type { TSESTree } from '@typescript-eslint/utils';
import type { Binding, Write } from '../../ast/scope.ts';
import type { Node } from '../../ast/node.ts';
import { enclosingClass, isFunction, keyName, staticString, unwrap } from '../../ast/node.ts';
import { returnsOf } from '../../ast/returns.ts';
import { isWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import { alternatives } from '../../values/value.ts';
import { verifierOf } from '../webhook/verifiers.ts';
import { FROM_HASH, FROM_MAC, FROM_REQUEST, FROM_SECRET, NAMED_SECRET } from './bits.ts';
import { calledName, containerOf, headerBits, patternKey, readBits } from './containers.ts';
import { argumentsFor, headerOfParameter, iteratedBy } from './parameters.ts';
import {
  isConfiguredSecret,
  isSecretGetter,
  isSecretName,
  isTellingSecretName,
} from './secrets.ts';

const sourcesByModule = new WeakMap<SourceModule, Sources>();

export function sourcesOf(module: SourceModule): Sources {
  const known = sourcesByModule.get(module) ?? new Sources(module);
  sourcesByModule.set(module, known);
  return known;
}

/** Where the values of a module come from: each expression's own value, not all that it was made with. */
export class Sources {
  readonly #module: SourceModule;
  readonly #known = new Map<Node, number>();

  constructor(module: SourceModule) {
    this.#module = module;
  }

  of(wrapped: Node): number {
    const node = unwrap(wrapped);
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    this.#known.set(node, 0);
    const found = this.#find(node);
    this.#known.set(node, found);
    return found;
  }

  #all(nodes: readonly (Node | null)[]): number {
    return nodes.reduce((all, node) => all | (node ? this.of(node) : 0), 0);
  }

  #find(node: Node): number {
    switch (node.type) {
      case 'Identifier':
        return this.#ofName(node);
      case 'MemberExpression':
        return this.#ofMember(node);
      case 'NewExpression':
      case 'CallExpression':
        return this.#ofCall(node);
      case 'AwaitExpression':
      case 'SpreadElement':
        return this.of(node.argument);
      case 'TemplateLiteral':
        return this.#all(node.expressions);
      case 'BinaryExpression':
        return node.operator === '+' ? this.#all([node.left, node.right]) : 0;
      case 'LogicalExpression':
        return this.#all(node.operator === '&&' ? [node.right] : [node.left, node.right]);
      case 'ConditionalExpression':
        return this.#all([node.consequent, node.alternate]);
      case 'AssignmentExpression':
        return this.of(node.right);
      case 'ArrayExpression':
        return this.#all(node.elements);
      default:
        return 0;
    }
  }

  #ofMember(node: TSESTree.MemberExpression): number {
    const name = keyName(node);
    if (name === 'length' || name === 'byteLength') return 0;
    const container = containerOf(node.object, this.#module);
    if (container) return readBits(container, name ?? this.#nameOfKey(node.property));
    if (containerOf(node, this.#module)) return FROM_REQUEST;
    const secret = this.#secretOf(node);
    if (secret !== 0) return secret;
    const made = valueOf(node, this.#module);
    if (made.kind === 'call' && !isWithin(made.node, node))
      return sourcesOf(made.module).of(made.node);
    const kept = node.object.type === 'ThisExpression' ? this.#writtenTo(node) : 0;
    // A part of what is only called a secret is none.
    return kept | (this.of(node.object) & ~NAMED_SECRET);
  }

  /** What the methods of a class write to a field of theirs: `this.expected = hmac.digest('hex')`. */
  #writtenTo(field: TSESTree.MemberExpression): number {
    const own = enclosingClass(field);
    const writes = this.#module.memberWrites.filter(
      ({ left }) =>
        left.type === 'MemberExpression' &&
        left.object.type === 'ThisExpression' &&
        keyName(left) === keyName(field) &&
        own !== null &&
        enclosingClass(left) === own,
    );
    return this.#all(writes.map(({ right }) => right));
  }

  /** `headers[SIGNATURE_HEADER]`: what the key is worth, else what it is called. */
  #nameOfKey(key: Node): string {
    const value = valueOf(key, this.#module);
    if (value.kind === 'literal') return String(value.value);
    return key.type === 'Identifier' ? key.name.replace(/_?header(?:_?name)?$/i, '') : '';
  }

  #secretOf(node: Node): number {
    for (const option of alternatives(valueOf(node, this.#module))) {
      if (option.kind === 'env') return isSecretName(option.name) ? FROM_SECRET : 0;
    }
    if (node.type !== 'MemberExpression') return 0;
    if (isConfiguredSecret(node)) return FROM_SECRET;
    const own = node.object.type === 'ThisExpression' && isSecretName(keyName(node) ?? '');
    return own ? NAMED_SECRET : 0;
  }

  #ofCall(node: TSESTree.CallExpression | TSESTree.NewExpression): number {
    const use = verifierOf(valueOf(node.callee, this.#module));
    if (use?.does === 'digest') return use.keyed ? FROM_MAC : this.#hashed(node);
    const read = containerOf(node, this.#module) ? FROM_REQUEST : this.#readOf(node);
    if (read !== null) return read;
    if (this.#secretOf(node) !== 0 || isSecretGetter(node)) return FROM_SECRET;
    const made = this.#ofHelper(node);
    if (made !== null) return made;
    const name = calledName(node);
    if (name === 'map' || name === 'flatMap') {
      const mapped = this.#mapped(node);
      if (mapped !== null) return mapped;
    }
    const parts = PASSES.test(name) ? this.#all(node.arguments) : 0;
    const receiver =
      node.callee.type === 'MemberExpression' && (KEEPS.has(name) || PASSES.test(name))
        ? this.of(node.callee.object)
        : 0;
    return parts | receiver;
  }

  /** A hash; of a secret together with something else it is a signature: `sha512(order + amount + key)`. */
  #hashed(node: TSESTree.CallExpression | TSESTree.NewExpression): number {
    const fed = [...node.arguments];
    let callee = unwrap(node.callee);
    while (callee.type === 'MemberExpression') {
      const object = unwrap(callee.object);
      if (object.type !== 'CallExpression') break;
      fed.push(...object.arguments);
      callee = unwrap(object.callee);
    }
    const secret = this.#all(fed) & FROM_SECRET;
    return secret !== 0 && fed.some((part) => this.#isMixed(part)) ? FROM_MAC : FROM_HASH | secret;
  }

  /** A text that a secret is one piece of, and something that is no secret and no fixed text another. */
  #isMixed(text: Node): boolean {
    const leaves = piecesOf(text, this.#module).filter(({ type }) => type !== 'Literal');
    // What a function makes of a secret may hold none.
    const isSecret = (leaf: Node): boolean =>
      (leaf.type !== 'CallExpression' || isSecretGetter(leaf)) &&
      (this.of(leaf) & FROM_SECRET) !== 0;
    return leaves.some(isSecret) && !leaves.every(isSecret);
  }

  /** `headers.get(name)`, `req.get(name)`, `req.header(name)`, `getHeader(event, name)`, `searchParams.get(name)`. */
  #readOf(node: TSESTree.CallExpression | TSESTree.NewExpression): number | null {
    const name = calledName(node);
    if (/^get(?:Request)?Header$/.test(name) && node.arguments.length > 1)
      return headerBits(this.#textOf(node.arguments[1]));
    if (node.callee.type !== 'MemberExpression' || !/^(?:get|header|query|param)$/.test(name))
      return null;
    const container = containerOf(node.callee.object, this.#module);
    if (container) return readBits(container, this.#textOf(node.arguments[0]));
    const object = unwrap(node.callee.object);
    const owner = object.type === 'Identifier' ? object.name : (keyName(object) ?? '');
    if (!/^(?:req|request|ctx|c|context)$/.test(owner)) return null;
    return name === 'get' || name === 'header'
      ? headerBits(this.#textOf(node.arguments[0]))
      : FROM_REQUEST;
  }

  #textOf(node: Node | undefined): string {
    return node ? (staticString(node) ?? this.#nameOfKey(node)) : '';
  }

  /** A function of the project: what it returns. Null where its text is not at hand. */
  #ofHelper(node: TSESTree.CallExpression | TSESTree.NewExpression): number | null {
    if (node.type === 'NewExpression') return null;
    const made = valueOf(node, this.#module);
    const result = made.kind === 'awaited' ? made.of : made;
    const isElsewhere = result.kind === 'call' && result.node !== node;
    if (isElsewhere && unwrap(result.node) !== node && !isWithin(result.node, node))
      return sourcesOf(result.module).of(result.node);
    const callee = valueOf(node.callee, this.#module);
    return this.#returned(callee);
  }

  /** What a function in place makes of each: `secrets.map((secret) => mac(secret, body))`. */
  #mapped({ arguments: [given] }: TSESTree.CallExpression | TSESTree.NewExpression): number | null {
    if (!given || !isFunction(given)) return null;
    return this.#all(returnsOf(given)) || null;
  }

  #returned(callee: Value): number | null {
    if (callee.kind !== 'function') return null;
    const inner = sourcesOf(callee.module);
    return returnsOf(callee.node).reduce((all, value) => all | inner.of(value), 0);
  }

  #ofName(node: TSESTree.Identifier): number {
    const binding = this.#module.scopes.bindingOf(node);
    if (!binding) return 0;
    const secret = this.#secretOf(node);
    if (secret !== 0) return secret;
    if (containerOf(node, this.#module)) return FROM_REQUEST;
    const written = binding.writes.reduce((all, write) => all | this.#ofWrite(write), 0);
    const given = written | (binding.kind === 'param' ? this.#ofParameter(binding) : 0);
    return given === 0 && isTellingSecretName(node.name) ? NAMED_SECRET : given;
  }

  #ofWrite({ by, target }: Write): number {
    switch (by.type) {
      case 'VariableDeclarator':
        return by.init ? this.#ofPart(by.init, by.id === target ? null : patternKey(target)) : 0;
      case 'AssignmentExpression':
        return this.of(by.right);
      case 'ForOfStatement':
        return this.of(by.right);
      default:
        return 0;
    }
  }

  /** `const { 'x-signature': signature } = req.headers`, `const { secret } = config`. */
  #ofPart(init: Node, key: string | null): number {
    if (key === null) return this.of(init);
    const container = containerOf(init, this.#module);
    if (container) return readBits(container, key);
    const holds =
      isSecretName(key) &&
      init.type === 'Identifier' &&
      /^(?:env|config|settings|options|opts)$/i.test(init.name);
    return holds ? FROM_SECRET : this.of(init);
  }

  #ofParameter(binding: Binding): number {
    const [declared] = binding.declarations;
    if (!declared) return 0;
    const header = headerOfParameter(declared, this.#module);
    if (header !== null) return headerBits(header);
    const iterated = iteratedBy(declared);
    if (iterated) return this.of(iterated);
    return this.#all(argumentsFor(declared, this.#module));
  }
}

/** What a text is put together from, through a name for it. */
function piecesOf(wrapped: Node, module: SourceModule, depth = 0): readonly Node[] {
  const node = unwrap(wrapped);
  if (depth > 20) return [node];
  if (node.type === 'BinaryExpression' && node.operator === '+')
    return [node.left, node.right].flatMap((side) => piecesOf(side, module, depth + 1));
  if (node.type === 'TemplateLiteral') return node.expressions;
  const [write, ...others] =
    node.type === 'Identifier' ? (module.scopes.bindingOf(node)?.writes ?? []) : [];
  const init = write?.by.type === 'VariableDeclarator' ? write.by.init : null;
  const isSum = init && ['BinaryExpression', 'TemplateLiteral'].includes(unwrap(init).type);
  return isSum && others.length === 0 ? piecesOf(init, module, depth + 1) : [node];
}

/** Methods whose result is (a part of) what they are called on. */
const KEEPS: ReadonlySet<string> = new Set([
  'toString',
  'trim',
  'slice',
  'substring',
  'substr',
  'subarray',
  'replace',
  'replaceAll',
  'split',
  'toLowerCase',
  'toUpperCase',
  'at',
  'pop',
  'shift',
  'padStart',
  'padEnd',
  'normalize',
  'concat',
  'map',
  'flatMap',
  'filter',
  'find',
  'flat',
  'join',
  'get',
  'match',
  'exec',
  'reverse',
  'values',
]);

/** Functions that give back what they are given in another form. */
const PASSES =
  /^(?:from|fromCharCode|fromCodePoint|concat|String|exec|Uint8Array|Map|URLSearchParams|fromEntries|entries|decodeURIComponent|encodeURIComponent|atob|btoa|parse\w*?(?:Sig|Header).*)$|[hH]ex|[bB]ase64|[bB]uffer|[bB]ytes|[uU]tf8|[eE]ncode|[dD]ecode|[sS]tringify|[sS]trip|[nN]ormali/;
