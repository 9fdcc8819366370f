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
    listed:
      'This logger writes lines of the level {{level}}, in production too. Add such levels in development alone.',
    deployed:
      'This program writes everything down to {{level}} to its log in production. Set the level to info.',
    fallback:
      'Where the environment names no level, this logger writes everything down to {{level}}. Let info be the default.',
  },
  on: {
    loggerLevel({ node, level, isFallback, isListed, module }, { report }) {
      const messageId = module === null ? 'deployed' : isListed ? 'listed' : 'fixed';
      report({
        node,
        messageId: isFallback ? 'fallback' : messageId,
        data: { level },
        edit: isListed ? null : replaceLevel(node, module),
      });
    },
  },
});
