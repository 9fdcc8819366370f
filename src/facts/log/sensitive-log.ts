import type { Expression } from '../../ast/node.ts';
import { unwrap } from '../../ast/node.ts';
import type { Fact, FileView } from '../fact.ts';
import { isDevelopmentOnly } from '../tls/development.ts';
import { accessLines } from './access-line.ts';
import { childrenMade } from './child-logger.ts';
import { contentsOf } from './contents.ts';
import { runsInBrowser } from './for-browser.ts';
import type { LeakKind } from './leak-kind.ts';
import { leakOf } from './leak.ts';
import { loggersBehind } from './configured.ts';
import type { LogCall } from './log-call.ts';
import { blotsOut } from './redaction.ts';
import { isEmptyAt } from './secret-reads.ts';
import { isShownOnPurpose } from './shown-on-purpose.ts';

/** A part of a log line that gives something away. */
export interface SensitiveLog extends Fact {
  /** The part, as it is written in the call. */
  readonly node: Expression;
  readonly log: LogCall;
  readonly kind: LeakKind;
  /** The name that says what it is. */
  readonly name: string;
}

/** What the log lines of a file give away. */
export function findSensitiveLogs(view: FileView): SensitiveLog[] {
  return [...view.facts.logCall, ...childrenMade(view), ...accessLines(view)].flatMap((log) =>
    log.args.flatMap((argument) => {
      const isMessage = argument === log.message;
      const { isText, members } = log.writtenOf(argument);
      return [...contentsOf(argument, [], { isSpread: false, isText })].flatMap((content) => {
        const [field] = content.path;
        if (members && field !== undefined && !members.has(field)) return [];
        const leak = leakOf(content, view);
        if (!leak || (leak.kind === 'error' && tellsNobodyNew(log, view))) return [];
        if (leak.kind === 'error' && mayBeReduced(argument, log)) return [];
        if (isDevelopmentOnly(log.node, view.module) || isShownOnPurpose(leak, log, view))
          return [];
        if (isEmptyAt(content.node, content.node, view.module)) return [];
        const written = leak.path ?? content.path;
        const path = written.length === 0 && leak.kind === 'error' ? ['err'] : written;
        const isField = !isMessage && !content.isText;
        if (isField && loggersBehind(log).some((logger) => blotsOut(logger, path, leak))) return [];
        const node = log.names.get(argument) ?? content.node;
        return [{ node, log, ...leak, evidence: log.evidence }];
      });
    }),
  );
}

/** A page's console shows its reader no more than the request that the page sent for them. */
const tellsNobodyNew = (log: LogCall, view: FileView): boolean =>
  keepsErrorsBare(log) || (log.isConsole && runsInBrowser(view));

/** A logger that only its name shows, which may keep no more of an error than its message: `this.logger.error('…', error)`. */
const mayBeReduced = (argument: Expression, { logger }: LogCall): boolean =>
  logger.library === null && unwrap(argument).type !== 'CallExpression';

const keepsErrorsBare = ({ logger }: LogCall): boolean => logger.library?.bareErrors === true;
