import type { TSESTree } from '@typescript-eslint/utils';
import { declaredName } from '../../ast/function-name.ts';
import { bindingGiven } from '../../ast/name-given.ts';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { ancestorsOf, calledName, enclosingFunction, keyName, unwrap } from '../../ast/node.ts';
import { oncePer } from '../../ast/once.ts';
import { isWithin } from '../../ast/within.ts';
import { wordsOf } from '../../ast/words.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { soleValueOf } from '../../values/written-for.ts';
import { isOutsideProduction } from '../environment/env-development.ts';
import type { Fact, FileView } from '../fact.ts';
import { credentialVariablesIn } from '../webhook/evidence.ts';
import { saysVerify, suggestedComparison, verifierOf } from '../webhook/verifiers.ts';
import {
  FROM_HASH,
  FROM_HEADER,
  FROM_MAC,
  FROM_REQUEST,
  FROM_SECRET,
  FROM_SIGNATURE,
  NAMED_SECRET,
} from './bits.ts';
import type { Comparison } from './comparison.ts';
import { comparisonAt, isFixed } from './comparison.ts';
import { mayThrow } from './length-test.ts';
import type { SideKind } from './side-kind.ts';
import { sideKindOf } from './side-kind.ts';
import { sourcesOf } from './sources.ts';

/** A signature or a shared secret that is compared with what a request brought. */
export interface SignatureCompare extends Fact {
  readonly node: Comparison['node'];
  readonly module: SourceModule;
  /**
   * `leaks`: it stops at the first difference; `throws`: in constant time, but it throws where the
   * lengths differ, and nothing tests them before; null: neither.
   */
  readonly fault: 'leaks' | 'throws' | null;
  /** What is compared. */
  readonly subject: 'signature' | 'secret';
  readonly form: Comparison['form'];
  readonly negated: boolean;
  readonly left: Side;
  readonly right: Side;
  /** The comparison in constant time to use in its place; null where the platform may not have it. */
  readonly remedy: { readonly name: string; readonly module: string } | null;
}

export interface Side {
  readonly node: Node;
  readonly kind: SideKind;
}

/** Every comparison of a signature or a shared secret in a file. */
export function findSignatureCompares(view: FileView): SignatureCompare[] {
  const { comparisons, calls } = view.candidates;
  const nodes = [...comparisons, ...calls.filter((call) => call.type === 'CallExpression')];
  return nodes
    .flatMap((node) => compareAt(node, view) ?? [])
    .toSorted((a, b) => a.node.range[0] - b.node.range[0]);
}

function compareAt(node: Comparison['node'], view: FileView): SignatureCompare | null {
  const { module } = view;
  const comparison = comparisonAt(node, module) ?? comparisonElsewhere(node, module);
  if (!comparison) return null;
  const { left, right, form, negated } = comparison;
  const subject = form === 'timed' ? 'signature' : subjectOf(comparison, module);
  if (!subject || isFixed(left, module) || isFixed(right, module)) return null;
  if (isOutsideProduction(node, module) || isShown(node, view)) return null;
  return {
    node,
    module,
    evidence: { credentialVariables: credentialVariablesIn(module) },
    fault: form !== 'timed' ? 'leaks' : mayThrow(comparison, module) ? 'throws' : null,
    subject,
    form,
    negated,
    left: { node: left, kind: sideKindOf(left, node, module) },
    right: { node: right, kind: sideKindOf(right, node, module) },
    remedy: form === 'helper' || hasOtherCrypto(module) ? null : suggestedComparison,
  };
}

/** `log('compared', { match: digest === signature })`, or of an object with a name: nothing hangs on it. */
function isShown(comparison: Node, { facts, module }: FileView): boolean {
  const isLogged = (node: Node): boolean =>
    facts.logCall.some(
      (log) => isWithin(node, log.node) && enclosingFunction(node) === enclosingFunction(log.node),
    );
  if (isLogged(comparison)) return true;
  const property = comparison.parent;
  const named = property?.type === 'Property' ? bindingGiven(property.parent, module.scopes) : null;
  return named !== null && named.reads.length > 0 && named.reads.every(isLogged);
}

