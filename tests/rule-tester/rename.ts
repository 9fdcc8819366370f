import * as tsParser from '@typescript-eslint/parser';
import type { TSESTree } from '@typescript-eslint/utils';

type Manager = NonNullable<ReturnType<typeof tsParser.parseForESLint>['scopeManager']>;
type Variable = Manager['scopes'][number]['variables'][number];
type Name = TSESTree.Identifier | TSESTree.JSXIdentifier;

/**
 * The code with names of its own that say nothing: `v1`, `v2` …, `V3` for what JSX makes. What
 * others see keeps its name: properties, exports, globals. Null where the code does not parse.
 */
export function renamed(code: string, filePath: string): string | null {
  const parsed = parse(code, filePath);
  if (!parsed) return null;
  const taken = new Set(code.match(/[\w$]+/g));
  let count = 0;
  const next = (old: string): string => {
    const name = `${/^[A-Z]/.test(old) ? 'V' : 'v'}${String(++count)}`;
    return taken.has(name) ? next(old) : name;
  };
  const changes = new Map<number, { end: number; text: string }>();
  for (const variable of parsed.scopes.flatMap(({ variables }) => variables)) {
    if (!isOwn(variable)) continue;
    const name = next(variable.name);
    for (const place of placesOf(variable)) {
      const [start] = place.range;
      changes.set(start, { end: start + variable.name.length, text: written(place, name) });
    }
  }
  return applied(code, changes);
}

function parse(code: string, filePath: string): Manager | null {
  try {
    const parserOptions = { range: true, loc: true, filePath, ecmaFeatures: { jsx: true } };
    return tsParser.parseForESLint(code, parserOptions).scopeManager;
  } catch {
    return null;
  }
}

function isOwn({ defs, identifiers }: Variable): boolean {
  return (
    defs.length > 0 &&
    identifiers.every((identifier) => identifier.name !== 'this') &&
    defs.every(({ type, node, name }) => {
      if (String(type) === 'TSEnumMember' || String(type) === 'ImplicitGlobalVariable')
        return false;
      return !isSeen(node) && !isSeen(name) && name.type === 'Identifier';
    })
  );
}

/** Exported where it is declared, declared for elsewhere, or made a property by its declaration. */
function isSeen(node: TSESTree.Node): boolean {
  for (let at: TSESTree.Node | undefined = node; at; at = at.parent) {
    if (at.type === 'TSParameterProperty' || at.type === 'TSModuleDeclaration') return true;
    if (at.type === 'ExportNamedDeclaration' || at.type === 'ExportDefaultDeclaration') return true;
    if ('declare' in at && at.declare) return true;
    const above = at.parent?.type;
    const holdsMore = above === 'VariableDeclarator' || above === 'VariableDeclaration';
    const isPattern = above === 'Property' || above?.endsWith('Pattern');
    const isDeclared = above === 'ExportNamedDeclaration' || above === 'ExportDefaultDeclaration';
    const isName = at === node && (node.type === 'Identifier' || above === 'TSParameterProperty');
    if (!holdsMore && isPattern !== true && !isDeclared && !isName) return false;
    if (isName && isInBody(node)) return false;
  }
  return false;
}

/** A parameter is not what its function's name is. */
const isInBody = ({ parent }: TSESTree.Node): boolean =>
  parent !== undefined && 'params' in parent && !('id' in parent && parent.id === null);

function placesOf(variable: Variable): Name[] {
  const places = new Map<number, Name>();
  for (const identifier of variable.identifiers) {
    if (identifier.type === 'Identifier') places.set(identifier.range[0], identifier);
  }
  for (const { identifier } of variable.references) places.set(identifier.range[0], identifier);
  return [...places.values()];
}

/** `{ a }` is `{ a: v1 }`, `import { a }` is `import { a as v1 }`, `export { a }` `export { v1 as a }`. */
function written(place: Name, name: string): string {
  const { parent } = place;
  const holder =
    parent.type === 'AssignmentPattern' && parent.left === place ? parent.parent : parent;
  if (holder.type === 'Property' && holder.shorthand) return `${place.name}: ${name}`;
  if (parent.type === 'ImportSpecifier' && parent.imported.range[0] === place.range[0])
    return `${place.name} as ${name}`;
  if (parent.type === 'ExportSpecifier' && parent.exported.range[0] === place.range[0])
    return `${name} as ${place.name}`;
  return name;
}

function applied(
  code: string,
  changes: ReadonlyMap<number, { end: number; text: string }>,
): string {
  let output = '';
  let copied = 0;
  for (const [start, { end, text }] of [...changes].sort(([one], [other]) => one - other)) {
    output += code.slice(copied, start) + text;
    copied = end;
  }
  return output + code.slice(copied);
}
