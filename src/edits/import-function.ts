import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../ast/node.ts';
import { staticString } from '../ast/node.ts';
import type { SourceModule } from '../values/source-module.ts';
import { addImport } from './add-import.ts';
import type { TextChange } from './edit.ts';

export interface ImportedFunction {
  /** How the function is called at the place. */
  readonly callee: string;
  readonly changes: readonly TextChange[];
}

/**
 * Makes a function of one of Node's own modules callable at a place: by the name it is imported by
 * already, as a member of the module's name, in the braces of an import or `require` that is there,
 * or by a new one in the way of the file. Null where its name means something else.
 */
export function importFunction(
  name: string,
  source: string,
  at: Node,
  module: SourceModule,
): ImportedFunction | null {
  const { program, scopes } = module;
  const sources = new Set([source, source.replace(/^node:/, '')]);
  for (const statement of program.body) {
    const found =
      throughImport(statement, name, sources) ?? throughRequire(statement, name, sources);
    if (!found) continue;
    if (found.changes.length > 0 && scopes.lookup(name, at)) continue;
    const root = found.callee.split('.')[0] ?? '';
    const isThere = scopes.lookup(root, at)?.scope === program;
    return found.changes.length > 0 || isThere ? found : null;
  }
  return scopes.lookup(name, at)
    ? null
    : { callee: name, changes: [newImport(name, source, module)] };
}

type Sources = ReadonlySet<string>;

function throughImport(statement: Node, name: string, sources: Sources): ImportedFunction | null {
  if (statement.type !== 'ImportDeclaration' || !sources.has(statement.source.value)) return null;
  if (statement.importKind === 'type') return null;
  const { specifiers } = statement;
  for (const specifier of specifiers) {
    if (specifier.type !== 'ImportSpecifier')
      return { callee: `${specifier.local.name}.${name}`, changes: [] };
    if (specifier.imported.type === 'Identifier' && specifier.imported.name === name)
      return { callee: specifier.local.name, changes: [] };
  }
  const last = specifiers.at(-1);
  return last ? { callee: name, changes: [after(last, name)] } : null;
}

const after = ({ range }: Node, name: string): TextChange => ({
  range: [range[1], range[1]],
  text: `, ${name}`,
});

/** `const crypto = require('crypto')`, `const { createHmac } = require('crypto')`. */
function throughRequire(statement: Node, name: string, sources: Sources): ImportedFunction | null {
  if (statement.type !== 'VariableDeclaration') return null;
  for (const { id, init } of statement.declarations) {
    if (init?.type !== 'CallExpression' || !isRequire(init, sources)) continue;
    if (id.type === 'Identifier') return { callee: `${id.name}.${name}`, changes: [] };
    if (id.type !== 'ObjectPattern') continue;
    const own = id.properties.find(
      (property) =>
        property.type === 'Property' &&
        property.key.type === 'Identifier' &&
        property.key.name === name,
    );
    if (own?.type === 'Property' && own.value.type === 'Identifier')
      return { callee: own.value.name, changes: [] };
    const last = id.properties.at(-1);
    if (last?.type === 'Property') return { callee: name, changes: [after(last, name)] };
  }
  return null;
}

const isRequire = ({ callee, arguments: [first] }: TSESTree.CallExpression, sources: Sources) =>
  callee.type === 'Identifier' &&
  callee.name === 'require' &&
  sources.has(staticString(first) ?? '');

function newImport(name: string, source: string, module: SourceModule): TextChange {
  const { text } = module;
  const quote = /from "|require\("/.test(text) ? '"' : "'";
  const prefix =
    /['"]node:/.test(text) ||
    !/(?:from |require\()['"](?:crypto|fs|path|http|util|url)['"]/.test(text);
  const written = `${quote}${prefix ? source : source.replace(/^node:/, '')}${quote}`;
  return addImport(module, {
    module: `import { ${name} } from ${written};`,
    script: `const { ${name} } = require(${written});`,
  });
}
