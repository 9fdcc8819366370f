import type { Scheduler } from './schema.ts';

/** cron. `new CronJob(time, onTick)`, `CronJob.from({ cronTime, onTick })`. */
const library: Scheduler = {
  kind: 'scheduler',
  name: 'cron',
  readFrom: ['cron@4.4.0'],
  modules: ['cron'],
  exports: {
    CronJob: { by: 'cron' },
    'CronJob.from': { by: 'options', cron: ['cronTime'], task: 'onTick' },
  },
};

export default library;
