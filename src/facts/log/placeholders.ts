import type { Expression } from '../../ast/node.ts';
import { staticString } from '../../ast/node.ts';
import { placeholdersIn } from '../../ast/text.ts';
import type { LogCall } from './log-call.ts';

/** Those that paste a text or a number; the others write all there is. */
const PASTES: ReadonlySet<string> = new Set(['%s', '%d', '%i', '%f']);

/** `'failed: %s', code`: an argument that is pasted into the text of one before it. */
export function fillsPlaceholder({ args, own }: LogCall, argument: Expression): boolean {
  if (own) return false;
  const placeholders = args.map((each) => placeholdersIn(staticString(each) ?? ''));
  const text = placeholders.findIndex((each) => each.length > 0);
  const placeholder = placeholders[text]?.[args.indexOf(argument) - text - 1];
  return placeholder !== undefined && PASTES.has(placeholder);
}
