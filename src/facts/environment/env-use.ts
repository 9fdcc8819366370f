import type { Node } from '../../ast/node.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import type { ApiEvidence } from '../../apis/index.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { valueOf } from '../../values/evaluate.ts';
import { importedModules } from '../../values/imported-modules.ts';
import type { Value } from '../../values/value.ts';
import { alternatives } from '../../values/value.ts';
import { credentialName } from '../credential/name.ts';
import { variableSource } from '../credential/source.ts';
import type { Fact, FileView } from '../fact.ts';
import { optionOf } from '../request/request-options.ts';
import type { Request } from '../request/request.ts';
import { headerPathsOf, headersAt } from '../request/headers-object.ts';
import { isAskedFirst } from './env-asked.ts';
import { isCheckedAfter } from './env-check.ts';
import { leavesWhereEmpty } from './refusal.ts';
import { piecesOf } from './variable-source.ts';

/** An environment variable that goes into a request, where nothing stops when it is unset. */
export interface UncheckedEnv extends Fact {
  /** The read. */
  readonly node: Node;
  readonly variable: string;
  readonly purpose: 'credential' | 'address';
  readonly module: SourceModule;
}

/** The variables that go into requests and are checked nowhere in the file, each once. */
export function findUncheckedEnvs(view: FileView): UncheckedEnv[] {
  const { apiCall, apiClient } = view.facts;
  const sent = [
    ...apiClient.flatMap(({ request, evidence }) => variablesOf(request, null, evidence)),
    ...apiCall
      .filter(({ isLocal }) => !isLocal)
      .flatMap(({ request, evidence, body }) =>
        variablesOf(request, body.state === 'known' ? body.value : null, evidence),
      ),
  ].filter(({ value }) => value.module === view.module && !hasFallback(value.node));
  const first = new Map<string, Sent>();
  for (const one of sent.sort((a, b) => a.value.node.range[0] - b.value.node.range[0]))
    if (!first.has(one.value.name)) first.set(one.value.name, one);
  return [...first.values()].flatMap(({ value, purpose, evidence }) =>
    isChecked(value, view)
      ? []
      : [
          {
            node: unwrap(value.node),
            variable: value.name,
            purpose,
            module: view.module,
            evidence:
              purpose === 'address'
                ? { ...evidence, baseUrlVariable: value.name }
                : { ...evidence, credentialVariables: [value.name] },
          },
        ],
  );
}

type EnvValue = Extract<Value, { kind: 'env' }>;

interface Sent {
  readonly value: EnvValue;
  readonly purpose: UncheckedEnv['purpose'];
  readonly evidence: ApiEvidence;
}

function variablesOf(request: Request, body: Value | null, evidence: ApiEvidence): Sent[] {
  const { address, layers, client } = request;
  const bases = envsIn(address.value)
    .filter(({ name }) => address.variables.includes(name))
    .map((value) => ({ value, purpose: 'address' as const, evidence }));
  const groups = layers.flatMap((layer) => {
    const headers = headersAt(layer, headerPathsOf(client));
    const query = optionOf([layer], client?.options.query);
    const basic = optionOf([layer], ['auth']);
    return [headers, query, basic].flatMap((given) =>
      given.state === 'known' ? [given.value] : [],
    );
  });
  const credentials = [...groups, ...(body ? [body] : [])]
    .flatMap((group) => valuesIn(group, 0))
    .flatMap(({ name, value }) =>
      envsIn(value).filter((env) => showsWhoCalls(name) || variableSource(env.name) !== null),
    )
    .map((value) => ({ value, purpose: 'credential' as const, evidence }));
  return [...bases, ...credentials];
}

const envsIn = (value: Value): EnvValue[] =>
  [...piecesOf(value)].filter((piece): piece is EnvValue => piece.kind === 'env');

/** `Authorization`, `X-Api-Key`: what goes there is a credential, whatever its variable is called. */
const showsWhoCalls = (name: string): boolean => credentialName(name) === 'key';

/** The values of an object by their names, spreads included. */
function valuesIn(value: Value, depth: number): { name: string; value: Value }[] {
  return [...alternatives(value)].flatMap((option) => {
    if (option.kind !== 'object' || depth > 4) return [];
    return option.entries.flatMap((entry) => {
      if (entry.kind === 'computed') return [];
      return entry.kind === 'spread'
        ? valuesIn(entry.value(), depth + 1)
        : [{ name: entry.name, value: entry.value() }];
    });
  });
}

/** Something stands in for it: another rule's matter. */
function hasFallback(read: Node): boolean {
  let node = read;
  while (node.parent && isRead(node.parent, node)) node = node.parent;
  const { parent } = node;
  if (parent?.type === 'ConditionalExpression')
    return [parent.consequent, parent.alternate].some(({ type }) => type === 'Literal');
  return parent?.type === 'LogicalExpression' || parent?.type === 'AssignmentPattern';
}

/** `read!`, `read?.trim()`: still what was read. */
const isRead = (outer: Node, inner: Node): boolean =>
  /^TS|^Chain/.test(outer.type) ||
  (outer.type === 'MemberExpression' && outer.object === inner) ||
  (outer.type === 'CallExpression' && outer.callee === inner);

function isChecked({ name, node }: EnvValue, view: FileView): boolean {
  const { module, candidates } = view;
  if (isCheckedAfter(node, view) || isAskedFirst(node, name, module)) return true;
  const isListed = candidates.strings.some(
    (text) =>
      text.type === 'Literal' && text.value === name && valueOf(text.parent, module).kind !== 'env',
  );
  if (isListed || isCheckedByImport(name, module)) return true;
  return candidates.members.some((member) => {
    if (keyName(member) !== name) return false;
    const value = valueOf(member, module);
    return value.kind === 'env' && value.name === name && leavesWhereEmpty(member, module);
  });
}

/** A module of the project that is imported names the variable: it may refuse to start without it. */
const isCheckedByImport = (name: string, module: SourceModule): boolean =>
  importedModules(module).some(({ text }) => text.includes(name));
