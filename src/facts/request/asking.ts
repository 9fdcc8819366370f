import { wordSet, wordsOf } from '../../ast/words.ts';
import { attributeOf } from '../../values/objects.ts';
import { taggedText } from '../../values/tagged-text.ts';
import type { Value } from '../../values/value.ts';
import type { Request } from './request.ts';

type Asked = Pick<Request, 'method' | 'address' | 'body'>;

const WRITING: ReadonlySet<string | null> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Words of an endpoint that works something out of what it is sent, and keeps nothing of it. */
const ASKING = wordSet(
  'search query graphql validate verify estimate quote preview calculate completions embeddings moderations translate translations rephrase refine summarize summarise suggest suggestions geocode',
);

/** What an endpoint begins with that only reads: `/getPDFLink`, `/list`. */
const READING = wordSet('get list find lookup count');

/** What a verb behind a colon begins with that only works something out: `/models/one:generateContent`, `/updates:fetch`. */
const WORKING_OUT = wordSet('generate stream predict fetch embed annotate recognize classify');

/** `/invoices/batch/read`, where `/messages/read` marks them as read. */
const BATCH_READ = /\/batch\/read\b/;

/** The method is one that changes something at the API. */
export const isWritingMethod = ({ method }: Asked): boolean => WRITING.has(method);

/** A request that changes something at the API, as far as its method, path and body say. */
export const isWrite = (call: Asked): boolean => isWritingMethod(call) && !onlyAsks(call);

/** A POST whose path or body says that it only asks: `/orders/search`, a query of GraphQL. */
export function onlyAsks(call: Asked): boolean {
  if (call.method !== 'POST') return false;
  const document = documentOf(call);
  if (document !== null) return !document.split('\n').some((line) => /^\s*mutation\b/.test(line));
  const words = lastWordsOf(call);
  const verb = wordsOf(lastPartOf(call).split(':')[1] ?? '')[0] ?? '';
  return (
    READING.has(words[0] ?? '') ||
    (words[0] === 'read' && (words.length > 1 || BATCH_READ.test(call.address.pattern))) ||
    READING.has(verb) ||
    WORKING_OUT.has(verb) ||
    words.some((word) => ASKING.has(word))
  );
}

/** The words of the last part of a request's path. */
export const lastWordsOf = (call: Asked): readonly string[] => wordsOf(lastPartOf(call));

/** The last part of a path, what is only known when it runs left out. */
function lastPartOf({ address }: Asked): string {
  const written = (address.path ?? address.pattern).replace(/\$\{[^{}]*\}/g, '$');
  const [place = ''] = written.split(/[?#]/, 1);
  return place.split('/').findLast(Boolean) ?? '';
}

/** The document that is sent to GraphQL, as far as it is written; null for other bodies. */
function documentOf({ body }: Asked): string | null {
  const query = body.state === 'known' ? attributeOf(body.value, 'query') : null;
  if (query?.state !== 'known') return null;
  const text = writtenOf(query.value);
  return /^\s*(?:#.*\n\s*)*(?:query|mutation|subscription|fragment|\{)/.test(text) ? text : null;
}

/** What keeps the words of a text: `query.replace(/\s+/g, ' ').trim()`. */
const TIDYING: ReadonlySet<string> = new Set([
  'trim',
  'trimStart',
  'trimEnd',
  'replace',
  'replaceAll',
]);

function writtenOf(value: Value): string {
  if (value.kind === 'literal') return String(value.value);
  if (value.kind === 'call' && value.callee.kind === 'member' && TIDYING.has(value.callee.name))
    return writtenOf(value.callee.object);
  const tagged = value.kind === 'unknown' ? taggedText(value) : null;
  if (tagged) return writtenOf(tagged);
  if (value.kind !== 'text') return '';
  return value.parts.map((part) => (typeof part === 'string' ? part : ' ')).join('');
}
