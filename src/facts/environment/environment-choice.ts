import type { Node } from '../../ast/node.ts';
import { ancestorsOf, isFunction, keyName, staticString } from '../../ast/node.ts';
import { wordsOf } from '../../ast/words.ts';
import { environmentOf } from '../../values/address.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { External, Value } from '../../values/value.ts';
import type { Fact, FileView } from '../fact.ts';
import type { LiteralPlace } from '../literal-place.ts';
import { nameOf, placeOf } from '../literal-place.ts';
import { packageOf } from '../request/package-version.ts';
import { testsEnvironment } from './branches.ts';
import { environmentsOf } from './url-environment.ts';

/** A literal that chooses an API's test environment: `setEnvironment('TEST')`, `environment: 'sandbox'`. */
export interface EnvironmentChoice extends Fact {
  readonly node: Node;
  /** What gets it: `environment`, `setEnvironment`. */
  readonly name: string;
  /** One of several, of which the environment's name picks one. */
  readonly isPerEnvironment: boolean;
  /** The environment variable that it stands in for when that is unset. */
  readonly fallbackOf: string | null;
}

export const TEST_ENVIRONMENT = /^(?:sandbox|test|testmode|sandboxenvironment)$/i;

export function findEnvironmentChoices(view: FileView): EnvironmentChoice[] {
  const literals = view.candidates.strings.filter((node) =>
    TEST_ENVIRONMENT.test(staticString(node) ?? ''),
  );
  const members = view.candidates.members.filter(
    (node) =>
      TEST_ENVIRONMENT.test(keyName(node) ?? '') && isTestMember(valueOf(node, view.module)),
  );
  return [
    ...[...literals, ...members].flatMap((node) => choiceAt(node, view)),
    ...madeEnvironments(view),
    ...switchedOn(view),
  ].sort((a, b) => a.node.range[0] - b.node.range[0]);
}

/** `Environment.Sandbox` of a package: the last name says test, the one before environment. */
function isTestMember(value: Value): boolean {
  const origin = originOf(value);
  if (origin?.source == null) return false;
  const [last = '', before = ''] = origin.path.toReversed();
  return TEST_ENVIRONMENT.test(last) && /environment/i.test(before);
}

/** `new SandboxEnvironment(id, secret)` of a package, in a file that makes no other of its environments. */
function madeEnvironments(view: FileView): EnvironmentChoice[] {
  const made = view.candidates.calls.flatMap((node) => {
    const origin =
      node.type === 'NewExpression' ? originOf(valueOf(node.callee, view.module)) : null;
    const name = origin?.source == null ? '' : (origin.path.at(-1) ?? '');
    return /environment$/i.test(name) ? [{ node, name }] : [];
  });
  return made.every(({ name }) => TEST_ENVIRONMENT.test(name))
    ? made.map(({ node, name }) => ({
        node,
        name,
        isPerEnvironment: isOnOneWay(node, view),
        fallbackOf: null,
        evidence: {},
      }))
    : [];
}

const SWITCH = /^(?:is_?|use_?)?(?:sandbox|test_?mode|sandbox_?mode)$/i;

/** `sandbox: true` beside a credential. */
function switchedOn(view: FileView): EnvironmentChoice[] {
  return view.candidates.objects.flatMap((object) =>
    object.properties.flatMap((property): EnvironmentChoice[] => {
      const name = property.type === 'Property' ? keyName(property) : null;
      if (property.type !== 'Property' || name === null || !SWITCH.test(name)) return [];
      const { value: node } = property;
      const place = placeOf(node);
      if (node.type !== 'Literal' || node.value !== true || !isGivenToClient(place, view))
        return [];
      const evidence = evidenceBeside(place, view);
      const isPerEnvironment = isOnOneWay(node, view);
      return [{ node, name, isPerEnvironment, fallbackOf: null, evidence }];
    }),
  );
}

const originOf = (value: Value): External | null => (value.kind === 'external' ? value : null);

function choiceAt(node: Node, view: FileView): EnvironmentChoice[] {
  const place = placeOf(node);
  const name = choosingName(node, place, view);
  if (name === null) return [];
  const { fallbackOf } = environmentsOf(place, view);
  const isArm = place.choice?.type === 'ConditionalExpression' && fallbackOf === null;
  const evidence =
    fallbackOf === null ? evidenceBeside(place, view) : { baseUrlVariable: fallbackOf };
  const isPerEnvironment = isArm || (fallbackOf === null && isOnOneWay(node, view));
  return [{ node, name, isPerEnvironment, fallbackOf, evidence }];
}

