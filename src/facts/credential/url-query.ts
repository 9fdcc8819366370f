import type { TSESTree } from '@typescript-eslint/utils';
import { queryBuilders } from '../../clients/url-parameters.ts';
import type { Node } from '../../ast/node.ts';
import { keyName, staticString } from '../../ast/node.ts';
import { wordsOf } from '../../ast/words.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { CallValue, Value } from '../../values/value.ts';
import { alternatives, isString } from '../../values/value.ts';
import { optionOf } from '../request/request-options.ts';
import type { Request } from '../request/request.ts';
import type { FileView } from '../fact.ts';
import { credentialName } from './name.ts';
import { credentialSource } from './source.ts';
import type { TextHole } from './text-holes.ts';
import type { FoundInUrl } from './url-credential.ts';
import { nameOfSource } from './source-name.ts';
import { isElsewhere, isIssued, isPublicIn, KEY_PARAMETERS } from './url-text.ts';
import { useOfAddress } from '../url/url-use.ts';

/** Credentials among the parameters of a URL that are given apart from it. */
export function queryEntries(view: FileView, holes: readonly TextHole[]): FoundInUrl[] {
  const options = optionEntries(view);
  const handed = handedEntries(view);
  const inUrls = view.module.text.includes('earchParams') || view.module.text.includes('stringify');
  return inUrls || holes.some(({ value }) => builderOf(value))
    ? [...options, ...handed, ...builtEntries(view, holes), ...setEntries(view)]
    : [...options, ...handed];
}

/** `withQuery(url, { api_key: key })`: a function of the project makes a text of an address and parameters. */
function handedEntries(view: FileView): FoundInUrl[] {
  return view.candidates.calls.flatMap((call) => {
    if (!call.arguments.some(holdsNamed)) return [];
    if (valueOf(call.callee, view.module).kind !== 'function') return [];
    const made = valueOf(call, view.module);
    const parts = made.kind === 'text' ? made.parts : [];
    const built = parts.flatMap((part) =>
      typeof part === 'string' ? [] : (builderOf(part) ?? []),
    );
    return built.flatMap((value) => parametersOf(value, NOWHERE, view, 0));
  });
}

const holdsNamed = (node: Node): boolean =>
  node.type === 'ObjectExpression' &&
  node.properties.some((property) => {
    const name = keyName(property);
    return name !== null && (isIssued(name) || KEY_PARAMETERS.has(wordsOf(name).join('')));
  });

type Found = Pick<FoundInUrl, 'call' | 'evidence'>;

/** `params: { api_key: key }`, of a call or of an instance. */
function optionEntries(view: FileView): FoundInUrl[] {
  const { apiCall, apiClient } = view.facts;
  const ofCalls = apiCall
    .filter(({ via, isLocal }) => via === 'direct' && !isLocal)
    .flatMap((call) => entriesOf(call.request, { call, evidence: call.evidence }, view));
  const ofClients = apiClient.flatMap(({ request, evidence }) =>
    entriesOf(request, { call: null, evidence }, view),
  );
  return [...ofCalls, ...ofClients];
}

function entriesOf({ client, layers }: Request, found: Found, view: FileView): FoundInUrl[] {
  return layers.flatMap((layer) => {
    const query = optionOf([layer], client?.options.query);
    if (query.state !== 'known') return [];
    return [...alternatives(query.value)].flatMap((value) => parametersOf(value, found, view, 0));
  });
}

/** The parameters of an object, a list of pairs, or what was built of one. */
function parametersOf(value: Value, found: Found, view: FileView, depth: number): FoundInUrl[] {
  if (depth > 3) return [];
  const built = builderOf(value);
  if (built)
    return built.args.slice(0, 1).flatMap((given) => parametersOf(given, found, view, depth + 1));
  if (value.kind === 'array')
    return value.elements.flatMap((pair) => {
      const [name, given] = pair.kind === 'array' ? pair.elements : [];
      return name && given && isString(name)
        ? parameter(name.value, given, secondOf(pair), found, view)
        : [];
    });
  if (value.kind !== 'object') return [];
  return value.entries.flatMap((entry) => {
    if (entry.kind === 'spread')
      return [...alternatives(entry.value())].flatMap((inner) =>
        parametersOf(inner, found, view, depth + 1),
      );
    return entry.kind === 'property'
      ? parameter(entry.name, entry.value(), entry.node, found, view)
      : [];
  });
}

/** What is written in a pair behind the name. */
const secondOf = ({ node }: Value): Node =>
  node.type === 'ArrayExpression' ? (node.elements[1] ?? node) : node;

function parameter(
  name: string,
  value: Value,
  node: Node,
  found: Found,
  view: FileView,
): FoundInUrl[] {
  if (!isWrittenHere(node, view) || isPublicIn(name, view)) return [];
  const source = credentialSource(value, credentialName(name));
  const written = node.type === 'Property' ? node.value : node;
  if (!source && !isNamedTwice(name, nameOfSource(written) ?? '')) return [];
  if (wordsOf(name).some((word) => word === 'hub' || word === 'verify')) return [];
  const part = node.type === 'Property' ? { node, value: node.value } : null;
  return [{ ...found, node, where: 'query', source, part }];
}

