import type { TSESTree } from '@typescript-eslint/utils';
import type { Identifier, Node } from './node.ts';
import { isFunction, keyName, staticString, unwrap } from './node.ts';
import type { Binding, Scopes } from './scope.ts';

/** Where a name comes from. */
export interface Imported {
  /** The module as it is written: `axios`, `./http.js`; a package's name where it is written with more. */
  readonly source: string;
  /**
   * The name it has there: `default`, `*` for the namespace object, `*cjs` for all of
   * `module.exports`, else the export's name.
   */
  readonly imported: string;
  /** True for `import type`, which leaves nothing in the running program. */
  readonly typeOnly: boolean;
}

/**
 * Which module's export a name stands for: through ES imports, `import x = require('s')`,
 * `require('s')`, `await import('s')`, and destructuring or a member of these. Null where it is no
 * import or is assigned anew.
 */
export function importOf(binding: Binding): Imported | null {
  for (const declaration of binding.declarations) {
    const found = importedBy(declaration, binding);
    if (found) return found;
  }
  return null;
}

const REGISTRY = /^npm:\/?((?:@[\w.-]+\/)?[\w.-]+)(?:@[^/]*)?(\/.*)?$/;
const SERVED =
  /^https?:\/\/[^/?]+\/(?:npm\/)?((?:@[\w.-]+\/)?[\w.-]+?)(?:@[^/?]*)?(?:\/\+esm)?(?:\?.*)?$/;

/**
 * The package that a module is: of `npm:axios@1`, and of an address whose path is a package and its
 * version, as in `https://cdn.example/axios@1?target=deno`. Any other module is named as it is written, without a version.
 */
export function moduleNamed(source: string): string {
  if (!source.includes(':')) return source;
  const [, name, rest = ''] = REGISTRY.exec(source) ?? [];
  if (name !== undefined) return name + rest;
  const served = SERVED.exec(source)?.[1];
  return served === undefined || /\.[cm]?[jt]sx?$/.test(served) ? withoutVersion(source) : served;
}

/** `jsr:@std/http@1`, `https://deno.example/std@0.192.0/http/server.ts`: the version says which, not what. */
const withoutVersion = (source: string): string =>
  source.replace(/([\w-])@[v^~]?\d[\w.+-]*(?=\/|$)/, '$1');

/** The names that something is known by: its own here, and that of the export or, for a default, the module. */
export function knownNames(name: Identifier, scopes: Scopes): string[] {
  const binding = scopes.bindingOf(name);
  const found = binding && importOf(binding);
  if (!found) return [name.name];
  const isWhole = ['default', '*', '*cjs'].includes(found.imported);
  return [name.name, isWhole ? (found.source.split(/[/:]/).at(-1) ?? '') : found.imported];
}

/** The module and export that an expression takes: `require('s')`, `require('s').a`, `await import('s')`. */
export function importedByExpression(node: Node): Imported | null {
  const expression = unwrap(node);
  if (expression.type === 'MemberExpression') {
    // Only a member of the module itself is an import: chains of members need no recursion.
    if (unwrap(expression.object).type === 'MemberExpression') return null;
    return memberOf(importedByExpression(expression.object), keyName(expression));
  }
  if (expression.type === 'AwaitExpression') return dynamicImport(unwrap(expression.argument));
  const source = requiredBy(expression);
  return source === null ? null : { source, imported: '*cjs', typeOnly: false };
}

/** The module named in `require('s')`; null for any other node. */
export function requiredBy(node: Node): string | null {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return null;
  return node.callee.name === 'require' ? staticString(node.arguments[0]) : null;
}

function importedBy(declaration: Identifier, binding: Binding): Imported | null {
  const { parent } = declaration;
  switch (parent.type) {
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
      return fromSpecifier(parent);
    case 'TSImportEqualsDeclaration': {
      const { moduleReference } = parent;
      if (moduleReference.type !== 'TSExternalModuleReference') return null;
      const source = staticString(moduleReference.expression);
      const typeOnly = parent.importKind === 'type';
      return source === null ? null : { source, imported: '*cjs', typeOnly };
    }
    default:
      return fromDeclarator(declaration, binding);
  }
}

function fromSpecifier(specifier: TSESTree.ImportClause): Imported | null {
  const { parent } = specifier;
  if (parent.type !== 'ImportDeclaration') return null;
  const base = { source: moduleNamed(parent.source.value), typeOnly: parent.importKind === 'type' };
  if (specifier.type === 'ImportDefaultSpecifier') return { ...base, imported: 'default' };
  if (specifier.type === 'ImportNamespaceSpecifier') return { ...base, imported: '*' };
  const typeOnly = base.typeOnly || specifier.importKind === 'type';
  return { ...base, typeOnly, imported: exportName(specifier.imported) };
}

/** The text of an import's or export's outer name, which may be an identifier or a string. */
export function exportName(name: Node): string {
  return name.type === 'Identifier' ? name.name : (staticString(name) ?? '');
}

function fromDeclarator(declaration: Identifier, binding: Binding): Imported | null {
  if (binding.writes.length !== 1) return null;
  const by = binding.writes[0]?.by;
  if (by?.type !== 'VariableDeclarator' || !by.init) return null;
  const whole = importedByExpression(by.init);
  if (!whole) return null;
  if (by.id === declaration) return whole;
  const property = propertyAround(declaration);
  return property?.parent === by.id ? memberOf(whole, keyName(property)) : null;
}

/** The property of an object pattern that gives an identifier its value. */
function propertyAround(target: Identifier): Node | null {
  const above = target.parent;
  const property = above.type === 'AssignmentPattern' ? above.parent : above;
  return property.type === 'Property' && !isFunction(property.value) ? property : null;
}

function memberOf(whole: Imported | null, name: string | null): Imported | null {
  if (!whole || name === null) return null;
  return whole.imported === '*' || whole.imported === '*cjs' ? { ...whole, imported: name } : null;
}

function dynamicImport(node: Node): Imported | null {
  if (node.type !== 'ImportExpression') return null;
  const source = staticString(node.source);
  return source === null ? null : { source: moduleNamed(source), imported: '*', typeOnly: false };
}
