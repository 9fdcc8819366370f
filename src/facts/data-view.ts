import type { NamedValue } from '../data/named-value.ts';
import { namedValues } from '../data/named-value.ts';
import type { ParsedData } from '../data/read.ts';
import { readData } from '../data/read.ts';
import type { DataFile, DataFormat } from '../data/tree.ts';
import { isKeptOut } from '../project/git-ignore.ts';
import type { Project } from '../project/project.ts';
import type { Facts } from './facts.ts';

/** What a finder of facts in data files is given. */
export interface DataView {
  /** The file's absolute name, or what the host calls text without a file. */
  readonly filename: string;
  readonly text: string;
  readonly data: DataFile;
  readonly values: readonly NamedValue[];
  readonly project: Project | null;
  /** The file's other facts. */
  readonly facts: Facts;
  /** Git leaves the file out of the repository. */
  readonly isKeptOut: boolean;
}

export function dataViewOf(
  filename: string,
  parsed: ParsedData,
  format: DataFormat,
  project: Project | null,
  facts: Facts,
): DataView {
  const { text } = parsed;
  const data = readData(parsed, format);
  const values = once(() => namedValues(data));
  const keptOut = once(() => project !== null && isKeptOut(filename, project));
  return {
    filename,
    text,
    data,
    project,
    facts,
    get values() {
      return values();
    },
    get isKeptOut() {
      return keptOut();
    },
  };
}

function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => (known ??= { value: compute() }).value;
}
