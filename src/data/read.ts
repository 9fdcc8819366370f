import { DataNode } from '../ast/data-node.ts';
import type { EnvDocument } from './env-syntax.ts';
import { parseEnv } from './env-syntax.ts';
import { linesOf } from './lines.ts';
import type { DataFile, DataFormat, DataTree } from './tree.ts';
import { jsonTree } from './json-tree.ts';
import type { JsonNode } from './json-tree.ts';
import { yamlDocuments } from './yaml-tree.ts';
import type { YamlNode } from './yaml-tree.ts';

/** The part of ESLint's source code that a data file is read from. */
export interface ParsedData {
  readonly text: string;
  readonly ast: object;
  getLocFromIndex?(offset: number): { line: number; column: number };
}

/** Makes the nodes of one file. */
export type MakeNode = (
  range: readonly [number, number],
  text: string,
  textStart: number | null,
) => DataNode;

/** The format of a parsed file; null for code and for what is neither. */
export function dataFormatOf({ ast }: ParsedData): DataFormat | null {
  const { type, body } = ast as { type?: unknown; body?: unknown };
  if (type === 'EnvDocument') return 'env';
  if (type === 'Document') return isMomoa(body) ? 'json' : null;
  if (type !== 'Program' || !Array.isArray(body)) return null;
  // The YAML parser's root has the name of JavaScript's, and at least one document.
  const [first] = body as { type?: unknown }[];
  return first?.type === 'YAMLDocument' ? 'yaml' : null;
}

const isMomoa = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'type' in body && 'loc' in body;

/** Reads what a data file holds. */
export function readData(parsed: ParsedData, format: DataFormat): DataFile {
  const { text, ast } = parsed;
  const positionOf = parsed.getLocFromIndex?.bind(parsed) ?? linesOf(text).positionOf;
  const source = { text, positionOf };
  const node: MakeNode = (range, value, start) => new DataNode(range, value, start, source);
  return { format, documents: documentsOf(ast, format, text, node) };
}

/** Reads the text of a .env file that is not the linted one. */
export function readEnvText(text: string): DataFile {
  return readData({ text, ast: parseEnv(text) }, 'env');
}

function documentsOf(ast: object, format: DataFormat, text: string, node: MakeNode): DataTree[] {
  if (format === 'env') return [envTree(ast as EnvDocument, node)];
  if (format === 'json') return [jsonTree((ast as { body: JsonNode }).body, text, node)];
  return yamlDocuments((ast as { body: readonly YamlNode[] }).body, text, node);
}

function envTree({ body, range }: EnvDocument, node: MakeNode): DataTree {
  const entries = body.flatMap((line) => {
    if (line.type !== 'EnvPair') return [];
    const { key, value } = line;
    const start = value.range[0] + value.quote.length;
    return [
      {
        key: key.name,
        keyNode: node(key.range, key.name, key.range[0]),
        value: {
          kind: 'scalar',
          node: node(value.range, value.value, start),
          text: value.value,
          type: 'string',
          isStandIn: false,
        } as const,
      },
    ];
  });
  return { kind: 'map', node: node(range, '', null), entries };
}
