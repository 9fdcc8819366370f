import type { Rule } from 'eslint';
import { describe, expect, test } from 'vitest';
import { duplicatesAmong, testRule } from '../rule-tester.ts';
import { readMarks, writeMarks } from '../rule-tester/marks.ts';
import { checkInvalid, checkValid } from '../rule-tester/run.ts';

type Reporting = (
  node: Parameters<NonNullable<Rule.NodeListener['Identifier']>>[0],
  context: Rule.RuleContext,
) => Partial<Rule.ReportDescriptor> | null;

/** A rule about names, for the tester to be tried on. */
const aboutNames = (describeProblem: Reporting): Rule.RuleModule & { name: string } => ({
  name: 'about-names',
  meta: {
    type: 'problem',
    fixable: 'code',
    hasSuggestions: true,
    schema: [{ type: 'object', additionalProperties: false, properties: { also: {} } }],
    messages: { bad: 'The name {{name}} is bad.', edit: '{{title}}' },
  },
  create: (context) => ({
    Identifier(node) {
      const problem = describeProblem(node, context);
      if (!problem) return;
      context.report({ node, messageId: 'bad', data: { name: node.name }, ...problem });
    },
  }),
});

const renamed = (to: string) =>
  aboutNames((node) =>
    node.name === 'bad' ? { fix: (fixer) => fixer.replaceText(node, to) } : null,
  );
const suggesting = (to: string) =>
  aboutNames((node) =>
    node.name === 'bad'
      ? {
          suggest: [
            { messageId: 'edit', data: { title: 'Rename.' }, fix: (f) => f.replaceText(node, to) },
          ],
        }
      : null,
  );
const silentFix = aboutNames(({ name }) => (name.startsWith('bad') ? {} : null));
const good = renamed('good');
const suggestsGood = suggesting('good');

testRule(good, {
  valid: ['good;', { name: 'TypeScript', code: 'const a: string = b;', options: { also: 1 } }],
  invalid: [
    { code: '[|bad|]; // why', output: 'good; // why' },
    { code: 'f([|bad|], [|bad|] as string)', output: 'f(good, good as string)' },
    { code: '<a b={[|bad|]} />', output: '<a b={good} />', apis: ['octopus'] },
    {
      code: '[|bad|]',
      files: { 'src/other.ts': 'export const a: number = 1;' },
      errors: [{ messageId: 'bad', data: { name: 'bad' } }],
      output: 'good',
    },
  ],
});

testRule(suggestsGood, {
  valid: ['good'],
  invalid: [
    { code: '[|bad|]', suggestions: ['good'] },
    {
      code: '[|bad|] + [|bad|]',
      errors: [
        { messageId: 'bad', suggestions: [{ output: 'good + bad', title: 'Rename.' }] },
        { messageId: 'bad', suggestions: ['bad + good'] },
      ],
    },
  ],
});

