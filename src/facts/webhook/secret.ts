import type { Node } from '../../ast/node.ts';
import { staticString } from '../../ast/node.ts';
import { wordsOf } from '../../ast/words.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { sunkLiterals } from '../credential/sinks.ts';
import { environmentsOf } from '../environment/url-environment.ts';
import type { Fact, FileView } from '../fact.ts';
import type { LiteralPlace } from '../literal-place.ts';
import { placeOf } from '../literal-place.ts';
import { secretChecks, secretMinimums } from './secret-minimum.ts';
import { HOOK_WORDS, isWebhookSecretName, registrationOf } from './secret-name.ts';
import { generatedSecrets } from './secret-random.ts';

/** A secret of webhooks, as far as the code decides how long it is. */
export interface WebhookSecret extends Fact {
  /** The literal, the bound, or the call that makes it. */
  readonly node: Node;
  /** `literal`: written out; `minimum`: the least that a check lets pass; `generated`: made at random. */
  readonly how: 'literal' | 'minimum' | 'generated';
  /** In characters. */
  readonly length: number;
  /** Different characters in it; null where that is not known. */
  readonly variety: number | null;
  /** The number that decides the length, and how many characters one of it gives. */
  readonly bound: { readonly node: Node; readonly perUnit: number } | null;
  /** Null in a data file. */
  readonly module: SourceModule | null;
}

/** The secrets of webhooks whose length is written in a file. */
export function findWebhookSecrets(view: FileView): WebhookSecret[] {
  return [
    ...writtenSecrets(view),
    ...secretMinimums(view),
    ...secretChecks(view),
    ...generatedSecrets(view),
  ].sort((a, b) => a.node.range[0] - b.node.range[0]);
}

function writtenSecrets(view: FileView): WebhookSecret[] {
  const sinks = sunkLiterals(view);
  return view.candidates.strings.flatMap((node): WebhookSecret[] => {
    const text = staticString(node);
    if (text === null || text.length < 3 || /\s/.test(text)) return [];
    const place = placeOf(node);
    const { fallbackOf } = environmentsOf(place, view);
    const isFallback = fallbackOf !== null && isWebhookSecretName(fallbackOf);
    const registration = isFallback ? {} : registrationOf(place, view);
    const isSunk = sinks.get(node) === 'secret' && view.facts.webhookHandler.length > 0;
    if (!registration && !isSunk) return [];
    if (!isFallback && !isSunk && !isSecretText(text, place)) return [];
    const evidence =
      fallbackOf === null ? (registration ?? {}) : { credentialVariables: [fallbackOf] };
    return [
      {
        node,
        how: 'literal',
        length: text.length,
        variety: new Set(text).size,
        bound: null,
        module: view.module,
        evidence,
      },
    ];
  });
}

/** No label, no path, no name of a variable or of another place. */
function isSecretText(text: string, { form, name }: LiteralPlace): boolean {
  if (/^[A-Z][A-Z\d_]*$/.test(text) || /[/.:<>{}$]/.test(text)) return false;
  if (wordsOf(text).some((word) => HOOK_WORDS.has(word)) || /^[A-Z][a-z]+$/.test(text))
    return false;
  if (form === 'comparison' || form === 'attribute' || form === 'member') return false;
  return form !== 'property' || name === 'secret' || /\d|secret|[!@#%^&*]/.test(text);
}
