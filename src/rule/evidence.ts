import type { FactKind } from '../facts/facts.ts';

/** A problem of a rule, and the API it belongs to; the API is empty where it is not known. */
export interface Failure {
  readonly api: string;
  /** Line of the report, from 1. */
  readonly line: number;
  readonly messageId: string;
}

/** What one rule looked at in one file. */
export interface RuleEvidence {
  /** Kind of fact, to name of an API (empty: not known), to how many facts there were. */
  readonly seen: Partial<Record<FactKind, Record<string, number>>>;
  readonly failed: Failure[];
}

/** By name of the rule. Rules that met no fact are left out. */
export type FileEvidence = Readonly<Record<string, RuleEvidence>>;

/** Takes down what a rule meets in a file. */
export interface Recorder {
  saw(kind: FactKind, api: string): void;
  failed(failure: Failure): void;
}

const byRoot = new WeakMap<object, Map<string, RuleEvidence>>();

/** What the rules have met so far in the file with this syntax tree. */
export const evidenceOf = (root: object): FileEvidence =>
  Object.fromEntries(byRoot.get(root) ?? []);

/**
 * The recorder of one rule for one file; null unless the settings ask for a report. Rules of one
 * file share nothing but this, and a file shares nothing with the next.
 */
export function recorderFor(rule: string, root: object, settings: unknown): Recorder | null {
  if (!wantsReport(settings)) return null;
  const evidence: RuleEvidence = { seen: {}, failed: [] };
  return {
    saw(kind, api) {
      keep(root, rule, evidence);
      const counts = (evidence.seen[kind] ??= {});
      counts[api] = (counts[api] ?? 0) + 1;
    },
    failed(failure) {
      evidence.failed.push(failure);
    },
  };
}

function keep(root: object, rule: string, evidence: RuleEvidence): void {
  const rules = byRoot.get(root) ?? new Map<string, RuleEvidence>();
  byRoot.set(root, rules);
  rules.set(rule, evidence);
}

/** `settings['go-live'].report`, which the report's own config sets. */
function wantsReport(settings: unknown): boolean {
  const own = (settings as { 'go-live'?: { report?: unknown } } | undefined)?.['go-live'];
  return own?.report === true;
}
