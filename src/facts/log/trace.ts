import type { Node } from '../../ast/node.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import { wordsOf } from '../../ast/words.ts';
import { attributeAt, namesOf } from '../../values/objects.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { Value } from '../../values/value.ts';
import { textOf } from '../../values/source-module.ts';
import { writtenFor } from '../../values/written-for.ts';
import type { FileView } from '../fact.ts';
import { askedName, contentsOf } from './contents.ts';
import type { LogCall } from './log-call.ts';

/** Whether a line has the id of a request or trace: in what it is given, or from its logger. */
export function traceIn(log: LogCall, view: FileView): 'present' | 'absent' | 'unknown' {
  for (const argument of log.args) {
    for (const { node, path, isSpread } of contentsOf(argument)) {
      if (path.some(isTraceName) || namesOfValue(node, view).some(isTraceName)) return 'present';
      if (isSpread && maySpreadTrace(valueOf(node, view.module))) return 'unknown';
    }
  }
  return traceOfLogger(log, view);
}

const FIRST: ReadonlySet<string> = new Set([
  'request',
  'req',
  'correlation',
  'trace',
  'span',
  'transaction',
  'operation',
]);

/** `traceId`, `request_id`, `x-correlation-id`, `traceparent`. */
export function isTraceName(name: string): boolean {
  const words = wordsOf(name);
  if (words.includes('traceparent') || words.includes('requestid') || words.includes('traceid'))
    return true;
  if (words.at(-1) === 'trace' || words[0] === 'trace') return true;
  return words.at(-1) === 'id' && FIRST.has(words.at(-2) ?? '');
}

/** What a part of a line is called: its own name, and that of what it was made from. */
function namesOfValue(node: Node, { module }: FileView): string[] {
  const written = node.type === 'Identifier' ? writtenFor(node, module) : null;
  return [node, ...(written ? [written] : [])].map(lastName);
}

function lastName(node: Node): string {
  const inner = unwrap(node);
  if (inner.type === 'Identifier') return inner.name;
  if (inner.type === 'MemberExpression') return keyName(inner) ?? '';
  if (inner.type !== 'CallExpression') return '';
  const callee = unwrap(inner.callee);
  const name = callee.type === 'Identifier' ? callee.name : (keyName(callee) ?? '');
  return askedName(inner) ?? name;
}

const maySpreadTrace = (value: Value): boolean =>
  value.kind !== 'object' || value.open || namesOf(value).some(isTraceName);

const CONTEXTUAL =
  /AsyncLocalStorage|getStore\(|\bcls\b|@opentelemetry|traceId|trace_id|requestId|request_id|correlationId/;

function traceOfLogger(
  { logger, own, callee }: LogCall,
  { module }: FileView,
): 'present' | 'absent' | 'unknown' {
  const { library, made, bindings } = logger;
  if (bindings.some((fields) => maySpreadTrace(fields))) return 'present';
  if (own && CONTEXTUAL.test(own.module.text)) return 'present';
  if ((library?.tracedBy ?? []).some((name) => module.packageRange(name) !== null))
    return 'present';
  const options = made?.args[library?.redaction?.argument ?? 0];
  const mixins = library?.redaction?.mixins ?? [];
  if (options && mixins.some((name) => mayAddTrace(attributeAt(options, name.split('.')))))
    return 'present';
  if (made && CONTEXTUAL.test(made.module.text) && made.module !== module) return 'present';
  return isHandedIn(callee, module) ? 'unknown' : 'absent';
}

/** An option with code of its own that adds fields. */
function mayAddTrace(option: ReturnType<typeof attributeAt>): boolean {
  if (option.state !== 'known') return false;
  const { value } = option;
  if (value.kind === 'object') return namesOf(value).some(isTraceName);
  return CONTEXTUAL.test(textOf(value.node, value.module));
}

/** The logger comes with the request, or from a caller: it may have fields of its own. */
function isHandedIn(callee: Node, module: FileView['module']): boolean {
  let root = unwrap(callee);
  let isThis = false;
  while (root.type === 'MemberExpression' || root.type === 'CallExpression') {
    root = unwrap(root.type === 'CallExpression' ? root.callee : root.object);
    isThis = root.type === 'ThisExpression';
  }
  if (isThis) return false;
  const binding = root.type === 'Identifier' ? module.scopes.bindingOf(root) : null;
  return binding?.kind === 'param';
}
