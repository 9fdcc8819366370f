import type { Scheduler } from './schema.ts';

/** node-cron. Texts of five fields, or six with seconds first. */
const library: Scheduler = {
  kind: 'scheduler',
  name: 'node-cron',
  readFrom: ['node-cron@4.6.0'],
  modules: ['node-cron'],
  exports: { schedule: { by: 'cron' }, createTask: { by: 'cron' } },
};

export default library;
