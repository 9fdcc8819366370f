import { memoryProject } from '../../../src/project/memory.ts';
import type { Project } from '../../../src/project/project.ts';

const nothing = memoryProject();

/** Stands in for the plugin's own host, which reads the disk: here there is none. */
export const projectOf = (): Project => nothing;
