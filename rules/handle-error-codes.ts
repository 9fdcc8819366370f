import type { ErrorHandling } from '../src/facts/errors/error-handling.ts';
import { spends } from '../src/rule/balance.ts';
import { createRule } from '../src/rule/create-rule.ts';
import { strings } from '../src/rule/options.ts';
import { textsUnseen } from '../src/rule/texts-seen.ts';

export default createRule({
  name: 'handle-error-codes',
  description: 'Require error codes that an API names to be told apart where errors are handled',
  checklist: ['moncreneau/insufficient-credits', 'moncreneau/handle-4xx'],
  level: 'api',
  options: {
    codes: strings([], 'The error codes that have to be handled by name.', (api) => api.errorCodes),
  },
  messages: {
    unseen: 'Errors are handled without a look at {{codes}}, which needs an answer of its own.',
  },
  on: {
    errorHandling(handling, { api, options: { codes }, report }) {
      const { node, calls, passesOn, isMadeUpFor, module } = handling;
      if (isMadeUpFor || isSwallowed(handling)) return;
      if (passesOn && !handling.sortsByCode) return;
      const unseen = textsUnseen(codes, module);
      if (unseen.length === 0 || !calls.some((call) => spends(call, api))) return;
      report({ node, messageId: 'unseen', data: { codes: unseen.join(', ') } });
    },
    responseUse({ call, refusals, module }, { api, options: { codes }, report }) {
      const [node] = refusals;
      if (!node || !spends(call, api)) return;
      const unseen = textsUnseen(codes, module);
      if (unseen.length > 0)
        report({ node, messageId: 'unseen', data: { codes: unseen.join(', ') } });
    },
  },
});

/** That has a report of its own; who gets an answer is to get the right one. */
const isSwallowed = ({ outcome, deeds }: ErrorHandling): boolean =>
  outcome === 'dropped' && !deeds.answers;
