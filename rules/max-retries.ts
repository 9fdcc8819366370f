import { boundLoop } from '../src/edits/bound-loop.ts';
import { replaceNumber } from '../src/edits/replace-number.ts';
import { createRule } from '../src/rule/create-rule.ts';
import { integer } from '../src/rule/options.ts';

export default createRule({
  name: 'max-retries',
  description: 'Disallow retries without an end, and more of them than the API allows',
  checklist: ['octopus/max-retries', 'moncreneau/max-attempts'],
  level: 'recommended',
  passesOverScripts: true,
  fix: 'both',
  options: {
    maxRetries: integer(
      6,
      'How often a request may be sent again after its first attempt.',
      (api) => api.retry?.maxRetries,
    ),
  },
  messages: {
    endless: 'Nothing ends these retries. Stop after {{limit}} of them.',
    tooMany:
      'This makes {{attempts}} attempts; at most {{allowed}} are allowed ({{limit}} retries).',
  },
  on: {
    retry({ node, root, form, sends, attempts, module }, { options: { maxRetries }, report }) {
      const { max, limit, isWritten } = attempts;
      if (sends === 'unknown' || !isWritten || max === null || max - 1 <= maxRetries) return;
      const place = limit && (form === 'client' || form === 'library') ? limit.node : node;
      if (max === Infinity)
        return report({
          node: place,
          messageId: 'endless',
          data: { limit: maxRetries },
          edit: module && boundLoop(root, maxRetries, module),
        });
      const allowed = maxRetries + 1;
      const value = limit ? limit.value - (max - allowed) : 0;
      report({
        node: place,
        messageId: 'tooMany',
        data: { attempts: max, allowed, limit: maxRetries },
        edit:
          limit && value >= 0
            ? replaceNumber(
                limit.node,
                value,
                limit.source,
                `Make it ${allowed} attempts`,
                limit.isOwn,
                root,
              )
            : null,
      });
    },
    rateLimitPause({ node, isEndless }, { options: { maxRetries }, report }) {
      if (isEndless) report({ node, messageId: 'endless', data: { limit: maxRetries } });
    },
  },
});
