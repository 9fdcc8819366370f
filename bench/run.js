// `npm run bench`: what the rules cost, beside the time that parsing takes and beside other plugins
// on the same files in the same run.
import { createRequire } from 'node:module';
import path from 'node:path';
import parser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import goLive from '../dist/index.js';
import { corpus } from './corpus.js';
import { growth } from './growth.js';
import { memory } from './memory.js';
import { start } from './start.js';

const require = createRequire(path.join(import.meta.dirname, 'package.json'));
const peers = {
  security: require('eslint-plugin-security'),
  sonarjs: require('eslint-plugin-sonarjs'),
  '@microsoft/sdl': require('@microsoft/eslint-plugin-sdl'),
};

let neighboursMs = 0;
let neighbours = 0;

/** A function that parses, with its time and its calls added to those of modules that rules look up. */
function counted(parse) {
  return (text, options) => {
    const start = performance.now();
    const result = parse(text, options);
    neighboursMs += performance.now() - start;
    neighbours++;
    return result;
  };
}

/** The parser, with the time that goes into modules the rules look up taken apart. */
const timed = {
  ...parser,
  parseForESLint: (text, options) =>
    (options.tokens === false ? counted(parser.parseForESLint) : parser.parseForESLint)(
      text,
      options,
    ),
};

// The rules ask a part of the parser for these modules where they can.
const treeParser = createRequire(require.resolve('@typescript-eslint/parser')).resolve(
  '@typescript-eslint/typescript-estree',
);
const parts = require(path.join(path.dirname(treeParser), 'parser.js'));
parts.parse = counted(parts.parse);

/** All rules of a plugin that run on any JavaScript file, by the name they get here. */
function rulesOf(prefix, plugin) {
  const names = Object.entries(plugin.rules).filter(([, rule]) => !rule.meta?.deprecated);
  return Object.fromEntries(names.map(([name]) => [`${prefix}/${name}`, 'warn']));
}

function configFor(file, plugins) {
  const rules = Object.entries(plugins).map(([prefix, plugin]) => rulesOf(prefix, plugin));
  const jsx = !/\.[mc]?ts$/.test(file);
  return {
    files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
    plugins,
    languageOptions: { parser: timed, parserOptions: { ecmaFeatures: { jsx } } },
    rules: Object.assign({}, ...rules),
  };
}

async function lint({ file, code }, plugins) {
  const before = neighboursMs;
  const [result] = await linterFor(file, plugins).lintText(code, { filePath: file });
  if (!result.stats) throw new Error(`${file}: ${JSON.stringify(result.messages)}`);
  const [pass] = result.stats.times.passes;
  const rules = Object.entries(pass.rules ?? {}).map(([id, { total }]) => [id, total]);
  return { file, size: code.length, parse: pass.parse.total, rules, apart: neighboursMs - before };
}

const linters = new Map();

function linterFor(file, plugins) {
  const kind = `${Object.keys(plugins).length} ${/\.[mc]?ts$/.test(file)}`;
  if (!linters.has(kind)) {
    const overrideConfig = [{ ignores: ['!**/node_modules/'] }, configFor(file, plugins)];
    linters.set(
      kind,
      new ESLint({
        cwd: '/',
        overrideConfigFile: true,
        overrideConfig,
        allowInlineConfig: false,
        stats: true,
      }),
    );
  }
  return linters.get(kind);
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

function report(runs) {
  const parse = sum(runs.map((run) => run.parse));
  const byRule = new Map();
  for (const [id, ms] of runs.flatMap(({ rules }) => rules))
    byRule.set(id, (byRule.get(id) ?? 0) + ms);
  const prefixes = ['go-live', ...Object.keys(peers)];
  const rows = prefixes.map((prefix) => {
    const own = [...byRule].filter(([id]) => id.startsWith(`${prefix}/`));
    const apart = prefix === 'go-live' ? neighboursMs : 0;
    const total = sum(own.map(([, ms]) => ms)) - apart;
    return {
      plugin: prefix,
      rules: own.length,
      'ms a file': (total / runs.length).toFixed(3),
      'of parse time': (total / parse).toFixed(3),
      'of parse time, a rule': (total / parse / own.length).toFixed(4),
    };
  });
  console.log(
    `${runs.length} files, ${(sum(runs.map(({ size }) => size)) / 1e6).toFixed(1)} MB, parsed in ${parse.toFixed(0)} ms`,
  );
  console.log(
    `imported modules parsed: ${neighbours}, in ${neighboursMs.toFixed(0)} ms, counted apart`,
  );
  console.table(rows);
  const own = [...byRule].filter(([id]) => id.startsWith('go-live/')).sort((a, b) => b[1] - a[1]);
  console.table(
    own
      .slice(0, 30)
      .map(([rule, ms]) => ({ rule, ms: ms.toFixed(0), 'of parse time': (ms / parse).toFixed(4) })),
  );
  slowest(runs);
}

function slowest(runs) {
  const rated = runs.map(({ file, parse, rules, apart }) => {
    const own = sum(rules.filter(([id]) => id.startsWith('go-live/')).map(([, ms]) => ms)) - apart;
    return {
      file: path.relative(import.meta.dirname, file),
      'rules, ms': own.toFixed(1),
      'parse, ms': parse.toFixed(1),
      ratio: own / parse,
    };
  });
  rated.sort((a, b) => b.ratio - a.ratio);
  console.log('The slowest files, by their own parse time:');
  console.table(rated.slice(0, 8).map((row) => ({ ...row, ratio: row.ratio.toFixed(2) })));
}

const plugins = process.argv.includes('--own')
  ? { 'go-live': goLive }
  : { 'go-live': goLive, ...peers };
const files = corpus().filter(
  (_, index) => index % Number(process.env.GO_LIVE_BENCH_EVERY ?? 1) === 0,
);
for (const file of files.slice(0, 60)) await lint(file, plugins);
neighboursMs = 0;
neighbours = 0;
const runs = [];
for (const file of files) runs.push(await lint(file, plugins));
report(runs);
await growth(lint, { 'go-live': goLive });
memory();
start();
