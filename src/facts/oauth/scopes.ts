import type { TSESTree } from '@typescript-eslint/utils';
import {
  besidesGranted,
  besidesScope,
  broadScopeParts,
  broadScopes,
  ownAccount,
  scopeTakers,
} from '../../clients/oauth-scopes.ts';
import type { Node } from '../../ast/node.ts';
import { knownNames } from '../../ast/imports.ts';
import { keyName, staticString, unwrap } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import { boundName } from '../../values/field-uses.ts';
import { parameterTaking } from '../../values/parameter-given.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Literal, Value } from '../../values/value.ts';
import { alternatives, isString } from '../../values/value.ts';
import { holdersOf, writtenFor } from '../../values/written-for.ts';
import type { ApiEvidence } from '../../apis/index.ts';
import type { Fact, FileView } from '../fact.ts';
import { nameOf } from '../literal-place.ts';
import { pushedTo } from '../webhook/collected.ts';
import { decoded } from '../request/query.ts';

/** One scope of a list, where it is written. */
export interface Scope {
  readonly text: string;
  /** Its literal, which may hold others too. */
  readonly node: Node;
  /** Offsets in the file. */
  readonly range: readonly [number, number];
  /** It opens everything, or everything of a kind. */
  readonly isBroad: boolean;
  /** The same one stands before it. */
  readonly isRepeated: boolean;
}

/** The scopes that an OAuth request or client asks for, as they are written in this file. */
export interface OAuthScopes extends Fact {
  readonly scopes: readonly Scope[];
  /** `text`: one text with separators; `list`: an array of texts. */
  readonly form: 'text' | 'list';
  readonly module: SourceModule;
}

/** The lists of scopes of a file. */
export function findOAuthScopes(view: FileView): OAuthScopes[] {
  const seen = new Set<Node>();
  const asked = [...inObjects(view), ...inSetters(view), ...inArguments(view)];
  const lists = asked.flatMap((each) => listsOf(each, view));
  return [...lists, ...inUrls(view)]
    .filter(({ node, scopes }) => {
      const isNew = !seen.has(node) && scopes.length > 0;
      seen.add(node);
      return isNew;
    })
    .sort((a, b) => a.node.range[0] - b.node.range[0]);
}

interface Asked {
  /** The expression of the scopes. */
  readonly node: Node;
  readonly evidence: ApiEvidence;
  /** Those of the server's own account, whose roles bound it. */
  readonly isOwnAccount?: boolean;
}

const isScopeName = (name: string | null): boolean =>
  name !== null && /^(?:oauth_?)?scopes?$/i.test(name);

/** `{ grant_type, scope }`, `authenticate('x', { scope })`. */
function inObjects(view: FileView): Asked[] {
  return view.candidates.objects.flatMap((object) => {
    const property = object.properties.find(
      (one) => one.type === 'Property' && isScopeName(keyName(one)),
    );
    if (property?.type !== 'Property' || !isOAuth(object, view.module)) return [];
    const isOwnAccount = isGivenTo(object, OWN_ACCOUNT, view.module);
    return [{ node: property.value, evidence: evidenceOf(object, view), isOwnAccount }];
  });
}

const OWN_ACCOUNT: ReadonlySet<string> = new Set(ownAccount.takers);
const TAKERS: ReadonlySet<string> = new Set(scopeTakers);

const isGivenTo = (object: Node, takers: ReadonlySet<string>, module: SourceModule): boolean =>
  holdersOf(object, module).some(
    (outer) =>
      (outer.type === 'CallExpression' || outer.type === 'NewExpression') &&
      calleeNames(outer.callee, module).some((name) => takers.has(name)),
  );

function isOAuth(object: TSESTree.ObjectExpression, module: SourceModule): boolean {
  const names = object.properties.map((property) =>
    property.type === 'Property' ? keyName(property) : null,
  );
  const isBeside = (list: readonly string[]) =>
    names.some((name) => name !== null && list.includes(name));
  if (isBeside(besidesScope) && !isBeside(besidesGranted)) return true;
  if (isGivenTo(object, TAKERS, module)) return true;
  return holdersOf(object, module).some(
    (outer) =>
      outer.type === 'Property' &&
      /^params$/.test(keyName(outer) ?? '') &&
      isAuthorization(outer.parent),
  );
}

