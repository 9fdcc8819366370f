import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { ancestorsOf, keyName, isFunction, staticString, wrapped } from '../../ast/node.ts';
import { wordsOf } from '../../ast/words.ts';
import { environmentOf } from '../../values/address.ts';
import { valueOf } from '../../values/evaluate.ts';
import { attributeOf } from '../../values/objects.ts';
import { textOf } from '../../values/source-module.ts';
import { isString } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import { isProductionAddress } from './production-host.ts';
import type { LiteralPlace } from '../literal-place.ts';
import { isOnlyEntryRead, isPickedByKey } from '../url/kept-reads.ts';
import { isEnvironmentName } from './env-purpose.ts';

/** How an address or a name depends on the environment. */
export interface Environments {
  readonly isPerEnvironment: boolean;
  readonly fallbackOf: string | null;
}

export function environmentsOf(place: LiteralPlace, view: FileView): Environments {
  const fallbackOf = fallbackVariable(place, view) ?? defaultVariable(place, view);
  const isArm = place.choice?.type === 'ConditionalExpression' && fallbackOf === null;
  return {
    fallbackOf,
    isPerEnvironment:
      isArm ||
      isReadAsArm(place, view) ||
      isUnderTest(place) ||
      (isNamedForOne(place) && !isOnlyEntryRead(place, view) && !isAloneInUse(place, view)) ||
      isSetUpBesideProduction(place, view) ||
      isListedBesideProduction(place, view) ||
      isPickedByKey(place, view),
  };
}

/** It stands in where an option or a parameter was not given: `options.url ?? 'https://…'`. */
export const isInPlaceOfOption = ({ choice, form, whole }: LiteralPlace): boolean =>
  form === 'default' ||
  (choice?.type === 'LogicalExpression' && choice.operator !== '&&' && choice === whole);

function fallbackVariable(
  { choice, form, holder }: LiteralPlace,
  { module }: FileView,
): string | null {
  if (choice?.type === 'LogicalExpression')
    return choice.operator === '&&'
      ? null
      : (environmentOf(valueOf(choice.left, module))[0] ?? null);
  if (choice?.type === 'ConditionalExpression') {
    const [test] = environmentOf(valueOf(choice.test, module));
    return test !== undefined && environmentOf(valueOf(choice.consequent, module)).includes(test)
      ? test
      : null;
  }
  if (
    form !== 'default' ||
    holder.type !== 'AssignmentPattern' ||
    holder.left.type !== 'Identifier'
  )
    return null;
  return environmentOf(valueOf(holder.left, module))[0] ?? null;
}

/** The variable that a call gives it as the default of: `z.string().default('https://…')`, `config.get('X', 'https://…')`. */
function defaultVariable({ form, whole }: LiteralPlace, { facts }: FileView): string | null {
  if (form !== 'argument' && form !== 'property') return null;
  return facts.envRead.find((read) => read.default?.value === whole)?.variable ?? null;
}

/** `SANDBOX_URL`, `urls.sandbox`, `{ sandbox: { url } }`: it says which environment it is for. */
function isNamedForOne({ name, whole, holder }: LiteralPlace): boolean {
  if (name !== null && wordsOf(name).some(isEnvironmentName)) return true;
  if (/(?:test|dev|local|sandbox|staging)/i.test(name ?? '') && holder.type !== 'Property')
    return true;
  for (const above of ancestorsOf(whole)) {
    if (isFunction(above) || above.type === 'CallExpression' || above.type === 'NewExpression')
      return false;
    const key =
      above.type === 'Property' || above.type === 'VariableDeclarator' ? nameOfHolder(above) : null;
    if (key !== null && wordsOf(key).some(isEnvironmentName)) return true;
  }
  return false;
}

/** `live ? PRODUCTION : OTHER`, wherever the constant is read. */
function isReadAsArm({ holder }: LiteralPlace, { module: { scopes } }: FileView): boolean {
  const name = holder.type === 'VariableDeclarator' ? holder.id : null;
  const reads = name?.type === 'Identifier' ? (scopes.bindingOf(name)?.reads ?? []) : [];
  return (
    reads.length > 0 &&
    reads.every((read) => {
      const node = wrapped(read);
      return node.parent?.type === 'ConditionalExpression' && node.parent.test !== node;
    })
  );
}

/** `const SANDBOX = …; const PRODUCTION = …;`, where nothing reads the constants for other environments. */
function isAloneInUse(
  { holder }: LiteralPlace,
  { module: { program, scopes } }: FileView,
): boolean {
  if (holder.type !== 'VariableDeclarator') return false;
  const isRead = ({ id }: TSESTree.VariableDeclarator): boolean =>
    id.type !== 'Identifier' || (scopes.bindingOf(id)?.reads.length ?? 0) > 0;
  const others = program.body
    .flatMap((each) => (each.type === 'VariableDeclaration' ? each.declarations : []))
    .filter(
      (each) =>
        each !== holder &&
        staticString(each.init) !== null &&
        wordsOf(nameOfHolder(each) ?? '').some(isEnvironmentName),
    );
  return isRead(holder) && others.length > 0 && !others.some(isRead);
}

/** `new Stack(app, { stage: 'TEST', api: 'https://…' })` beside one more of the same, with the host of production. */
function isSetUpBesideProduction(
  { form, name, holder }: LiteralPlace,
  { candidates, module }: FileView,
): boolean {
  const object = form === 'property' ? holder.parent : null;
  const call = object?.parent;
  if (name === null || call?.type !== 'NewExpression') return false;
  const made = textOf(call.callee, module);
  return candidates.calls.some(
    (other) =>
      other !== call &&
      other.type === 'NewExpression' &&
      textOf(other.callee, module) === made &&
      other.arguments.some((given) => isOfProduction(attributeOf(valueOf(given, module), name))),
  );
}

/** `servers: [{ url: 'https://staging.…' }, { url: 'https://api.…' }]`: one of those that there are. */
function isListedBesideProduction(
  { form, name, holder }: LiteralPlace,
  { module }: FileView,
): boolean {
  const object = form === 'property' ? holder.parent : null;
  const list = object?.parent;
  return (
    name !== null &&
    list?.type === 'ArrayExpression' &&
    list.elements.some(
      (other) =>
        other !== null &&
        other !== object &&
        isOfProduction(attributeOf(valueOf(other, module), name)),
    )
  );
}

const isOfProduction = (given: ReturnType<typeof attributeOf>): boolean =>
  given.state === 'known' && isString(given.value) && isProductionAddress(given.value.value);

const nameOfHolder = (node: Node): string | null =>
  node.type === 'VariableDeclarator'
    ? node.id.type === 'Identifier'
      ? node.id.name
      : null
    : keyName(node);

/** Assigned, returned or called under a test or a case of a switch: the code decides. */
function isUnderTest({ whole, form }: LiteralPlace): boolean {
  if (form !== 'assignment' && form !== 'returned') return false;
  for (const above of ancestorsOf(whole)) {
    if (isFunction(above)) return form === 'returned' && laterReturn(above);
    if (above.type === 'IfStatement' || above.type === 'SwitchCase') return true;
  }
  return false;
}

/** An `if` before it returned something else. */
function laterReturn(fn: Node): boolean {
  const body = 'body' in fn ? fn.body : null;
  const statements =
    body !== null && typeof body === 'object' && 'type' in body && body.type === 'BlockStatement'
      ? body.body
      : [];
  return statements.some(
    (statement) => statement.type === 'IfStatement' || statement.type === 'SwitchStatement',
  );
}
