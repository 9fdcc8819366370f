import { ESLint } from 'eslint';
import type { Linter } from 'eslint';
import plugin from '../../index.ts';
import * as rules from '../../rules/index.ts';
import { collect } from '../../src/report/collect.ts';
import { evidenceConfig } from '../../src/report/evidence.ts';
import type { ItemReport, Report } from '../../src/report/model.ts';
import { runFacts } from '../../src/report/run-facts.ts';

const cwd = process.cwd();
const configs = plugin.configs;

/** The report on files by name, linted with configs of the plugin and what is added to them. */
export async function reportOf(
  files: Readonly<Record<string, string>>,
  names: readonly string[],
  added: readonly Linter.Config[] = [],
): Promise<Report> {
  const eslint = new ESLint({
    cwd,
    overrideConfigFile: true,
    overrideConfig: [...names.flatMap((name) => configs[name] ?? []), evidenceConfig(), ...added],
  });
  const results: ESLint.LintResult[] = [];
  for (const [filePath, code] of Object.entries(files))
    results.push(...(await eslint.lintText(code, { filePath })));
  const facts = await runFacts(
    eslint,
    results.map(({ filePath }) => filePath),
  );
  return collect(results, { cwd, rules, ...facts });
}

/** One item of a report. */
export function itemOf(report: Report, id: string): ItemReport {
  const found = report.apis.flatMap(({ items }) => items).find((item) => item.id === id);
  if (!found) throw new Error(`The report has no ${id}.`);
  return found;
}
