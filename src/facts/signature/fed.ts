import type { TSESTree } from '@typescript-eslint/utils';
import { knownNames } from '../../ast/imports.ts';
import type { Node } from '../../ast/node.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
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
  if (!namesOf(call, module).some(saysVerify)) return null;
  const parts = given.flatMap((argument) => partsOf(argument, module));
  const signed = parts.some(
    ({ name, node }) =>
      /^(?:sig|signature)$/i.test(name) || (sourcesOf(module).of(node) & FROM_SIGNATURE) !== 0,
  );
  return signed && parts.length > 1 ? { call, content: given, does: 'verifies' } : null;
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
