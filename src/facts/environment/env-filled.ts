import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { unwrap } from '../../ast/node.ts';
import type { Binding } from '../../ast/scope.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { defaultOf, variablesOf } from './env-defaults.ts';
import type { EnvDefault } from './env-defaults.ts';
import { presenceIn } from './env-presence.ts';
import type { FileView } from '../fact.ts';

/**
 * Defaults that a statement fills in: `if (!process.env.X) process.env.X = 'v'`, `let x =
 * process.env.X; if (!x) x = 'v'`, `let x = 'v'; if (process.env.X) x = process.env.X`.
 */
export function filledDefaults({ module, candidates }: FileView): EnvDefault[] {
  return candidates.branches.flatMap(({ test, consequent, alternate }) => {
    const { node, asked, isThere } = presenceIn(test, module);
    const [empty, set] = isThere ? [alternate, consequent] : [consequent, alternate];
    const name = bindingOf(node, module);
    const filled = assignmentsIn(empty).flatMap((written) =>
      filledIn(written, name, asked, module),
    );
    return empty === null && name === null
      ? assignmentsIn(set).flatMap((written) => replacedBy(written, asked, module))
      : filled;
  });
}

type Variable = ReturnType<typeof valueOf>;

/** What was asked for and is not there gets another value. */
function filledIn(
  written: TSESTree.AssignmentExpression,
  name: Binding | null,
  asked: Variable,
  module: SourceModule,
): EnvDefault[] {
  const { left, right } = written;
  const target = bindingOf(left, module);
  const first = target ? initialOf(target, module) : valueOf(left, module);
  if (!first || (target && name ? target !== name : !isSame(first, asked))) return [];
  const found = defaultOf(module, 'assignment', written, left, right, first);
  return found.filter(({ text }) => text !== '');
}

/** The variable takes the place of what the name was given at first. */
function replacedBy(
  { left, right }: TSESTree.AssignmentExpression,
  asked: Variable,
  module: SourceModule,
): EnvDefault[] {
  const target = bindingOf(left, module);
  const first = target && initialNode(target);
  const read = valueOf(right, module);
  if (!target || !first || target.writes.length !== 2 || !isSame(read, asked)) return [];
  const found = defaultOf(module, 'assignment', first, right, first, read);
  return found.filter(({ text }) => text !== '');
}

/** Both are the same variable of the environment. */
function isSame(one: Variable, other: Variable): boolean {
  const [name, ...others] = variablesOf(one);
  return name !== undefined && others.length === 0 && variablesOf(other).join() === name;
}

const bindingOf = (node: Node, { scopes }: SourceModule): Binding | null => {
  const inner = unwrap(node);
  return inner.type === 'Identifier' ? scopes.bindingOf(inner) : null;
};

/** What a `let` is given where it is declared. */
function initialNode({ declarations: [declared] }: Binding): Node | null {
  const declarator = declared?.parent;
  return declarator?.type === 'VariableDeclarator' && declarator.id === declared
    ? declarator.init
    : null;
}

function initialOf(binding: Binding, module: SourceModule): Variable | null {
  const node = initialNode(binding);
  return node && valueOf(node, module);
}

/** The plain assignments among the statements of an arm. */
function assignmentsIn(arm: Node | null): TSESTree.AssignmentExpression[] {
  if (arm === null) return [];
  const statements = arm.type === 'BlockStatement' ? arm.body : [arm];
  return statements.flatMap((statement) =>
    statement.type === 'ExpressionStatement' &&
    statement.expression.type === 'AssignmentExpression' &&
    statement.expression.operator === '='
      ? [statement.expression]
      : [],
  );
}
