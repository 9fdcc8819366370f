import type { TSESTree } from '@typescript-eslint/utils';
import { knownNames } from '../../ast/imports.ts';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import { nodesWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { FunctionValue } from '../../values/value.ts';
import { writtenFor } from '../../values/written-for.ts';
import { feedsSignature, saysVerify, verifierOf } from '../webhook/verifiers.ts';
import { FROM_SIGNATURE } from './bits.ts';
import { calledName } from './containers.ts';
import { sourcesOf } from './sources.ts';

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/** What goes into a signature. */
export interface Fed {
  readonly call: Call;
  /** The expressions that may be the signed text. */
  readonly content: readonly Node[];
  /** `computes`: gives a signature that has to be compared; `verifies`: compares it too. */
  readonly does: 'computes' | 'verifies';
}

/** What a call signs or verifies; null for any other call. */
export function fedBy(call: Call, module: SourceModule): Fed | null {
  const given = call.arguments.filter((argument) => argument.type !== 'SpreadElement');
  if (given.length === 0) return null;
  const callee = valueOf(call.callee, module);
  if (feedsSignature(callee)) return { call, content: given.slice(0, 1), does: 'computes' };
  const use = verifierOf(callee);
  if (use?.does === 'digest') return use.keyed ? { call, content: given, does: 'computes' } : null;
  if (use?.does === 'equate' || (use?.does === 'answer' && use.equalLength)) return null;
  if (use?.does === 'answer' || use?.does === 'throw')
    return { call, content: given, does: 'verifies' };
  const through = callee.kind === 'function' ? fedThrough(call, callee) : [];
  if (through.length > 0) return { call, content: through, does: 'verifies' };
  if (!namesOf(call, module).some(saysVerify)) return null;
  const parts = given.flatMap((argument) => partsOf(argument, module));
  const signed = parts.some(
    ({ name, node }) =>
      /^(?:sig|signature)$/i.test(name) || (sourcesOf(module).of(node) & FROM_SIGNATURE) !== 0,
  );
  return signed && parts.length > 1 ? { call, content: given, does: 'verifies' } : null;
}

/** What a function of the project that signs a parameter and compares the outcome is given for it: `isOurs(body, header)`. */
function fedThrough(call: Call, { node: fn, module }: FunctionValue): Node[] {
  const inside = nodesWithin(module.calls, fn.body);
  const compares = inside.some((each) => {
    const use = verifierOf(valueOf(each.callee, module));
    return use?.does === 'answer' || use?.does === 'throw' || use?.does === 'equate';
  });
  if (!compares) return [];
  const signed = inside.filter(({ callee }) => feedsSignature(valueOf(callee, module)));
  return signed.flatMap(({ arguments: [content] }) => {
    const index = content ? parameterIndex(content, fn, module) : -1;
    const given = call.arguments[index];
    return given && given.type !== 'SpreadElement' ? [given] : [];
  });
}

/** The place of the parameter that a name is; -1 for anything else. */
function parameterIndex(name: Node, fn: FunctionNode, { scopes }: SourceModule): number {
  const inner = unwrap(name);
  const binding = inner.type === 'Identifier' ? scopes.bindingOf(inner) : null;
  return fn.params.findIndex(
    (parameter) => binding?.declarations.some((each) => each === parameter) ?? false,
  );
}

/** A function that was imported under another name has both. */
const namesOf = (call: Call, { scopes }: SourceModule): string[] =>
  call.callee.type === 'Identifier' ? knownNames(call.callee, scopes) : [calledName(call)];

/** What a call is given, by place or by name: `verify({ payload, signature, secret })`. */
function partsOf(
  argument: Node,
  module: SourceModule,
): readonly { readonly name: string; readonly node: Node }[] {
  const given = writtenFor(argument, module) ?? unwrap(argument);
  if (given.type !== 'ObjectExpression') return [{ name: '', node: argument }];
  return given.properties.flatMap((each) =>
    each.type === 'Property' ? [{ name: keyName(each) ?? '', node: each.value }] : [],
  );
}