/** `authorization: { url, params: { scope } }` of providers. */
const isAuthorization = (object: Node): boolean =>
  object.parent?.type === 'Property' && /^authorization/i.test(keyName(object.parent) ?? '');

const calleeNames = (callee: Node, { scopes }: SourceModule): string[] =>
  callee.type === 'Identifier' ? knownNames(callee, scopes) : [nameOf(callee) ?? ''];

/** `authorizeUrl(state, '…')`, a function of the project that asks for what it is given there. */
function inArguments({ candidates, module }: FileView): Asked[] {
  return candidates.calls.flatMap((call) =>
    call.arguments.flatMap((node) => {
      if (staticString(node) === null && node.type !== 'ArrayExpression') return [];
      const taken = parameterTaking(call, node, module);
      const asks = taken && isScopeName(taken.parameter.name) && ASKING.test(taken.module.text);
      return asks ? [{ node, evidence: {} }] : [];
    }),
  );
}

const ASKING = new RegExp(`\\b(?:${besidesScope.join('|')})\\b`);

/** `params.set('scope', '…')`. */
function inSetters({ candidates }: FileView): Asked[] {
  return candidates.calls.flatMap((call) => {
    const [name, value] = call.arguments;
    const method = call.callee.type === 'MemberExpression' ? keyName(call.callee) : null;
    const isSet = method === 'set' || method === 'append';
    return isSet && value && isScopeName(staticString(name)) ? [{ node: value, evidence: {} }] : [];
  });
}

/** The request around an object, or a variable among its properties, shows the API. */
function evidenceOf(object: Node, { facts, module }: FileView): ApiEvidence {
  const [start, end] = object.range;
  const call = facts.apiCall.find(({ node }) => node.range[0] <= start && end <= node.range[1]);
  if (call) return call.evidence;
  const variables = object.type === 'ObjectExpression' ? object.properties : [];
  const names = variables.flatMap((property) => {
    const value = property.type === 'Property' ? valueOf(property.value, module) : null;
    return value?.kind === 'env' ? [value.name] : [];
  });
  return names.length > 0 ? { credentialVariables: names } : {};
}

function listsOf(asked: Asked, view: FileView): OAuthScopes[] {
  const { evidence, isOwnAccount = false } = asked;
  const { module } = view;
  const node = joinedList(asked.node, module);
  return [...alternatives(valueOf(node, module))].flatMap((value): OAuthScopes[] => {
    if (value.module !== module) return [];
    const elements = listed(value, node, module);
    if (elements) {
      const scopes = elements.flatMap((element) =>
        isString(element) && element.module === module ? scopesIn(element.node) : [],
      );
      return [
        { node: value.node, scopes: marked(scopes, isOwnAccount), form: 'list', module, evidence },
      ];
    }
    if (!isString(value)) return [];
    const written = isPutTogether(value.node) ? scopesOf(value) : scopesIn(value.node);
    const scopes = marked(written, isOwnAccount);
    return [{ node: value.node, scopes, form: 'text', module, evidence }];
  });
}

/** The elements of a list, with what it is filled with: `scopes.push('admin')`; of `Object.values(TABLE)`, the values of the table. */
function listed(value: Value, of: Node, module: SourceModule): readonly Value[] | null {
  if (value.kind === 'array') {
    const name = boundName(value.node);
    const binding = value.open && name ? module.scopes.bindingOf(name) : null;
    const pushed = binding ? pushedTo(binding).map((each) => valueOf(each, module)) : [];
    return [...value.elements, ...pushed];
  }
  const isTable = value.kind === 'object' && tableOf(of.parent) === of;
  return isTable
    ? value.entries.flatMap((entry) => (entry.kind === 'property' ? [entry.value()] : []))
    : null;
}

