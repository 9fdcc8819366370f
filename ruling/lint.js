// Lints one package or repository as a user with `recommended` would: tests, built and minified files
// ignored, and nothing said about its APIs but by its own code.
import path from 'node:path';
import parser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import goLive from '../dist/index.js';

const IGNORED = [
  '**/{test,tests,__tests__,__mocks__,e2e,cypress,fixtures,test-helpers}/**',
  '**/*.{test,spec}.*',
  '**/{dist,build,out,coverage,vendor,.next}/**',
  '**/*.min.*',
  '**/*.d.{ts,mts,cts}',
  '**/{package-lock.json,npm-shrinkwrap.json,pnpm-lock.yaml}',
];

/** @typedef {import('./compare.js').Finding & { text: string }} Report a finding with its message */

/** @typedef {'recommended' | 'all'} Config */

/** @param {string} folder @param {string[]} ignores @param {Config} config */
function linterFor(folder, ignores, config) {
  return new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    // What its authors switched off is not for us to be judged by.
    allowInlineConfig: false,
    errorOnUnmatchedPattern: false,
    overrideConfig: [
      { ignores: [...IGNORED, ...ignores] },
      {
        files: ['**/*.{js,mjs,cjs,jsx,tsx}'],
        languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
      },
      { files: ['**/*.{ts,mts,cts}'], languageOptions: { parser } },
      ...goLive.configs[config],
    ],
  });
}

/**
 * @param {string} root the folder of the package or repository
 * @param {import('./sources.js').Source} source
 * @param {Config} [config]
 * @returns {Promise<{ files: string[], unread: string[], reports: Report[] }>} the files by their path
 *   from the root
 */
export async function lintSource(root, { folders, ignores }, config = 'recommended') {
  const results = await linterFor(root, ignores, config).lintFiles(folders);
  /** @param {string} file */
  const fromRoot = (file) => path.relative(root, file).split(path.sep).join('/');
  const all = results.flatMap(({ filePath, messages }) => {
    const file = fromRoot(filePath);
    return messages.map((message) => ({ file, ...message }));
  });
  return {
    files: results.map(({ filePath }) => fromRoot(filePath)),
    unread: all.filter(({ fatal }) => fatal).map(({ file, message }) => `${file}: ${message}`),
    reports: all
      .filter(({ ruleId }) => ruleId?.startsWith('go-live/'))
      .map(({ file, line, ruleId, messageId = '', message }) => ({
        file,
        line,
        rule: (ruleId ?? '').slice('go-live/'.length),
        message: messageId,
        text: message,
      })),
  };
}