/** `same(digest, signature)`, where a function of another module compares its parameters. */
function comparisonElsewhere(node: Comparison['node'], module: SourceModule): Comparison | null {
  if (node.type !== 'CallExpression' || node.arguments.length < 2) return null;
  const callee = valueOf(node.callee, module);
  if (callee.kind !== 'function' || callee.module === module) return null;
  const [left, right] = node.arguments;
  if (!left || !right || left.type === 'SpreadElement' || right.type === 'SpreadElement')
    return null;
  const compares = comparedParameters(callee.node, callee.module);
  return compares ? { node, left, right, form: 'helper', negated: false } : null;
}

/** Whether a function compares its first two parameters, or what their text is made into, in a way that leaks. */
function comparedParameters(fn: FunctionNode, module: SourceModule): boolean {
  const [first, second] = fn.params.map((parameter) =>
    parameter.type === 'Identifier' ? module.scopes.bindingOf(parameter) : null,
  );
  if (!first || !second) return false;
  const isOf = (side: Node, one: unknown) => {
    const name = textMadeOf(side);
    return name !== null && module.scopes.bindingOf(name) === one;
  };
  return first.reads.some((read) =>
    [...ancestorsOf(read)].some((above) => {
      if (above.type !== 'BinaryExpression' && above.type !== 'CallExpression') return false;
      const compared = isWithin(above, fn.body) ? comparisonAt(above, module) : null;
      if (!compared || compared.form === 'timed' || compared.form === 'search') return false;
      const { left, right } = compared;
      return (
        (isOf(left, first) && isOf(right, second)) || (isOf(left, second) && isOf(right, first))
      );
    }),
  );
}

/** The name whose text an expression is, in other letters or as bytes: `given.trim()`, `Buffer.from(given)`. */
function textMadeOf(side: Node): TSESTree.Identifier | null {
  const inner = unwrap(side);
  if (inner.type === 'Identifier') return inner;
  if (inner.type !== 'CallExpression') return null;
  const { callee } = inner;
  const method = callee.type === 'MemberExpression' ? (keyName(callee) ?? '') : '';
  if (callee.type === 'MemberExpression' && OF_TEXT.has(method)) return textMadeOf(callee.object);
  const [only] = inner.arguments;
  return only && (method === 'from' || calledName(callee) === 'String') ? textMadeOf(only) : null;
}

const OF_TEXT: ReadonlySet<string> = new Set([
  'trim',
  'toLowerCase',
  'toUpperCase',
  'toString',
  'normalize',
]);

/** What is compared, by where the two sides come from; null where nothing has to be hidden. */
function subjectOf(comparison: Comparison, module: SourceModule): 'signature' | 'secret' | null {
  const sources = sourcesOf(module);
  const [a, b] = [sources.of(comparison.left), sources.of(comparison.right)];
  if (isMac(a, b) || isMac(b, a)) return 'signature';
  if (isSignedHash(a, b, comparison.right, module) || isSignedHash(b, a, comparison.left, module))
    return 'signature';
  if (isSecret(a, b) || isSecret(b, a)) return 'secret';
  const isGiven =
    isSecretOfVerifier(a, b, comparison.right, module) ||
    isSecretOfVerifier(b, a, comparison.left, module);
  if (isGiven) return 'secret';
  const isSearch = comparison.form === 'search' || comparison.form === 'order';
  const isSent =
    isSignature(a, b, comparison.left, comparison.right, module) ||
    isSignature(b, a, comparison.right, comparison.left, module);
  return !isSearch && isSent ? 'signature' : null;
}

const isMac = (one: number, other: number): boolean =>
  (one & FROM_MAC) !== 0 && (other & FROM_MAC) === 0;

