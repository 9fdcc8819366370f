import type { TSESTree } from '@typescript-eslint/utils';
import { exportName, importOf, importedByExpression, requiredBy } from './imports.ts';
import type { Expression, Node, Program } from './node.ts';
import { keyName, unwrap } from './node.ts';
import { targetsOf } from './pattern.ts';
import type { Binding, Scopes } from './scope.ts';

/** What an export stands for. */
export type Exported =
  | {
      /**
       * The value: an expression or a function or class declaration. For a `const`, `let`, enum, type
       * or `export { a }` it is the identifier that names it, to be followed through the scopes.
       */
      readonly local: Expression | TSESTree.FunctionDeclaration | TSESTree.ClassDeclaration;
    }
  | {
      /** The module it is passed on from. */
      readonly from: string;
      /** Its name there, as in `Imported.imported`. */
      readonly imported: string;
    };

export interface ModuleExports {
  /**
   * What a name stands for, a value before a type, null where the module itself does not export it
   * (one of its `stars` may). `default` also finds `module.exports = x`; `*cjs` is all of
   * `module.exports`.
   */
  get(name: string): Exported | null;
  /** The names of values that the module itself exports. */
  readonly names: readonly string[];
  /** The modules all of whose exports are passed on. */
  readonly stars: readonly string[];
}

const known = new WeakMap<Program, ModuleExports>();

/** What a module exports, as an ES module, as CommonJS or with `export =`. */
export function exportsOf(program: Program, scopes: Scopes): ModuleExports {
  const cached = known.get(program);
  if (cached) return cached;
  const { named, types, stars } = collect(program, scopes);
  const get = (name: string): Exported | null =>
    named.get(name) ?? (name === 'default' ? named.get('*cjs') : null) ?? types.get(name) ?? null;
  const names = [...named.keys()].filter((name) => name !== '*cjs');
  const exported = { get, names, stars };
  known.set(program, exported);
  return exported;
}

interface Collected {
  readonly scopes: Scopes;
  readonly named: Map<string, Exported>;
  readonly types: Map<string, Exported>;
  readonly stars: string[];
}

function collect(program: Program, scopes: Scopes): Collected {
  const found: Collected = { scopes, named: new Map(), types: new Map(), stars: [] };
  for (const statement of program.body) addStatement(found, statement);
  return found;
}

function addStatement(found: Collected, statement: TSESTree.ProgramStatement): void {
  switch (statement.type) {
    case 'ExportNamedDeclaration':
      return addNamed(found, statement);
    case 'ExportDefaultDeclaration':
      return addDefault(found, statement.declaration);
    case 'ExportAllDeclaration': {
      const from = statement.source.value;
      if (!statement.exported) found.stars.push(from);
      else found.named.set(exportName(statement.exported), { from, imported: '*' });
      return;
    }
    case 'TSExportAssignment':
      return addWhole(found, statement.expression);
    case 'ExpressionStatement':
      return addAssignments(found, statement.expression);
  }
}

function addNamed(found: Collected, statement: TSESTree.ExportNamedDeclaration): void {
  if (statement.declaration) return addDeclaration(found, statement.declaration);
  for (const { local, exported, exportKind } of statement.specifiers) {
    const isType = statement.exportKind === 'type' || exportKind === 'type';
    const list = isType ? found.types : found.named;
    const name = exportName(exported);
    if (statement.source) {
      list.set(name, { from: statement.source.value, imported: exportName(local) });
    } else if (local.type === 'Identifier') list.set(name, followed(found, local));
  }
}

function addDeclaration(found: Collected, declaration: Node): void {
  switch (declaration.type) {
    case 'VariableDeclaration':
      for (const target of declaration.declarations.flatMap(({ id }) => targetsOf(id))) {
        found.named.set(target.name, followed(found, target));
      }
      return;
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
      if (declaration.id) found.named.set(declaration.id.name, { local: declaration });
      return;
    case 'TSEnumDeclaration':
    case 'TSImportEqualsDeclaration':
      found.named.set(declaration.id.name, followed(found, declaration.id));
      return;
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      found.types.set(declaration.id.name, { local: declaration.id });
      return;
    case 'TSModuleDeclaration':
      if (declaration.id.type === 'Identifier') {
        found.named.set(declaration.id.name, { local: declaration.id });
      }
  }
}

