// How the time of the rules grows: with the length of a file, the number of files, and the number
// of modules that a file imports. Twice as much of each should take twice the time.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const PART = `
export async function part%(input, key) {
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      const response = await fetch(\`https://api.example.com/items/%/\${input.id}\`, {
        method: 'POST',
        headers: { authorization: \`Bearer \${key}\` },
        body: JSON.stringify({ ...input, at: Date.now() }),
      });
      if (!response.ok) throw new Error(String(response.status));
      return await response.json();
    } catch (error) {
      await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** attempt));
    }
  }
}
`;

const TURNS = 3;

/** @typedef {(file: { file: string, code: string }, plugins: object) => Promise<{ rules: [string, number][], parse: number, apart: number }>} Lint */

/** @param {number} index */
export const part = (index) => PART.replaceAll('%', String(index));

/** @param {number} count */
const parts = (count) => Array.from({ length: count }, (_, index) => part(index));

/**
 * The least time of some turns: what disturbs a turn is not the rules'.
 * @param {() => Promise<{ rules: [string, number][], parse: number, apart?: number }>} run
 */
async function least(run) {
  const turns = [];
  for (let turn = 0; turn < TURNS; turn++) {
    const { rules, parse, apart = 0 } = await run();
    turns.push({ ms: rules.reduce((total, [, time]) => total + time, 0) - apart, parse });
  }
  return {
    ms: Math.min(...turns.map(({ ms }) => ms)),
    parse: Math.min(...turns.map(({ parse }) => parse)),
  };
}

/** @param {string} name of what there is more of @param {number} count @param {{ ms: number, parse: number }} times */
const row = (name, count, { ms, parse }) => ({
  [name]: count,
  'rules, ms': ms.toFixed(1),
  'parse, ms': parse.toFixed(1),
  'µs for one': ((1000 * ms) / count).toFixed(0),
});

/** @param {Lint} lint @param {object} plugins */
async function withLength(lint, plugins) {
  const rows = [];
  for (const count of [50, 100, 200, 400, 800]) {
    const code = parts(count).join('');
    rows.push(
      row('functions', count, await least(() => lint({ file: '/growth.js', code }, plugins))),
    );
  }
  console.log('Growth with the length of a file:');
  console.table(rows);
}

/** @param {Lint} lint @param {object} plugins */
async function withFiles(lint, plugins) {
  const rows = [];
  for (const count of [50, 100, 200, 400]) {
    const times = await least(async () => {
      const runs = [];
      for (const [index, code] of parts(count).entries())
        runs.push(await lint({ file: `/growth-${index}.js`, code }, plugins));
      return {
        rules: runs.flatMap(({ rules }) => rules),
        parse: runs.reduce((total, { parse }) => total + parse, 0),
      };
    });
    rows.push(row('files', count, times));
  }
  console.log('Growth with the number of files:');
  console.table(rows);
}

/** Each imported module sends a request, so that none is left out. @param {Lint} lint @param {object} plugins */
async function withModules(lint, plugins) {
  const rows = [];
  for (const count of [25, 50, 100, 200]) {
    const folder = mkdtempSync(path.join(tmpdir(), 'go-live-growth-'));
    for (const [index, code] of parts(count).entries())
      writeFileSync(path.join(folder, `part${index}.js`), code);
    const numbers = Array.from({ length: count }, (_, index) => index);
    const code = [
      ...numbers.map((index) => `import { part${index} } from './part${index}.js';`),
      ...numbers.map((index) => `await part${index}({ id: ${index} }, key);`),
    ].join('\n');
    const file = path.join(folder, 'index.js');
    rows.push(row('modules', count, await least(() => lint({ file, code }, plugins))));
    rmSync(folder, { recursive: true, force: true });
  }
  console.log('Growth with the number of imported modules (their own parsing taken apart):');
  console.table(rows);
}

/** @param {Lint} lint @param {object} plugins */
export async function growth(lint, plugins) {
  await withLength(lint, plugins);
  await withFiles(lint, plugins);
  await withModules(lint, plugins);
}
