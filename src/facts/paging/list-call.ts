import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode } from '../../ast/node.ts';
import { enclosingFunction, unwrap } from '../../ast/node.ts';
import { wordSet, wordsOf } from '../../ast/words.ts';
import { valueOf } from '../../values/evaluate.ts';
import { attributeOf, namesOf } from '../../values/objects.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import type { Fact, FileView } from '../fact.ts';
import type { ApiCall } from '../request/api-call.ts';
import type { DataTrail } from '../request/data-trail.ts';
import { dataTrailOf } from '../request/data-trail.ts';
import { isMatterOfWrapper, lastSegment } from '../request/own-matter.ts';
import type { Query } from '../request/query.ts';
import { queryOf } from '../request/query.ts';
import { someIn } from '../retry/loop.ts';
import type { PageSize } from './page-size.ts';
import { outermostFunction, pageSizeOf } from './page-size.ts';
import { isCollection, isFurtherName, isLookupName, isPageName, speaksOfFurther } from './words.ts';

/** A request that asks for entries of a list. */
export interface ListCall extends Fact {
  /** What is called. */
  readonly node: ApiCall['callee'];
  readonly call: ApiCall;
  /** The name of the collection, where the path ends in one. */
  readonly collection: string | null;
  /** How many entries it asks for, where that is written. */
  readonly sizes: readonly PageSize[];
  /**
   * `paged`: it asks for a part of the list, or the rest is asked for afterwards. `whole`: nothing
   * says that there may be more than one answer holds.
   */
  readonly paging: 'paged' | 'whole' | 'unknown';
  /** What becomes of the entries. */
  readonly data: DataTrail;
  readonly module: SourceModule;
}

/** The requests of a file that ask for lists. */
export function findListCalls({ module, facts }: FileView): ListCall[] {
  return facts.apiCall.flatMap((call) => {
    const found = call.isLocal || isMatterOfWrapper(call) ? null : listCall(call, module);
    return found ? [found] : [];
  });
}

function listCall(call: ApiCall, module: SourceModule): ListCall | null {
  const isRead = call.method === 'GET';
  const segment = lastSegment(call.address.path);
  const collection = isRead && segment !== null && isCollection(segment) ? segment : null;
  const query = isRead ? queryOf(call.request) : searchOf(call, segment);
  const isOfList = collection !== null || query.parameters.some(({ name }) => isPageName(name));
  const sizes = query.parameters.flatMap(
    (parameter) => pageSizeOf(parameter, isOfList, call.node) ?? [],
  );
  if (collection === null && sizes.length === 0) return null;
  const data = dataTrailOf(call.node, module);
  return {
    node: call.callee,
    call,
    evidence: call.evidence,
    collection,
    sizes,
    paging: pagingOf(call, query, sizes, data, module),
    data,
    module,
  };
}

/** The body of a search: `POST /orders/search` with `{ limit: 500 }`. */
function searchOf({ body, method }: ApiCall, segment: string | null): Query {
  const isSearch = method === 'POST' && /search|query|list|filter|graphql/i.test(segment ?? '');
  if (!isSearch || body.state !== 'known') return { parameters: [], open: true };
  const variables = attributeOf(body.value, 'variables');
  const held: Value[] = [body.value, ...(variables.state === 'known' ? [variables.value] : [])];
  const parameters = held.flatMap((value) =>
    namesOf(value).flatMap((name) => {
      const found = attributeOf(value, name);
      return found.state === 'known' ? [{ name, value: found.value, node: found.node }] : [];
    }),
  );
  return { parameters, open: true };
}

function pagingOf(
  call: ApiCall,
  { parameters, open }: Query,
  sizes: readonly PageSize[],
  data: DataTrail,
  module: SourceModule,
): ListCall['paging'] {
  const isPaged =
    sizes.length > 0 ||
    parameters.some(({ name }) => isPageName(name) || pageOrSize(name)) ||
    [...data.names].some(isFurtherName) ||
    followsFurther(call, module);
  if (isPaged) return 'paged';
  return open || parameters.some(({ name }) => isLookupName(name)) ? 'unknown' : 'whole';
}

/** Words of names that choose a part of a list; `country` and `account` only hold one of them. */
const PARTS: ReadonlySet<string> = wordSet(
  'limit size pagesize perpage count top take first last max maxresults page cursor offset skip token range',
);

const pageOrSize = (name: string): boolean => wordsOf(name).some((word) => PARTS.has(word));

/** The function around the call, or the wrapper that sends it, speaks of further pages. */
function followsFurther({ node, request }: ApiCall, module: SourceModule): boolean {
  const own = outermostFunction(node);
  const wrapper = request.context.frame?.fn ?? null;
  return (
    speaks(own, module) ||
    speaks(wrapper, request.context.module) ||
    node.arguments.some((argument) => isRangeHeader(argument, module)) ||
    goesToNextAddress(node.arguments[0], module)
  );
}

/** `const all = async (url = FIRST) => { … return next ? all(next) : [] }`: the address of the next part comes with the one before. */
function goesToNextAddress(address: TSESTree.Node | undefined, module: SourceModule): boolean {
  const name = address && unwrap(address);
  const binding = name?.type === 'Identifier' ? module.scopes.bindingOf(name) : null;
  const [declared] = binding?.kind === 'param' ? binding.declarations : [];
  const fn = declared ? enclosingFunction(declared) : null;
  if (!fn) return false;
  return someIn(fn.body, module, (node) => {
    if (node.type !== 'CallExpression' || node.arguments.length === 0) return false;
    const called = valueOf(node.callee, module);
    return called.kind === 'function' && called.node === fn;
  });
}

const speaks = (fn: FunctionNode | null, { text }: SourceModule): boolean =>
  fn !== null && speaksOfFurther(text.slice(fn.range[0], fn.range[1]));

const isRangeHeader = ({ range }: TSESTree.Node, { text }: SourceModule): boolean =>
  /\bRange\b['"]?\s*:/.test(text.slice(range[0], range[1]));
