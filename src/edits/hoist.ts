import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../ast/node.ts';
import { ancestorsOf, isFunction, isLoop } from '../ast/node.ts';
import { walk } from '../ast/walk.ts';
import type { SourceModule } from '../values/source-module.ts';
import { textOf } from '../values/source-module.ts';
import type { Edit, TextChange } from './edit.ts';

/**
 * Makes a value before what repeats it starts: moves the `const` that holds it, or gives it one.
 * Null where it depends on something inside, where there is no statement to put it before, or where
 * a comment would lose its place. Safe: a `const` of its own in a loop's body.
 * @param made the call that makes it
 * @param start the loop, or the call that runs a callback again
 * @param name for a new variable
 */
export function hoist(made: Node, start: Node, module: SourceModule, name: string): Edit | null {
  const expression = wholeOf(made, start);
  const before = expression && statementOf(start);
  if (
    !expression ||
    !before ||
    dependsOnInside(expression, start, module) ||
    /\/[/*]/.test(textOf(expression, module))
  )
    return null;
  const declaration = ownDeclaration(expression);
  if (declaration) return moveDeclaration(declaration, before, start, module);
  const free = freeName(name, module);
  const title = `Make it once, before the first attempt, as '${free}'`;
  return {
    safe: false,
    title,
    changes: [
      insertBefore(before, `const ${free} = ${textOf(expression, module)};`, module),
      { range: [expression.range[0], expression.range[1]], text: free },
    ],
  };
}

const HOLDERS: ReadonlySet<string> = new Set([
  'Property',
  'VariableDeclarator',
  'AssignmentExpression',
]);
const PARTS: ReadonlySet<string> = new Set([
  'TemplateLiteral',
  'BinaryExpression',
  'CallExpression',
  'MemberExpression',
  'AwaitExpression',
  'TSAsExpression',
  'TSTypeAssertion',
]);

/** The expression around a call that is the value of a property or variable. */
function wholeOf(made: Node, start: Node): Node | null {
  let whole = made;
  for (const above of ancestorsOf(made)) {
    if (above === start || isFunction(above)) return null;
    if (HOLDERS.has(above.type))
      return above.type === 'AssignmentExpression' && above.left === whole ? null : whole;
    if (!PARTS.has(above.type)) return null;
    whole = above;
  }
  return null;
}

/** The statement of a block that a node is in, without leaving its function, or a loop's body that is no block. */
export function statementOf(node: Node): Node | null {
  let inner = node;
  for (const above of ancestorsOf(node)) {
    if (above.type === 'BlockStatement' || above.type === 'Program' || above.type === 'StaticBlock')
      return inner;
    if (isFunction(above) || isLoop(above) || above.type === 'SwitchCase') return null;
    inner = above;
  }
  return null;
}

function dependsOnInside(expression: Node, start: Node, module: SourceModule): boolean {
  let depends = false;
  walk(expression, module.visitorKeys, (node) => {
    if (node.type === 'AwaitExpression' || node.type === 'YieldExpression' || isFunction(node))
      depends = true;
    if (node.type === 'ThisExpression' && start.type === 'CallExpression') depends = true;
    if (node.type !== 'Identifier') return;
    const binding = module.scopes.bindingOf(node);
    if (!binding) return;
    const places = [...binding.declarations, ...binding.writes.map(({ by }) => by)];
    if (
      places.some((place) => start.range[0] <= place.range[0] && place.range[1] <= start.range[1])
    )
      depends = true;
  });
  return depends;
}

function ownDeclaration(expression: Node): TSESTree.VariableDeclaration | null {
  const declarator = expression.parent;
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return null;
  const declaration = declarator.parent;
  return declaration.kind === 'const' && declaration.declarations.length === 1 ? declaration : null;
}

function moveDeclaration(
  declaration: TSESTree.VariableDeclaration,
  before: Node,
  start: Node,
  module: SourceModule,
): Edit | null {
  const [declarator] = declaration.declarations;
  if (declarator.id.type !== 'Identifier' || module.scopes.lookup(declarator.id.name, before))
    return null;
  const text = textOf(declaration, module);
  const removal = lineOf(declaration, module);
  if (!removal || /\/[/*]/.test(text)) return null;
  return {
    safe: isEachTime(declaration, start),
    title: `Move '${declarator.id.name}' before the first attempt`,
    changes: [insertBefore(before, text, module), removal],
  };
}

/** Every attempt comes by a statement: it stands in the body of the loop or callback, or in a `try` of it. */
function isEachTime(statement: Node, start: Node): boolean {
  for (const above of ancestorsOf(statement)) {
    const { parent } = above;
    if (above.type === 'TryStatement') continue;
    if (above.type !== 'BlockStatement' || !parent) return false;
    if (parent.type === 'TryStatement' && parent.block === above) continue;
    if ('body' in parent && parent.body === above)
      return parent === start || (isFunction(parent) && parent.parent === start);
    return false;
  }
  return false;
}

/** A statement with its line; null where something else stands on it. */
function lineOf({ range }: Node, { text }: SourceModule): TextChange | null {
  const first = text.lastIndexOf('\n', range[0] - 1) + 1;
  const next = text.indexOf('\n', range[1]);
  const last = next < 0 ? text.length : next + 1;
  const isAlone =
    text.slice(first, range[0]).trim() === '' && text.slice(range[1], last).trim() === '';
  return isAlone ? { range: [first, last], text: '' } : null;
}

/** A new statement on a line of its own before another. */
export function insertBefore(statement: Node, text: string, module: SourceModule): TextChange {
  const [at] = statement.range;
  const lineStart = module.text.lastIndexOf('\n', at - 1) + 1;
  const lead = module.text.slice(lineStart, at);
  const indent = lead.trim() === '' ? `\n${lead}` : ' ';
  return { range: [at, at], text: `${text}${indent}` };
}

/** A name that the file does not use yet. */
export function freeName(name: string, { text }: SourceModule): string {
  const words = new Set(text.match(/[\w$]+/g));
  if (!words.has(name)) return name;
  for (let count = 2; ; count++) if (!words.has(`${name}${count}`)) return `${name}${count}`;
}

/** `client_reference`, `Idempotency-Key` as a variable's name. */
export const variableFor = (name: string): string => {
  const camel = name
    .replace(/[^A-Za-z\d]+(\w?)/g, (_, letter: string) => letter.toUpperCase())
    .replace(/^X(?=[A-Z])/, '');
  return /^[A-Za-z]/.test(camel)
    ? `${camel.charAt(0).toLowerCase()}${camel.slice(1)}`
    : 'reference';
};
