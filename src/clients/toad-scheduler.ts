import type { Scheduler } from './schema.ts';

/** toad-scheduler. `new SimpleIntervalJob({ minutes }, new AsyncTask(id, task))`: the parts of the interval are added up. */
const library: Scheduler = {
  kind: 'scheduler',
  name: 'toad-scheduler',
  readFrom: ['toad-scheduler@4.1.0'],
  modules: ['toad-scheduler'],
  exports: {
    SimpleIntervalJob: { by: 'units', at: 0, wrapped: true },
    LongIntervalJob: { by: 'units', at: 0, wrapped: true },
    CronJob: { by: 'options', cron: ['cronExpression'], at: 0, wrapped: true },
  },
};

export default library;
