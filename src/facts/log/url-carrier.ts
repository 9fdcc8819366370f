import type { Node } from '../../ast/node.ts';
import { ancestorsOf, enclosingFunction, isFunction, keyName, unwrap } from '../../ast/node.ts';
import { oncePer } from '../../ast/once.ts';
import type { Binding } from '../../ast/scope.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { FileView } from '../fact.ts';

/** Where a credential comes into the URL or the query that a name holds. */
interface Carried {
  readonly binding: Binding;
  readonly at: Node;
}

/** Parts of a URL that hold its query. */
const WITH_QUERY: ReadonlySet<string> = new Set(['href', 'search', 'searchParams']);

/** Queries that are put together apart from the text of a URL. */
const MAKES_QUERY = /URLSearchParams|\bsearchParams\b|\.search\b/;
const makesQuery = oncePer(({ text }: SourceModule) => MAKES_QUERY.test(text));

/**
 * A name of a URL, or of its query, that a credential was put into before:
 * `url.searchParams.set('key', KEY)`, `const query = new URLSearchParams({ token })`.
 */
export function carriesCredential(node: Node, view: FileView): boolean {
  if (!makesQuery(view.module)) return false;
  const read = unwrap(node);
  const name = read.type === 'MemberExpression' && isPartOfUrl(read) ? unwrap(read.object) : read;
  const binding = name.type === 'Identifier' ? view.module.scopes.bindingOf(name) : null;
  if (!binding) return false;
  return carriedIn(view).some(
    (each) =>
      each.binding === binding &&
      each.at.range[1] <= node.range[0] &&
      enclosingFunction(each.at) === enclosingFunction(node),
  );
}

const carriedIn = oncePer((view: FileView): readonly Carried[] =>
  view.facts.urlCredential.flatMap(({ node, where, isPublic }) =>
    where === 'query' && !isPublic ? carrierOf(node, view) : [],
  ),
);

/** The name whose URL or query a credential is put into where it stands. */
function carrierOf(credential: Node, { module }: FileView): Carried[] {
  for (const above of ancestorsOf(credential)) {
    if (isFunction(above)) return [];
    const holder = holderOf(above);
    const binding = holder && rootBinding(holder, module);
    if (binding) return [{ binding, at: above }];
  }
  return [];
}

function holderOf(node: Node): Node | null {
  switch (node.type) {
    case 'AssignmentExpression':
      return isPartOfUrl(node.left) || isQuery(node.right) ? node.left : null;
    case 'VariableDeclarator':
      return isQuery(node.init) ? node.id : null;
    case 'CallExpression': {
      const { callee } = node;
      const isSet = callee.type === 'MemberExpression' && SETS.has(keyName(callee) ?? '');
      return isSet ? callee.object : null;
    }
    default:
      return null;
  }
}

const SETS: ReadonlySet<string> = new Set(['set', 'append']);

const isPartOfUrl = (node: Node): boolean =>
  node.type === 'MemberExpression' && WITH_QUERY.has(keyName(node) ?? '');

/** `new URLSearchParams(…)`, `new URL(…)`. */
function isQuery(init: Node | null): boolean {
  const made = init && unwrap(init);
  return (
    made?.type === 'NewExpression' &&
    made.callee.type === 'Identifier' &&
    /^URL(?:SearchParams)?$/.test(made.callee.name)
  );
}

function rootBinding(holder: Node, { scopes }: FileView['module']): Binding | null {
  let root = unwrap(holder);
  while (root.type === 'MemberExpression' && WITH_QUERY.has(keyName(root) ?? ''))
    root = unwrap(root.object);
  return root.type === 'Identifier' ? scopes.bindingOf(root) : null;
}
