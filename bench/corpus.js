// The files that the benchmark lints: unbuilt sources of packages that send requests.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const SOURCES = [
  '@anthropic-ai/sdk/src',
  '@sendgrid/client/src',
  '@supabase/storage-js/src',
  'axios/lib',
  'discord.js/src',
  'needle/lib',
  'node-fetch/src',
  'openai/src',
  'superagent/lib',
  'undici/lib',
];

const SCRIPT = /\.(?:[cm]?[jt]s|[jt]sx)$/;
const LONGEST = 400_000;

/** @returns {{ file: string, code: string }[]} */
export function corpus() {
  const modules = path.join(import.meta.dirname, 'node_modules');
  const own = path.join(import.meta.dirname, '..', 'examples');
  return [own, ...SOURCES.map((source) => path.join(modules, source))].flatMap(filesBelow);
}

/** @param {string} folder */
function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && SCRIPT.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ file, code: readFileSync(file, 'utf8') }))
    .filter(({ code }) => code.length <= LONGEST);
}
