import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { ancestorsOf, unwrap } from '../../ast/node.ts';
import { isWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { FunctionValue } from '../../values/value.ts';
import { alternatives } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import { someIn } from '../retry/loop.ts';

/** `setting('X', 'v')`, a function of the project that gives the variable, or else what it was given. */
export function fallsBack(
  call: TSESTree.CallExpression,
  variable: string,
  value: Node,
  { module }: FileView,
): boolean {
  const reader = valueOf(call.callee, module);
  const given = valueOf(value, module);
  if (reader.kind !== 'function' || given.kind !== 'literal') return false;
  if (throws(reader) && !(given.value && refusesNothingElse(reader))) return false;
  const options = [...alternatives(valueOf(call, module))];
  return (
    options.some((option) => option.kind === 'env' && option.name === variable) &&
    options.some((option) => option.kind === 'literal' && option.value === given.value)
  );
}

/** It throws only where neither the variable nor the default is there: `const value = env[name] ?? otherwise`. */
function refusesNothingElse({ node: fn, module }: FunctionValue): boolean {
  const [, otherwise] = fn.params;
  const name = otherwise?.type === 'AssignmentPattern' ? otherwise.left : otherwise;
  if (name?.type !== 'Identifier') return false;
  const reads = module.scopes.bindingOf(name)?.reads ?? [];
  const holdsDefault = (asked: Node): boolean => {
    if (asked.type !== 'Identifier') return false;
    const write = soleWriteOf(asked, module);
    return reads.some((read) => read === asked || (write !== null && isWithin(read, write)));
  };
  return !someIn(fn.body, module, (node) => {
    if (node.type !== 'ThrowStatement') return false;
    const branch = [...ancestorsOf(node)].find((above) => above.type === 'IfStatement');
    const asked = branch ? lackAskedBy(branch.test) : null;
    return asked === null || !holdsDefault(asked);
  });
}

/** `x` of `!x`, `x === undefined`, `x == null` and `x === ''`. */
function lackAskedBy(test: Node): Node | null {
  if (test.type === 'UnaryExpression') return test.operator === '!' ? unwrap(test.argument) : null;
  if (test.type !== 'BinaryExpression' || !/^===?$/.test(test.operator)) return null;
  const { right } = test;
  const isNothing =
    right.type === 'Identifier'
      ? right.name === 'undefined'
      : right.type === 'Literal' && (right.value === null || right.value === '');
  return isNothing ? unwrap(test.left) : null;
}

/** What the one declaration of a name gives it. */
function soleWriteOf(name: TSESTree.Identifier, module: SourceModule): Node | null {
  const writes = module.scopes.bindingOf(name)?.writes ?? [];
  const by = writes.length === 1 ? writes[0]?.by : null;
  return by?.type === 'VariableDeclarator' ? by.init : null;
}

/** Whether a function throws somewhere. */
export const throws = ({ node, module }: FunctionValue): boolean =>
  someIn(node.body, module, ({ type }) => type === 'ThrowStatement');
