import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../ast/node.ts';
import { keyName } from '../ast/node.ts';
import type { OptionsPlace } from '../values/options-place.ts';
import { addOption, addProperty } from './add-option.ts';
import type { Edit } from './edit.ts';
import { inStyleOf } from './replace-number.ts';

/** How a client writes a timeout: the option, and its value with `{ms}` for the number. */
export interface TimeoutForm {
  readonly option: string;
  readonly text: string;
}

/**
 * Gives a call, or what makes a client, a timeout in the client's own way. An option that does
 * nothing gives way to one that works; a signal that is there stays, beside the timeout.
 * Null where the options can't be told, or hold the option in a form that can't be added to.
 */
export function addTimeout(
  place: OptionsPlace | null,
  { form, inert }: { readonly form: TimeoutForm | null; readonly inert: { node: Node } | null },
  ms: number,
): Edit | null {
  if (!place || !form) return null;
  const title = `Add a timeout of ${ms} ms`;
  const text = form.text.replace('{ms}', inStyleOf('0_0', ms));
  if (place.kind === 'chain') return chain(place, `.${form.option}(${text})`, title);
  if (place.kind === 'argument') return addOption(place, form.option, text, title);
  // Its clock would start when the options are made, for all calls together.
  if (place.isShared && text.startsWith('AbortSignal.')) return null;
  const written = place.object.properties.find(
    (property) => property.type === 'Property' && keyName(property) === form.option,
  );
  if (written?.type === 'Property') return extend(place, written, text, title);
  const dead = inert && place.object.properties.find((property) => property === inert.node);
  if (dead?.type === 'Property') return revive(place, dead, form, title);
  return addOption(place, form.option, text, title);
}

/** `get(url)` as `get(url).timeout(5000)`, before all that is chained on it. */
function chain(
  { call }: Extract<OptionsPlace, { kind: 'chain' }>,
  text: string,
  title: string,
): Edit {
  const [, end] = call.range;
  return { safe: true, title, changes: [{ range: [end, end], text }] };
}

type InObject = Extract<OptionsPlace, { kind: 'object' }>;

/** `timeout: { connect: 1 }` gets a member more; `signal: own` becomes one of two. */
function extend(
  { module, isOwn }: InObject,
  written: TSESTree.Property,
  text: string,
  title: string,
): Edit | null {
  const { value } = written;
  const inner = /^\{ (\w+): (.*) \}$/.exec(text);
  if (inner && value.type === 'ObjectExpression') {
    const change = addProperty(value, inner[1] ?? '', inner[2] ?? '', module.text);
    return change && { safe: isOwn, title, changes: [change] };
  }
  if (!text.startsWith('AbortSignal.')) return null;
  const own = module.text.slice(value.range[0], value.range[1]);
  const name = written.shorthand ? 'signal: ' : '';
  return {
    safe: isOwn,
    title,
    changes: [
      {
        range: [value.range[0], value.range[1]],
        text: `${name}AbortSignal.any([${own}, ${text}])`,
      },
    ],
  };
}

/** `timeout: 5000`, which does nothing, as `signal: AbortSignal.timeout(5000)`. */
function revive(
  { module, isOwn }: InObject,
  dead: TSESTree.Property,
  form: TimeoutForm,
  title: string,
): Edit | null {
  const own = module.text.slice(dead.value.range[0], dead.value.range[1]);
  if (dead.shorthand || /\/[/*]/.test(own)) return null;
  const text = `${form.option}: ${form.text.replace('{ms}', own)}`;
  return { safe: isOwn, title, changes: [{ range: [dead.range[0], dead.range[1]], text }] };
}