describe('fails', () => {
  const invalid = (rule: Rule.RuleModule, given: Parameters<typeof checkInvalid>[1]) => () => {
    checkInvalid(rule, given);
  };

  test('on a report in valid code, and shows it', () => {
    expect(() => {
      checkValid(good, 'a(bad)');
    }).toThrow('a([|bad|])\n  about-names/bad at "bad": The name bad is bad.');
  });

  test('on code that does not parse', () => {
    expect(() => {
      checkValid(good, 'a(');
    }).toThrow('The code does not parse');
  });

  test('on another place, a missing or a surplus report', () => {
    const other = 'Other places.\n\nExpected:\n[|a|](bad)\n\nGot:\na([|bad|])';
    expect(invalid(good, { code: '[|a|](bad)', output: 'a(good)' })).toThrow(other);
    expect(invalid(good, { code: '[|a|]' })).toThrow('(no reports)');
    expect(invalid(good, { code: '[|bad|] + bad', output: 'good + good' })).toThrow('Other places');
    expect(invalid(good, { code: 'bad', output: 'good' })).toThrow('needs marks');
  });

  test('on another message, other data, other counts', () => {
    const code = '[|bad|]';
    const output = 'good';
    expect(invalid(good, { code, output, errors: ['worse'] })).toThrow('Expected "worse"');
    expect(invalid(good, { code, output, errors: ['bad', 'bad'] })).toThrow('2 errors for 1 marks');
    const errors = [{ messageId: 'bad', data: { name: 'x' } }];
    expect(invalid(good, { code, output, errors })).toThrow('"The name x is bad."');
  });

  test('on a placeholder without data', () => {
    const bare = aboutNames(({ name }) => (name === 'bad' ? { data: {} } : null));
    expect(invalid(bare, { code: '[|bad|]' })).toThrow('placeholder');
  });

  test('on a fix or a suggestion that is not listed, or listed and not there', () => {
    expect(invalid(good, { code: '[|bad|]' })).toThrow('Expected:\n(no fix)\n\nGot:\ngood');
    expect(invalid(silentFix, { code: '[|bad|]', output: 'good' })).toThrow('Got:\n(no fix)');
    expect(invalid(suggestsGood, { code: '[|bad|]' })).toThrow('Other suggestions');
    expect(invalid(silentFix, { code: '[|bad|]', suggestions: ['good'] })).toThrow('Got:\n(none)');
    const suggestions = [{ output: 'good', title: 'Other.' }];
    expect(invalid(suggestsGood, { code: '[|bad|]', suggestions })).toThrow('title "Other."');
  });

  test('on edits that do not parse', () => {
    expect(invalid(renamed('('), { code: '[|bad|]', output: '(' })).toThrow('does not parse');
    expect(invalid(suggesting('('), { code: '[|bad|]', suggestions: ['('] })).toThrow(
      'The suggestion "Rename." does not parse',
    );
  });

  test('on edits that lose a comment', () => {
    const eraser = (how: 'fix' | 'suggest') =>
      aboutNames(({ name }, { sourceCode }) => {
        const fix: Rule.ReportFixer = (fixer) => fixer.replaceText(sourceCode.ast, 'good');
        if (name !== 'bad') return null;
        return how === 'fix'
          ? { fix }
          : { suggest: [{ messageId: 'edit', data: { title: 'Rename.' }, fix }] };
      });
    const code = 'f(/* why */ [|bad|])';
    expect(invalid(eraser('fix'), { code, output: 'good' })).toThrow('loses the comment "why"');
    expect(invalid(eraser('suggest'), { code, suggestions: ['good'] })).toThrow(
      'loses the comment',
    );
  });

  test('on fixes that do not settle', () => {
    expect(invalid(renamed('f(bad)'), { code: '[|bad|]', output: 'f(bad)' })).toThrow('settle');
  });

  test('on edits that leave the problem or bring a new one', () => {
    const worse = (how: 'fix' | 'suggest') =>
      aboutNames((node) => {
        if (!node.name.startsWith('bad')) return null;
        const fix: Rule.ReportFixer = (fixer) => fixer.replaceText(node, 'bad2(bad3)');
        if (node.name !== 'bad') return {};
        return how === 'fix'
          ? { fix }
          : { suggest: [{ messageId: 'edit', data: { title: 'Rename.' }, fix }] };
      });
    const code = '[|bad|]';
    const edited = 'bad2(bad3)';
    expect(invalid(worse('fix'), { code, output: edited })).toThrow('brings new reports');
    expect(invalid(worse('suggest'), { code, suggestions: [edited] })).toThrow(
      'brings new reports',
    );
    expect(invalid(suggesting('(bad)'), { code, suggestions: ['(bad)'] })).toThrow(
      'still reported',
    );
  });

  test('on a message that shows a credential', () => {
    const key = 'k3y' + 'abcdef0123456';
    const teller: Rule.RuleModule = {
      meta: { messages: { said: 'Do not write {{value}}.' } },
      create: (context) => ({
        CallExpression(node) {
          const { value } = Object(node.arguments[0]) as { value: string };
          context.report({ node, messageId: 'said', data: { value } });
        },
      }),
    };
    expect(invalid(teller, { code: `[|f('${key}')|]` })).toThrow('credential');
    checkInvalid(teller, { code: "[|f('https://api2.example.com/v1')|]" });
  });

  test('on reports that depend on the parser', () => {
    const picky = aboutNames((node, { languageOptions }) =>
      node.name === 'bad' && 'parseForESLint' in Object(languageOptions['parser']) ? {} : null,
    );
    expect(invalid(picky, { code: '[|bad|]' })).toThrow('parsers lead to different reports');
    checkInvalid(picky, { code: '[|bad|]', parser: 'ts' });
    checkValid(picky, { code: 'bad', parser: 'js' });
    checkInvalid(picky, { code: '[|bad|] as string' });
  });

  test('on options outside the schema', () => {
    expect(() => {
      checkValid(good, { code: 'a', options: { unknown: true } });
    }).toThrow('unknown');
  });

  test('on what only the other tester notices', () => {
    const meddling = aboutNames((node) => {
      node.name = 'changed';
      return null;
    });
    expect(() => {
      checkValid(meddling, 'a');
    }).toThrow('Rule should not modify AST');
  });

  test('on a case that is there twice', () => {
    const cases = [{ code: 'a' }, { name: 'again', code: 'a' }, { code: 'a', apis: ['octopus'] }];
    expect(duplicatesAmong(cases)).toEqual(['again']);
  });
});

test('marks are read and written, nested too', () => {
  const marked = 'f([|a.[|b|]|], [|[|c|](d)|])';
  const { code, marks } = readMarks(marked);
  expect(code).toBe('f(a.b, c(d))');
  expect(marks.map(({ start, end }) => code.slice(start, end))).toEqual(['a.b', 'b', 'c(d)', 'c']);
  expect(writeMarks(code, marks)).toBe(marked);
  expect(() => readMarks('[|a')).toThrow('[| without |]');
  expect(() => readMarks('a|]')).toThrow('|] without [|');
});
