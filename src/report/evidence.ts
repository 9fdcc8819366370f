import type { ESLint, Linter, Rule } from 'eslint';
import type { FileEvidence } from '../rule/evidence.ts';
import { evidenceOf } from '../rule/evidence.ts';

/** The name that what carries the evidence goes by in a configuration. */
export const REPORT_PLUGIN = 'go-live-report';

/** Id of the rule that carries what the other rules of a file met into the results. */
export const EVIDENCE_RULE = `${REPORT_PLUGIN}/evidence`;

/**
 * The config that makes the rules' findings a report: what they looked at becomes one message a
 * file, which travels with the results through ESLint's cache and its worker threads.
 * @param onFile called for every file that is linted
 */
export function evidenceConfig(onFile?: (file: string) => void): Linter.Config {
  const plugin: ESLint.Plugin = {
    meta: { name: REPORT_PLUGIN, version: '1' },
    rules: { evidence: evidenceRule(onFile) },
  };
  return {
    name: 'go-live/report',
    plugins: { [REPORT_PLUGIN]: plugin },
    rules: { [EVIDENCE_RULE]: 'warn' },
    settings: { 'go-live': { report: true } },
  };
}

function evidenceRule(onFile: ((file: string) => void) | undefined): Rule.RuleModule {
  return {
    meta: {
      type: 'suggestion',
      docs: { description: 'Carry what the rules looked at into the checklist report' },
      languages: ['*'],
      schema: [],
    },
    create(context) {
      onFile?.(context.filename);
      const root = context.sourceCode.ast as object;
      const { type } = root as { readonly type: string };
      const tell = (): void => {
        const evidence = evidenceOf(root);
        if (Object.keys(evidence).length === 0) return;
        context.report({ loc: START, message: JSON.stringify(evidence) });
      };
      return { [`${type}:exit`]: tell };
    },
  };
}

const START = { line: 1, column: 0 };

const isEvidence = ({ ruleId }: Linter.LintMessage): boolean => ruleId === EVIDENCE_RULE;

/** What the rules met in the file of a result; null where nothing was taken down. */
export function evidenceIn({ messages, suppressedMessages }: ESLint.LintResult): FileEvidence {
  const found = [...messages, ...suppressedMessages].find(isEvidence);
  return found ? (JSON.parse(found.message) as FileEvidence) : {};
}

/** The results as people know them, with the problems alone. */
export function withoutEvidence(results: readonly ESLint.LintResult[]): ESLint.LintResult[] {
  return results.map((result) => {
    const carried = result.messages.filter(isEvidence).length;
    if (carried === 0) return result;
    return {
      ...result,
      messages: result.messages.filter((message) => !isEvidence(message)),
      warningCount: result.warningCount - carried,
    };
  });
}
