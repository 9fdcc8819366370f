import type { Scheduler } from './schema.ts';

/** croner. `new Cron(text, options?, task)`. */
const library: Scheduler = {
  kind: 'scheduler',
  name: 'croner',
  readFrom: ['croner@11.0.1'],
  modules: ['croner'],
  exports: { Cron: { by: 'cron' } },
};

export default library;
