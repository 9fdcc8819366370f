import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../ast/node.ts';
import { valueOf } from '../values/evaluate.ts';
import { attributeOf, namesOf } from '../values/objects.ts';
import type { SourceModule } from '../values/source-module.ts';
import type { Edit } from './edit.ts';

/**
 * Adds a case for each of some texts to a `switch`, before its `default`. What is to be done there
 * only a person can say: until then the case throws. Null where the case before would run into it.
 */
export function addCases(
  statement: TSESTree.SwitchStatement,
  texts: readonly string[],
  module: SourceModule,
): Edit | null {
  const { text } = module;
  const at = statement.cases.findIndex(({ test }) => test === null);
  if (at !== -1 && at !== statement.cases.length - 1) return null;
  const others = at === -1 ? statement.cases : statement.cases.slice(0, at);
  const last = others.at(-1);
  if (!last?.test || !ends(last.consequent)) return null;
  const written = writtenAs(last.test, module);
  const lineStart = text.lastIndexOf('\n', last.range[0]) + 1;
  const indent = text.slice(lineStart, last.range[0]);
  const labels = texts.flatMap((each) => written?.label(each) ?? []);
  if (!written || labels.length < texts.length || indent.trim() !== '') return null;
  const { quote } = written;
  const cases = texts.map(
    (each, index) =>
      `\n${indent}case ${labels[index] ?? ''}:\n${indent}  throw new Error(${quote}Status ${each} is not handled yet${quote});`,
  );
  const end = endOfLine(last.range[1], text);
  return {
    safe: false,
    title: `Add a case for ${texts.join(', ')}`,
    changes: [{ range: [end, end], text: cases.join('') }],
  };
}

interface Written {
  readonly quote: string;
  /** A text as the cases have theirs: in quotes, or the member of their enumeration; null where it has none. */
  readonly label: (text: string) => string | null;
}

function writtenAs(test: Node, module: SourceModule): Written | null {
  const own = module.text.slice(...test.range);
  const quote = /^["']/.exec(own)?.[0];
  if (quote !== undefined) return { quote, label: (text) => `${quote}${text}${quote}` };
  if (test.type !== 'MemberExpression' || test.computed) return null;
  const members = valueOf(test.object, module);
  const names = namesOf(members);
  const object = module.text.slice(...test.object.range);
  return {
    quote: "'",
    label: (text) => {
      const name = names.find((each) => {
        const member = attributeOf(members, each);
        return (
          member.state === 'known' && member.value.kind === 'literal' && member.value.value === text
        );
      });
      return name === undefined ? null : `${object}.${name}`;
    },
  };
}

/** The last statement of a case leaves it. */
function ends(consequent: readonly Node[]): boolean {
  const last = consequent.at(-1);
  if (last?.type === 'BlockStatement') return ends(last.body);
  return (
    last?.type === 'BreakStatement' ||
    last?.type === 'ReturnStatement' ||
    last?.type === 'ThrowStatement' ||
    last?.type === 'ContinueStatement'
  );
}

/** Behind a comment on the same line. */
function endOfLine(from: number, text: string): number {
  const rest = /^[ \t]*\/\/[^\n]*/.exec(text.slice(from));
  return from + (rest?.[0].length ?? 0);
}
