import { removeScope } from '../src/edits/remove-scope.ts';
import { createRule } from '../src/rule/create-rule.ts';
import { strings } from '../src/rule/options.ts';

export default createRule({
  name: 'no-broad-oauth-scopes',
  description: 'Disallow OAuth scopes that open everything, and scopes asked for twice',
  checklist: ['aelix/oauth-scopes'],
  level: 'recommended',
  fix: 'both',
  options: { allow: strings([], 'Scopes that may be asked for.') },
  messages: {
    broad: 'The scope {{scope}} opens more than one task needs: ask for the scopes that are used.',
    repeated: 'The scope {{scope}} is asked for twice.',
  },
  on: {
    oauthScopes({ scopes, module }, { options, report }) {
      for (const scope of scopes) {
        const { node, text, isBroad, isRepeated } = scope;
        const data = { scope: text };
        if (isRepeated)
          report({
            node,
            messageId: 'repeated',
            data,
            edit: removeScope(scope, module.text, true),
          });
        else if (isBroad && !options.allow.includes(text))
          report({ node, messageId: 'broad', data, edit: removeScope(scope, module.text, false) });
      }
    },
  },
});
