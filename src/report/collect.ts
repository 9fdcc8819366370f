import path from 'node:path';
import type { ESLint, Linter } from 'eslint';
import type { ApiProfile } from '../apis/index.ts';
import type { FileEvidence } from '../rule/evidence.ts';
import type { Rule } from '../rule/rule.ts';
import { evidenceIn, withoutEvidence } from './evidence.ts';
import { frameOf } from './frame.ts';
import type { CheckedItem } from './items.ts';
import { checklistOf } from './items.ts';
import { addCounts } from './merge.ts';
import type { Count, ItemReport, Place, Report, Silenced } from './model.ts';
import { stateOf } from './model.ts';
import { nounOf } from './nouns.ts';

/** What a report is made from, besides the results. */
export interface Run {
  /** Paths are shown from here. */
  readonly cwd: string;
  /** The APIs whose checklists are filled in. */
  readonly apis: readonly ApiProfile[];
  readonly rules: Readonly<Record<string, Rule>>;
  /** Names of the rules that ran on one of the files at least. */
  readonly on: ReadonlySet<string>;
}

/** A file's part of the run, read once for all items. */
interface LintedFile {
  readonly file: string;
  readonly source: string | undefined;
  readonly evidence: FileEvidence;
  readonly problems: readonly Problem[];
  readonly silenced: readonly Linter.SuppressedLintMessage[];
}

interface Problem {
  readonly rule: string;
  readonly message: Linter.LintMessage;
  /** The API it belongs to; empty where that is not known. */
  readonly api: string;
}

/** The checklists of the APIs in use, decided by the results of a run. */
export function collect(results: readonly ESLint.LintResult[], run: Run): Report {
  const files = results.map((result) => linted(result, run.cwd));
  return {
    version: 1,
    files: results.length,
    unread: unreadIn(results, run.cwd),
    apis: run.apis.flatMap((profile) => {
      const list = checklistOf(profile, run.rules);
      if (!list) return [];
      const items = list.items.map((item) => itemReport(item, list.api, files, run));
      return [{ api: list.api, title: list.title, items }];
    }),
  };
}

const shown = (file: string, cwd: string): string =>
  path.relative(cwd, file).split(path.sep).join('/');

function linted(result: ESLint.LintResult, cwd: string): LintedFile {
  const evidence = evidenceIn(result);
  const [clean] = withoutEvidence([result]);
  return {
    file: shown(result.filePath, cwd),
    source: result.source,
    evidence,
    problems: (clean?.messages ?? []).flatMap((message): Problem[] => {
      const rule = ownRule(message);
      return rule === null ? [] : [{ rule, message, api: apiOf(message, rule, evidence) }];
    }),
    silenced: result.suppressedMessages.filter((message) => ownRule(message) !== null),
  };
}

/** The name of the rule, if it is one of ours. */
function ownRule({ ruleId }: Linter.LintMessage): string | null {
  return ruleId?.startsWith('go-live/') ? ruleId.slice('go-live/'.length) : null;
}

function apiOf(message: Linter.LintMessage, rule: string, evidence: FileEvidence): string {
  const failed = evidence[rule]?.failed.find(
    ({ line, messageId }) => line === message.line && messageId === message.messageId,
  );
  return failed?.api ?? '';
}

function itemReport(
  item: CheckedItem,
  api: string,
  files: readonly LintedFile[],
  run: Run,
): ItemReport {
  const decided = {
    id: item.id,
    section: item.section,
    text: item.text,
    rules: item.rules,
    why: item.why,
    isChecked: item.rules.some((rule) => run.on.has(rule)),
    counts: countsOf(item, api, files),
    places: files.flatMap((file) => placesIn(file, item, api)),
    silenced: silencedFor(item, files, run),
  };
  return { ...decided, state: stateOf(decided) };
}

/** What belongs to no known API counts for every API. */
const belongs = (api: string, to: string): boolean => api === '' || api === to;

/** Rules of one item that look at the same kind of fact look at the same facts: the most counts. */
function countsOf(item: CheckedItem, api: string, files: readonly LintedFile[]): Count[] {
  return addCounts(
    files.flatMap(({ evidence }) => {
      const most = new Map<string, number>();
      for (const rule of item.rules) {
        for (const [kind, byApi] of Object.entries(evidence[rule]?.seen ?? {})) {
          const seen = Object.entries(byApi).reduce(
            (sum, [name, count]) => (belongs(name, api) ? sum + count : sum),
            0,
          );
          most.set(kind, Math.max(seen, most.get(kind) ?? 0));
        }
      }
      return [...most].map(([kind, seen]) => ({ what: nounOf(kind), seen }));
    }),
  ).filter(({ seen }) => seen > 0);
}

function placesIn({ file, source, problems }: LintedFile, item: CheckedItem, api: string): Place[] {
  return problems
    .filter(
      (problem) =>
        belongs(problem.api, api) && item.speaks(problem.rule, problem.message.messageId),
    )
    .map(({ rule, message: { line, column, message } }) => ({
      file,
      line,
      column,
      rule,
      message,
      frame: frameOf(source, line, { credentials: CREDENTIAL_RULE.test(rule) }),
    }));
}

/** Rules that report a line because a secret stands in it. */
const CREDENTIAL_RULE = /credential|secret|env/;

function silencedFor(item: CheckedItem, files: readonly LintedFile[], run: Run): Silenced[] {
  const byConfig = item.rules
    .filter((rule) => !run.on.has(rule))
    .map((rule): Silenced => ({ rule, by: 'config', reason: null, place: null }));
  const byComment = files.flatMap(({ file, silenced }) =>
    silenced.flatMap((message): Silenced[] => {
      const rule = ownRule(message) ?? '';
      if (!item.speaks(rule, message.messageId)) return [];
      const reason = message.suppressions.map(({ justification }) => justification).join('; ');
      const place = { file, line: message.line };
      return [{ rule, by: 'comment', reason: reason === '' ? null : reason, place }];
    }),
  );
  return [...byConfig, ...byComment];
}

function unreadIn(results: readonly ESLint.LintResult[], cwd: string): Report['unread'] {
  return results.flatMap(({ filePath, messages }) =>
    messages
      .filter(({ fatal }) => fatal === true)
      .map(({ message }) => ({ file: shown(filePath, cwd), reason: message })),
  );
}
