import type { Expression } from '../../ast/node.ts';
import { staticString } from '../../ast/node.ts';
import type { LogCall } from './log-call.ts';

/** As `util.format` and the loggers that do the same read them. */
const PLACEHOLDER = /%[sdifjoO]/g;
/** Those that paste a text or a number; the others write all there is. */
const PASTES: ReadonlySet<string> = new Set(['%s', '%d', '%i', '%f']);

/** `'failed: %s', code`: an argument that is pasted into the text of one before it. */
export function fillsPlaceholder({ args, own }: LogCall, argument: Expression): boolean {
  if (own) return false;
  const text = args.findIndex((each) => placeholdersIn(each).length > 0);
  const pattern = args[text];
  const placeholder = pattern && placeholdersIn(pattern)[args.indexOf(argument) - text - 1];
  return placeholder !== undefined && PASTES.has(placeholder);
}

const placeholdersIn = (argument: Expression): readonly string[] =>
  staticString(argument)?.match(PLACEHOLDER) ?? [];
