import { oncePer } from '../ast/once.ts';
import type { Project } from './project.ts';

/** What was made of a file, for as long as its stamp stays the same; null where it has none. */
export function rememberedByStamp<T>(
  stampOf: (file: string) => string | null,
  read: (file: string) => T,
): (file: string) => T | null {
  const entries = new Map<string, { readonly stamp: string; readonly value: T }>();
  return (file) => {
    const stamp = stampOf(file);
    if (stamp === null) {
      entries.delete(file);
      return null;
    }
    const cached = entries.get(file);
    if (cached?.stamp === stamp) return cached.value;
    const value = read(file);
    entries.set(file, { stamp, value });
    return value;
  };
}

/**
 * What is read out of the texts of a project's files, once for each file for as long as it stays as
 * it is. What `read` gives should not hold on to the text, nor to slices of it.
 */
export function rememberedText<T extends object>(
  read: (text: string) => T,
): (project: Project, file: string) => T {
  const readAt = (project: Project, file: string): T => read(project.readText(file) ?? '');
  const remembered = oncePer((project: Project) =>
    rememberedByStamp(
      (file) => project.stampOf?.(file) ?? null,
      (file) => readAt(project, file),
    ),
  );
  return (project, file) => remembered(project)(file) ?? readAt(project, file);
}
