import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import {
  ancestorsOf,
  calledName,
  enclosingFunction,
  isFunction,
  keyName,
  unwrap,
} from '../../ast/node.ts';
import { returnsOf } from '../../ast/returns.ts';
import { linesBefore } from '../../ast/text.ts';
import { isWithin } from '../../ast/within.ts';
import type { TlsOption } from '../../clients/tls-options.ts';
import {
  identityCheck,
  serverMark,
  tlsAgents,
  tlsMethods,
  tlsOptions,
  tlsServers,
} from '../../clients/tls-options.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { textOf } from '../../values/source-module.ts';
import type { FunctionValue, Value } from '../../values/value.ts';
import { isNothing } from '../../values/value.ts';
import { holdersOf } from '../../values/written-for.ts';
import type { FileView } from '../fact.ts';
import { isAskedFor } from './decided.ts';
import { isDevelopmentOnly } from './development.ts';
import { hostsFor, reachOfHosts } from './hosts.ts';
import type { Remedy, TlsSwitch } from './tls-switch.ts';

const byName = new Map(tlsOptions.map((option) => [option.name, option]));

/** An option and where it is written. */
interface Written {
  readonly node: Node;
  readonly name: string;
  /** What it is given. */
  readonly given: Node;
}

/** Options that switch it off, in objects, by assignment, as a default, and methods that do. */
export function optionSwitches(view: FileView): TlsSwitch[] {
  const all = writtenOptions(view);
  return [
    ...all
      .filter((written) => !isHandedOn(written, all, view.module) && !isMerelyRead(written, view))
      .flatMap((written) => ofOption(written, view)),
    ...ofMethods(view),
  ];
}

/** `{ rejectUnauthorized: this.rejectUnauthorized }`: what is written into the field is found there. */
function isHandedOn({ node, given }: Written, all: readonly Written[], module: SourceModule) {
  if (all.length < 2 || unwrap(given).type === 'Literal') return false;
  const value = valueOf(given, module);
  return (
    value.module === module &&
    all.some((other) => other.node !== node && isWithin(value.node, other.given))
  );
}

/**
 * A connection that nothing is sent over: its certificate is looked at, to know it again. Or one that
 * goes on to see what the check of it found.
 */
function isMerelyRead({ node }: Written, { module, candidates }: FileView): boolean {
  if (candidates.members.some((member) => keyName(member) === 'authorizationError')) return true;
  const fn = enclosingFunction(node);
  const names = fn
    ? module.calls.filter((call) => isWithin(call, fn)).map(({ callee }) => calledName(callee))
    : [];
  return (
    names.some((name) => OPENS.has(name)) &&
    names.some((name) => CERTIFICATES.has(name)) &&
    !names.some((name) => SENDS.has(name)) &&
    !isSentWithHeaders(node)
  );
}

const CERTIFICATES: ReadonlySet<string> = new Set(['getPeerCertificate', 'getPeerX509Certificate']);
const OPENS: ReadonlySet<string> = new Set(['connect', 'request', 'get']);
const SENDS: ReadonlySet<string> = new Set(['write', 'pipe', 'send', 'fetch']);

/** A request that is given more than where to go. */
const isSentWithHeaders = ({ parent }: Node): boolean =>
  parent?.type === 'ObjectExpression' &&
  parent.properties.some((property) => /^(?:headers|auth|body)$/.test(keyName(property) ?? ''));

function writtenOptions({ module, candidates }: FileView): Written[] {
  const named = (node: Node, given: Node | null): Written[] => {
    const name = given && keyName(node);
    return name !== null && given && (byName.has(name) || name === identityCheck)
      ? [{ node, name, given }]
      : [];
  };
  return [
    ...candidates.objects.flatMap(({ properties }) =>
      properties.flatMap((property) =>
        property.type === 'Property' ? named(property, property.value) : [],
      ),
    ),
    ...candidates.patterns.flatMap(({ properties }) =>
      properties.flatMap((property) =>
        property.type === 'Property' && property.value.type === 'AssignmentPattern'
          ? named(property, property.value.right)
          : [],
      ),
    ),
    ...candidates.classes.flatMap(({ body }) =>
      body.body.flatMap((member) =>
        member.type === 'PropertyDefinition' ? named(member, member.value) : [],
      ),
    ),
    ...module.memberWrites.flatMap((write) =>
      named(write.left, write.right).map((written) => ({ ...written, node: write })),
    ),
  ];
}

function ofOption({ node, name, given }: Written, view: FileView): TlsSwitch[] {
  const value = valueOf(given, view.module);
  const option = byName.get(name);
  const isOff = option ? isSwitchedOff(value, option) : acceptsAll(value);
  if (!isOff || isOfServer(node, view.module) || isAskedFor(node, view.module) || isExpected(node))
    return [];
  const hosts = hostsFor(node, view);
  if (option?.isAmbiguous && hosts.length === 0 && !isForRequests(node, view)) return [];
  const isGlobal =
    node.type === 'AssignmentExpression' && /globalAgent/.test(textOf(node.left, view.module));
  return [
    {
      node,
      how: isGlobal ? 'process' : option ? 'option' : 'identity',
      name,
      reach: reachOfHosts(hosts),
      isDevelopmentOnly: isDevelopmentOnly(node, view.module),
      remedy: option
        ? remedyFor(
            given,
            option,
            !isGlobal &&
              isForRequests(node, view) &&
              reachOfHosts(hosts) !== 'private' &&
              !isRemarked(node, view.module),
          )
        : null,
      evidence: hosts[0] === undefined ? {} : { host: hosts[0] },
    },
  ];
}

