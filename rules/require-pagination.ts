import { createRule } from '../src/rule/create-rule.ts';
import { isShortList } from '../src/rule/lists.ts';

export default createRule({
  name: 'require-pagination',
  description: 'Require lists to be read page by page',
  checklist: ['aelix/pagination', 'moncreneau/pagination'],
  level: 'strict',
  messages: {
    whole:
      "Takes the first page of '{{collection}}' for the whole list: ask for a page, and for the next while there is one.",
  },
  on: {
    listCall(list, { api, report }) {
      const { node, collection, paging, data } = list;
      if (collection === null || paging !== 'whole' || isShortList(list, api)) return;
      const isUsed = data.asList || (api !== null && (data.returned || data.handedOn));
      if (isUsed) report({ node, messageId: 'whole', data: { collection } });
    },
  },
});
