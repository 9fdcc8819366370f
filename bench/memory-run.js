// One run over a part of the corpus, with the rules that the argument names; prints the peak of memory and
// what is kept when all garbage is collected, in MB. Needs `--expose-gc`.
import parser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import goLive from '../dist/index.js';
import { corpus } from './corpus.js';

const rules =
  process.argv[2] === 'all'
    ? Object.fromEntries(Object.keys(goLive.rules).map((name) => [`go-live/${name}`, 'warn']))
    : {};
const eslint = new ESLint({
  cwd: '/',
  overrideConfigFile: true,
  allowInlineConfig: false,
  overrideConfig: [
    { ignores: ['!**/node_modules/'] },
    {
      files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
      plugins: { 'go-live': goLive },
      languageOptions: { parser },
      rules,
    },
  ],
});
/** A part is enough: what stays in memory shows early. */
const EVERY = 4;
const files = corpus().filter((_, index) => index % EVERY === 0);
for (const { file, code } of files) await eslint.lintText(code, { filePath: file });
const peak = process.resourceUsage().maxRSS / 1000;
globalThis.gc?.();
console.log(JSON.stringify({ peak, kept: process.memoryUsage().heapUsed / 1e6 }));
