import type { Node } from '../../ast/node.ts';
import { alternatives } from '../../values/value.ts';
import type { Value } from '../../values/value.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Fact, FileView } from '../fact.ts';
import type { ApiCall } from '../request/api-call.ts';
import type { ApiClient } from '../request/api-client.ts';
import { isInFile } from '../request/in-file.ts';
import type { Option } from '../request/request-options.ts';
import { optionOf } from '../request/request-options.ts';
import { headerOf } from '../request/request.ts';

/** What makes the other side send its answers uncompressed, or leaves them compressed. */
export interface CompressionSwitch extends Fact {
  /** The option or header. */
  readonly node: Node;
  /** `option`: of the client. `header`: the one that says which encodings are taken. */
  readonly how: 'option' | 'header';
  readonly name: string;
  /** The literal that is written there, and the value that switches compression on. */
  readonly literal: Node | null;
  readonly on: boolean | null;
  /** The client asks for compression where the header is left out. */
  readonly asksByItself: boolean;
  readonly module: SourceModule;
}

/** Words without which a file holds none. */
export const COMPRESSION_WORDS = /compress|encoding/i;

/** The switches of a file's requests and clients, each once. */
export function findCompressionSwitches({ module, facts }: FileView): CompressionSwitch[] {
  const calls = facts.apiCall.filter((call) => call.via === 'direct' && takesAnyAnswer(call));
  const found = [...calls, ...facts.apiClient].flatMap((fact) => switchesOf(fact, module));
  const byNode = new Map(found.map((one) => [one.node, one]));
  return [...byNode.values()]
    .filter(({ node }) => isInFile(node, module))
    .map((one) => (one.how === 'header' ? { ...one, node: setterIn(one.node) } : one))
    .toSorted((a, b) => a.node.range[0] - b.node.range[0]);
}

/** Streams are handed on as they come, parts and lengths are counted in bytes, and this machine is near. */
function takesAnyAnswer({ isStream, isLocal, method, header }: ApiCall): boolean {
  return !isStream && !isLocal && method !== 'HEAD' && header('range').state === 'absent';
}

function switchesOf(fact: ApiCall | ApiClient, module: SourceModule): CompressionSwitch[] {
  const { request, evidence } = fact;
  const { client, layers } = request;
  if (!client) return [];
  const options = Object.entries(client.options.compression ?? {}).flatMap(([name, off]) => {
    const found = optionOf(layers, [name]);
    return isWritten(found) && isLiteral(found.value, off) ? [{ found, name, off }] : [];
  });
  const header = headerOf(request, 'accept-encoding');
  const asksByItself = client.asksForCompression === true;
  return [
    ...options.map(({ found, name, off }) => ({
      node: found.node,
      how: 'option' as const,
      name,
      literal: found.value.node,
      on: !off,
      asksByItself,
      module,
      evidence,
    })),
    ...(isWritten(header) && refusesEncodings(header.value)
      ? [
          {
            node: header.node,
            how: 'header' as const,
            name: 'Accept-Encoding',
            literal: null,
            on: null,
            asksByItself,
            module,
            evidence,
          },
        ]
      : []),
  ];
}

/** `.set` of a chain that began on a line above, which would be far from what is wrong. */
function setterIn(node: Node): Node {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return node;
  const { object, property } = node.callee;
  return object.loc.start.line === property.loc.start.line ? node : property;
}

type Known = Extract<Option, { state: 'known' }>;

const isWritten = (option: Option): option is Known => option.state === 'known';

const isLiteral = (value: Value, expected: boolean): boolean =>
  [...alternatives(value)].every(
    (option) => option.kind === 'literal' && option.value === expected,
  );

/** `identity` alone, whatever its weight, and nothing else but what is refused. */
function refusesEncodings(value: Value): boolean {
  if (value.kind !== 'literal' || typeof value.value !== 'string') return false;
  const encodings = value.value.split(',').map((each) => each.trim().toLowerCase());
  return encodings.every(
    (each) => each === '' || /^identity(?:;|$)/.test(each) || /;\s*q=0(?:\.0+)?$/.test(each),
  );
}
