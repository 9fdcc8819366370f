import { environmentGetters } from '../../clients/environment-readers.ts';
import type { Value } from '../../values/value.ts';
import { alternatives } from '../../values/value.ts';
import { isVariableName } from './variable-name.ts';

const getters: ReadonlySet<string> = new Set([...environmentGetters, 'getOrThrow', 'require']);

/** Functions that give back what they were given in another form. */
const RECODING: ReadonlySet<string> = new Set([
  'encodeURIComponent',
  'encodeURI',
  'String',
  'btoa',
  'from',
  'toString',
  'trim',
  'trimEnd',
  'replace',
  'encode',
  'escape',
]);

/** What a value is before it was trimmed, re-encoded or joined with other text; the leaves of its choices. */
export function* piecesOf(value: Value, steps = 0): Generator<Value> {
  if (steps > FURTHEST) return;
  for (const option of alternatives(value)) {
    const inner = insideOf(option);
    if (!inner) yield option;
    for (const piece of inner ?? []) yield* piecesOf(piece, steps + 1);
  }
}

/** What a text or a re-encoded value is made of; null for any other value. */
function insideOf(value: Value): Value[] | null {
  if (value.kind === 'text') return value.parts.filter((part) => typeof part !== 'string');
  if (value.kind !== 'call' || !isRecoding(value.callee)) return null;
  const [first] = value.args;
  const given = first && first.kind !== 'literal' ? [first] : [];
  return value.callee.kind === 'member' ? [value.callee.object, ...given] : given;
}

/** Wrappings are followed this deep. */
const FURTHEST = 8;

function isRecoding(callee: Value): boolean {
  if (callee.kind === 'member') return RECODING.has(callee.name);
  return (
    callee.kind === 'external' && callee.source === null && RECODING.has(callee.path.at(-1) ?? '')
  );
}

/**
 * The environment variable that a value is read from: from the environment itself, from a checked
 * copy of it (`env.API_KEY`), or by a getter (`config.get('API_KEY')`).
 */
export function variableOf(value: Value): string | null {
  if (value.kind === 'env') return value.name;
  if (value.kind === 'member' || value.kind === 'external') {
    const name = value.kind === 'member' ? value.name : (value.path.at(-1) ?? '');
    return name.includes('_') && isVariableName(name) ? name : null;
  }
  if (value.kind === 'awaited') return variableOf(value.of);
  if (value.kind !== 'call' || value.isNew) return null;
  const { callee, args } = value;
  const name =
    callee.kind === 'member'
      ? callee.name
      : callee.kind === 'external'
        ? callee.path.at(-1)
        : undefined;
  const [first] = args;
  if (name === undefined || !getters.has(name) || first?.kind !== 'literal') return null;
  return typeof first.value === 'string' && first.value.includes('_') && isVariableName(first.value)
    ? first.value
    : null;
}
