import { logAsFields } from '../src/edits/log-as-fields.ts';
import { createRule } from '../src/rule/create-rule.ts';
import { flag } from '../src/rule/options.ts';

export default createRule({
  name: 'structured-error-log',
  description: 'Require errors of APIs to be logged as fields',
  checklist: ['octopus/structured-error-logs', 'moncreneau/structured-error-logging'],
  level: 'recommended',
  passesOverExamples: true,
  fix: 'suggest',
  options: {
    requireCode: flag(
      false,
      'Also report fields that leave out the code of the error.',
      (api) => api.errorEnvelope !== undefined,
    ),
  },
  messages: {
    text: 'This pastes an error of an API into a text, where no alert and no query finds its code. Log code, status and message as fields.',
    stringified:
      'This logs an error of an API as one text, where no alert and no query finds its code. Log code, status and message as fields.',
    message:
      'This logs only the message of an error of an API. Log its code as a field of its own, so that it can be searched and counted.',
    codeless:
      'These fields leave out the code of the error. Log it as a field of its own, so that it can be searched and counted.',
  },
  on: {
    apiLog({ log, form, at, isFailure, isToldBeside, hasStatus, mentions }, { options, report }) {
      if (!isFailure || isToldBeside || form === 'fields') return;
      if ((form === 'codeless' || hasStatus) && !options.requireCode) return;
      const errors = mentions.filter(({ remote }) => remote.is === 'error');
      report({
        node: at,
        messageId: form,
        edit:
          log.names.size > 0 || errors.some(({ isThroughName }) => isThroughName)
            ? null
            : logAsFields({
                call: log.node,
                args: log.args,
                order: log.order,
                errors: new Set(errors.map(({ root }) => root)),
                module: log.module,
              }),
      });
    },
  },
});