/** The array of `[…].join(' ')`, which may have a name, or the table whose values it is. */
function joinedList(node: Node, module: SourceModule): Node {
  const call = writtenFor(node, module) ?? unwrap(node);
  const list =
    call.type === 'CallExpression' &&
    call.callee.type === 'MemberExpression' &&
    keyName(call.callee) === 'join'
      ? (writtenFor(call.callee.object, module) ?? call.callee.object)
      : call;
  return tableOf(list) ?? list;
}

/** `TABLE` of `Object.values(TABLE)`. */
function tableOf(node: Node | undefined): Node | null {
  if (node?.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return null;
  const { object } = node.callee;
  const isValues = keyName(node.callee) === 'values';
  return isValues && object.type === 'Identifier' && object.name === 'Object'
    ? (node.arguments[0] ?? null)
    : null;
}

/** `${READ} ${WRITE}`: no text of the file holds the scopes. */
const isPutTogether = (node: Node): boolean =>
  node.type === 'TemplateLiteral' && node.expressions.length > 0;

const scopesOf = ({ value, node }: Literal & { readonly value: string }): Written[] =>
  value.split(/[\s,]+/).flatMap((text) => (text === '' ? [] : [{ text, node, range: node.range }]));

type Written = Pick<Scope, 'text' | 'node' | 'range'>;

/** The scopes of a literal, between blanks and commas. */
function scopesIn(node: Node): Written[] {
  const inner = unwrap(node);
  if (inner.type !== 'Literal' && inner.type !== 'TemplateLiteral') return [];
  const text = inner.type === 'Literal' ? inner.raw.slice(1, -1) : staticString(inner);
  return text === null ? [] : splitAt(text, inner, inner.range[0] + 1, /[^\s,]+/g);
}

function splitAt(text: string, node: Node, offset: number, pattern: RegExp): Written[] {
  return [...text.matchAll(pattern)].map((match) => {
    const [all, scope = all] = match;
    const start = offset + match.index + all.length - scope.length;
    return { text: scope, node, range: [start, start + scope.length] };
  });
}

const BOUND_BY_ROLES: ReadonlySet<string> = new Set(ownAccount.scopes);

function marked(scopes: readonly Written[], isOwnAccount = false): Scope[] {
  const before = new Set<string>();
  return scopes.map((scope) => {
    const isRepeated = before.has(scope.text);
    before.add(scope.text);
    const isBound = isOwnAccount && BOUND_BY_ROLES.has(scope.text);
    return { ...scope, isRepeated, isBroad: !isBound && isBroad(decoded(scope.text)) };
  });
}

const broadParts: ReadonlySet<string> = new Set(broadScopeParts);

function isBroad(scope: string): boolean {
  if (broadScopes.includes(scope)) return true;
  const parts = /^https?:/.test(scope) ? [scope.split('/').at(-1) ?? ''] : scope.split(/[:./]/);
  return parts.some((part) => broadParts.has(part.toLowerCase()) || part.includes('*'));
}

/** `…/authorize?client_id=x&scope=a%20b`, `grant_type=client_credentials&scope=a`. */
function inUrls({ candidates, module }: FileView): OAuthScopes[] {
  return candidates.strings.flatMap((node) => {
    const parts = partsOf(node);
    if (!parts.some(({ raw: part }) => /grant_type=|client_id=|response_type=/.test(part)))
      return [];
    const scopes = parts.flatMap((part) => {
      const [all = '', value = ''] = /(?:^|[?&])scope=([^&#\s$]+)/.exec(part.raw) ?? [];
      const at = part.raw.indexOf(all) + all.length - value.length;
      return value === ''
        ? []
        : splitAt(value, node, part.start + at, /(?:^|%20|\+|,)((?:(?!%20|\+|,).)+)/g);
    });
    return [{ node, scopes: marked(scopes), form: 'text', module, evidence: {} }];
  });
}

const partsOf = (node: Node): { raw: string; start: number }[] =>
  node.type === 'TemplateLiteral'
    ? node.quasis.map(({ value, range }) => ({ raw: value.raw, start: range[0] + 1 }))
    : node.type === 'Literal'
      ? [{ raw: node.raw.slice(1, -1), start: node.range[0] + 1 }]
      : [];
