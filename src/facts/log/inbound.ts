import type { TSESTree } from '@typescript-eslint/utils';
import { keyName, unwrap } from '../../ast/node.ts';
import type { Node } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Binding } from '../../ast/scope.ts';
import { givenWhole } from '../webhook/decorators.ts';
import { clientsOfKind } from '../request/client-shapes.ts';
import type { Chain } from './chain.ts';
import { chainOf } from './chain.ts';

/** A part of a request that a server was sent, which holds more than anybody may read in a log. */
export type InboundPart = 'request' | 'headers' | 'body' | 'cookies';

const PARTS: Readonly<Record<string, InboundPart>> = {
  headers: 'headers',
  rawHeaders: 'headers',
  body: 'body',
  rawBody: 'body',
  cookies: 'cookies',
  signedCookies: 'cookies',
};

const REQUESTS: ReadonlySet<string> = new Set(['req', 'request', 'httpRequest', '_req', 'nodeReq']);
const CONTEXTS: ReadonlySet<string> = new Set([
  'ctx',
  'context',
  'c',
  'event',
  'evt',
  'app',
  'host',
]);

/** Members that show that a parameter is a request. */
const OF_REQUEST: ReadonlySet<string> = new Set([
  'body',
  'cookies',
  'get',
  'header',
  'headers',
  'json',
  'method',
  'nextUrl',
  'params',
  'query',
  'rawBody',
  'text',
  'url',
  'ip',
  'path',
  'originalUrl',
]);

/** The part of an inbound request that a chain reads whole; null for single fields and anything else. */
export function inboundPart(chain: Chain, module: SourceModule): InboundPart | null {
  const { root, fn, pattern, binding } = chain;
  if (!fn) return null;
  if (!root) return pattern ? destructuredPart(chain) : null;
  const type = typeNameOf(binding?.declarations[0], module);
  if (PLATFORM_TYPES.has(type) && chain.names.length === 0) return 'request';
  const given = givenBy(binding, module);
  if (given && given !== 'request') return chain.names.length === 0 ? given : null;
  const isRequest = given === 'request' || REQUESTS.has(root.name) || REQUEST_TYPES.has(type);
  if (isRequest) return partAt(chain.names, chain);
  if (!CONTEXTS.has(root.name)) return null;
  const [first = '', ...rest] = chain.names;
  if (first === '') return isEvent(chain) ? 'request' : null;
  if (REQUESTS.has(first)) return partAt(rest, chain);
  const part = Object.hasOwn(PARTS, first) ? PARTS[first] : undefined;
  return part && rest.length === 0 && root.name !== 'app' ? part : null;
}

/** `request.rawBody`, which a text holds as it came: of other parts it only says `[object Object]`. */
export const isRawText = ({ names }: Chain): boolean => names.at(-1) === 'rawBody';

/** `@Body() order`, `@Headers() sent`: whole. */
function givenBy(binding: Binding | null, module: SourceModule): InboundPart | null {
  const [declaration] = binding?.kind === 'param' ? binding.declarations : [];
  const role = declaration ? givenWhole(declaration, module) : null;
  if (role === 'rawBody') return 'body';
  return role === 'body' || role === 'headers' || role === 'request' ? role : null;
}

/** `event` of a function in the cloud, whose headers or body is read. */
const isEvent = ({ root, binding }: Chain): boolean =>
  (root?.name === 'event' || root?.name === 'evt') &&
  (binding?.reads ?? []).some(
    ({ parent }) =>
      parent?.type === 'MemberExpression' && ['headers', 'body'].includes(keyName(parent) ?? ''),
  );

function partAt(names: readonly string[], { binding, root }: Chain): InboundPart | null {
  const [first] = names;
  if (first === undefined) return isUsedAsRequest(binding?.reads ?? [], root) ? 'request' : null;
  const part = Object.hasOwn(PARTS, first) ? PARTS[first] : undefined;
  if (!part || names.length === 1) return part ?? null;
  return null;
}

const isUsedAsRequest = (reads: readonly Node[], root: Node | null): boolean =>
  root !== null &&
  reads.some(
    ({ parent }) => parent?.type === 'MemberExpression' && OF_REQUEST.has(keyName(parent) ?? ''),
  );

/** What a parameter's type is called where it comes from: `APIGatewayProxyEvent`. */
function typeNameOf(declaration: Node | undefined, module: SourceModule): string {
  const type =
    declaration?.type === 'Identifier' ? declaration.typeAnnotation?.typeAnnotation : null;
  if (!declaration || type?.type !== 'TSTypeReference') return '';
  const value = valueOf(declaration, module);
  const known = value.kind === 'parameter' || value.kind === 'typed' ? value.type : null;
  if (known?.kind === 'external' && known.source !== null) return known.path.at(-1) ?? '';
  const { typeName } = type;
  if (typeName.type === 'Identifier') return typeName.name;
  return typeName.type === 'TSQualifiedName' ? typeName.right.name : '';
}

