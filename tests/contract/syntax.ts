import { parse } from '@typescript-eslint/parser';
import type { TSESTree } from '@typescript-eslint/utils';
import { textOf } from './source-files.ts';

export interface Import {
  /** What stands between the quotes. */
  source: string;
  /** `import type` and `export type`: gone once compiled. */
  typeOnly: boolean;
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'range' in value;
}

function* nodesBelow(node: TSESTree.Node): Generator<TSESTree.Node> {
  yield node;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'parent') continue;
    for (const child of [value].flat()) if (isNode(child)) yield* nodesBelow(child);
  }
}

const parsed = new Map<string, TSESTree.Node[]>();

function nodesOf(file: string): TSESTree.Node[] {
  const known = parsed.get(file);
  if (known) return known;
  const program: unknown = parse(textOf(file), { range: true, sourceType: 'module' });
  const nodes = isNode(program) ? [...nodesBelow(program)] : [];
  parsed.set(file, nodes);
  return nodes;
}

/** The modules a file imports or re-exports. */
export function importsOf(file: string): Import[] {
  const imports: Import[] = [];
  for (const node of nodesOf(file)) {
    if (node.type === 'ImportDeclaration' || node.type === 'ExportAllDeclaration') {
      const kind = node.type === 'ImportDeclaration' ? node.importKind : node.exportKind;
      imports.push({ source: node.source.value, typeOnly: kind === 'type' });
    }
    if (node.type === 'ExportNamedDeclaration' && node.source) {
      imports.push({ source: node.source.value, typeOnly: node.exportKind === 'type' });
    }
    if (node.type === 'ImportExpression' && node.source.type === 'Literal') {
      imports.push({ source: String(node.source.value), typeOnly: false });
    }
  }
  return imports;
}

/** The texts of a file's string literals and templates, module names left out. */
export function stringsOf(file: string): string[] {
  const sources = new Set(importsOf(file).map(({ source }) => source));
  return nodesOf(file)
    .map((node) => {
      if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
      return node.type === 'TemplateElement' ? node.value.raw : '';
    })
    .filter((text) => text !== '' && !sources.has(text));
}
