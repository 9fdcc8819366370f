import type { TSESTree } from '@typescript-eslint/utils';
import { declaredName } from '../../ast/function-name.ts';
import type { Node } from '../../ast/node.ts';
import { ancestorsOf, calledName, isFunction, keyName, unwrap } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import { isWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import { namesOf } from '../../values/objects.ts';
import type { Value } from '../../values/value.ts';
import { logCallAt } from '../log/log-call.ts';
import type { Checked } from './checks.ts';
import type { Origins } from './origins.ts';
import { FROM_BODY, FROM_DIGEST, FROM_REQUEST } from './origin-bits.ts';
import { feedsDigest, verifierOf } from './verifiers.ts';

/** How a handler treats the payload. */
export interface PayloadUses {
  /** Reads of the body, parsed or not, in source order. */
  readonly reads: readonly Node[];
  /** What acts on the payload: calls that are given a part of it, and switches over one. */
  readonly uses: readonly Node[];
  /** The names that are read directly from the payload. */
  readonly names: ReadonlySet<string>;
  /** The texts that a part of the payload is compared with. */
  readonly compared: readonly string[];
  /** A `switch` goes over a part of the payload. */
  readonly isSwitched: boolean;
}

/** What a handler reads, asks and does with the payload, apart from places that are for other requests. */
export function payloadUses(
  { origins, checks }: Checked,
  isElsewhere: (place: Node) => boolean = () => false,
): PayloadUses {
  const { fn, module } = origins;
  const reads: Node[] = [];
  const uses: Node[] = [];
  const names = new Set<string>();
  const compared: string[] = [];
  const inChecks = [...checks.keys()];
  let isSwitchedInside = false;
  walk(fn.body, module.visitorKeys, (node) => {
    if (STEP.test(node.type) && isElsewhere(node)) return 'skip';
    if (isRead(node) && origins.has(node, FROM_BODY)) reads.push(node);
    for (const name of namesReadBy(node, origins)) names.add(name);
    for (const text of textsComparedBy(node, origins)) compared.push(text);
    if (node.type === 'SwitchStatement' && origins.has(node.discriminant, FROM_BODY)) {
      uses.push(node.discriminant);
    }
    if (node.type !== 'CallExpression' || inChecks.some((check) => isWithin(node, check)))
      return undefined;
    const handed = usesOfHanded(node, origins);
    if (handed) {
      if (handed.reads.length > 0 && reads.at(-1) !== node) reads.push(node);
      for (const name of handed.names) names.add(name);
      compared.push(...handed.compared);
      isSwitchedInside ||= handed.isSwitched;
    }
    if (handed ? handed.uses.length > 0 : isUse(node, origins)) uses.push(node);
    return undefined;
  });
  const isSwitched =
    isSwitchedInside || uses.some(({ parent }) => parent?.type === 'SwitchStatement');
  return { reads, uses, names, compared, isSwitched };
}

/** What a function that gets the whole request does with the payload: `await handleEvent(req)`. */
function usesOfHanded(call: TSESTree.CallExpression, origins: Origins): PayloadUses | null {
  const inner = origins.handedTo(call);
  if (!inner) return null;
  const found = payloadUses({ origins: inner, checks: new Map() });
  for (const [node, name] of inner.headers) origins.headers.set(node, name);
  return found;
}

const STEP = /Statement$|^VariableDeclaration$/;

function namesReadBy(node: Node, origins: Origins): string[] {
  if (node.type === 'CallExpression') return namesInSchema(node, origins);
  if (node.type === 'MemberExpression') {
    return origins.has(node.object, FROM_BODY) ? [keyName(node) ?? ''] : [];
  }
  if (node.type !== 'ObjectPattern' || node.parent.type !== 'VariableDeclarator') return [];
  const { init } = node.parent;
  if (!init || !origins.has(init, FROM_BODY)) return [];
  return node.properties.map((property) => keyName(property) ?? '');
}

/** `z.object({ url: z.string() }).parse(body)`: what the payload must have. */
function namesInSchema(call: TSESTree.CallExpression, origins: Origins): string[] {
  const { callee } = call;
  if (callee.type !== 'MemberExpression' || !PARSES.has(keyName(callee) ?? '')) return [];
  if (!call.arguments.some((argument) => origins.has(argument, FROM_BODY))) return [];
  for (let schema = valueOf(callee.object, origins.module); schema.kind === 'call';) {
    const [first] = schema.args;
    if (first?.kind === 'object') return [...namesOf(first)];
    if (schema.callee.kind !== 'member') return [];
    schema = schema.callee.object;
  }
  return [];
}

const PARSES: ReadonlySet<string> = new Set(['parse', 'safeParse', 'parseAsync', 'validate']);

function textsComparedBy(node: Node, origins: Origins): string[] {
  const others: (Node | null)[] = [];
  if (node.type === 'BinaryExpression' && origins.has(node.left, FROM_BODY))
    others.push(node.right);
  if (node.type === 'SwitchStatement' && origins.has(node.discriminant, FROM_BODY)) {
    others.push(...node.cases.map(({ test }) => test));
  }
  return others.flatMap((other) => {
    const value = other && valueOf(other, origins.module);
    return value?.kind === 'literal' && typeof value.value === 'string' ? [value.value] : [];
  });
}

const isRead = ({ type }: Node): boolean =>
  type === 'Identifier' || type === 'MemberExpression' || type === 'CallExpression';

/** Functions that only parse, print, test or measure what they are given, or answer with it. */
const HARMLESS =
  /^(?:log|info|warn|error|debug|trace|verbose|notice|fatal|parse|safeParse|safeParseAsync|parseAsync|stringify|from|isBuffer|isArray|keys|values|entries|byteLength|concat|toString|String|Number|Boolean|Buffer|decode|encode|atob|btoa|parseInt|parseFloat|isNaN|validate\w*|is[A-Z]\w*|assert\w*|plainToInstance|plainToClass|json|send|end|status|sendStatus|text|body|code|write|writeHead|update|digest|hasOwn|hasOwnProperty|includes|startsWith|endsWith|test|match|exec|then|catch|finally|next|reject|resolve|createHmac|createHash|push|Date|join|split|trim|min|max|floor|round|setHeader|header|set|throw|redirect|captureException|captureMessage|addBreadcrumb|createError|unescape|decodeURIComponent|raw\w*|getRaw\w*|safeJson\w*)$|[Pp]arse/;

function isUse(call: TSESTree.CallExpression, origins: Checked['origins']): boolean {
  if (origins.has(call, FROM_DIGEST)) return false;
  const name = calledName(unwrap(call.callee));
  if (name === 'update' && feedsDigest(valueOf(call.callee, origins.module))) return false;
  if (logCallAt(call, origins.module)?.own) return false;
  if (HARMLESS.test(name) && !actsByReceiver(call, name)) {
    if (!isOwn(valueOf(call.callee, origins.module))) return false;
  }
  if (isFunction(unwrap(call.callee)) || verifierOf(valueOf(call.callee, origins.module)))
    return false;
  if (call.callee.type === 'MemberExpression' && origins.has(call.callee.object, FROM_REQUEST))
    return false;
  if (isForLog(call, origins.module)) return false;
  return call.arguments.some(
    (argument) =>
      !isFunction(argument) &&
      origins.has(argument.type === 'SpreadElement' ? argument.argument : argument, FROM_BODY),
  );
}

/** What it gives goes into a line of a log, by a name too: `log.info({ from: masked(body.from) })`. What is waited for does more. */
function isForLog(part: Node, module: Origins['module'], depth = 2): boolean {
  for (const above of ancestorsOf(part)) {
    if (above.type === 'AwaitExpression') return false;
    if (above.type === 'CallExpression' && logCallAt(above, module) !== null) return true;
    if (above.type !== 'VariableDeclarator' || depth === 0) continue;
    const reads = above.id.type === 'Identifier' ? module.scopes.bindingOf(above.id)?.reads : null;
    return !!reads && reads.length > 0 && reads.every((read) => isForLog(read, module, depth - 1));
  }
  return false;
}

/** `mail.send(…)` and `orders.update(…)` act; `res.send(…)` and `hmac.update(…)` do not. */
function actsByReceiver({ callee }: TSESTree.CallExpression, name: string): boolean {
  if (name !== 'send' && name !== 'update') return false;
  let root = unwrap(callee);
  while (root.type === 'MemberExpression' || root.type === 'CallExpression') {
    root = unwrap(root.type === 'MemberExpression' ? root.object : root.callee);
  }
  const receiver = root.type === 'Identifier' ? root.name : 'this';
  return !/^_?(?:res|resp|response|reply|rep|ctx|context|c|h|event)$|hmac|hash|sha|md5|mac|digest|sign|verif|crypto|cipher/i.test(
    receiver,
  );
}

/** A function of the project is not harmless for its name. */
const isOwn = (callee: Value): boolean =>
  callee.kind === 'function' &&
  !/pars|valid|assert|log|is[A-Z]|raw/i.test(declaredName(callee.node)?.name ?? '');
