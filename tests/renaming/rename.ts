import * as tsParser from '@typescript-eslint/parser';
import type { TSESTree } from '@typescript-eslint/utils';
import type { VisitorKeys } from '../../src/ast/node.ts';
import { walk } from '../../src/ast/walk.ts';

type Manager = NonNullable<ReturnType<typeof tsParser.parseForESLint>['scopeManager']>;
type Variable = Manager['scopes'][number]['variables'][number];
type Definition = Variable['defs'][number];
type Name = TSESTree.Identifier | TSESTree.JSXIdentifier;
/** What stands in the place of a name, by where that begins. */
type Changes = Map<number, { end: number; text: string }>;

/**
 * The code with names of its own that say nothing: `v1`, `v2` …, `V3` for what begins with a
 * capital. What others see keeps its name: properties, exports, globals. Null where the code does
 * not parse.
 */
export function renamed(code: string, filePath: string): string | null {
  const scopes = scopesOf(code, filePath);
  if (!scopes) return null;
  const taken = new Set(code.match(/[\w$]+/g));
  let count = 0;
  const neutral = (old: string): string => {
    const name = `${/^[A-Z]/.test(old) ? 'V' : 'v'}${String(++count)}`;
    return taken.has(name) ? neutral(old) : name;
  };
  // A class is a variable outside and another one inside of itself, by one identifier.
  const given = new Map<unknown, string>();
  const changes: Changes = new Map();
  for (const variable of scopes.flatMap(({ variables }) => variables).filter(isOwn)) {
    const [identifier] = variable.identifiers;
    const name = given.get(identifier) ?? neutral(variable.name);
    given.set(identifier, name);
    for (const place of placesOf(variable)) {
      const [start] = place.range;
      changes.set(start, { end: start + variable.name.length, text: written(place, name) });
    }
  }
  return applied(code, changes);
}

function scopesOf(code: string, filePath: string): Manager['scopes'] | null {
  try {
    const parserOptions = { range: true, loc: true, filePath, ecmaFeatures: { jsx: true } };
    const { ast, visitorKeys, scopeManager } = tsParser.parseForESLint(code, parserOptions);
    // Gives the nodes their parents.
    walk(ast, visitorKeys as VisitorKeys, () => undefined);
    return scopeManager?.scopes ?? null;
  } catch {
    return null;
  }
}

const isOwn = ({ name, defs }: Variable): boolean =>
  defs.length > 0 && name !== 'this' && defs.every((definition) => !isSeen(definition));

/** Exported where it is declared, declared for elsewhere, or made a property by its declaration. */
function isSeen({ node, name, parent }: Definition): boolean {
  if (name.type !== 'Identifier' || node.type === 'TSEnumMember') return true;
  if (node.type === 'TSModuleDeclaration') return true;
  const above = name.parent.type === 'AssignmentPattern' ? name.parent.parent : name.parent;
  if (above.type === 'TSParameterProperty') return true;
  const isParameter = 'params' in node && !('id' in node && node.id === name);
  const statement = parent ?? node;
  if ('declare' in statement && statement.declare) return true;
  return !isParameter && /^Export/.test(statement.parent?.type ?? '');
}

function placesOf({ identifiers, references }: Variable): Name[] {
  const names = [...identifiers, ...references.map(({ identifier }) => identifier)];
  return names.filter(
    (name): name is Name => name.type === 'Identifier' || name.type === 'JSXIdentifier',
  );
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

function applied(code: string, changes: Changes): string {
  let output = '';
  let copied = 0;
  for (const [start, { end, text }] of [...changes].sort(([one], [other]) => one - other)) {
    output += code.slice(copied, start) + text;
    copied = end;
  }
  return output + code.slice(copied);
}
