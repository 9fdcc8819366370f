import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { staticString } from '../../ast/node.ts';
import type { FileView } from '../fact.ts';
import { nameOf } from '../literal-place.ts';
import type { EnvironmentKind } from './environment-kind.ts';
import { environmentKindOf } from './environment-kind.ts';

/** What two ways of one decision on the environment give to the same place. */
export interface Alternatives {
  readonly first: Node;
  readonly second: Node;
  /** What gets them; empty for what a function returns. */
  readonly name: string;
}

/** `if (isLive) { key = … } else { key = … }`, `switch (env) { case 'live': return …; case 'test': return … }`. */
export function branchesOf({ candidates }: FileView): Alternatives[] {
  const ifs = candidates.branches.flatMap((node) =>
    testsEnvironment(node.test)
      ? pairs(givenBy(node.consequent), givenBy(node.alternate ?? following(node)))
      : [],
  );
  const switches = candidates.switches.flatMap(({ cases }) => {
    const of = (kind: EnvironmentKind) => cases.filter((one) => kindOfCase(one) === kind);
    return of('production').flatMap((live) =>
      of('trial').flatMap((trial) => {
        const [one, other] = live.range[0] < trial.range[0] ? [live, trial] : [trial, live];
        return pairs(givenBy(runBy(one, cases)), givenBy(runBy(other, cases)));
      }),
    );
  });
  return [...ifs, ...switches];
}

/** `default` is for all but production, where a case of its own is. */
const kindOfCase = ({ test }: TSESTree.SwitchCase): EnvironmentKind | null =>
  test === null ? 'trial' : environmentKindOf(staticString(test) ?? '');

/** What a case runs: where nothing stands in it, what the next one does. */
const runBy = (from: TSESTree.SwitchCase, cases: readonly TSESTree.SwitchCase[]): readonly Node[] =>
  cases.slice(cases.indexOf(from)).find(({ consequent }) => consequent.length > 0)?.consequent ??
  [];

/** The test compares with an environment's name, or is named for one: `env === 'production'`, `isLive`. */
export function testsEnvironment(test: Node): boolean {
  if (test.type === 'UnaryExpression') return testsEnvironment(test.argument);
  if (test.type === 'BinaryExpression')
    return [test.left, test.right].some(
      (side) => environmentKindOf(staticString(side) ?? '') !== null,
    );
  return environmentKindOf(nameOf(test) ?? '') !== null;
}

/** By what gets it: what statements assign and return, those of other ways aside. */
type Given = ReadonlyMap<string, Node>;

function givenBy(way: Node | readonly Node[]): Given {
  const given = new Map<string, Node>();
  for (const statement of statementsOf(way)) {
    if (statement.type === 'ReturnStatement' && statement.argument)
      given.set('', statement.argument);
    const expression = statement.type === 'ExpressionStatement' ? statement.expression : null;
    const target = expression?.type === 'AssignmentExpression' ? nameOf(expression.left) : null;
    if (expression?.type === 'AssignmentExpression' && target !== null)
      given.set(target, expression.right);
  }
  return given;
}

function statementsOf(way: Node | readonly Node[]): readonly Node[] {
  if (!('type' in way)) return way.flatMap(statementsIn);
  return statementsIn(way.type === 'IfStatement' ? way.consequent : way);
}

const statementsIn = (node: Node): readonly Node[] =>
  node.type === 'BlockStatement' ? node.body : [node];

/** What comes after an `if` that returns. */
function following(statement: Node): readonly Node[] {
  const { parent } = statement;
  if (parent?.type !== 'BlockStatement') return [];
  return parent.body.filter(({ range }) => range[0] >= statement.range[1]);
}

function pairs(one: Given, other: Given): Alternatives[] {
  return [...one].flatMap(([name, first]) => {
    const second = other.get(name);
    return second ? [{ first, second, name }] : [];
  });
}
