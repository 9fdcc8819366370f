// What must hold for any text: all rules end without a crash, in time, and what their fixes and
// suggestions make of it can still be parsed and is left alone by a second run.
import parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import goLive from '../dist/index.js';

const ruleNames = Object.keys(goLive.rules);
const rules = Object.fromEntries(ruleNames.map((name) => [`go-live/${name}`, 'error']));
/** The installed suites are in a folder that ESLint leaves out. */
const everywhere = { ignores: ['!**/node_modules/'] };
const linterOptions = { reportUnusedDisableDirectives: 'off' };

/** @typedef {{ parser: 'js' | 'ts', sourceType: 'module' | 'script' }} Way how a file is read */
/** @typedef {{ file: string, code: string, way: Way }} Subject */

/** Milliseconds of the processor that parsing and all rules may take. */
export const boundFor = (code) => 500 + code.length / 20;

/** @param {Way} way @param {object} on the rules */
function configFor(file, way, on) {
  const jsx = !/\.[cm]?ts$/.test(file);
  return {
    files: ['**'],
    plugins: { 'go-live': goLive },
    rules: on,
    linterOptions,
    languageOptions: {
      sourceType: way.sourceType,
      ...(way.parser === 'ts' ? { parser } : {}),
      parserOptions: { ecmaFeatures: { jsx } },
    },
  };
}

/** @param {Subject} subject @param {string} code */
function lint({ file, way }, code, on = rules) {
  const linter = new Linter({ cwd: '/', configType: 'flat' });
  const start = process.cpuUsage();
  const messages = linter.verify(code, [everywhere, configFor(file, way, on)], {
    filename: file,
    allowInlineConfig: false,
  });
  const { user, system } = process.cpuUsage(start);
  const ms = (user + system) / 1000;
  const fatal = messages.find((message) => message.fatal)?.message ?? null;
  return { linter, messages, fatal, ms };
}

/** The first way in which a text can be read, and the names at its top; null if there is none. */
export function wayOf(file, code, kind) {
  for (const sourceType of /** @type {const} */ (['module', 'script'])) {
    const way = { parser: kind, sourceType };
    const { linter, fatal } = lint({ file, code, way }, code, {});
    if (fatal !== null) continue;
    const { scopes } = linter.getSourceCode().scopeManager;
    const top = scopes.slice(0, 2).flatMap((scope) => scope.variables);
    const names = top.filter(({ defs }) => defs.length > 0).map(({ name }) => name);
    return { way, names: [...new Set(names)].filter((name) => /^[a-z$_][\w$]*$/i.test(name)) };
  }
  return null;
}

/** @param {Subject} subject @returns {{ problems: string[], reports: number, suggestions: number, edits: number, ms: number }} */
export function check(subject) {
  const found = { problems: [], reports: 0, suggestions: 0, edits: 0, ms: 0 };
  try {
    const { messages, fatal, ms } = lint(subject, subject.code);
    if (fatal !== null) return { ...found, problems: [`does not parse: ${fatal}`] };
    const bound = boundFor(subject.code);
    // A busy machine makes any file slow once.
    found.ms = ms > bound ? Math.min(ms, lint(subject, subject.code).ms) : ms;
    found.reports = messages.length;
    if (found.ms > bound) found.problems.push(`slow: ${found.ms.toFixed(0)} ms`);
    found.suggestions = checkSuggestions(subject, messages, found.problems);
    found.edits = found.suggestions;
    if (messages.some(({ fix }) => fix)) found.edits += checkFixes(subject, found.problems);
  } catch (error) {
    found.problems.push(`crash: ${error.stack}`);
  }
  return found;
}

/** The same text in the same place comes with every file that was put into the same code. */
const tried = new Set();

function checkSuggestions(subject, messages, problems) {
  const all = messages.flatMap(({ ruleId, suggestions = [] }) =>
    suggestions.map(({ fix, desc }) => ({ ruleId, fix, desc })),
  );
  for (const { ruleId, fix, desc } of all) {
    const [start, end] = fix.range;
    const surroundings = subject.code.slice(Math.max(0, start - 100), end + 100);
    const edit = [subject.way.parser, ruleId, fix.text, surroundings].join('\0');
    if (tried.has(edit)) continue;
    tried.add(edit);
    const output = subject.code.slice(0, start) + fix.text + subject.code.slice(end);
    const { fatal } = lint(subject, output, {});
    if (fatal !== null)
      problems.push(
        `${ruleId}: suggestion "${desc}" does not parse: ${fatal}\n${output.slice(Math.max(0, start - 200), start + fix.text.length + 200)}`,
      );
  }
  return all.length;
}

/** As `--fix` does it: pass by pass. */
function checkFixes(subject, problems) {
  const once = fix(subject, subject.code);
  const fatal = once.messages.find((message) => message.fatal);
  if (fatal) problems.push(`fixes do not parse: ${fatal.message}\n${once.output}`);
  else if (fix(subject, once.output).output !== once.output) {
    problems.push(`a second run of fixes changes more:\n${once.output}`);
  }
  return 1;
}

/** What `--fix` makes of a text, and what is left to say. */
export function fix({ file, way }, code) {
  const linter = new Linter({ cwd: '/', configType: 'flat' });
  const options = { filename: file, allowInlineConfig: false };
  return linter.verifyAndFix(code, [everywhere, configFor(file, way, rules)], options);
}
