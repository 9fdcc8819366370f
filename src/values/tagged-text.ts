import { valueOf } from './evaluate.ts';
import type { Value } from './value.ts';

/** The text of a template with a tag, gql`query { orders { id } }`; null for another value. */
export const taggedText = ({ node, module }: Value): Value | null =>
  node.type === 'TaggedTemplateExpression' ? valueOf(node.quasi, module) : null;
