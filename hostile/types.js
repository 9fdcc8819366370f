// What TypeScript says of a package before and after its files were fixed.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const JAVASCRIPT = ['.js', '.jsx', '.mjs', '.cjs'];

/** For a package without a tsconfig. */
const PLAIN = {
  strict: true,
  noImplicitAny: false,
  types: ['node'],
  typeRoots: [path.join(import.meta.dirname, '../bench/node_modules/@types')],
  allowJs: true,
  checkJs: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};

/**
 * The type errors of a folder that are there with the texts in place of its files, and not without.
 * @param {string} folder @param {ReadonlyMap<string, string>} texts by file
 * @returns {{ before: number, added: string[] }}
 */
export function addedTypeErrors(folder, texts) {
  const files = ts.sys.readDirectory(folder, [...JAVASCRIPT, '.ts', '.tsx', '.mts', '.cts']);
  const options = { ...optionsOf(folder), noEmit: true };
  const host = ts.createCompilerHost(options);
  const sources = new Map();
  const programOf = (changed) => {
    const getSourceFile = (file, target) => {
      const text = changed.get(path.resolve(file));
      if (text !== undefined) return ts.createSourceFile(file, text, target, true);
      if (!sources.has(file)) sources.set(file, host.getSourceFile(file, target));
      return sources.get(file);
    };
    return ts.createProgram(files, options, { ...host, getSourceFile });
  };
  const before = errorsOf(programOf(new Map()));
  const left = [...before];
  const added = errorsOf(programOf(texts)).filter((error) => {
    const at = left.indexOf(error);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return { before: before.length, added };
}

function optionsOf(folder) {
  const file = path.join(folder, 'tsconfig.json');
  if (!existsSync(file)) return PLAIN;
  const { config } = ts.parseConfigFileTextToJson(file, readFileSync(file, 'utf8'));
  return ts.parseJsonConfigFileContent(config, ts.sys, folder).options;
}

/** Without lines, which edits move. */
const errorsOf = (program) =>
  ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, code, messageText }) =>
        `${file ? path.basename(file.fileName) : ''} TS${code}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
