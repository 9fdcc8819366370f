import type { Node } from '../../ast/node.ts';
import type { Instrumentation } from '../../clients/tracing.ts';
import {
  contextHeader,
  contextWriters,
  instrumentations,
  tracingModules,
  tracingSetUps,
} from '../../clients/tracing.ts';
import { valueOf } from '../../values/evaluate.ts';
import { attributeAt } from '../../values/objects.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Fact, FileView } from '../fact.ts';
import type { ApiCall } from '../request/api-call.ts';
import { isInFile } from '../request/in-file.ts';
import type { Option } from '../request/request-options.ts';
import type { ContextFault } from './traceparent.ts';
import { faultOf } from './traceparent.ts';

/** A request of a file, or the client of several, and the trace that it is a part of. */
export interface TracedCall extends Fact {
  /** The header that is wrong; where it lacks, what is called, or what makes the client. */
  readonly node: Node;
  /**
   * `missing`: the file makes spans, and neither it nor an instrumentation gives the request their
   * context. `malformed`, `madeUp`: what it sends is no context, or that of no span.
   */
  readonly fault: 'missing' | ContextFault;
}

/** The requests of a file whose traces break off. */
export function findTracedCalls(view: FileView): TracedCall[] {
  const { facts, module } = view;
  const calls = facts.apiCall.filter(({ via, isLocal }) => via === 'direct' && !isLocal);
  const traces = calls.length > 0 && isTraced(module);
  const isWritten = traces && modulesAround(module).some(writesContext);
  const written = (header: Option, evidence: TracedCall['evidence']): TracedCall[] => {
    const fault = header.state === 'known' ? faultOf(header.value) : null;
    const counts = fault === 'malformed' || (fault === 'madeUp' && isTraced(module));
    return header.state === 'known' && fault && counts && isInFile(header.node, module)
      ? [{ node: header.node, fault, evidence }]
      : [];
  };
  const given = facts.apiClient.flatMap((client) =>
    client.isLocal ? [] : written(client.header(contextHeader), client.evidence),
  );
  const found = calls.flatMap((call): TracedCall[] => {
    const header = call.header(contextHeader);
    const { evidence } = call;
    if (header.state === 'known') return written(header, evidence);
    const lacks = header.state === 'absent' && traces && !isWritten;
    return lacks && !isInstrumented(call, module)
      ? [{ node: calleeOf(call, view), fault: 'missing', evidence }]
      : [];
  });
  const byNode = new Map([...given, ...found].map((one) => [one.node, one]));
  return [...byNode.values()].toSorted((a, b) => a.node.range[0] - b.node.range[0]);
}

/** What makes the client in this file, else what is called. */
const calleeOf = ({ instance, callee }: ApiCall, { facts }: FileView): Node =>
  facts.apiClient.find(({ node, hasHeadersElsewhere }) => node === instance && !hasHeadersElsewhere)
    ?.callee ?? callee;

/** The file, and the modules of the project that it imports. */
function modulesAround(module: SourceModule): SourceModule[] {
  const specifiers = [...module.text.matchAll(/(?:from|import|require\()\s*['"](\.[^'"\n]+)['"]/g)];
  const imported = specifiers.map(([, specifier = '']) => module.import(specifier));
  return [module, ...imported.filter((one) => one !== null)];
}

const names = (module: SourceModule, text: string): boolean =>
  module.text.includes(`'${text}'`) || module.text.includes(`"${text}"`);

/** The file makes spans: by a module for that, or by what a module of the project makes of it; or it sets tracing up. */
const isTraced = (module: SourceModule): boolean =>
  (tracingSetUps.some((name) => names(module, name)) && listsInstrumentations(module)) ||
  makesSpans(module);

/** `new NodeSDK({ instrumentations: [new ExpressInstrumentation()] })`, written out. */
const listsInstrumentations = (module: SourceModule): boolean =>
  module.calls.some((call) =>
    call.arguments.some((argument) => {
      const list = attributeAt(valueOf(argument, module), ['instrumentations']);
      return list.state === 'known' && list.value.kind === 'array' && !list.value.open;
    }),
  );

const makesSpans = (module: SourceModule): boolean =>
  modulesAround(module).some((one) => tracingModules.some((name) => names(one, name))) &&
  /\b(?:tracer|span|trace)\w*\b/i.test(module.text);

/** A module writes the context of a span into headers by itself. */
const writesContext = (module: SourceModule): boolean =>
  contextWriters.some((name) => module.text.includes(name)) &&
  module.calls.some(({ callee }) => {
    const value = valueOf(callee, module);
    const name =
      value.kind === 'external' ? value.path.at(-1) : value.kind === 'member' ? value.name : '';
    return contextWriters.includes(name ?? '');
  });

/** Something gives the client's requests their context: registered in reach, or a package of the project. */
function isInstrumented({ clientName, request }: ApiCall, module: SourceModule): boolean {
  const suited = instrumentations.filter(
    ({ clients }) => clientName === null || !clients || clients.includes(clientName),
  );
  const around = modulesAround(module);
  const isNamed = ({ packages, makers }: Instrumentation): boolean =>
    packages.some(
      (name) => module.packageRange(name) !== null || around.some((one) => names(one, name)),
    ) || around.some(({ text }) => makers.some((maker) => text.includes(maker)));
  return request.client === null || suited.some(isNamed);
}
