import type { Scheduler } from './schema.ts';

/** NestJS schedule. Decorators of methods; `@Interval(name?, ms)`, `@Cron(text)`. */
const library: Scheduler = {
  kind: 'scheduler',
  name: 'NestJS schedule',
  readFrom: ['@nestjs/schedule@12.0.2'],
  modules: ['@nestjs/schedule'],
  exports: {
    Cron: { by: 'cron', decorator: true },
    Interval: { by: 'milliseconds', decorator: true },
  },
  tables: {
    CronExpression: {
      EVERY_SECOND: '* * * * * *',
      EVERY_5_SECONDS: '*/5 * * * * *',
      EVERY_10_SECONDS: '*/10 * * * * *',
      EVERY_30_SECONDS: '*/30 * * * * *',
      EVERY_MINUTE: '*/1 * * * *',
      EVERY_5_MINUTES: '0 */5 * * * *',
      EVERY_10_MINUTES: '0 */10 * * * *',
      EVERY_30_MINUTES: '0 */30 * * * *',
      EVERY_HOUR: '0 0-23/1 * * *',
      EVERY_2_HOURS: '0 0-23/2 * * *',
      EVERY_3_HOURS: '0 0-23/3 * * *',
      EVERY_4_HOURS: '0 0-23/4 * * *',
      EVERY_5_HOURS: '0 0-23/5 * * *',
      EVERY_6_HOURS: '0 0-23/6 * * *',
      EVERY_7_HOURS: '0 0-23/7 * * *',
      EVERY_8_HOURS: '0 0-23/8 * * *',
      EVERY_9_HOURS: '0 0-23/9 * * *',
      EVERY_10_HOURS: '0 0-23/10 * * *',
      EVERY_11_HOURS: '0 0-23/11 * * *',
      EVERY_12_HOURS: '0 0-23/12 * * *',
      EVERY_DAY_AT_NOON: '0 12 * * *',
      EVERY_DAY_AT_MIDNIGHT: '0 0 * * *',
    },
  },
};

export default library;
