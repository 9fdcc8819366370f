import type { Signature } from '../../clients/schema.ts';
import { taggedText } from '../../values/tagged-text.ts';
import type { Value } from '../../values/value.ts';

type RequestSignature = Extract<Signature, { does: 'request' }>;

/** The document of GraphQL that a call is given, where its text is written. */
export function documentIn({ document }: RequestSignature, args: readonly Value[]): Value | null {
  const given = document === undefined ? undefined : args[document];
  const text = given?.kind === 'unknown' ? taggedText(given) : given;
  return text?.kind === 'literal' || text?.kind === 'text' ? text : null;
}

/** What is sent with a document, beside what else the call is given. */
export const bodyWith = (document: Value): Value => ({
  kind: 'object',
  node: document.node,
  module: document.module,
  entries: [{ kind: 'property', name: 'query', node: document.node, value: () => document }],
  open: true,
});
