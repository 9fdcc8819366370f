import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { ancestorsOf, isFunction, keyName, unwrap } from '../../ast/node.ts';
import { oncePer } from '../../ast/once.ts';
import { writtenFor } from '../../values/written-for.ts';
import type { Fact, FileView } from '../fact.ts';
import { nameOf } from './contents.ts';
import { runsInBrowser } from './for-browser.ts';
import { isForTerminal } from './for-terminal.ts';
import type { LogCall } from './log-call.ts';
import { isPutTogether } from './log-call.ts';

/** A line of integration code that a log store can't take apart. */
export interface PlainLog extends Fact {
  readonly node: LogCall['node'];
  readonly log: LogCall;
  /** `console`: it goes to the console as a text. `pasted`: values are pasted into the message of a structured logger. */
  readonly form: 'console' | 'pasted';
  /** Where it is so. */
  readonly at: Node;
}

/** The plain lines of a file that calls APIs or takes webhooks on a server. */
export function findPlainLogs(view: FileView): PlainLog[] {
  if (!isIntegration(view) || isForTerminal(view) || isForBrowser(view)) return [];
  return view.facts.logCall.flatMap((log) => {
    const form = formOf(log);
    if (!form || isAtStartOrEnd(log.node)) return [];
    const message = log.message && (log.names.get(log.message) ?? log.message);
    const at = form === 'console' ? log.callee : (message ?? log.node);
    return [{ node: log.node, log, form, at, evidence: evidenceOf(view) }];
  });
}

const evidenceOf = ({ facts }: FileView) => facts.apiCall[0]?.evidence ?? {};

const isIntegration = ({ facts }: FileView): boolean =>
  facts.apiCall.some(({ isLocal }) => !isLocal) ||
  facts.webhookHandler.length > 0 ||
  facts.apiLog.length > 0;

const isForBrowser = (view: FileView): boolean =>
  /\.[jt]sx$/.test(view.module.file ?? '') || runsInBrowser(view);

function formOf(log: LogCall): PlainLog['form'] | null {
  if (log.own) return null;
  const { library } = log.logger;
  if (log.isConsole)
    return isJsonLine(log) || keyName(unwrap(log.callee)) === 'write' ? null : 'console';
  if (log.level === 'debug' || log.level === 'trace' || library?.structured === false) return null;
  const message = log.message && unwrap(log.message);
  const hasFields = log.rest.length > 0;
  return message && !hasFields && isPutTogether(message) ? 'pasted' : null;
}

/** One JSON object a line, which may have a name: `console.log(JSON.stringify({ … }))`. */
function isJsonLine({ args, module }: LogCall): boolean {
  const [only] = args;
  const inner = only && (writtenFor(only, module) ?? unwrap(only));
  if (args.length !== 1 || inner?.type !== 'CallExpression') return false;
  return nameOf(unwrap(inner.callee)).toLowerCase().includes('stringify');
}

const LISTENING: ReadonlySet<string> = new Set(['listen', 'serve', 'connect', 'on', 'once']);

/** Said once as the program starts or gives up: `app.listen(port, () => …)`, before `process.exit`. */
function isAtStartOrEnd(call: Node): boolean {
  for (const above of ancestorsOf(call)) {
    if (isFunction(above)) return isListener(above);
    if (above.type === 'BlockStatement' && endsProgram(above)) return true;
  }
  return true;
}

function isListener(fn: Node): boolean {
  const call = fn.parent;
  if (call?.type !== 'CallExpression' || call.callee === fn) return false;
  const callee = unwrap(call.callee);
  const name =
    callee.type === 'MemberExpression'
      ? keyName(callee)
      : callee.type === 'Identifier'
        ? callee.name
        : null;
  const [first] = call.arguments;
  const isOn = name === 'on' || name === 'once';
  return (
    name !== null &&
    LISTENING.has(name) &&
    (!isOn || (first?.type === 'Literal' && first.value !== 'message'))
  );
}

const endsProgram = oncePer(({ body }: TSESTree.BlockStatement) => body.some(exits));

function exits(statement: Node): boolean {
  if (statement.type !== 'ExpressionStatement') return false;
  const call = unwrap(statement.expression);
  return call.type === 'CallExpression' && nameOf(unwrap(call.callee)) === 'process.exit';
}
