import { removeProperty } from '../src/edits/remove-property.ts';
import { replaceText } from '../src/edits/replace-text.ts';
import type { CompressionSwitch } from '../src/facts/compression/compression-switch.ts';
import { createRule } from '../src/rule/create-rule.ts';

export default createRule({
  name: 'no-disabled-compression',
  description: 'Disallow requests that refuse compressed answers',
  checklist: ['moncreneau/compression'],
  level: 'strict',
  fix: 'both',
  messages: {
    option: "'{{name}}' switches compression off: answers take longer and cost more.",
    header: "'{{name}}' asks for answers without compression: they take longer and cost more.",
  },
  on: {
    compressionSwitch(found, { report }) {
      const { node, how, name } = found;
      report({ node, messageId: how, data: { name }, edit: edit(found) });
    },
  },
});

function edit({ node, how, literal, on, asksByItself, module }: CompressionSwitch) {
  const title = 'Take compressed answers';
  if (how === 'header') return asksByItself ? removeProperty(node, module, title, true) : null;
  const isWritten = literal?.type === 'Literal' && typeof literal.value === 'boolean';
  const isHere =
    isWritten && node.range[0] <= literal.range[0] && literal.range[1] <= node.range[1];
  return isHere ? replaceText(literal.range, String(on), title, true) : null;
}
