import type { Project } from './project.ts';

interface Remembered<T> {
  readonly stamp: string;
  readonly value: T;
}

/**
 * What is read out of the texts of a project's files, once for each file for as long as it stays as
 * it is. What `read` gives should not hold on to the text, nor to slices of it.
 */
export function rememberedText<T>(
  read: (text: string) => T,
): (project: Project, file: string) => T {
  const projects = new WeakMap<Project, Map<string, Remembered<T>>>();
  return (project, file) => {
    const stamp = project.stampOf?.(file) ?? null;
    if (stamp === null) return read(project.readText(file) ?? '');
    const files = projects.get(project) ?? new Map<string, Remembered<T>>();
    projects.set(project, files);
    const known = files.get(file);
    if (known?.stamp === stamp) return known.value;
    const value = read(project.readText(file) ?? '');
    files.set(file, { stamp, value });
    return value;
  };
}
