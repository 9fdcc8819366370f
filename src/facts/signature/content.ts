import type { TSESTree } from '@typescript-eslint/utils';
import type { Binding } from '../../ast/scope.ts';
import { clientsOfKind } from '../request/client-shapes.ts';
import { knownNames } from '../../ast/imports.ts';
import type { Node } from '../../ast/node.ts';
import { declaredName } from '../../ast/function-name.ts';
import { enclosingFunction, keyName, staticString, unwrap } from '../../ast/node.ts';
import { returnsOf } from '../../ast/returns.ts';
import { isWithin } from '../../ast/within.ts';
import { ownFunction } from '../../values/own-function.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { textOf } from '../../values/source-module.ts';
import { calledName } from './containers.ts';
import { argumentsFor } from './parameters.ts';
import { valuesWritten } from '../../values/written-for.ts';

/** A piece of what is signed. */
export interface Piece {
  readonly node: Node;
  /** `stringified`: an object written as JSON again; `parsed`: an object; `body`: the body, parsed or not. */
  readonly form: 'stringified' | 'parsed' | 'body';
}

/** The pieces that an expression is put together from, through names, parameters and conversions. */
export function piecesOf(wrapped: Node, module: SourceModule): Piece[] {
  const seen = new Set<Node>();
  const pieces: Piece[] = [];
  const visit = (outer: Node, depth: number): void => {
    const node = unwrap(outer);
    if (seen.has(node) || depth > 8) return;
    seen.add(node);
    if (isTokenText(node)) return;
    const piece = pieceAt(node, module);
    if (piece) pieces.push(piece);
    else for (const part of partsOf(node, module)) visit(part, depth + 1);
  };
  visit(wrapped, 0);
  return pieces;
}

/** `Buffer.from(JSON.stringify(claims)).toString('base64url')`: a part of a token that one issues. */
const isTokenText = (node: Node): boolean =>
  node.type === 'CallExpression' &&
  keyName(node.callee) === 'toString' &&
  staticString(node.arguments[0]) === 'base64url';

function pieceAt(node: Node, module: SourceModule): Piece | null {
  if (node.type === 'CallExpression') {
    if (isJson(node, 'stringify'))
      return isAsSent(node, module) && !isInSorter(node, module)
        ? { node, form: 'stringified' }
        : null;
    if (isParsing(node)) return { node, form: 'parsed' };
  }
  if (node.type === 'MemberExpression' && keyName(node) === 'body') return { node, form: 'body' };
  if (node.type === 'Identifier' && isParsedParameter(node, module))
    return { node, form: 'parsed' };
  return null;
}

const isJson = ({ callee }: TSESTree.CallExpression, name: string): boolean =>
  callee.type === 'MemberExpression' &&
  callee.object.type === 'Identifier' &&
  callee.object.name === 'JSON' &&
  keyName(callee) === name;

/** `request.json()`: an object, whatever was sent. */
const isParsing = (call: TSESTree.CallExpression): boolean =>
  isJson(call, 'parse') ||
  (call.callee.type === 'MemberExpression' &&
    call.arguments.length === 0 &&
    keyName(call.callee) === 'json');

/**
 * `JSON.stringify(body)` is meant to be what was sent. With sorted keys, with fields left out or
 * put together anew it is what the provider asks for.
 */
function isAsSent({ arguments: [value, replacer] }: TSESTree.CallExpression, module: SourceModule) {
  if (!value || value.type === 'SpreadElement') return false;
  const isPlain =
    !replacer ||
    (replacer.type === 'Literal' && replacer.value === null) ||
    (replacer.type === 'Identifier' && replacer.name === 'undefined');
  const node = unwrap(value);
  if (node.type === 'AwaitExpression') return isPlain;
  if (node.type === 'CallExpression') return isPlain && isParsing(node);
  if (node.type === 'Identifier') return isPlain && !isMadeAnew(node, module);
  return isPlain && node.type === 'MemberExpression';
}

