import type { TSESTree } from '@typescript-eslint/utils';
import type { ApiEvidence } from '../../apis/index.ts';
import type { Node } from '../../ast/node.ts';
import { enclosingFunction, unwrap } from '../../ast/node.ts';
import { nodesOf } from '../../ast/nodes.ts';
import { isWithin, within } from '../../ast/within.ts';
import { wordsOf } from '../../ast/words.ts';
import { valueOf } from '../../values/evaluate.ts';
import { writtenFor } from '../../values/written-for.ts';
import { credentialName } from '../credential/name.ts';
import type { Fact, FileView } from '../fact.ts';
import { nameOf, placeOf } from '../literal-place.ts';
import type { ApiCall } from '../request/api-call.ts';
import { reachedFrom } from '../retry/reach.ts';
import { asksForEnvironment, isEnvironment } from './environment-test.ts';

/** Code around an API that does something else in another environment. */
export interface EnvironmentBranch extends Fact {
  /** The condition. */
  readonly node: Node;
}

/** The conditions of a file on which more than hosts and credentials depends. */
export function findEnvironmentBranches(view: FileView): EnvironmentBranch[] {
  return [...branches(view), ...chosenValues(view), ...cases(view)].sort(
    (a, b) => a.node.range[0] - b.node.range[0],
  );
}

/** `if (env !== 'production') return fake;` and `live && (await api.post(…))`. */
function branches(view: FileView): EnvironmentBranch[] {
  const { program, visitorKeys } = view.module;
  const found = nodesOf(program, visitorKeys).flatMap((node): EnvironmentBranch[] => {
    if (node.type !== 'IfStatement') return [];
    const calls = callsDepending(node, view);
    return calls && asks(node.test, view) ? [{ node: node.test, evidence: evidenceOf(calls) }] : [];
  });
  const inline = view.candidates.logicals.flatMap((node): EnvironmentBranch[] => {
    const condition = node.type === 'ConditionalExpression' ? node.test : node.left;
    const arms =
      node.type === 'ConditionalExpression' ? [node.consequent, node.alternate] : [node.right];
    const calls = arms.map((arm) => callsIn(arm, view));
    const depends =
      differ(calls) || (node.type === 'LogicalExpression' && letsInBy(node.right, view));
    const isReported = found.some((branch) => isWithin(node, branch.node));
    return depends && !isReported && asks(condition, view)
      ? [{ node: condition, evidence: evidenceOf(calls.flat()) }]
      : [];
  });
  return [...found, ...inline];
}

const evidenceOf = ([first]: readonly ApiCall[]): ApiEvidence => first?.evidence ?? {};

function asks(condition: Node, view: FileView): boolean {
  const inner = writtenFor(condition, view.module) ?? unwrap(condition);
  if (inner.type === 'LogicalExpression') return asks(inner.left, view) || asks(inner.right, view);
  return asksForEnvironment(valueOf(inner, view.module));
}

/** The calls that are made, or skipped, by what an `if` finds; null where none is. */
function callsDepending(statement: TSESTree.IfStatement, view: FileView): ApiCall[] | null {
  const { consequent, alternate } = statement;
  if (refuses(consequent, view) || (alternate && refuses(alternate, view))) return null;
  const arms = [callsIn(consequent, view), alternate ? callsIn(alternate, view) : []];
  if (arms.some((calls) => calls.length > 0)) return differ(arms) ? arms.flat() : null;
  const setUp = setUpIn(consequent, view) ?? (alternate && setUpIn(alternate, view));
  if (setUp) return setUp;
  if (alternate === null && verifiesIn(consequent, view)) return [];
  if (lastOf(consequent)?.type !== 'ReturnStatement') return null;
  const fn = enclosingFunction(statement);
  const after = view.facts.apiCall.filter(
    (call) => call.enclosingFunction === fn && call.node.range[0] > statement.range[1],
  );
  const isHandler = view.facts.webhookHandler.some(({ handler }) => isWithin(statement, handler));
  return after.length > 0 || (isHandler && alternate === null) ? after : null;
}

/** Webhooks are verified there, and nowhere else, or callers are asked for a secret. */
const verifiesIn = (arm: Node, view: FileView): boolean =>
  letsInBy(arm, view) ||
  view.facts.webhookHandler.some(
    ({ checks }) => checks.length > 0 && checks.every(({ node }) => isWithin(node, arm)),
  );

/** What a caller brings is compared with a secret: `request.headers.get('authorization') === secret`. */
function letsInBy(arm: Node, view: FileView): boolean {
  const asked = view.facts.signatureCompare.filter(({ subject }) => subject === 'secret');
  const code = asked.length > 0 ? reachedFrom([arm], view) : [];
  return asked.some(({ node }) => code.some((part) => isWithin(node, part)));
}

/** The requests of a client that is made to retry in one environment alone; null where none is. */
function setUpIn(arm: Node, { facts }: FileView): ApiCall[] | null {
  const found = within(facts.retry, arm, ({ root }) => root).find(
    ({ instance, form }) => instance !== null && form === 'library',
  );
  return found ? [...found.requests] : null;
}