/** Types that only a platform or framework has for what it was sent. */
const PLATFORM_TYPES: ReadonlySet<string> = new Set([
  'NextRequest',
  'NextApiRequest',
  'FastifyRequest',
  'IncomingMessage',
  'HonoRequest',
  'APIGatewayProxyEvent',
  'APIGatewayProxyEventV2',
  'VercelRequest',
]);
const REQUEST_TYPES: ReadonlySet<string> = new Set([...PLATFORM_TYPES, 'Request', 'HttpRequest']);

/** `({ headers, body }) => …`: a request where nothing beside it says that it is a response. */
function destructuredPart({ names, pattern }: Chain): InboundPart | null {
  const [first = ''] = names;
  const part = Object.hasOwn(PARTS, first) ? PARTS[first] : undefined;
  if (!part || names.length !== 1 || !pattern) return null;
  const beside = pattern.properties.map((property) => keyName(property) ?? '');
  if (beside.some((name) => OF_RESPONSE.has(name))) return null;
  return beside.some((name) => name !== first && BESIDE.has(name)) ? part : null;
}

const OF_RESPONSE: ReadonlySet<string> = new Set(['status', 'statusCode', 'ok', 'statusText']);
const BESIDE: ReadonlySet<string> = new Set([
  'body',
  'headers',
  'method',
  'params',
  'query',
  'rawBody',
  'rawData',
  'url',
  'cookies',
]);

const BODY_READERS: ReadonlySet<string> = new Set(['json', 'text', 'formData', 'parseBody', 'raw']);

/** Functions of frameworks that read the body of a request: `readBody(event)`. */
const BODY_FUNCTIONS: ReadonlySet<string> = new Set(
  clientsOfKind('web').flatMap(({ request }) => [
    ...(request.functions?.body ?? []),
    ...(request.functions?.rawBody ?? []),
  ]),
);

/** `await request.json()`, `readBody(event)`. */
export function isInboundBody(call: Node, module: SourceModule): boolean {
  const node = unwrap(call);
  if (node.type !== 'CallExpression') return false;
  const callee = unwrap(node.callee);
  if (callee.type === 'Identifier') return BODY_FUNCTIONS.has(callee.name);
  if (callee.type !== 'MemberExpression' || !BODY_READERS.has(keyName(callee) ?? '')) return false;
  const chain = chainOf(callee.object, module);
  return chain !== null && inboundPart(chain, module) === 'request';
}

const READERS = clientsOfKind('web').map(({ request }) => request);

/** Methods of a request that give one header where they are asked for it: `header('x')` of Hono gives all of them as `header()`. */
const HEADER_METHODS: ReadonlySet<string> = new Set(
  READERS.flatMap(({ headers }) =>
    headers.flatMap((path) => /^(?:req\.)?(\w+)\(\*\)$/.exec(path)?.[1] ?? []),
  ),
);

/** Functions of frameworks that read headers: `getRequestHeaders(event)`, `headers()`. */
const HEADER_FUNCTIONS: ReadonlySet<string> = new Set(
  READERS.flatMap(({ functions }) => functions?.headers ?? []),
);

const WEB_MODULES: ReadonlySet<string | null> = new Set(
  clientsOfKind('web').flatMap(({ modules }) => modules),
);

/** `c.req.header()`, `getRequestHeaders(event)`, `request.headers.entries()`: all headers that a server was sent. */
export function areInboundHeaders(node: TSESTree.CallExpression, module: SourceModule): boolean {
  const callee = unwrap(node.callee);
  if (callee.type === 'Identifier') return areReadBy(node, module);
  if (callee.type !== 'MemberExpression' || node.arguments.length > 0) return false;
  const chain = chainOf(callee.object, module);
  if (!chain) return false;
  const name = keyName(callee) ?? '';
  if (name === 'entries' || name === 'toJSON') return inboundPart(chain, module) === 'headers';
  const of = chain.names.at(-1) ?? '';
  return HEADER_METHODS.has(name) && chain.fn !== null && REQUESTS.has(of);
}

function areReadBy({ callee, arguments: given }: TSESTree.CallExpression, module: SourceModule) {
  const value = given.length > 1 ? null : valueOf(callee, module);
  if (value?.kind !== 'external' || !HEADER_FUNCTIONS.has(value.path.at(-1) ?? '')) return false;
  const isPlatform = value.source === null && given.length === 1;
  return isPlatform || WEB_MODULES.has(value.source);
}
