import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../ast/node.ts';
import { isFunction, keyName, staticString, unwrap } from '../ast/node.ts';

export type PlaceForm =
  | 'variable'
  | 'property'
  | 'field'
  | 'assignment'
  | 'default'
  | 'attribute'
  | 'comparison'
  | 'argument'
  | 'returned'
  | 'member'
  | 'other';

/** What a literal in the code is given to. */
export interface LiteralPlace {
  readonly form: PlaceForm;
  /** The name of what gets it; null where it has none that can be read. */
  readonly name: string | null;
  /** The declarator, property, call, comparison that it stands in. */
  readonly holder: Node;
  /** The outermost expression that is worth it: the literal itself, or the `a || 'b'` around it. */
  readonly whole: Node;
  /** The `||`, `??` or condition that it is an arm of, the outermost. */
  readonly choice: TSESTree.LogicalExpression | TSESTree.ConditionalExpression | null;
  /** The call that takes it as it is, or re-encoded, outermost: `Buffer.from('x', 'base64')`. */
  readonly through: TSESTree.CallExpression | null;
  readonly argument: number;
}

/** Functions that give back what they were given in another encoding. */
const RECODING: ReadonlySet<string> = new Set([
  'from',
  'encode',
  'String',
  'btoa',
  'atob',
  'encodeURIComponent',
  'freeze',
  'concat',
  'trim',
  'toString',
  'replace',
  'toLowerCase',
]);

/** What these give back is their object's, not their argument's. */
const OF_ITS_OBJECT: ReadonlySet<string> = new Set(['toString', 'trim', 'replace', 'toLowerCase']);

type Around = Omit<LiteralPlace, 'form' | 'name' | 'holder'>;

/** Where a literal goes, looked at from inside out. */
export function placeOf(literal: Node): LiteralPlace {
  let around: Around = { whole: literal, choice: null, through: null, argument: 0 };
  for (;;) {
    const next = outward(around);
    if (!next) return placed(around);
    around = next;
  }
}

function outward(around: Around): Around | null {
  const { whole } = around;
  const outer = whole.parent;
  if (!outer) return null;
  const step: Around = { ...around, whole: outer };
  if (unwrap(outer) === unwrap(whole)) return step;
  switch (outer.type) {
    case 'LogicalExpression':
      return { ...step, choice: outer };
    case 'ConditionalExpression':
      return outer.test === whole ? null : { ...step, choice: outer };
    case 'TemplateLiteral':
      return outer.expressions.length === 1 && outer.quasis.every(({ value }) => value.raw === '')
        ? step
        : null;
    case 'ArrayExpression':
      return isPair(outer, whole) ? null : step;
    case 'MemberExpression': {
      const call = outer.parent;
      if (outer.object !== whole || call.type !== 'CallExpression' || call.callee !== outer)
        return null;
      return RECODING.has(keyName(outer) ?? '') ? { ...step, whole: call, through: call } : null;
    }
    case 'CallExpression':
    case 'NewExpression':
      return throughCall(outer, around, step);
    default:
      return null;
  }
}

/** `new Map([['name', value]])`, `Object.fromEntries([['name', value]])`. */
function isPair({ elements, parent }: TSESTree.ArrayExpression, value: Node): boolean {
  const [name, second, ...others] = elements;
  const made = parent.type === 'ArrayExpression' ? parent.parent : null;
  if (second !== value || others.length > 0 || staticString(name) === null) return false;
  return (
    (made?.type === 'NewExpression' || made?.type === 'CallExpression') &&
    PAIRED.has(keyName(made.callee) ?? nameOf(made.callee) ?? '')
  );
}

const PAIRED: ReadonlySet<string> = new Set(['Map', 'Headers', 'URLSearchParams', 'fromEntries']);

