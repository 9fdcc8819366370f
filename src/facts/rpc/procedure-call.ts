import type { TSESTree } from '@typescript-eslint/utils';
import type { ApiEvidence } from '../../apis/index.ts';
import type { Node } from '../../ast/node.ts';
import { calledName, enclosingFunction, keyName, unwrap } from '../../ast/node.ts';
import { nodesWithin } from '../../ast/within.ts';
import { environmentOf, patternOf } from '../../values/address.ts';
import type { OptionsPlace } from '../../values/options-place.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import { alternatives } from '../../values/value.ts';
import type { Fact, FileView } from '../fact.ts';
import { isLoopback } from '../request/loopback.ts';
import { mentions } from '../request/mentions.ts';
import { resultUseOf } from '../request/result-use.ts';
import type { TimeoutState } from '../request/timeout.ts';
import { timeoutOf, timeoutShownAt } from '../request/timeout.ts';
import { optionsGiven } from './call-arguments.ts';
import { addressGiven, creationLayers } from './client-options.ts';
import type { Procedure } from './procedure.ts';
import { procedureOf } from './procedure.ts';

/** A call of a remote procedure that gives one answer. It has no method, URL or status of HTTP. */
export interface ProcedureCall extends Fact {
  readonly node: TSESTree.CallExpression;
  /** What is called: where the absence of something is reported. */
  readonly callee: Node;
  readonly clientName: string;
  readonly timeout: TimeoutState;
  /** Where its options stand, or would stand; null where that can't be told. */
  readonly place: OptionsPlace | null;
  /** The server runs on this machine. */
  readonly isLocal: boolean;
  /** The code around it gives up in time, or ends the call. */
  readonly isBoundElsewhere: boolean;
}

/** The calls of remote procedures in a file; those that give a stream, or may, are none of them. */
export function findProcedureCalls({ module, candidates }: FileView): ProcedureCall[] {
  return candidates.calls.flatMap((node): ProcedureCall[] => {
    if (node.type !== 'CallExpression') return [];
    const procedure = procedureOf(node.callee, module);
    return procedure ? procedureCall(node, procedure, module) : [];
  });
}

function procedureCall(
  node: TSESTree.CallExpression,
  procedure: Procedure,
  module: SourceModule,
): ProcedureCall[] {
  const { library, clients } = procedure;
  const given = optionsGiven(node, procedure, module);
  if (!given || (library.calls.answer === 'promise' && !isAwaited(node))) return [];
  const addresses = clients.map(addressGiven);
  return [
    {
      node,
      callee: node.callee,
      clientName: library.name,
      timeout: timeoutShownAt(
        node.callee,
        timeoutOf({
          client: library,
          layers: [...given.layers, ...creationLayers(clients)],
          context: { module, frame: null },
        }),
        module,
      ),
      place: given.place,
      isLocal: addresses.every((address) => address !== null && isLocal(address)),
      isBoundElsewhere:
        resultUseOf(node, module).raced ||
        isTimed(node, module) ||
        isCancelled(node, procedure, module),
      evidence: evidenceOf(addresses),
    },
  ];
}

/** A promise of one answer: what gives a stream is no promise. */
function isAwaited({ parent }: Node): boolean {
  let outer = parent;
  while (outer && outer.type !== 'AwaitExpression' && unwrap(outer) !== outer) outer = outer.parent;
  if (outer?.type === 'AwaitExpression') return true;
  return outer?.type === 'MemberExpression' && PROMISED.has(keyName(outer) ?? '');
}

const PROMISED: ReadonlySet<string> = new Set(['then', 'catch', 'finally']);

/** `new Promise((resolve, reject) => { setTimeout(reject, 5000); … })`. */
function isTimed(node: Node, module: SourceModule): boolean {
  const fn = enclosingFunction(node);
  return (
    fn !== null &&
    mentions(module, ['setTimeout']) &&
    nodesWithin(module.calls, fn).some(({ callee }) => calledName(callee) === 'setTimeout')
  );
}

/** What the call gives is kept, and something of that name is called. */
function isCancelled(node: Node, { library }: Procedure, module: SourceModule): boolean {
  const { cancel } = library.calls;
  const isKept = node.parent?.type !== 'ExpressionStatement';
  return cancel !== undefined && isKept && mentions(module, [`.${cancel}(`]);
}

/** Host and port, behind the scheme of a name resolver or of the web. */
const TARGET = /^(?:[a-z][a-z\d+]*:(?:\/\/[^/]*\/|(?=\D))|https?:\/\/)?(\[[^\]]*\]|[^:/]*)/i;

const hostOf = (address: Value): string => TARGET.exec(patternOf(address))?.[1] ?? '';

const isLocal = (address: Value): boolean =>
  [...alternatives(address)].every((option) => {
    const pattern = patternOf(option);
    return pattern.startsWith('unix:') || pattern.startsWith('/') || isLoopback(hostOf(option));
  });

function evidenceOf(addresses: readonly (Value | null)[]): ApiEvidence {
  const [address] = addresses;
  if (!address || addresses.length > 1) return {};
  const host = hostOf(address);
  const [baseUrlVariable] = environmentOf(address);
  return {
    ...(host === '' || host.includes('${') ? {} : { host: host.toLowerCase() }),
    ...(baseUrlVariable === undefined ? {} : { baseUrlVariable }),
  };
}
