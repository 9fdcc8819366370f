import type { HttpClient } from '../../clients/schema.ts';
import type { SourceModule } from '../../values/source-module.ts';

const FOLDERS = ['.', '..', '../..', '../../..', '../../../..'];

const plain = new WeakMap<SourceModule, Map<HttpClient, boolean>>();

/** Whether an injected instance of a client sends what it is given: nothing here or in the folders above changes it. */
export function isPlainHere(client: HttpClient, module: SourceModule): boolean {
  const { setUp } = client;
  if (!setUp) return false;
  const known = plain.get(module) ?? new Map<HttpClient, boolean>();
  plain.set(module, known);
  const says = (words: RegExp): boolean =>
    words.test(module.text) ||
    FOLDERS.some((folder) => module.neighbours(folder, setUp.files, words).length > 0);
  const answer =
    known.get(client) ?? (!says(setUp.says) && (setUp.plain === undefined || says(setUp.plain)));
  known.set(client, answer);
  return answer;
}