function throughCall(
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  around: Around,
  step: Around,
): Around | null {
  if (call.type !== 'CallExpression' || call.arguments[0] !== around.whole) return null;
  const name = call.callee.type === 'Identifier' ? call.callee.name : (keyName(call.callee) ?? '');
  return RECODING.has(name) && !OF_ITS_OBJECT.has(name) ? { ...step, through: call } : null;
}

function placed(around: Around): LiteralPlace {
  const { whole } = around;
  const holder = whole.parent;
  const at = (form: PlaceForm, name: string | null, argument = 0): LiteralPlace => ({
    ...around,
    form,
    name,
    argument,
    holder: holder ?? whole,
  });
  switch (holder?.type) {
    case 'VariableDeclarator':
      return at('variable', nameOf(holder.id));
    case 'Property':
      return holder.value === whole ? at('property', keyName(holder)) : at('other', null);
    case 'ArrayExpression':
      return at('property', staticString(holder.elements[0]));
    case 'PropertyDefinition':
    case 'AccessorProperty':
      return at('field', keyName(holder));
    case 'TSEnumMember':
      return at('member', keyName(holder));
    case 'AssignmentExpression':
      return at('assignment', nameOf(holder.left));
    case 'AssignmentPattern':
      return at('default', defaultName(holder));
    case 'JSXAttribute':
      return at('attribute', keyName(holder));
    case 'JSXExpressionContainer':
      return holder.parent.type === 'JSXAttribute'
        ? at('attribute', keyName(holder.parent))
        : at('other', null);
    case 'BinaryExpression':
      return COMPARING.has(holder.operator)
        ? at('comparison', nameOf(holder.left === whole ? holder.right : holder.left))
        : at('other', null);
    case 'CallExpression':
    case 'NewExpression':
      return argumentPlace(holder, whole, at);
    case 'ReturnStatement':
      return at('returned', returningName(holder));
    case 'ArrowFunctionExpression':
      return at('returned', nameOf(holder.parent));
    default:
      return at('other', null);
  }
}

const COMPARING: ReadonlySet<string> = new Set(['===', '==', '!==', '!=']);

type At = (form: PlaceForm, name: string | null, argument?: number) => LiteralPlace;

/** `headers.set('x-api-key', 'value')`: the argument before names it. */
function argumentPlace(
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  whole: Node,
  at: At,
): LiteralPlace {
  const index = call.arguments.findIndex((argument) => argument === whole);
  const before =
    index === 1 && call.type === 'CallExpression' && call.callee.type === 'MemberExpression'
      ? staticString(call.arguments[0])
      : null;
  const isSetter = SETTING.has(keyName(call.callee) ?? '');
  return index < 0 ? at('other', null) : at('argument', isSetter ? before : null, index);
}

const SETTING: ReadonlySet<string> = new Set([
  'set',
  'setHeader',
  'header',
  'append',
  'add',
  'setItem',
  'headers',
]);

const defaultName = (pattern: TSESTree.AssignmentPattern): string | null =>
  pattern.parent.type === 'Property' ? keyName(pattern.parent) : nameOf(pattern.left);

function returningName(statement: Node): string | null {
  for (let above = statement.parent; above; above = above.parent) {
    if (!isFunction(above)) continue;
    return above.type === 'FunctionDeclaration'
      ? (above.id?.name ?? null)
      : above.parent
        ? nameOf(above.parent)
        : null;
  }
  return null;
}

/** What something is called: a variable, the last name of a member access, the header that is read. */
export function nameOf(node: Node): string | null {
  const inner = unwrap(node);
  switch (inner.type) {
    case 'Identifier':
      return inner.name;
    case 'MemberExpression':
      return inner.computed && inner.property.type !== 'Literal' ? null : keyName(inner);
    case 'VariableDeclarator':
      return nameOf(inner.id);
    case 'Property':
    case 'PropertyDefinition':
    case 'MethodDefinition':
      return keyName(inner);
    case 'CallExpression':
      return inner.arguments.length === 1 ? staticString(inner.arguments[0]) : null;
    default:
      return null;
  }
}
