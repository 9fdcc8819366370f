import type { ApiEvidence } from '../../apis/index.ts';
import type { Node } from '../../ast/node.ts';
import { wordsOf } from '../../ast/words.ts';
import { patternOf } from '../../values/address.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Entry, Value } from '../../values/value.ts';
import { alternatives, isString } from '../../values/value.ts';
import type { Fact, FileView } from '../fact.ts';
import type { Request } from '../request/request.ts';
import { headerPathsOf, headersAt } from '../request/headers-object.ts';
import { optionOf } from '../request/request-options.ts';
import { credentialSource } from './source.ts';
import { nameOfSource } from './source-name.ts';

/** A credential that a request takes along, and how. */
export interface RequestCredential extends Fact {
  /** The property or assignment that gives it; where that stands in another file, the headers that it is one of. */
  readonly node: Node;
  readonly place: 'header' | 'body';
  /** The header or the field of the body, as it is written. */
  readonly name: string;
  /** The scheme before it, in lower case: `bearer`; empty: none; null: not known. */
  readonly scheme: string | null;
  /** The expression of its value. */
  readonly value: Node;
  /** The same request has a bearer token besides. */
  readonly besidesBearer: boolean;
  readonly module: SourceModule;
}

/** The credentials of the requests and instances of a file, where they are written in it. */
export function findRequestCredentials(view: FileView): RequestCredential[] {
  const seen = new Set<Node>();
  const { apiCall, apiClient } = view.facts;
  const requests = [
    ...apiClient.map(({ request, evidence }) => ({ request, evidence, body: null })),
    ...apiCall
      .filter(({ via, isLocal }) => via === 'direct' && !isLocal)
      .map(({ request, evidence, body }) => ({ request, evidence, body })),
  ];
  return requests
    .flatMap(({ request, evidence, body }) => [
      ...inHeaders(request, evidence, view),
      ...inBasicOption(request, evidence, view),
      ...(body?.state === 'known' ? inBody(body.value, evidence, view) : []),
    ])
    .filter(({ node }) => {
      const isNew = !seen.has(node);
      seen.add(node);
      return isNew;
    })
    .sort((a, b) => a.node.range[0] - b.node.range[0]);
}

type Property = Extract<Entry, { kind: 'property' }>;

function inHeaders(request: Request, evidence: ApiEvidence, view: FileView): RequestCredential[] {
  const headers = request.layers.flatMap((layer) => {
    const found = headersAt(layer, headerPathsOf(request.client));
    const given = found.state === 'known' ? propertiesOf(found.value, 0) : [];
    const place = found.state === 'known' ? found.node : null;
    return given.map((header) => ({ ...header, place }));
  });
  const told = schemeTold(request);
  const schemes = headers
    .filter(({ name }) => isAuthorization(name))
    .map((header) => told ?? schemeOf(header.value()));
  return headers.flatMap((header) => {
    const { name } = header;
    // What a function of another file gives is in nobody's request there.
    const node = [header.node, header.place].find((at) => at && isIn(view.module, at));
    if (!node) return [];
    const value = header.value();
    const scheme = isAuthorization(name) ? (told ?? schemeOf(value, written(header.node))) : '';
    if (!isAuthorization(name) && !isKeyName(name)) return [];
    return [
      {
        node,
        place: 'header',
        name,
        scheme,
        value: written(header.node),
        besidesBearer: schemes.includes('bearer'),
        module: view.module,
        evidence: withVariable(evidence, value),
      },
    ];
  });
}

/** `.auth(key, { type: 'bearer' })` */
function schemeTold({ client, layers }: Request): string | null {
  const scheme = optionOf(layers, client?.options.authScheme);
  return scheme.state === 'known' && isString(scheme.value)
    ? scheme.value.value.toLowerCase()
    : null;
}

/** `auth: { username: key }`, of which the client makes a header. */
function inBasicOption(
  { client, layers }: Request,
  evidence: ApiEvidence,
  { module }: FileView,
): RequestCredential[] {
  const user = optionOf(layers, client?.options.basicUser);
  if (user.state !== 'known' || !isIn(module, user.node)) return [];
  return [
    {
      node: user.node,
      place: 'header',
      name: 'Authorization',
      scheme: 'basic',
      value: written(user.node),
      besidesBearer: false,
      module,
      evidence: withVariable(evidence, user.value),
    },
  ];
}

/** Headers that hold for some methods stand one level deeper. */
const METHOD_GROUPS: ReadonlySet<string> = new Set([
  'common',
  'get',
  'post',
  'put',
  'patch',
  'delete',
]);

function propertiesOf(value: Value, depth: number): Property[] {
  return [...alternatives(value)].flatMap((option) => {
    if (option.kind !== 'object' || depth > 4) return [];
    return option.entries.flatMap((entry): Property[] => {
      if (entry.kind === 'spread') return propertiesOf(entry.value(), depth + 1);
      if (entry.kind !== 'property') return [];
      return METHOD_GROUPS.has(entry.name) ? propertiesOf(entry.value(), depth + 1) : [entry];
    });
  });
}

const isAuthorization = (name: string): boolean => name.toLowerCase() === 'authorization';

/** `x-api-key`, `accessToken`, `X-Auth-Token`: the key that shows who calls. */
function isKeyName(name: string): boolean {
  const words = wordsOf(name);
  const [last = '', before = ''] = words.toReversed();
  if (last === 'apikey' || last === 'authtoken' || last === 'accesstoken') return true;
  if (last === 'key') return before === 'api' || before === 'access' || before === 'auth';
  return last === 'token' && /^(?:x|auth|access|api|bearer|)$/.test(before);
}

function schemeOf(value: Value, node: Node | null = null): string | null {
  const pattern = patternOf(value);
  const [, scheme] = /^\s*([a-z][\w-]*)\s+\S/i.exec(pattern) ?? [];
  if (scheme !== undefined) return scheme.toLowerCase();
  if (/^bearer\$\{/i.test(pattern) || credentialSource(value, 'key')) return '';
  const name = node && nameOfSource(node);
  return name !== null && wordsOf(name).at(-1) === 'key' ? '' : null;
}

function inBody(body: Value, evidence: ApiEvidence, view: FileView): RequestCredential[] {
  return propertiesOf(body, 0).flatMap((field) => {
    const { name, node } = field;
    if (!isIn(view.module, node) || !isKeyName(name) || wordsOf(name).join() === 'token') return [];
    const value = field.value();
    if (!credentialSource(value, 'key') && nameOfSource(written(node)) === null) return [];
    return [
      {
        node,
        place: 'body',
        name,
        scheme: '',
        value: written(node),
        besidesBearer: false,
        module: view.module,
        evidence: withVariable(evidence, value),
      },
    ];
  });
}

const written = (node: Node): Node =>
  node.type === 'Property' ? node.value : node.type === 'AssignmentExpression' ? node.right : node;

function withVariable(evidence: ApiEvidence, value: Value): ApiEvidence {
  const variable = credentialSource(value, null)?.variable;
  return variable == null ? evidence : { ...evidence, credentialVariables: [variable] };
}

/** Nodes of other modules are theirs to report. */
function isIn({ program }: SourceModule, node: Node): boolean {
  let root = node;
  while (root.parent) root = root.parent;
  return root === program;
}
