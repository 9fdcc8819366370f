import * as tsParser from '@typescript-eslint/parser';
import { RuleTester } from '@typescript-eslint/rule-tester';
import type { Situation } from './case.ts';
import type { LintResult } from './lint.ts';

/** Runs cases at once, inside the test that asks for them. */
class ImmediateTester extends RuleTester {
  static override readonly afterAll = (): void => undefined;
  static override readonly describe = (_name: string, run: () => void): void => {
    run();
  };
  static override readonly it = ImmediateTester.describe;
}

/**
 * Puts a case that came out as expected to @typescript-eslint's tester, which checks what it checks
 * besides: the schema, an untouched tree, no calls of what rules may not call, titles told apart.
 */
export function askRuleTester(
  situation: Situation,
  { messages }: LintResult,
  suggested: readonly (readonly string[])[],
  outputs: readonly string[],
): void {
  const { rule, ruleName, code, filename, options, settings } = situation;
  const common = { code, filename, options, settings };
  const errors = messages.map((message, index) => ({
    messageId: message.messageId,
    line: message.line,
    column: message.column,
    endLine: message.endLine,
    endColumn: message.endColumn,
    suggestions:
      message.suggestions?.map(({ messageId, desc }, which) => ({
        ...(messageId === undefined ? { desc } : { messageId }),
        output: suggested[index]?.[which],
      })) ?? null,
  }));
  const cases =
    errors.length === 0
      ? { valid: [common], invalid: [] }
      : {
          valid: [],
          invalid: [{ ...common, errors, output: outputs.length > 0 ? outputs : null }],
        };
  const tester = new ImmediateTester({
    languageOptions: { parser: tsParser, parserOptions: { ecmaFeatures: { jsx: true } } },
  });
  tester.run(
    ruleName,
    rule as unknown as Parameters<RuleTester['run']>[1],
    cases as unknown as Parameters<RuleTester['run']>[2],
  );
}
