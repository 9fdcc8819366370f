import { knownNames } from '../../ast/imports.ts';
import type { Node } from '../../ast/node.ts';
import { isWrittenOut } from '../../ast/node.ts';
import { wordsOf } from '../../ast/words.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { Value } from '../../values/value.ts';
import { isString } from '../../values/value.ts';
import { piecesOf } from '../environment/variable-source.ts';
import type { FileView } from '../fact.ts';
import { credentialSource } from './source.ts';
import type { FoundInUrl } from './url-credential.ts';

/** Parameters of incoming requests that are compared with a credential: whoever calls has to put it into the URL. */
export function comparedQueries(view: FileView): FoundInUrl[] {
  if (!/query|searchParams/i.test(view.module.text)) return [];
  return pairsOf(view).flatMap(([left, right]) => {
    const [one, other] = [valueOf(left, view.module), valueOf(right, view.module)];
    return received(one, other, view) ?? received(other, one, view) ?? [];
  });
}

const COMPARING: ReadonlySet<string> = new Set(['===', '!==', '==', '!=']);
const COMPARER = /equal|compare/i;

/** What is compared with what, by an operator or a function of two; what is written out is no secret and was not sent. */
function pairsOf({ candidates, module }: FileView): [Node, Node][] {
  const compared = candidates.comparisons.flatMap((node): [Node, Node][] =>
    COMPARING.has(node.operator) ? [[node.left, node.right]] : [],
  );
  const called = candidates.calls.flatMap(({ callee, arguments: given }): [Node, Node][] => {
    const [one, other, ...more] = given;
    const name = callee.type === 'MemberExpression' ? callee.property : callee;
    return one &&
      other &&
      more.length === 0 &&
      name.type === 'Identifier' &&
      knownNames(name, module.scopes).some((each) => COMPARER.test(each))
      ? [[one, other]]
      : [];
  });
  return [...compared, ...called].filter((pair) => !pair.some(isWrittenOut));
}

function received(secret: Value, sent: Value, view: FileView): FoundInUrl[] | null {
  const source = credentialSource(secret, null);
  if (source?.variable == null || source.isWeak) return null;
  for (const piece of piecesOf(sent)) {
    const name = parameterOf(piece);
    if (name === null || wordsOf(name)[0] === 'hub') continue;
    const { node } = piece;
    if (piece.module !== view.module) return null;
    return [{ node, where: 'received', source, call: null, part: null, evidence: {} }];
  }
  return null;
}

/** The parameter that is read from the query of a request: `req.query.token`, `searchParams.get('token')`. */
function parameterOf(value: Value): string | null {
  if (value.kind === 'member') return isQuery(value.object) ? value.name : null;
  if (value.kind !== 'call' || value.callee.kind !== 'member') return null;
  const [name] = value.args;
  if (!name || !isString(name)) return null;
  const { object, name: method } = value.callee;
  const isRead = (method === 'get' && isQuery(object)) || method === 'query';
  return isRead ? name.value : null;
}

const isQuery = (value: Value): boolean =>
  value.kind === 'member'
    ? value.name === 'query' || value.name === 'searchParams'
    : value.kind === 'call' &&
      value.callee.kind === 'external' &&
      value.callee.path.at(-1) === 'useSearchParams';
