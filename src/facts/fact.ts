import type { ApiEvidence } from '../apis/index.ts';
import type { Node } from '../ast/node.ts';
import type { SourceModule } from '../values/source-module.ts';
import type { Candidates } from './candidates.ts';
import type { Facts } from './facts.ts';

/** What every fact has. */
export interface Fact {
  /** The node in the linted file that the fact is about. Facts of a kind come in source order of it. */
  readonly node: Node;
  /** What shows to which API it belongs. */
  readonly evidence: ApiEvidence;
}

/** What a finder of facts is given: the file, its candidates, and the file's other facts. */
export interface FileView {
  readonly module: SourceModule;
  readonly candidates: Candidates;
  readonly facts: Facts;
}
