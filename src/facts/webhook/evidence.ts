import { oncePer } from '../../ast/once.ts';
import type { SourceModule } from '../../values/source-module.ts';

/** Names of environment variables in a file's text that tell to which API its webhooks belong. */
export const credentialVariablesIn = oncePer(({ text }: SourceModule): string[] => [
  ...new Set(
    [...text.matchAll(/\b[A-Z][A-Z\d]*(?:_[A-Z\d]+)*_(?:SECRET|KEY|TOKEN)\b/g)].map(
      ([name]) => name,
    ),
  ),
]);
