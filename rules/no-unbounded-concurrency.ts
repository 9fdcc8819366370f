import { replaceNumber } from '../src/edits/replace-number.ts';
import { wrapInLimit } from '../src/edits/wrap-in-limit.ts';
import { countsAtOnce } from '../src/rule/concurrency.ts';
import { createRule } from '../src/rule/create-rule.ts';
import { integer } from '../src/rule/options.ts';

export default createRule({
  name: 'no-unbounded-concurrency',
  description:
    'Disallow requests that are started together without a bound, or with one over the limit',
  checklist: ['octopus/bounded-concurrency'],
  level: 'recommended',
  fix: 'both',
  options: {
    max: integer(
      10,
      'The most requests that may be under way at a time.',
      (api) => api.maxConcurrency,
      1,
    ),
  },
  messages: {
    unbounded: 'Starts one request for each item, all at once: run at most {{max}} at a time.',
    tooMany: 'Lets {{value}} requests run at a time, over the limit of {{max}}.',
  },
  on: {
    fanOut(fact, { api, options: { max }, report }) {
      const { node, task, bound, limiter, module } = fact;
      if (bound.state === 'unknown' || !countsAtOnce(fact, api)) return;
      if (bound.state === 'none') {
        report({
          node: node.callee,
          messageId: 'unbounded',
          data: { max },
          edit: wrapInLimit(task, node, max, limiter, module),
        });
      } else if (bound.value !== null && bound.value > max) {
        const isHere = bound.node !== null && bound.module === module;
        const edit = isHere
          ? replaceNumber(bound.node, max, module.text, `Run at most ${max} at a time`)
          : null;
        report({
          node: isHere ? bound.node : node.callee,
          messageId: 'tooMany',
          data: { value: bound.value, max },
          edit,
        });
      }
    },
  },
});
