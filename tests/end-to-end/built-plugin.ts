import type { ESLint, Linter } from 'eslint';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** The project's root, absolute. */
export const root = path.resolve(import.meta.dirname, '../..');

interface RuleDocs {
  configs: readonly string[];
  level: string;
}

export interface BuiltPlugin extends ESLint.Plugin {
  configs: Record<string, Linter.Config[]>;
  rules: Record<string, { meta: { docs: RuleDocs } } & NonNullable<ESLint.Plugin['rules']>[string]>;
}

const entry = path.join(root, 'dist/index.js');
if (!existsSync(entry)) throw new Error('Nothing is built yet: run `npm run build` first.');

/** The plugin as users get it: what `npm run build` wrote. */
const loaded: { default: BuiltPlugin } = await import(pathToFileURL(entry).href);
export const plugin = loaded.default;
