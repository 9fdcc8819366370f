import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { ancestorsOf, isFunction, unwrap } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { textOf } from '../../values/source-module.ts';
import type { HttpClient } from '../../clients/schema.ts';
import type { FileView } from '../fact.ts';
import type { Pause, Place } from '../rehearsal/rehearsal.ts';
import type { ApiCall } from '../request/api-call.ts';
import { isWithin, nodesWithin } from '../../ast/within.ts';
import type { Wait } from './shape.ts';

type Pauses = readonly (readonly Pause[] | undefined)[];

/** The one expression of this file that says how long is waited, where it belongs to one retry alone. */
export function waitOf(
  root: Node,
  pauses: Pauses,
  requests: readonly ApiCall[],
  { module, candidates }: FileView,
): Wait | null {
  const places = new Set(pauses.flatMap((step) => (step ?? []).map(({ place }) => place.node)));
  const [written] = pauses.flatMap((step) => step ?? []);
  if (!written || places.size !== 1) return null;
  const { place } = written;
  const isHere = place.module === module && isWithin(place.node, root);
  const node = isHere && !isParameter(place.node, module) ? place.node : null;
  const found = node ?? argumentOf(candidates.calls, root, place, module);
  return found && { node: found, source: module.text, ...answerAt(found, requests, module) };
}

function isParameter(node: Node, module: SourceModule): boolean {
  const name = unwrap(node);
  return name.type === 'Identifier' && module.scopes.bindingOf(name)?.kind === 'param';
}

/** What the only call of the pausing function in a retry is given. */
function argumentOf(
  calls: FileView['candidates']['calls'],
  root: Node,
  place: Place,
  module: SourceModule,
): Node | null {
  const pausing = nodesWithin(calls, root).filter((call) => {
    if (call.type !== 'CallExpression') return false;
    const callee = valueOf(call.callee, module);
    return (
      callee.kind === 'function' &&
      callee.module === place.module &&
      isWithin(place.node, callee.node)
    );
  });
  const [only] = pausing;
  const given = pausing.length === 1 && only ? only.arguments[indexIn(only, place)] : undefined;
  const isWait =
    given && given.type !== 'SpreadElement' && valueOf(given, module).kind !== 'function';
  return isWait ? given : null;
}

/** Which argument of a call says how long is waited; -1 where several do together. */
function indexIn({ arguments: given }: { readonly arguments: readonly Node[] }, place: Place) {
  const waited = unwrap(place.node);
  const own = [...ancestorsOf(place.node)].flatMap((above) => {
    if (!isFunction(above) || waited.type !== 'Identifier') return [];
    const at = above.params.findIndex(
      (parameter) => parameter.type === 'Identifier' && parameter.name === waited.name,
    );
    return at < 0 ? [] : [at];
  });
  return own[0] ?? (given.length === 1 ? 0 : -1);
}

/** How the failed answer is at hand where it is waited. */
function answerAt(
  at: Node,
  requests: readonly ApiCall[],
  module: SourceModule,
): Pick<Wait, 'answer'> {
  for (const above of ancestorsOf(at)) {
    if (isFunction(above)) break;
    if (above.type === 'CatchClause' && above.param?.type === 'Identifier') {
      const { name } = above.param;
      const request = requests.find(({ node }) => isWithin(node, above.parent));
      const isRead = new RegExp(`\\b${name.replaceAll('$', '\\$')}\\??\\.response\\b`).test(
        textOf(above, module),
      );
      return {
        answer: request && isRead ? { name: `${name}.response?`, ...styleOf(request) } : null,
      };
    }
  }
  const answers = requests.flatMap((request) => {
    const name = nameOfAnswer(request);
    return name && isSeen(name, at, module) ? [{ name: name.name, ...styleOf(request) }] : [];
  });
  return { answer: answers.length === 1 ? (answers[0] ?? null) : null };
}

/** `res` of `const res = await fetch(…)`. */
function nameOfAnswer({ node }: ApiCall): TSESTree.Identifier | null {
  const declarator = node.parent.type === 'AwaitExpression' ? node.parent.parent : node.parent;
  return declarator.type === 'VariableDeclarator' && declarator.id.type === 'Identifier'
    ? declarator.id
    : null;
}

function isSeen(name: TSESTree.Identifier, at: Node, module: SourceModule): boolean {
  const binding = module.scopes.bindingOf(name);
  return (
    binding !== null &&
    binding !== undefined &&
    isWithin(at, binding.scope) &&
    binding.writes.length <= 1
  );
}

/** Whether a client's headers are read by `get`, or are the fields of an object. */
function styleOf({ request }: ApiCall): { readonly hasGet: boolean } {
  const members: HttpClient['statusMembers'] = request.client?.statusMembers;
  return {
    hasGet: members !== undefined && members.includes('ok') && !members.includes('statusCode'),
  };
}
