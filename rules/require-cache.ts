import { createRule } from '../src/rule/create-rule.ts';

export default createRule({
  name: 'require-cache',
  description: 'Require a cache for what an API rarely changes',
  checklist: ['moncreneau/cache'],
  level: 'api',
  messages: {
    uncached:
      "Asks for '{{resource}}' each time, which rarely changes: keep the answer for a while.",
  },
  on: {
    resourceRead(read, { api, report }) {
      const { node, resource } = read;
      if (!api?.cacheable?.includes(resource) || read.isKept) return;
      report({ node, messageId: 'uncached', data: { resource } });
    },
  },
});
