import type { Expression } from '../../ast/node.ts';
import { staticString } from '../../ast/node.ts';
import type { LogCall } from './log-call.ts';

/** As `util.format` and the loggers that do the same read them. */
const PLACEHOLDER = /%[sdifjoO]/g;

/** `'failed: %s', code`: an argument that goes into the text of one before it. */
export function fillsPlaceholder({ args, own }: LogCall, argument: Expression): boolean {
  if (own) return false;
  const text = args.findIndex((each) => placeholdersIn(each) > 0);
  const index = args.indexOf(argument);
  const pattern = args[text];
  return pattern !== undefined && index > text && index <= text + placeholdersIn(pattern);
}

const placeholdersIn = (argument: Expression): number =>
  staticString(argument)?.match(PLACEHOLDER)?.length ?? 0;