/** Off, or off unless something is given: `options.verify ?? false`. */
function isSwitchedOff(value: Value, option: TlsOption): boolean {
  if (value.kind === 'literal') return value.value === option.off;
  if (value.kind !== 'choice' || !['??', '||', 'default'].includes(value.by)) return false;
  const last = value.options.at(-1);
  return last !== undefined && last.kind === 'literal' && last.value === option.off;
}

function remedyFor(given: Node, { off }: TlsOption, isSafe: boolean): Remedy | null {
  const literal = unwrap(given);
  if (literal.type !== 'Literal' || literal.value !== off) return null;
  return { range: [literal.range[0], literal.range[1]], text: String(!off), isSafe };
}

/** A remark on its line, or just above, says whose certificate it is: whoever wrote it has to find another way. */
function isRemarked(node: Node, { text }: SourceModule): boolean {
  const end = text.indexOf('\n', node.range[0]);
  if (isRemark(text.slice(node.range[0], end < 0 ? undefined : end))) return true;
  let above = 0;
  for (const line of linesBefore(node.range[0], text)) {
    if (isRemark(line)) return true;
    if (++above === LINES_ABOVE) break;
  }
  return false;
}

function isRemark(line: string): boolean {
  const [, ...remarks] = line.split(/\/\/|\/\*|^[ \t]*\*/);
  return OF_CERTIFICATE.test(remarks.join(' '));
}

/** The line itself counts as one. */
const LINES_ABOVE = 4;
const OF_CERTIFICATE =
  /self.?signed|certificate|\bcerts?\b|\bca\b|\bpem\b|\blocal (?:network|api|device)/i;

/** A function that never finds a certificate wrong: it gives nothing back, throws nothing, asks nobody. */
function acceptsAll(value: Value): boolean {
  if (value.kind === 'literal') return value.value === false;
  if (value.kind === 'external') return value.path.at(-1) === 'noop';
  if (value.kind !== 'function') return false;
  const { node, module } = value;
  const isEmpty = returnsOf(node).every((returned) => isNothing(valueOf(returned, module)));
  return isEmpty && !asksElsewhere(value) && !/\bthrow\b/.test(textOf(node, module));
}

function asksElsewhere({ node, module }: FunctionValue): boolean {
  return module.calls.some((call) => {
    const isInside = node.range[0] <= call.range[0] && call.range[1] <= node.range[1];
    return isInside && !/^(?:console|log|logger)\b/.test(textOf(call.callee, module));
  });
}

/** The object is of a server, which asks its callers for certificates. */
function isOfServer(node: Node, module: SourceModule): boolean {
  const object = node.parent;
  if (object?.type !== 'ObjectExpression') return false;
  if (object.properties.some((property) => keyName(property) === serverMark)) return true;
  const calls = [...holdersOf(object, module)].filter(
    (holder) => holder.type === 'CallExpression' || holder.type === 'NewExpression',
  );
  return calls.length > 0 && calls.every(({ callee }) => tlsServers.includes(calledName(callee)));
}

/** `expect(connect).toHaveBeenCalledWith({ … })`: what a test says that something else was given. */
const isExpected = (node: Node): boolean =>
  [...ancestorsOf(node)].some(
    (above) => above.type === 'CallExpression' && ASSERTS.has(rootOf(above.callee)),
  );

const ASSERTS: ReadonlySet<string> = new Set(['expect', 'assert', 'sinon']);

function rootOf(callee: Node): string {
  let root = callee;
  while (root.type === 'MemberExpression' || root.type === 'CallExpression')
    root = root.type === 'MemberExpression' ? root.object : root.callee;
  return root.type === 'Identifier' ? root.name : '';
}

/** What a request, a client, or an agent of requests is given. */
function isForRequests(node: Node, { module, facts }: FileView): boolean {
  for (const above of ancestorsOf(node)) {
    if (isFunction(above) || above.type === 'ClassBody') return false;
    if (above.type !== 'CallExpression' && above.type !== 'NewExpression') continue;
    if (
      facts.apiCall.some((call) => call.node === above && call.clientName !== null) ||
      facts.apiClient.some((client) => client.node === above) ||
      isAgent(above, module)
    )
      return true;
  }
  return false;
}

function isAgent(
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  module: SourceModule,
): boolean {
  const callee = valueOf(call.callee, module);
  return callee.kind === 'external' && callee.source !== null && tlsAgents.includes(callee.source);
}

function ofMethods(view: FileView): TlsSwitch[] {
  return view.candidates.calls.flatMap((call): TlsSwitch[] => {
    const { callee } = call;
    const name = callee.type === 'MemberExpression' ? keyName(callee) : null;
    if (callee.type !== 'MemberExpression' || name === null || !tlsMethods.includes(name))
      return [];
    const hosts = hostsFor(call, view);
    return [
      {
        node: callee.property,
        how: 'option',
        name,
        reach: reachOfHosts(hosts),
        isDevelopmentOnly: isDevelopmentOnly(call, view.module),
        remedy: { range: [callee.object.range[1], call.range[1]], text: '', isSafe: false },
        evidence: hosts[0] === undefined ? {} : { host: hosts[0] },
      },
    ];
  });
}
