import type { Rule } from '../rule/rule.ts';
import { htmlReport } from './html.ts';
import { markdownReport } from './markdown.ts';
import type { Report } from './model.ts';
import { terminalReport } from './terminal.ts';
import type { Terminal } from './terminal.ts';

/** What a format may make use of. */
export interface Surface extends Terminal {
  readonly rules: Readonly<Record<string, Rule>>;
}

/** The forms that a report is written in. */
export const formats = {
  terminal: (report: Report, surface: Surface): string => terminalReport(report, surface),
  html: (report: Report, { rules }: Surface): string => htmlReport(report, rules),
  markdown: (report: Report): string => markdownReport(report),
  json: (report: Report): string => `${JSON.stringify(report, null, 2)}\n`,
};

export type Format = keyof typeof formats;

/** What a stream says of itself: a pipe has no width and no colour. */
export function surfaceOf(
  stream: { readonly isTTY?: boolean; readonly columns?: number },
  environment: Readonly<Record<string, string | undefined>>,
  rules: Readonly<Record<string, Rule>>,
): Surface {
  const isTerminal = stream.isTTY === true;
  const forced = environment['FORCE_COLOR'];
  const wanted = forced === undefined ? isTerminal : forced !== '0';
  return {
    width: isTerminal ? (stream.columns ?? 80) : 100,
    colour: wanted && !environment['NO_COLOR'],
    rules,
  };
}
