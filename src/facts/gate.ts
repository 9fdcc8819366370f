import type { Project } from '../project/project.ts';
import type { FactKind, FactsContext } from './facts.ts';

/** One cheap look at the text: whether a file can hold a fact of one of these kinds. */
export function mayHoldFacts(_kinds: readonly FactKind[], _file: FactsContext, _project: Project | null): boolean {
  return true;
}
