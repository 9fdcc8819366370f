import { parseArgs } from 'node:util';
import { builtInApis } from '../apis/index.ts';
import { formats } from '../report/formats.ts';
import type { Format } from '../report/formats.ts';

/** What the command was asked for. */
export interface Request {
  readonly paths: readonly string[];
  readonly apis: readonly string[];
  readonly format: Format;
  /** File that the report is written to; null: the terminal. */
  readonly output: string | null;
  readonly strict: boolean;
  readonly fix: boolean;
  /** ESLint configuration file; null: the one that ESLint finds. */
  readonly config: string | null;
  /** The paths are reports in JSON that are to be one. */
  readonly merge: boolean;
  readonly show: 'help' | 'version' | null;
}

/** An argument that the command can't take, in a sentence for the person at the keyboard. */
export class UsageError extends Error {
  override name = 'UsageError';
}

const OPTIONS = {
  api: { type: 'string', multiple: true },
  format: { type: 'string', short: 'f' },
  output: { type: 'string', short: 'o' },
  strict: { type: 'boolean' },
  fix: { type: 'boolean' },
  config: { type: 'string', short: 'c' },
  merge: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

export const HELP = `Usage: go-live [options] [file or folder ...]

Lints the code and fills in the checklist of the API that it talks to.
Without paths, the current folder.

Options:
  --api <name>          whose checklist: ${builtInApis.map(({ name }) => name).join(', ')};
                        may be given again. An API of your own comes with the
                        ESLint configuration that defines it
  -f, --format <name>   terminal (default), html, markdown, json
  -o, --output <file>   write the report to a file
  --strict              also the rules that ask for what they cannot see
  --fix                 apply the fixes that are safe
  -c, --config <file>   ESLint configuration file in place of the one found
  --merge               the paths are reports in JSON: make one of them
  -h, --help            this text
  -v, --version         the version

Exit code: 0 no error, 1 errors were found, 2 the run failed.
`;

/**
 * Reads the command line.
 * @throws UsageError that names the argument and what it takes
 */
export function readArguments(argv: readonly string[]): Request {
  const { values, positionals } = parsed(argv);
  const { format = 'terminal' } = values;
  if (!isFormat(format))
    throw new UsageError(`--format takes ${Object.keys(formats).join(', ')}; got "${format}".`);
  if (values.merge === true && positionals.length === 0)
    throw new UsageError('--merge takes the paths of reports that were made with --format json.');
  return {
    paths: positionals.length > 0 ? positionals : ['.'],
    apis: (values.api ?? []).flatMap((names) => names.split(',')),
    format,
    output: values.output ?? null,
    strict: values.strict === true,
    fix: values.fix === true,
    config: values.config ?? null,
    merge: values.merge === true,
    show: values.help === true ? 'help' : values.version === true ? 'version' : null,
  };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n`);
  }
}

const isFormat = (name: string): name is Format => Object.hasOwn(formats, name);