function addDefault(found: Collected, declaration: Node): void {
  if (declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration') {
    found.named.set('default', { local: declaration });
  } else if (isExpression(declaration)) {
    found.named.set('default', followed(found, declaration));
  }
}

/** Follows an expression to the module it comes from where it is nothing but an import, or to what was exported before. */
function followed(found: Collected, local: Expression): Exported {
  const inner = unwrap(local);
  const binding = inner.type === 'Identifier' ? found.scopes.bindingOf(inner) : null;
  const origin = binding ? importOf(binding) : importedByExpression(inner);
  if (origin) return { from: origin.source, imported: origin.imported };
  return exportedBefore(found, inner) ?? { local };
}

/** `module.exports = { load: exports.load }`: what was exported under the name above. */
function exportedBefore(found: Collected, node: Node): Exported | null {
  if (node.type !== 'MemberExpression' || !isExportsObject(found, node.object)) return null;
  return found.named.get(keyName(node) ?? '') ?? null;
}

function addAssignments(found: Collected, expression: Expression): void {
  let value: Node = expression;
  const targets: Node[] = [];
  while (value.type === 'AssignmentExpression' && value.operator === '=') {
    targets.push(value.left);
    value = unwrap(value.right);
  }
  if (!isExpression(value)) return;
  for (const target of targets) addAssignment(found, target, value);
}

function addAssignment(found: Collected, target: Node, value: Expression): void {
  if (target.type !== 'MemberExpression') return;
  const name = keyName(target);
  if (isModuleExports(found, target)) addWhole(found, value);
  else if (name !== null && isExportsObject(found, target.object)) {
    found.named.set(name, followed(found, value));
  }
}

function isExportsObject(found: Collected, node: Node): boolean {
  if (node.type === 'Identifier') return isGlobal(found, node, 'exports');
  return isModuleExports(found, node);
}

function isModuleExports(found: Collected, node: Node): boolean {
  if (node.type !== 'MemberExpression' || keyName(node) !== 'exports') return false;
  return isGlobal(found, node.object, 'module');
}

function isGlobal(found: Collected, node: Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name && !found.scopes.bindingOf(node);
}

/** Adds `module.exports = value`, and the members of the object that it is. */
function addWhole(found: Collected, value: Expression): void {
  found.named.set('*cjs', followed(found, value));
  const object = objectBehind(found, value);
  for (const property of object?.properties ?? []) addMember(found, property);
}

function addMember(found: Collected, property: TSESTree.ObjectLiteralElement): void {
  if (property.type === 'SpreadElement') {
    const from = requiredBy(property.argument);
    if (from !== null) found.stars.push(from);
    return;
  }
  const name = keyName(property);
  if (name === null || property.kind !== 'init' || !isExpression(property.value)) return;
  found.named.set(name, followed(found, property.value));
}

function objectBehind(found: Collected, value: Expression): TSESTree.ObjectExpression | null {
  const inner = unwrap(value);
  if (inner.type === 'ObjectExpression') return inner;
  const binding = inner.type === 'Identifier' ? found.scopes.bindingOf(inner) : null;
  const init = binding ? onlyInitializer(binding) : null;
  return init?.type === 'ObjectExpression' ? init : null;
}

function onlyInitializer(binding: Binding): Node | null {
  const by = binding.writes.length === 1 ? binding.writes[0]?.by : undefined;
  return by?.type === 'VariableDeclarator' && by.init ? unwrap(by.init) : null;
}

function isExpression(node: Node): node is Expression {
  if (node.type === 'Identifier' || node.type.startsWith('JSX')) return true;
  return (
    /Expression$|Literal$|^Super$/u.test(node.type) && node.type !== 'TSEmptyBodyFunctionExpression'
  );
}

/** Exported where it is declared: every other export reads the name. */
export function isDeclaredExported(name: Node): boolean {
  const declaration = name.parent?.type === 'VariableDeclarator' ? name.parent.parent : name.parent;
  return declaration?.parent?.type.startsWith('Export') === true;
}
