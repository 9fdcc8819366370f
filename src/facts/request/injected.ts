import type { HttpClient } from '../../clients/schema.ts';
import { importedModules } from '../../values/imported-modules.ts';
import type { SourceModule } from '../../values/source-module.ts';

const FOLDERS = ['.', '..', '../..', '../../..', '../../../..'];

const plain = new WeakMap<SourceModule, Map<HttpClient, boolean>>();

/** Whether an injected instance of a client sends what it is given: nothing here or in the folders above changes it. */
export function isPlainHere(client: HttpClient, module: SourceModule): boolean {
  const { setUp } = client;
  if (!setUp) return false;
  const known = plain.get(module) ?? new Map<HttpClient, boolean>();
  plain.set(module, known);
  const others = gatheredBy(module, setUp);
  const says = (words: RegExp): boolean =>
    words.test(module.text) ||
    others.some(({ text }) => words.test(text)) ||
    FOLDERS.some((folder) => module.neighbours(folder, setUp.files, words).length > 0);
  const answer =
    known.get(client) ?? (!says(setUp.says) && (setUp.plain === undefined || says(setUp.plain)));
  known.set(client, answer);
  return answer;
}

/** What the files beside it that set it up import for that, from wherever it stands. */
const gatheredBy = (
  module: SourceModule,
  { files, gathers }: NonNullable<HttpClient['setUp']>,
): readonly SourceModule[] =>
  gathers
    ? ['.', '..'].flatMap((folder) =>
        module.neighbours(folder, files, gathers).flatMap((holder) => importedBy(holder, files)),
      )
    : [];

const importedBy = (holder: SourceModule, named: RegExp): SourceModule[] =>
  importedModules(holder).filter((found) => named.test(fileName(found)));

const fileName = ({ path }: SourceModule): string => path.split('/').at(-1) ?? '';
