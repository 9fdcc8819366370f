import { replacePageSize } from '../src/edits/replace-page-size.ts';
import { createRule } from '../src/rule/create-rule.ts';
import { integer } from '../src/rule/options.ts';

export default createRule({
  name: 'max-page-size',
  description: 'Disallow pages of lists that are larger than the API gives',
  checklist: ['moncreneau/pagination'],
  level: 'strict',
  fix: 'both',
  options: {
    max: integer(
      100,
      'The most entries that one page may be asked for.',
      (api) => api.maxPageSize,
      1,
    ),
  },
  messages: {
    tooLarge: 'Asks for {{value}} entries at once, over the limit of {{max}}.',
  },
  on: {
    listCall({ call, sizes, module }, { api, options: { max }, report }) {
      for (const size of sizes) {
        const { value, node, source, steersNothing } = size;
        if (value <= max) continue;
        const isHere = source === module;
        report({
          node: isHere ? node : call.callee,
          messageId: 'tooLarge',
          data: { value, max },
          edit:
            isHere && steersNothing ? replacePageSize(size, max, module.text, api !== null) : null,
        });
      }
    },
  },
});
