import { holdsComment } from '../ast/comments.ts';
import type { Node } from '../ast/node.ts';
import { ancestorsOf, isFunction, unwrap } from '../ast/node.ts';
import type { SourceModule } from '../values/source-module.ts';
import type { Edit, TextChange } from './edit.ts';

/** A default of an environment variable, as a fact describes it. */
interface Defaulted {
  readonly node: Node;
  readonly variable: string;
  readonly form:
    | 'operator'
    | 'conditional'
    | 'assignment'
    | 'pattern'
    | 'argument'
    | 'chain'
    | 'option'
    | 'merged';
  readonly read: Node;
  readonly value: Node;
  readonly required: string | null;
  readonly module: SourceModule;
}

/**
 * Takes the default away and has the program stop where the variable is unset. Null where the
 * default stands in a form that leaves no place for it.
 */
export function requireEnvironment(defaulted: Defaulted): Edit | null {
  const title = `Fail when ${defaulted.variable} is not set.`;
  const changes = changesOf(defaulted, defaulted.module.text);
  return changes && { safe: false, title, changes };
}

function changesOf(defaulted: Defaulted, text: string): TextChange[] | null {
  const { node, read, form, required } = defaulted;
  if (holdsComment(node, text, defaulted.module.visitorKeys)) return null;
  switch (form) {
    case 'chain': {
      const tail = required === null ? '' : `.${required}()`;
      return [{ range: [...node.range], text: `${text.slice(...read.range)}${tail}` }];
    }
    case 'option':
      return [withoutProperty(node, text)];
    case 'pattern':
      return checked(
        defaulted,
        text,
        [{ range: [read.range[1], node.range[1]], text: '' }],
        text.slice(read.range[0], read.range[1]),
        'after',
      );
    case 'operator':
    case 'conditional': {
      const own = text.slice(read.range[0], read.range[1]);
      const changes = [{ range: node.range, text: own }] as const;
      if (required !== null) return strictly(defaulted, required, text);
      if (unwrap(read).type === 'CallExpression') {
        const name = nameGiven(node);
        return name === null ? null : checked(defaulted, text, changes, name, 'after');
      }
      const tested = text.slice(...unwrap(read).range);
      return checked(defaulted, text, changes, tested, 'before');
    }
    case 'argument':
      return required === null ? null : asked(defaulted, required);
    default:
      return null;
  }
}

/** `config.getOrThrow('X')` for `config.get('X', 'v')`. */
function asked({ node, read, value }: Defaulted, required: string): TextChange[] | null {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return null;
  return [
    { range: [...node.callee.property.range], text: required },
    { range: [read.range[1], value.range[1]], text: '' },
  ];
}

/** `config.getOrThrow('X')` for `config.get('X') ?? 'v'`. */
function strictly({ node, read }: Defaulted, required: string, text: string): TextChange[] | null {
  const call = unwrap(read);
  if (call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return null;
  const [start, end] = call.callee.property.range;
  const asked = `${text.slice(read.range[0], start)}${required}${text.slice(end, read.range[1])}`;
  return [{ range: [...node.range], text: asked }];
}

/** `const key = Deno.env.get('KEY') ?? 'v'`: a name that can be looked at, where the read itself is a call. */
function nameGiven({ parent }: Node): string | null {
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return null;
  return parent.parent.parent.type === 'ForStatement' ? null : parent.id.name;
}

/** Puts a check before (or after) the statement around the read. */
function checked(
  { node, variable }: Defaulted,
  text: string,
  changes: readonly TextChange[],
  tested: string,
  where: 'before' | 'after',
): TextChange[] | null {
  const statement = statementAround(node);
  const check = `if (!${tested}) throw new Error('${variable} is not set');`;
  if (!statement || !/^[\w.$?'"[\]]+$/.test(tested)) return null;
  const lineStart = text.lastIndexOf('\n', statement.range[0] - 1) + 1;
  const indent = /^\s*/.exec(text.slice(lineStart, statement.range[0]))?.[0] ?? '';
  const at = where === 'before' ? statement.range[0] : statement.range[1];
  const inserted = where === 'before' ? `${check}\n${indent}` : `\n${indent}${check}`;
  return [{ range: [at, at], text: inserted }, ...changes];
}

/** The statement of a block or the program around a node, in the same function. */
function statementAround(node: Node): Node | null {
  let inner = node;
  for (const above of ancestorsOf(node)) {
    if (above.type === 'Program' || above.type === 'BlockStatement' || above.type === 'StaticBlock')
      return inner;
    if (isFunction(above) || above.type === 'ClassBody' || above.type === 'SwitchCase') return null;
    inner = above;
  }
  return null;
}

function withoutProperty(property: Node, text: string): TextChange {
  const [start, end] = property.range;
  const after = /^\s*,\s*/.exec(text.slice(end));
  if (after) return { range: [start, end + after[0].length], text: '' };
  const before = /,\s*$/.exec(text.slice(0, start));
  return { range: [start - (before?.[0].length ?? 0), end], text: '' };
}
