import { patternOf } from '../../values/address.ts';
import type { Value } from '../../values/value.ts';
import { originOf } from '../reference/origin.ts';

/** What is wrong with a trace's context: it has not the form, or nothing in it comes from a trace. */
export type ContextFault = 'malformed' | 'madeUp';

const HOLE = '${?}';

/** Version, trace id, parent id and flags, as far as they are written; ids of zeros stand for none. */
const FORM = /^[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;
const PARTS = [
  /^(?!ff)[0-9a-f]{2}$/,
  /^(?!0{32})[0-9a-f]{32}$/,
  /^(?!0{16})[0-9a-f]{16}$/,
  /^[0-9a-f]{2}$/,
];

/** The fault of a value that is sent as the context of a trace; null where there is none to be seen. */
export function faultOf(value: Value): ContextFault | null {
  const pattern = patternOf(value).replace(/\$\{[^{}]*\}/g, HOLE);
  if (!pattern.includes(HOLE)) {
    if (value.kind !== 'literal' || typeof value.value !== 'string') return null;
    return FORM.test(pattern) ? 'madeUp' : 'malformed';
  }
  const isNew = originOf(value).sources.length > 0;
  const parts = pattern.split('-');
  if (parts.length !== PARTS.length) return isNew && !hasOther(value) ? 'malformed' : null;
  const isWrong = parts.some((part, at) => !part.includes('$') && !PARTS[at]?.test(part));
  if (isWrong || hasDashes(value)) return 'malformed';
  return isNew ? 'madeUp' : null;
}

/** A piece that is not known may hold dashes of its own. */
const hasOther = (value: Value): boolean => originOf(value).hasOther;

/** A piece is a whole UUID, which has dashes. */
function hasDashes(value: Value): boolean {
  if (value.kind !== 'text') return isUuid(value);
  return value.parts.some((part) => typeof part !== 'string' && isUuid(part));
}

function isUuid(value: Value): boolean {
  if (value.kind !== 'call' || value.callee.kind !== 'external') return false;
  return ['randomUUID', 'v1', 'v4', 'v7', 'uuid', 'uuidv4'].includes(
    value.callee.path.at(-1) ?? '',
  );
}
