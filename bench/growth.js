// How the time of the rules grows with the length of a file: twice the text, twice the time.

export const PART = `
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

/** @param {(file: object, plugins: object) => Promise<{ rules: [string, number][], parse: number }>} lint */
export async function growth(lint, plugins) {
  const rows = [];
  for (const parts of [50, 100, 200, 400, 800]) {
    const code = Array.from({ length: parts }, (_, index) =>
      PART.replaceAll('%', String(index)),
    ).join('');
    const runs = [];
    for (let turn = 0; turn < 3; turn++)
      runs.push(await lint({ file: '/growth.js', code }, plugins));
    const ms = Math.min(
      ...runs.map(({ rules }) => rules.reduce((total, [, time]) => total + time, 0)),
    );
    const parse = Math.min(...runs.map((run) => run.parse));
    rows.push({
      functions: parts,
      kB: Math.round(code.length / 1000),
      'rules, ms': ms.toFixed(1),
      'parse, ms': parse.toFixed(1),
      'µs a function': ((1000 * ms) / parts).toFixed(1),
    });
  }
  console.log('Growth with the length of a file:');
  console.table(rows);
}
