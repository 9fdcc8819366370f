import { expect, test } from 'vitest';
import { factsIn } from './facts-in.ts';

const links = (count: number) => Array.from({ length: count }, () => "  .option('-o', 'one')");

test('a long chain of calls is no longer to read than its length', { timeout: 20_000 }, () => {
  const code = [
    "import { Command } from 'commander';",
    'const options = new Command()',
    ...links(60),
    '  .parse(process.argv).opts();',
    'export const answer = await fetch(options.url, { signal: AbortSignal.timeout(options.ms) });',
    'const { write } = { write: options.write };',
    'await write(options);',
  ].join('\n');
  expect(factsIn(code).apiCall).toHaveLength(1);
});
