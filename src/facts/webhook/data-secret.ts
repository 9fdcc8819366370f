import { isReference } from '../../data/reference.ts';
import { isPlaceholder } from '../credential/randomness.ts';
import { isTemplateFile, isVariableName } from '../data-place.ts';
import type { DataView } from '../data-view.ts';
import type { WebhookSecret } from './secret.ts';
import { isWebhookSecretName } from './secret-name.ts';

/** The secrets of webhooks that are written in a data file. */
export function findDataWebhookSecrets(view: DataView): WebhookSecret[] {
  if (isTemplateFile(view.filename)) return [];
  return view.values.flatMap(({ name, node, text, type }): WebhookSecret[] => {
    if (name === null || !isWebhookSecretName(name) || type === 'boolean') return [];
    if (text.length < 3 || /[\s/]/.test(text) || isReference(text) || isPlaceholder(text))
      return [];
    const evidence = isVariableName(name) ? { credentialVariables: [name] } : {};
    const size = { length: text.length, variety: new Set(text).size, bound: null, module: null };
    return [{ node: node.asNode, how: 'literal', ...size, evidence }];
  });
}