/** The parameter and what is put in are both called a credential. */
const isNamedTwice = (name: string, own: string): boolean =>
  isIssued(own) && (isTelling(name) || KEY_PARAMETERS.has(wordsOf(name).join('')));

const isTelling = (name: string): boolean => isIssued(name) && wordsOf(name).join() !== 'token';

/** Nodes of other modules are theirs to report. */
function isWrittenHere(node: Node, { module }: FileView): boolean {
  let root = node;
  while (root.parent) root = root.parent;
  return root === module.program;
}

/** `new URLSearchParams({…})`, `stringify({…})`, and the text that was made of it. */
function builderOf(value: Value): CallValue | null {
  if (value.kind !== 'call') return null;
  const { callee, isNew } = value;
  if (callee.kind === 'member' && callee.name === 'toString') return builderOf(callee.object);
  if (callee.kind !== 'external') return null;
  const name = callee.path.at(-1);
  const isBuilder = queryBuilders.some(
    (builder) =>
      builder.name === name &&
      (builder.construct ?? false) === isNew &&
      (callee.source === null
        ? builder.modules.length === 0
        : builder.modules.includes(callee.source)),
  );
  return isBuilder ? value : null;
}

/** Parameters that are put into the text of a URL, or written to its `search`. */
function builtEntries(view: FileView, all: readonly TextHole[]): FoundInUrl[] {
  const holes = all.filter((hole) => !isElsewhere(hole));
  const roots = new Map(
    holes.flatMap(({ value, root }) => {
      const built = builderOf(value);
      return built ? [[built.node, root] as const] : [];
    }),
  );
  const inTexts = holes.flatMap(({ value }) => builderOf(value) ?? []);
  const written = view.module.memberWrites.flatMap((write) =>
    keyName(write.left) === 'search' ? (builderOf(valueOf(write.right, view.module)) ?? []) : [],
  );
  const built = [...inTexts, ...written];
  const direct = built.flatMap((value) => parametersOf(value, NOWHERE, view, 0));
  const nodes = new Set(built.map(({ node }) => node));
  const later = settersOf(view).flatMap(({ call, target }) =>
    target.kind === 'call' && nodes.has(target.node)
      ? setParameter(call, view).filter(
          ({ source }) => source !== null || !isLink(call, roots.get(target.node) ?? null, view),
        )
      : [],
  );
  return [...direct, ...later];
}

const NOWHERE: Found = { call: null, evidence: {} };

/** `url.searchParams.set('api_key', key)`. */
function setEntries(view: FileView): FoundInUrl[] {
  return settersOf(view).flatMap(({ call, target }) =>
    target.kind === 'member' && target.name === 'searchParams'
      ? setParameter(call, view).filter(
          ({ source }) => source !== null || !isLink(call, target.object.node, view),
        )
      : [],
  );
}

/** Nothing requests the URL, and what it gets is only called a token: people open such links. */
function isLink(setter: TSESTree.CallExpression, url: Node | null, view: FileView): boolean {
  const name = staticString(setter.arguments[0]);
  const words = wordsOf(name ?? '');
  if (words.at(-1) !== 'token' || OF_API.has(words.at(-2) ?? '')) return false;
  return url !== null && useOfAddress(url, view) !== 'request';
}

const OF_API: ReadonlySet<string> = new Set(['access', 'api', 'auth', 'bearer', 'refresh', 'bot']);

interface Setter {
  readonly call: TSESTree.CallExpression;
  readonly target: Value;
}

/** What writes parameters; not those of a URL that is signed, whose signature alone is what lets in. */
function settersOf(view: FileView): Setter[] {
  const setters = allSetters(view);
  const signed = new Set(
    setters
      .filter(
        ({ call: { arguments: given } }) => given[1] && isDigest(valueOf(given[1], view.module)),
      )
      .map(({ target }) => target.node),
  );
  return setters.filter(({ target }) => !signed.has(target.node));
}

/** `hmac.digest('hex')`, or a text with it. */
function isDigest(value: Value): boolean {
  if (value.kind === 'text')
    return value.parts.some((part) => typeof part !== 'string' && isDigest(part));
  return value.kind === 'call' && value.callee.kind === 'member' && value.callee.name === 'digest';
}

function allSetters({ candidates, module }: FileView): Setter[] {
  return candidates.calls.flatMap((call) => {
    if (call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return [];
    const name = keyName(call.callee);
    return (name === 'set' || name === 'append') && call.arguments.length === 2
      ? [{ call, target: valueOf(call.callee.object, module) }]
      : [];
  });
}

function setParameter(call: TSESTree.CallExpression, view: FileView): FoundInUrl[] {
  const [name, value] = call.arguments;
  if (!name || !value || value.type === 'SpreadElement') return [];
  const known = valueOf(name, view.module);
  return isString(known)
    ? parameter(known.value, valueOf(value, view.module), value, NOWHERE, view)
    : [];
}
