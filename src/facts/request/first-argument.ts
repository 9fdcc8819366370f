import type { TSESTree } from '@typescript-eslint/utils';
import type { HttpClient } from '../../clients/schema.ts';
import type { Node } from '../../ast/node.ts';
import { calledName, unwrap } from '../../ast/node.ts';
import { wordSet, wordsOf } from '../../ast/words.ts';
import type { Value } from '../../values/value.ts';

/** A parameter that is called options, in the place of an address: what is in them is not known. */
export function isGivenOptions(argument: Node | undefined, value: Value | undefined): boolean {
  if (value?.kind !== 'parameter' || argument?.type !== 'Identifier') return false;
  return OPTIONS.has(lastWordOf(argument));
}

const OPTIONS: ReadonlySet<string> = wordSet(
  'options option opts opt config configuration cfg conf init settings',
);

/** Options beside an object that says where to: `got({ hostname, pathname }, options)`. */
export function optionsBeside(
  { options }: { readonly options?: number },
  args: readonly Value[],
  { answersCallback }: HttpClient,
): number | undefined {
  const kind = options === undefined ? undefined : args[options]?.kind;
  const isGiven = answersCallback ? kind === 'object' : kind !== undefined && kind !== 'function';
  return isGiven ? options : undefined;
}

/** `axios.request(signed)`: what stands alone, and is not known, may be all of the options. */
export function mayBeOptions(
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  args: readonly Value[],
  first: Value | undefined,
): boolean {
  const argument = call.arguments[first ? args.indexOf(first) : -1];
  if (!first || !argument || !HIDING.has(first.kind)) return false;
  const isAlone = args.every((other) => other === first || other.kind === 'function');
  return isAlone && !ADDRESSES.has(lastWordOf(argument));
}

const lastWordOf = (node: Node): string => wordsOf(lastNameOf(node)).at(-1) ?? '';

const HIDING: ReadonlySet<Value['kind']> = new Set([
  'call',
  'awaited',
  'unknown',
  'parameter',
  'member',
  'typed',
]);

/** What functions and variables are called that give or hold an address. */
const ADDRESSES: ReadonlySet<string> = wordSet(
  'url urls uri endpoint path pathname link href address host route string join replace concat',
);

/** `signed`, `sign` of `this.sign(config)`, `href` of `url.href`. */
function lastNameOf(node: Node): string {
  const named = unwrap(node);
  if (named.type === 'AwaitExpression') return lastNameOf(named.argument);
  const isCall = named.type === 'CallExpression' || named.type === 'NewExpression';
  return calledName(isCall ? named.callee : named);
}
