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
  const answer =
    known.get(client) ??
    !(
      setUp.says.test(module.text) ||
      FOLDERS.some((folder) => module.neighbours(folder, setUp.files, setUp.says).length > 0)
    );
  known.set(client, answer);
  return answer;
}