/** `if (process.env.USE_SANDBOX === 'true') return new Client({ key, sandbox: true })`: the environment decides. */
function isOnOneWay(node: Node, { module }: FileView): boolean {
  let inner: Node = node;
  for (const above of ancestorsOf(node)) {
    if (isFunction(above)) return false;
    const isWay =
      (above.type === 'IfStatement' || above.type === 'ConditionalExpression') &&
      above.test !== inner;
    if (isWay && (testsEnvironment(above.test) || asksVariable(valueOf(above.test, module))))
      return true;
    inner = above;
  }
  return false;
}

/** `process.env.X`, `process.env.X === 'true'`, `!process.env.X`. */
const asksVariable = (test: Value): boolean =>
  environmentOf(test).length > 0 || (test.kind === 'operation' && test.operands.some(asksVariable));

/** The option, setter or variable that takes an environment's name, of an API and not of the program itself. */
function choosingName(node: Node, place: LiteralPlace, view: FileView): string | null {
  const { form, holder, name } = place;
  if (form === 'argument' && holder.type === 'CallExpression') {
    const callee = nameOf(holder.callee) ?? '';
    if (
      /^(?:set|use|with)_?(?:api)?_?environment$/i.test(callee) &&
      holder.callee.type === 'MemberExpression'
    )
      return callee;
  }
  if (form === 'argument') return isGivenByItself(node, place, view) ? 'environment' : null;
  if (form === 'property' && isOptionByItself(node, place, view)) return name;
  if (name === null || !(isEnvironmentOption(name) || isMode(name, place))) return null;
  return form === 'property' && isGivenToClient(place, view) ? name : null;
}

/** `new Client(process.env.TOKEN, Environments.Sandbox)`: what a package makes is told by its own name for it. */
function isGivenByItself(node: Node, { holder }: LiteralPlace, { module }: FileView): boolean {
  if (node.type !== 'MemberExpression') return false;
  if (holder.type !== 'CallExpression' && holder.type !== 'NewExpression') return false;
  const made = originOf(valueOf(holder.callee, module));
  const own = originOf(valueOf(node, module));
  return made?.source != null && packageOf(made.source) === packageOf(own?.source ?? '');
}

/** `new Configuration({ basePath: Environments.sandbox })`, of one package, where no other of its environments is named. */
function isOptionByItself(node: Node, place: LiteralPlace, view: FileView): boolean {
  const { holder } = placeOf(place.holder.parent ?? node);
  if (node.type !== 'MemberExpression' || !isGivenByItself(node, { ...place, holder }, view))
    return false;
  const table = nameOf(node.object);
  return !view.candidates.members.some(
    (other) => other !== node && nameOf(other.object) === table && keyName(other) !== keyName(node),
  );
}

/** `mode: 'sandbox'`: modes of other kinds are called test, too. */
const isMode = (name: string, { whole }: LiteralPlace): boolean =>
  name === 'mode' && /^sandbox$/i.test(staticString(whole) ?? '');

export const isEnvironmentOption = (name: string): boolean => {
  const words = wordsOf(name);
  return (
    /^(?:environment|env|mode)$/.test(words.at(-1) ?? '') &&
    !/^(?:node|app|test|jest|build|vite)$/.test(words[0] ?? '') &&
    (words.length > 1 || name !== 'mode')
  );
};

/** The object also holds a credential, an address or an environment variable, or a client is made with it. */
function isGivenToClient(place: LiteralPlace, view: FileView): boolean {
  const object = place.holder.parent;
  if (object?.type !== 'ObjectExpression') return false;
  if (environmentsOf(place, view).fallbackOf !== null) return true;
  const others = object.properties.filter(
    (property) => property !== place.holder && property.type === 'Property',
  );
  return others.some(
    (property) =>
      property.type === 'Property' &&
      (environmentOf(valueOf(property.value, view.module)).length > 0 ||
        (CREDENTIAL_OPTION.test(nameOf(property) ?? '') && !isEmpty(property.value))),
  );
}

/** What a form begins with: nothing is handed over. */
const isEmpty = (node: Node): boolean => node.type === 'Literal' && !node.value;

const CREDENTIAL_OPTION =
  /^(?:api_?key|api_?secret|client_?id|client_?secret|access_?token|secret_?key|consumer_?key|merchant_?id|token|private_?key|public_?key|credentials?|username)$/i;

function evidenceBeside(place: LiteralPlace, view: FileView) {
  const object = place.holder.type === 'Property' ? place.holder.parent : null;
  if (object?.type !== 'ObjectExpression') return {};
  const variables = object.properties.flatMap((property) =>
    property.type === 'Property' ? environmentOf(valueOf(property.value, view.module)) : [],
  );
  return variables.length > 0 ? { credentialVariables: variables } : {};
}
