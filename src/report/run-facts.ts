import path from 'node:path';
import type { ESLint } from 'eslint';
import type { ApiProfile } from '../apis/index.ts';
import { apisInUse, builtInApis } from '../apis/index.ts';

/** What the configuration of a run says, over all of its files. */
export interface RunFacts {
  /** Names of our rules that ran on one file at least. */
  readonly on: ReadonlySet<string>;
  /** The APIs in use; all that come with the plugin where none is named. */
  readonly apis: readonly ApiProfile[];
}

interface FileConfig {
  readonly rules?: Readonly<Record<string, unknown>>;
  readonly settings?: unknown;
}

const OWN = 'go-live/';

/** Reads the configuration of the linted files; those of one folder and one ending have the same. */
export async function runFacts(
  eslint: Pick<ESLint, 'calculateConfigForFile'>,
  files: readonly string[],
): Promise<RunFacts> {
  const byKind = new Map(files.map((file) => [`${path.dirname(file)} ${endingOf(file)}`, file]));
  const on = new Set<string>();
  const apis = new Map<string, ApiProfile>();
  for (const file of byKind.values()) {
    const config = (await eslint.calculateConfigForFile(file)) as FileConfig | undefined;
    for (const [id, entry] of Object.entries(config?.rules ?? {})) {
      if (id.startsWith(OWN) && !isOff(entry)) on.add(id.slice(OWN.length));
    }
    for (const api of apisInUse(config?.settings)) apis.set(api.name, api);
  }
  return { on, apis: apis.size > 0 ? [...apis.values()] : builtInApis };
}

/** `.ts`; all of the name for `.env.production`. */
const endingOf = (file: string): string => path.extname(file) || path.basename(file);

function isOff(entry: unknown): boolean {
  const severity: unknown = Array.isArray(entry) ? entry[0] : entry;
  return severity === 0 || severity === 'off';
}
