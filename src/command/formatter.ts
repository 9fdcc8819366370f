// An ESLint formatter: `eslint -f ./node_modules/eslint-plugin-go-live/dist/src/command/formatter.js`.
// The environment variable GO_LIVE_FORMAT chooses another format than the terminal's.
import { ESLint } from 'eslint';
import * as rules from '../../rules/index.ts';
import { collect } from '../report/collect.ts';
import { formats, surfaceOf } from '../report/formats.ts';
import type { Format } from '../report/formats.ts';
import { runFacts } from '../report/run-facts.ts';

/** The checklist, as it follows from the results of an ESLint run. */
export default async function format(
  results: ESLint.LintResult[],
  { cwd }: { readonly cwd: string },
): Promise<string> {
  const eslint = new ESLint({ cwd, ...configGiven(process.argv) });
  const facts = await runFacts(
    eslint,
    results.map(({ filePath }) => filePath),
  );
  const report = collect(results, { cwd, rules, ...facts });
  return formats[wanted()](report, surfaceOf(process.stdout, process.env, rules));
}

function wanted(): Format {
  const name = process.env['GO_LIVE_FORMAT'] ?? 'terminal';
  if (Object.hasOwn(formats, name)) return name as Format;
  throw new Error(`GO_LIVE_FORMAT takes ${Object.keys(formats).join(', ')}; got "${name}".`);
}

/** ESLint tells a formatter nothing of the configuration file that it was started with. */
function configGiven(argv: readonly string[]): { overrideConfigFile?: string } {
  for (const [index, argument] of argv.entries()) {
    const [name, value] = argument.split('=', 2);
    if (name !== '-c' && name !== '--config') continue;
    const file = value ?? argv[index + 1];
    if (file !== undefined) return { overrideConfigFile: file };
  }
  return {};
}
