import { addCases } from '../src/edits/add-cases.ts';
import type { StatusBranch } from '../src/facts/errors/status-branch.ts';
import { createRule } from '../src/rule/create-rule.ts';
import { strings } from '../src/rule/options.ts';

export default createRule({
  name: 'handle-payment-statuses',
  description: 'Require every status of a payment to be handled where some are',
  checklist: ['moncreneau/payment-statuses'],
  level: 'api',
  fix: 'suggest',
  options: {
    statuses: strings([], 'All statuses that a payment can have.', (api) => api.paymentStatuses),
  },
  messages: {
    missing: 'A payment can also be {{statuses}}: nothing here is done about that.',
  },
  on: {
    statusBranch(branch, { options: { statuses }, report }) {
      const missing = missingIn(branch, statuses);
      if (missing.length === 0) return;
      const { node, statement, module } = branch;
      report({
        node,
        messageId: 'missing',
        data: { statuses: missing.join(', ') },
        edit: statement && addCases(statement, inCaseOf(branch.values, missing), module),
      });
    },
  },
});

/** The statuses that a branch leaves out; none where it is of another kind of thing. */
function missingIn(branch: StatusBranch, statuses: readonly string[]): readonly string[] {
  const values = new Set(branch.values.map((value) => value.toUpperCase()));
  const missing = statuses.filter((status) => !values.has(status.toUpperCase()));
  const known = statuses.length - missing.length;
  const foreign = values.size - known;
  const isOfAnother = foreign > 0 && (known < 2 || foreign >= missing.length);
  const isOfOthers = known === 0 || !branch.isPayment || isOfAnother;
  const isCovered = missing.length === 1 && branch.otherwise === 'acts';
  return missing.length === 0 || isOfOthers || isCovered ? [] : missing;
}

/** Statuses that are written in small letters are added so. */
function inCaseOf(values: readonly string[], missing: readonly string[]): readonly string[] {
  const isSmall = values.every((value) => value === value.toLowerCase());
  return isSmall ? missing.map((status) => status.toLowerCase()) : missing;
}
