import type { TSESTree } from '@typescript-eslint/utils';
import { clientsOfKind } from '../request/client-shapes.ts';
import { nameAround } from '../../ast/function-name.ts';
import { knownNames } from '../../ast/imports.ts';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { enclosingFunction, keyName, staticString, unwrap } from '../../ast/node.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { patternKey } from './containers.ts';

/** Decorators that hand a header to a parameter. */
const HEADER_DECORATORS: ReadonlySet<string> = new Set(
  clientsOfKind('web').flatMap(({ forms }) =>
    forms.flatMap((form) =>
      form.form === 'decorator'
        ? Object.entries(form.parameters).flatMap(([name, kind]) =>
            kind === 'headers' ? [name] : [],
          )
        : [],
    ),
  ),
);

/** The decorators of a parameter. */
export function decoratorsOf(declared: Node): readonly TSESTree.Decorator[] {
  if (declared.type !== 'Identifier') return [];
  // Parsers of plain JavaScript leave the list out.
  const decorators: typeof declared.decorators | undefined = declared.decorators;
  return decorators ?? [];
}

/** The header that a decorator gives to a parameter; null where none does. */
export function headerOfParameter(declared: Node, { scopes }: SourceModule): string | null {
  for (const { expression } of decoratorsOf(declared)) {
    if (expression.type !== 'CallExpression' || expression.callee.type !== 'Identifier') continue;
    const names = knownNames(expression.callee, scopes);
    if (names.some((name) => HEADER_DECORATORS.has(name)))
      return staticString(expression.arguments[0]);
  }
  return null;
}

const ITERATES: ReadonlySet<string> = new Set([
  'some',
  'every',
  'find',
  'findIndex',
  'filter',
  'map',
  'forEach',
  'flatMap',
  'then',
]);

/** For a callback's parameter: what the callback is run over. */
export function iteratedBy(declared: Node): Node | null {
  const fn = enclosingFunction(declared);
  const call = fn?.parent;
  if (!fn || call?.type !== 'CallExpression' || call.callee.type !== 'MemberExpression')
    return null;
  const isOver = call.arguments.some((argument) => argument === fn);
  return isOver && ITERATES.has(keyName(call.callee) ?? '') ? call.callee.object : null;
}

/** What the calls in the same module give to a function's parameter. */
export function argumentsFor(declared: Node, module: SourceModule): Node[] {
  const fn = enclosingFunction(declared);
  if (!fn) return [];
  const index = fn.params.findIndex(
    ({ range }) => range[0] <= declared.range[0] && declared.range[1] <= range[1],
  );
  const key = patternKey(declared);
  return callsOf(fn, module).flatMap((call) => {
    const argument = call.arguments[index];
    if (!argument || argument.type === 'SpreadElement') return [];
    if (key === null) return [argument];
    const given = unwrap(argument);
    if (given.type !== 'ObjectExpression') return [];
    const property = given.properties.find(
      (each) => each.type === 'Property' && keyName(each) === key,
    );
    return property?.type === 'Property' ? [property.value] : [];
  });
}

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

const callsByFunction = new WeakMap<FunctionNode, readonly Call[]>();

/** The calls of a function, or of a method on `this`, in its own module. */
export function callsOf(fn: FunctionNode, module: SourceModule): readonly Call[] {
  const known = callsByFunction.get(fn) ?? findCalls(fn, module);
  callsByFunction.set(fn, known);
  return known;
}

function findCalls(fn: FunctionNode, module: SourceModule): readonly Call[] {
  const { parent } = fn;
  const method =
    parent.type === 'MethodDefinition' ||
    parent.type === 'PropertyDefinition' ||
    parent.type === 'Property'
      ? keyName(parent)
      : null;
  const named = nameAround(fn);
  const binding = named && module.scopes.bindingOf(named);
  return module.calls.filter(({ callee }) => {
    if (callee.type === 'MemberExpression')
      return method !== null && keyName(callee) === method && isThis(callee.object, module);
    return (
      binding != null && callee.type === 'Identifier' && module.scopes.bindingOf(callee) === binding
    );
  });
}

/** `this`, or a name for it: `const self = this`. */
function isThis(node: Node, module: SourceModule): boolean {
  if (node.type === 'ThisExpression') return true;
  const declared =
    node.type === 'Identifier' ? module.scopes.bindingOf(node)?.declarations[0]?.parent : null;
  return declared?.type === 'VariableDeclarator' && declared.init?.type === 'ThisExpression';
}