/** `function stable(value) { … .sort() … stable(child) … }`: writes every object in an order of its own. */
function isInSorter(call: Node, module: SourceModule): boolean {
  const fn = enclosingFunction(call);
  const name = fn && declaredName(fn);
  if (!fn || !name || !/\.(?:sort|toSorted)\(/.test(textOf(fn, module))) return false;
  const reads = module.scopes.bindingOf(name)?.reads ?? [];
  return reads.some((read) => isWithin(read, fn));
}

/** A name for an object that was written, sorted, or taken apart in the program. */
function isMadeAnew(name: TSESTree.Identifier, { scopes }: SourceModule): boolean {
  const binding = scopes.bindingOf(name);
  const declared = binding?.declarations[0];
  if (!binding || declared?.parent.type === 'RestElement') return true;
  return binding.writes.some(({ by, target }) => {
    const init = by.type === 'VariableDeclarator' ? by.init : null;
    if (!init || by.type !== 'VariableDeclarator' || by.id !== target) return false;
    const made = unwrap(init.type === 'AwaitExpression' ? init.argument : init);
    if (made.type === 'ObjectExpression') return true;
    if (made.type !== 'CallExpression') return false;
    return (
      !isParsing(made) &&
      /sort|canonical|stable|order|assign|omit|pick|fromEntries|reduce/i.test(calledName(made))
    );
  });
}

const BODY_DECORATORS: ReadonlySet<string> = new Set(
  clientsOfKind('web').flatMap(({ forms }) =>
    forms.flatMap((form) =>
      form.form === 'decorator'
        ? Object.entries(form.parameters).flatMap(([name, kind]) => (kind === 'body' ? [name] : []))
        : [],
    ),
  ),
);

/** `@Body() event`: parsed, and not typed as text or bytes. */
function isParsedParameter(name: TSESTree.Identifier, { scopes, text }: SourceModule): boolean {
  const declared = scopes.bindingOf(name)?.declarations[0];
  const decorators: TSESTree.Decorator[] | undefined = declared?.decorators;
  const type = declared?.typeAnnotation?.range;
  if (type && /string|Buffer|Uint8Array/.test(text.slice(type[0], type[1]))) return false;
  return (decorators ?? []).some(
    ({ expression }) =>
      expression.type === 'CallExpression' &&
      expression.arguments.length === 0 &&
      expression.callee.type === 'Identifier' &&
      knownNames(expression.callee, scopes).some((each) => BODY_DECORATORS.has(each)),
  );
}

/** Functions that give back what they are given in another form. */
const CONVERTS =
  /^(?:from|String|toString|encode|concat|trim|alloc|Uint8Array|TextEncoder|decode)$/;

function partsOf(node: Node, module: SourceModule): readonly Node[] {
  switch (node.type) {
    case 'Identifier': {
      const binding = module.scopes.bindingOf(node);
      return binding ? writtenTo(binding, module) : [];
    }
    case 'AwaitExpression':
      return [node.argument];
    case 'ConditionalExpression':
      return [node.consequent, node.alternate];
    case 'LogicalExpression':
      return [node.left, node.right];
    case 'TemplateLiteral':
      return [...node.expressions];
    case 'ArrayExpression':
      return node.elements.filter((element) => element !== null);
    case 'ObjectExpression':
      return node.properties.flatMap((each) => (each.type === 'Property' ? [each.value] : []));
    case 'BinaryExpression':
      return node.operator === '+' ? [node.left, node.right] : [];
    case 'NewExpression':
    case 'CallExpression': {
      if (!CONVERTS.test(calledName(node)) && calledName(node) !== 'join')
        return returnedBy(node.callee, module);
      const receiver = node.callee.type === 'MemberExpression' ? [node.callee.object] : [];
      return [...receiver, ...node.arguments];
    }
    default:
      return [];
  }
}

/** `rawBodyOf(req)`: what a function of this file gives back. */
function returnedBy(callee: Node, module: SourceModule): readonly Node[] {
  const fn = ownFunction(callee, module);
  return fn ? returnsOf(fn) : [];
}

function writtenTo(binding: Binding, module: SourceModule): Node[] {
  const [declared] = binding.declarations;
  const given = binding.kind === 'param' && declared ? argumentsFor(declared, module) : [];
  return [...valuesWritten(binding), ...given];
}
