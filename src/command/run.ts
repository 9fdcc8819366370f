import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ESLint } from 'eslint';
import * as rules from '../../rules/index.ts';
import plugin from '../../index.ts';
import type { Request } from './arguments.ts';
import { HELP, UsageError, readArguments } from './arguments.ts';
import { collect } from '../report/collect.ts';
import { withoutEvidence } from '../report/evidence.ts';
import { formats, surfaceOf } from '../report/formats.ts';
import { linterFor } from './linter.ts';
import { mergeReports } from '../report/merge.ts';
import type { Report } from '../report/model.ts';
import { progressOn } from './progress.ts';
import { runFacts } from '../report/run-facts.ts';
import { plural } from '../report/words.ts';

type Output = NodeJS.WriteStream | (Pick<NodeJS.WriteStream, 'write'> & { isTTY?: boolean });

/** Where the command runs. */
export interface Place {
  readonly cwd: string;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Runs `go-live`. @returns the exit code: 0 no error, 1 errors were found, 2 the run failed */
export async function run(argv: readonly string[], place: Place): Promise<0 | 1 | 2> {
  try {
    const request = readArguments(argv);
    if (request.show !== null) {
      place.stdout.write(request.show === 'help' ? HELP : `${plugin.meta.version}\n`);
      return 0;
    }
    return await (request.merge ? merge(request, place) : lint(request, place));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    place.stderr.write(`go-live: ${message.trim()}\n`);
    if (error instanceof UsageError) place.stderr.write('Try go-live --help.\n');
    return 2;
  }
}

async function lint(request: Request, place: Place): Promise<0 | 1> {
  const { cwd, stderr } = place;
  const progress = progressOn(stderr);
  const { eslint, skipped } = await linterFor(request, cwd, progress.step);
  const all = await eslint.lintFiles([...request.paths]);
  progress.end();
  if (request.fix) await ESLint.outputFixes(all);
  const results = all.filter(({ filePath }) => !skipped.has(filePath));
  const facts = await runFacts(
    eslint,
    results.map(({ filePath }) => filePath),
  );
  await write(collect(results, { cwd, rules, ...facts }), request, place);
  warnOfSkipped(skipped, place);
  return withoutEvidence(results).some(({ errorCount }) => errorCount > 0) ? 1 : 0;
}

function warnOfSkipped(skipped: ReadonlySet<string>, { cwd, stderr }: Place): void {
  if (skipped.size === 0) return;
  const files = [...skipped].map((file) => `  ${path.relative(cwd, file)}`);
  stderr.write(
    `${plural(skipped.size, 'TypeScript file')} not linted, for want of a parser. Install @typescript-eslint/parser:\n${files.join('\n')}\n`,
  );
}

async function merge(request: Request, place: Place): Promise<0 | 1> {
  const reports = await Promise.all(request.paths.map((file) => readReport(file, place.cwd)));
  const merged = mergeReports(reports);
  await write(merged, request, place);
  const items = merged.apis.flatMap((api) => api.items);
  return items.some(({ state }) => state === 'failed') ? 1 : 0;
}

async function readReport(file: string, cwd: string): Promise<Report> {
  const report: unknown = JSON.parse(await readFile(path.resolve(cwd, file), 'utf8'));
  if ((report as Partial<Report> | null)?.version === 1) return report as Report;
  throw new UsageError(`--merge takes reports that were made with --format json; ${file} is none.`);
}

async function write(report: Report, { format, output }: Request, place: Place): Promise<void> {
  const surface = surfaceOf(output === null ? place.stdout : {}, place.env, rules);
  const text = formats[format](report, surface);
  if (output === null) place.stdout.write(text);
  else {
    await writeFile(path.resolve(place.cwd, output), text);
    place.stderr.write(`Report written to ${output}\n`);
  }
}
