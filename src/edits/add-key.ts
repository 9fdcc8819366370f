import type { Node } from '../ast/node.ts';
import type { OptionsPlace } from '../values/options-place.ts';
import type { SourceModule } from '../values/source-module.ts';
import { headerChange } from './add-header.ts';
import { addOption } from './add-option.ts';
import type { Edit, TextChange } from './edit.ts';
import { freshId } from './fresh-id.ts';
import { freeName, insertBefore, statementOf } from './hoist.ts';

/** Where a key is sent: a header of a request, or an option of an SDK's call. */
export type KeyPlace = { readonly header: string } | { readonly option: string };

/**
 * Makes an idempotency key in a variable before the statement, and before what repeats the request,
 * and sends it. Null where the options can't be told, or there is no place outside the repetition.
 * @param at the request
 * @param start what repeats it: a loop, a call that gets a callback; null for neither
 */
export function addKey(
  place: OptionsPlace | null,
  at: Node,
  start: Node | null,
  key: KeyPlace,
  module: SourceModule,
): Edit | null {
  const make = place && freshId(module, at);
  const before = statementOf(start ?? at);
  if (!place || make === null) return null;
  const title = `Send an idempotency key`;
  if (!before) {
    const inline = start ? null : sent(place, key, make);
    return inline && { safe: false, title, changes: [inline] };
  }
  const name = freeName('idempotencyKey', module);
  const change = sent(place, key, name);
  return (
    change && {
      safe: false,
      title,
      changes: [insertBefore(before, `const ${name} = ${make};`, module), change],
    }
  );
}

function sent(place: OptionsPlace, key: KeyPlace, text: string): TextChange | null {
  if ('header' in key) return headerChange(place, key.header, text);
  const [change] = addOption(place, key.option, text, '')?.changes ?? [];
  return change ?? null;
}