const lastOf = (arm: Node): Node | undefined =>
  arm.type === 'BlockStatement' ? arm.body.at(-1) : arm;

/** Nothing is sent there, and an error thrown: not in this environment. */
const refuses = (arm: Node, view: FileView): boolean =>
  lastOf(arm)?.type === 'ThrowStatement' && callsIn(arm, view).length === 0;

const callsIn = (node: Node, { facts }: FileView): ApiCall[] =>
  within(facts.apiCall, node, (call) => call.node).filter((call) => !call.isLocal);

/** More than where the same request goes. */
function differ(arms: readonly (readonly ApiCall[])[]): boolean {
  const made = arms.map((calls) =>
    calls.map(({ method, address }) => `${method ?? ''} ${address.path ?? ''}`).join(),
  );
  return made.some((one) => one !== made[0]) || (made.length === 1 && made[0] !== '');
}

/** `timeout: live ? 30_000 : 5_000`. */
function chosenValues(view: FileView): EnvironmentBranch[] {
  return view.candidates.logicals.flatMap((node): EnvironmentBranch[] => {
    if (node.type !== 'ConditionalExpression') return [];
    if (![node.consequent, node.alternate].every(isSetting) || !asks(node.test, view)) return [];
    const place = placeOf(node.consequent);
    const evidence = evidenceAt(place.holder, place.name, view);
    return evidence ? [{ node: node.test, evidence }] : [];
  });
}

/** A number, a yes or no, nothing, or what is made of these: no address and no credential. */
function isSetting(node: Node): boolean {
  const inner = unwrap(node);
  if (inner.type === 'ObjectExpression')
    return inner.properties.every((one) => one.type === 'Property' && isSetting(one.value));
  if (inner.type === 'ArrayExpression')
    return inner.elements.every((one) => one !== null && isSetting(one));
  if (inner.type === 'UnaryExpression') return isSetting(inner.argument);
  if (inner.type === 'BinaryExpression') return isSetting(inner.left) && isSetting(inner.right);
  if (inner.type === 'Identifier') return inner.name === 'undefined' || inner.name === 'Infinity';
  return inner.type === 'Literal' && typeof inner.value !== 'string';
}

/** What is set belongs to an API: it is an option of a client, stands beside an address or a credential, or is read where requests are sent. */
function evidenceAt(holder: Node, name: string | null, view: FileView): ApiEvidence | null {
  if (name !== null && wordsOf(name).some((word) => NO_BEHAVIOUR.has(word))) return null;
  if (holder.type === 'Property') return evidenceOfOption(holder, view);
  const target = holder.type === 'VariableDeclarator' ? holder.id : null;
  if (target?.type !== 'Identifier') return null;
  const reads = view.module.scopes.bindingOf(target)?.reads ?? [];
  for (const read of reads) {
    const fn = enclosingFunction(read);
    const sent = requestsOf(view).find(
      ({ node, within }) => isWithin(read, node) || (fn !== null && fn === within),
    );
    if (sent) return sent.evidence;
  }
  return null;
}

const NO_BEHAVIOUR: ReadonlySet<string> = new Set([
  'port',
  'log',
  'logger',
  'logging',
  'level',
  'debug',
  'verbose',
  'color',
  'pretty',
  'sourcemap',
  'minify',
  'maxage',
]);

const requestsOf = ({ facts }: FileView) => [
  ...facts.apiClient.map(({ node, evidence }) => ({ node, evidence, within: null })),
  ...facts.apiCall.map(({ node, evidence, enclosingFunction: within }) => ({
    node,
    evidence,
    within,
  })),
];

function evidenceOfOption(property: Node, view: FileView): ApiEvidence | null {
  const sent = requestsOf(view).find(({ node }) => isWithin(property, node));
  if (sent) return sent.evidence;
  const fn = enclosingFunction(property);
  const retried = view.facts.retry.find(
    ({ form, root }) =>
      form === 'library' && isWithin(property, root) && enclosingFunction(root) === fn,
  );
  if (retried) return evidenceOf(retried.requests);
  const object = property.parent;
  if (object?.type !== 'ObjectExpression') return null;
  const names = object.properties.flatMap((one) => (one === property ? [] : (nameOf(one) ?? [])));
  const isOfApi = names.some(
    (one) => /^(?:base_?url|api_?url|prefix_?url|endpoint)$/i.test(one) || isKey(one),
  );
  return isOfApi ? {} : null;
}

const isKey = (name: string): boolean => {
  const kind = credentialName(name);
  return kind === 'key' || kind === 'own-secret';
};

/** `switch (env) { case 'production': … }`. */
function cases(view: FileView): EnvironmentBranch[] {
  return view.candidates.switches.flatMap((node): EnvironmentBranch[] => {
    const arms = node.cases.map((one) => callsIn(one, view));
    if (!arms.some((calls) => calls.length > 0) || !differ(arms)) return [];
    return isEnvironment(valueOf(node.discriminant, view.module))
      ? [{ node: node.discriminant, evidence: evidenceOf(arms.flat()) }]
      : [];
  });
}
