import type { Node, VisitorKeys } from './types.ts';

/** TypeScript's own nodes that leave code behind; all others are types. */
const RUNTIME_TYPESCRIPT: ReadonlySet<string> = new Set([
  'TSAsExpression',
  'TSEnumBody',
  'TSEnumDeclaration',
  'TSEnumMember',
  'TSExportAssignment',
  'TSExternalModuleReference',
  'TSImportEqualsDeclaration',
  'TSInstantiationExpression',
  'TSModuleBlock',
  'TSModuleDeclaration',
  'TSNonNullExpression',
  'TSParameterProperty',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
]);

const NO_CHILDREN: ReadonlySet<string> = new Set(['comments', 'loc', 'parent', 'range', 'tokens']);

/** The children of a node that are evaluated with it, in order; no types, no plain key names. */
export function childrenOf(node: Node, visitorKeys: VisitorKeys | undefined): Node[] {
  if (isType(node)) return [];
  const children: Node[] = [];
  for (const key of visitorKeys?.[node.type] ?? Object.keys(node)) {
    if (NO_CHILDREN.has(key) || isPlainName(node, key)) continue;
    const value: unknown = Reflect.get(node, key);
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child) && !isType(child)) children.push(child);
    }
  }
  return children;
}

function isPlainName(node: Node, key: string): boolean {
  return (key === 'key' || key === 'property') && 'computed' in node && !node.computed;
}

function isType(node: Node): boolean {
  return node.type.startsWith('TS') && !RUNTIME_TYPESCRIPT.has(node.type);
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
  );
}
