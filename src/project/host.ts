import { diskProject } from './disk.ts';
import type { Project } from './project.ts';

let shared: Project | null = null;

/** The project around the linted file. */
export function projectOf(_context: { readonly filename: string }): Project | null {
  return (shared ??= diskProject());
}
