import { describe, expect, test } from 'vitest';
import { factsIn } from './facts-in.ts';

const REQUEST = `fetch("https://api.example.com/v1/orders");`;
const FILLER = 'a=b+c;'.repeat(500);
const LINES = 'const a = b + c;\n'.repeat(12);

describe('minified files', () => {
  test.each([
    ['one long line', `${FILLER}${REQUEST}`],
    ['a banner above it', `/*!\n * A library\n */\n${FILLER}${REQUEST}\n`],
    [
      'templates of several lines in it',
      `${`${FILLER}d=\`\nin a template\n\`;\n`.repeat(12)}${REQUEST}`,
    ],
    ['wrapped into long lines', `${FILLER}\n${FILLER}${REQUEST}\n//# sourceMappingURL=x.map`],
  ])('hold no facts: %s', (_, code) => {
    expect(factsIn(code).apiCall).toEqual([]);
    expect(factsIn(code).urlLiteral).toEqual([]);
  });

  test.each([
    ['a short file of one line', `a=b+c;${REQUEST}`],
    [
      'data in one line of a written file',
      `${LINES}const image = '${'x'.repeat(5000)}';\n${REQUEST}`,
    ],
    [
      'some data in long lines beside code',
      `${`call('${'x'.repeat(2100)}');\n`.repeat(4)}${LINES}${REQUEST}`,
    ],
    [
      'long lines that somebody wrote',
      `${LINES}const text = '${'word '.repeat(300)}';\n${REQUEST}`,
    ],
  ])('are not %s', (_, code) => {
    expect(factsIn(code).apiCall).toHaveLength(1);
  });
});
