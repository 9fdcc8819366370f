import { describe, expect, it } from 'vitest';
import { parseEnv } from '../../src/data/env-syntax.ts';

const pairsIn = (text: string): Record<string, string> =>
  Object.fromEntries(
    parseEnv(text).body.flatMap((line) =>
      line.type === 'EnvPair' ? [[line.key.name, line.value.value]] : [],
    ),
  );
const junkIn = (text: string): string[] =>
  parseEnv(text).body.flatMap((line) =>
    line.type === 'EnvJunk' ? [text.slice(line.range[0], line.range[1])] : [],
  );

describe('parseEnv', () => {
  it.each([
    ['A=1', { A: '1' }],
    ['A=1\r\nB=2\r\n', { A: '1', B: '2' }],
    ['\uFEFFA=1', { A: '1' }],
    ['export A=1\nexport  B = 2', { A: '1', B: '2' }],
    ['A="x # y" # z', { A: 'x # y' }],
    ["A='x' # z", { A: 'x' }],
    ['A=`x\ny`\nB=1', { A: 'x\ny', B: '1' }],
    ['A="one\r\ntwo"\r\nB=1', { A: 'one\r\ntwo', B: '1' }],
    ['A=x#y # z', { A: 'x#y' }],
    ['A=#nothing', { A: '' }],
    ['A=\nB=1', { A: '', B: '1' }],
    ['A="never closed\nB=1', { A: '"never closed', B: '1' }],
    ['A="x" y\nB=1', { A: '"x" y', B: '1' }],
    ['A: yaml', { A: 'yaml' }],
    ['spring.key-a=1', { 'spring.key-a': '1' }],
    ['A="say \\"hi\\""', { A: 'say \\"hi\\"' }],
    ['', {}],
    ['\n\n  \n', {}],
    ['exported=1', { exported: '1' }],
  ])('reads %j', (text, pairs) => {
    expect(pairsIn(text)).toEqual(pairs);
  });

  it('takes what it cannot read for junk', () => {
    expect(junkIn('A=1\nif [ -f x ]; then\n  source x\nfi\nB=2\n=3')).toEqual([
      'if [ -f x ]; then',
      'source x',
      'fi',
      '=3',
    ]);
  });

  it('places values and comments', () => {
    const text = 'A=1\n# why\nexport B="two" # there\n';
    const { body, comments } = parseEnv(text);
    const second = body[1];
    expect(second?.type === 'EnvPair' && text.slice(...second.value.range)).toBe('"two"');
    expect(second?.type === 'EnvPair' && second.key.loc).toEqual({
      start: { line: 3, column: 7 },
      end: { line: 3, column: 8 },
    });
    expect(comments.map(({ value }) => value)).toEqual([' why', ' there']);
  });

  it('is quick with quotes that never close', () => {
    const start = performance.now();
    parseEnv('A="x\n'.repeat(5000));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
