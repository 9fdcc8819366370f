import type { Scheduler } from './schema.ts';

/** node-schedule. `scheduleJob(name?, text, task)`. */
const library: Scheduler = {
  kind: 'scheduler',
  name: 'node-schedule',
  readFrom: ['node-schedule@2.1.1'],
  modules: ['node-schedule'],
  exports: { scheduleJob: { by: 'cron' } },
};

export default library;
