import { importedModules } from '../values/imported-modules.ts';
import type { SourceModule } from '../values/source-module.ts';

/** The texts that neither a file has nor one that it imports, where a code may stand in an enum or a table. */
export function textsUnseen(texts: readonly string[], module: SourceModule): readonly string[] {
  const missing = texts.filter((text) => !module.text.includes(text));
  if (missing.length === 0) return [];
  const around = importedModules(module);
  return missing.filter((text) => !around.some((one) => one.text.includes(text)));
}
