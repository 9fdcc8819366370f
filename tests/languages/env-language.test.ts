import type { Linter as LinterTypes, Rule } from 'eslint';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { languagePlugins, languages } from '../../src/languages/index.ts';

/** Reports every value; fixes those that are `old`. */
const everyValue: Rule.RuleModule = {
  meta: { fixable: 'code' },
  create: (context) =>
    ({
      EnvValue(node: { loc: LinterTypes.LintMessage; range: [number, number]; value: string }) {
        context.report({
          loc: node.loc as never,
          message: node.value || 'empty',
          fix: (fixer) => (node.value === 'old' ? fixer.replaceTextRange(node.range, 'new') : null),
        });
      },
    }) as unknown as Rule.RuleListener,
};

const config: LinterTypes.Config = {
  files: ['**'],
  language: 'go-live/env',
  plugins: { 'go-live': { languages, rules: { value: everyValue } }, ...languagePlugins },
  rules: { 'go-live/value': 'error' },
  linterOptions: { reportUnusedDisableDirectives: 'error' },
};

const verify = (code: string): LinterTypes.LintMessage[] =>
  new Linter({ configType: 'flat' }).verify(code, [config], '.env');
const messagesOf = (code: string): string[] => verify(code).map(({ message }) => message);

describe('the .env language', () => {
  it('places reports', () => {
    expect(verify('\uFEFFA=1\r\nB="x\r\ny"\r\n')).toMatchObject([
      { line: 1, column: 3, endLine: 1, endColumn: 4 },
      { line: 2, column: 3, endLine: 3, endColumn: 3 },
    ]);
  });

  it.each([
    ['A=1 # eslint-disable-line go-live/value\nB=2'],
    ['# eslint-disable-next-line go-live/value -- it is public\nA=1\nB=2'],
    ['# eslint-disable\nA=1\n# eslint-enable\nB=2'],
    ['# eslint-disable go-live/value\nA=1\n# eslint-enable go-live/value\nB=2'],
  ])('obeys %j', (code) => {
    expect(messagesOf(code)).toEqual(['2']);
  });

  it('obeys a configuration in a comment', () => {
    expect(messagesOf('# eslint go-live/value: off\nA=1')).toEqual([]);
    expect(messagesOf('# eslint go-live/value: [\nA=1')).toHaveLength(2);
  });

  it('tells of a comment that disables nothing', () => {
    expect(messagesOf('# eslint-disable-next-line go-live/value\n\n# eslint-disable-line')).toEqual(
      [
        expect.stringContaining('Unused eslint-disable'),
        expect.stringContaining('Unused eslint-disable'),
      ],
    );
  });

  it('takes a text about eslint for a comment', () => {
    expect(messagesOf('# eslint reads this file\nA=1')).toEqual(['1']);
    expect(messagesOf('# eslint-disabled\nA=1')).toEqual(['1']);
  });

  it('fixes in place', () => {
    const fixed = new Linter({ configType: 'flat' }).verifyAndFix(
      'A=old # x\r\nB=1',
      [config],
      '.env',
    );
    expect(fixed.output).toBe('A=new # x\r\nB=1');
  });

  it.each(['', '\n', '\uFEFF', '=', 'A', '#', '"', 'A="', 'export', 'export =', '\0', 'A=\u2028b'])(
    'takes %j',
    (code) => {
      expect(verify(code).filter(({ fatal }) => fatal)).toEqual([]);
    },
  );
});
