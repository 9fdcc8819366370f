import { replaceLevel } from '../src/edits/replace-level.ts';
import { createRule } from '../src/rule/create-rule.ts';

export default createRule({
  name: 'no-debug-log-level',
  description: 'Disallow loggers that are set to a level for debugging',
  checklist: ['moncreneau/log-level'],
  level: 'strict',
  fix: 'suggest',
  messages: {
    fixed:
      'This logger writes everything down to {{level}}, in production too. Take the level from the environment, with info as the default.',
    fallback:
      'Where the environment names no level, this logger writes everything down to {{level}}. Let info be the default.',
  },
  on: {
    loggerLevel({ node, level, isFallback, module }, { report, isTestFile }) {
      if (isTestFile) return;
      report({
        node,
        messageId: isFallback ? 'fallback' : 'fixed',
        data: { level },
        edit: replaceLevel(node, module),
      });
    },
  },
});