/** Where Node's functions may not be there. */
const hasOtherCrypto = oncePer(({ text }: SourceModule) => /\bsubtle\b|\bDeno\b/.test(text));

/**
 * A hash that is computed here against what is called a signature; not against the one of something
 * that was kept: `cached.signature === hashOf(list)`.
 */
const isSignedHash = (one: number, other: number, otherNode: Node, module: SourceModule): boolean =>
  (one & FROM_HASH) !== 0 &&
  (other & (FROM_HASH | FROM_MAC)) === 0 &&
  ((one & FROM_SECRET) !== 0 || other !== 0 || !isOfLoaded(otherNode, module)) &&
  wordsOf(lastName(otherNode)).some((word) => word === 'signature' || word === 'sig');

/** A member of what a call gave: `const cached = await cache.get(key)`. */
function isOfLoaded(wrapped: Node, { scopes }: SourceModule): boolean {
  const member = unwrap(wrapped);
  const object = member.type === 'MemberExpression' ? unwrap(member.object) : null;
  const binding = object?.type === 'Identifier' ? scopes.bindingOf(object) : null;
  const value = binding && soleValueOf(binding);
  return value?.type === 'AwaitExpression' || value?.type === 'CallExpression';
}

/** A secret against a parameter of a function that verifies by its name, and is called elsewhere. */
function isSecretOfVerifier(
  one: number,
  other: number,
  otherNode: Node,
  module: SourceModule,
): boolean {
  const given = unwrap(otherNode);
  if ((one & FROM_SECRET) === 0 || other !== 0 || given.type !== 'Identifier') return false;
  const binding = module.scopes.bindingOf(given);
  const [declared] = binding?.kind === 'param' ? binding.declarations : [];
  const fn = declared && enclosingFunction(declared);
  return fn != null && saysVerify(nameOf(fn));
}

function nameOf(fn: FunctionNode): string {
  const declared = declaredName(fn);
  if (declared) return declared.name;
  const { parent } = fn;
  return parent.type === 'MethodDefinition' || parent.type === 'Property'
    ? (keyName(parent) ?? '')
    : '';
}

/** Hashed on both sides, a secret can't be found out byte by byte. */
function isSecret(one: number, other: number): boolean {
  if ((one & other & FROM_HASH) !== 0 || (one & FROM_REQUEST) !== 0) return false;
  if ((other & FROM_SECRET) !== 0) return false;
  if ((one & FROM_SECRET) !== 0) return (other & FROM_REQUEST) !== 0;
  return (one & NAMED_SECRET) !== 0 && (other & FROM_HEADER) !== 0;
}

/** Parts of a signature header that are no signature. */
const NO_SIGNATURE =
  /version|scheme|algo|prefix|type|time|stamp|^t$|^ts$|date|method|nonce|key_?id|kid|name|field|^v$/i;

/** A signature that was sent against something that is not known, and not sent with it. */
function isSignature(
  one: number,
  other: number,
  node: Node,
  otherNode: Node,
  module: SourceModule,
): boolean {
  if ((one & FROM_SIGNATURE) === 0 || (other & FROM_REQUEST) !== 0) return false;
  if (NO_SIGNATURE.test(lastName(node)) || NO_SIGNATURE.test(lastName(otherNode))) return false;
  const inner = unwrap(otherNode);
  if (inner.type === 'CallExpression' && verifierOf(valueOf(inner.callee, module))) return false;
  return /^(?:Identifier|CallExpression|AwaitExpression|TemplateLiteral|MemberExpression)$/.test(
    inner.type,
  );
}

function lastName(node: Node): string {
  const inner = unwrap(node);
  if (inner.type === 'Identifier') return inner.name;
  if (inner.type === 'MemberExpression' && inner.property.type === 'Identifier' && !inner.computed)
    return inner.property.name;
  return '';
}
