import { holdsComment } from '../ast/comments.ts';
import { placeholdersIn, withoutEnding } from '../ast/text.ts';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Expression, Node } from '../ast/node.ts';
import { keyName, unwrap } from '../ast/node.ts';
import type { SourceModule } from '../values/source-module.ts';
import type { Edit } from './edit.ts';

/** A log line whose parts are pasted into a text. */
export interface PastedLine {
  readonly call: TSESTree.CallExpression;
  readonly args: readonly Expression[];
  /** Where its logger wants the fields; null where that is not known. */
  readonly order: 'fields-first' | 'message-first' | 'any' | null;
  /** Errors, `error` or `result.reason`: of these code and message become fields. */
  readonly errors: ReadonlySet<string>;
  readonly module: SourceModule;
}

const TITLE = 'Write the parts as fields';

/**
 * Makes the parts of a line's text fields of their own, in the order its logger wants: `error.code`
 * becomes `code: error.code`. Null where the line is put together in another way.
 */
export function logAsFields(line: PastedLine): Edit | null {
  const { args, order, call, module } = line;
  const [first] = args;
  if (order === null || !first || args.length !== call.arguments.length || args.length > 2)
    return null;
  const parts = partsOf(args);
  if (!parts || holdsComment(call, module.text, module.visitorKeys)) return null;
  const fields = fieldsOf(parts.holes, line);
  if (!fields) return null;
  const object = `{ ${fields.join(', ')} }`;
  const text = `'${parts.text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const message = parts.text === '' ? [] : [text];
  const given = order === 'fields-first' ? [object, ...message] : [...message, object];
  const last = args.at(-1) ?? first;
  return {
    safe: false,
    title: TITLE,
    changes: [{ range: [first.range[0], last.range[1]], text: given.join(', ') }],
  };
}

interface Parts {
  readonly text: string;
  readonly holes: readonly Node[];
}

/** The fixed text of a line and what is pasted into it, or follows it. */
function partsOf([first, second]: readonly Expression[]): Parts | null {
  const pieces = first ? piecesOf(unwrap(first)) : null;
  if (!pieces) return null;
  const all = second ? [...pieces, unwrap(second)] : pieces;
  const fixed = pieces.filter((piece) => typeof piece === 'string');
  const holes = all.filter((piece) => typeof piece !== 'string');
  return holes.length === 0 ? null : { text: messageOf(fixed), holes };
}

function piecesOf(node: Node): (string | Node)[] | null {
  if (node.type === 'Literal')
    return typeof node.value === 'string' && placeholdersIn(node.value).length === 0
      ? [node.value]
      : null;
  if (node.type === 'TemplateLiteral')
    return node.quasis.flatMap((quasi, index) => {
      const hole = node.expressions[index];
      return [quasi.value.cooked ?? quasi.value.raw, ...(hole ? [unwrap(hole)] : [])];
    });
  if (node.type !== 'BinaryExpression' || node.operator !== '+') return null;
  const left = piecesOf(unwrap(node.left)) ?? [unwrap(node.left)];
  const right = piecesOf(unwrap(node.right)) ?? [unwrap(node.right)];
  return [...left, ...right];
}

/** The words around what is pasted in, without labels of a further value: `, code: `. */
const messageOf = ([first = '', ...others]: readonly string[]): string =>
  [first, ...others.filter((piece) => !LABEL.test(piece))]
    .map(tidy)
    .filter((piece) => piece !== '')
    .join(' ')
    .replace(LEFT_OVER, '');

const LABEL = /^\s*[,;|([{]/;
/** Words that led to a value. */
const LEFT_OVER = / (?:for|of|on|in|to|at|by|from|with|after|and|is|was|as|took|ms|s)$/i;

/** Without the punctuation that leads to what is pasted in: `failed: ` is `failed`. */
const tidy = (text: string): string =>
  withoutEnding(text.replace(/\s+/g, ' ').replace(/^[\s,;:=/)\]-]+/, ''), ' ,;:=/(-[#');

function fieldsOf(holes: readonly Node[], { errors, module }: PastedLine): string[] | null {
  const fields = new Map<string, string>();
  let error: string | null = null;
  for (const hole of holes) {
    const node = serialised(hole);
    const text = module.text.slice(...node.range);
    const name = node.type === 'Identifier' ? node.name : keyName(node);
    if ((node.type !== 'Identifier' && node.type !== 'MemberExpression') || name === null)
      return null;
    const whole = pathOf(node);
    error = errorIn(node, errors) ?? error;
    if (whole !== null && errors.has(whole)) fields.set('message', `${whole}.message`);
    else if (fields.has(name) || !/^[\w$]+$/.test(name)) return null;
    else fields.set(name, text);
  }
  if (error !== null && ![...fields.keys()].some((name) => /code$/i.test(name)))
    fields.set('code', `${error}.code`);
  return [...fields].map(([name, text]) => (name === text ? name : `${name}: ${text}`));
}

/** The `error` of `JSON.stringify(error)` and `String(error)`. */
function serialised(node: Node): Node {
  const [only] = node.type === 'CallExpression' ? node.arguments : [];
  return only && node.type === 'CallExpression' && node.arguments.length < 4 ? unwrap(only) : node;
}

/** The error of which a member is read: `error`, `result.reason`. */
function errorIn(node: Node, errors: ReadonlySet<string>): string | null {
  for (let inner = node; ; inner = unwrap(inner.object)) {
    const path = pathOf(inner);
    if (path !== null && errors.has(path)) return path;
    if (inner.type !== 'MemberExpression') return null;
  }
}

function pathOf(node: Node): string | null {
  if (node.type === 'Identifier') return node.name;
  const name = node.type === 'MemberExpression' ? keyName(node) : null;
  const path = node.type === 'MemberExpression' ? pathOf(unwrap(node.object)) : null;
  return name === null || path === null ? null : `${path}.${name}`;
}
