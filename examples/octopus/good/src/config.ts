/** Everything comes from the environment; a missing variable stops the start. */
function must(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

const stage = must('OCTOPUS_ENV');
if (stage !== 'production' && stage !== 'sandbox') throw new Error(`OCTOPUS_ENV: ${stage}`);
const live = stage === 'production';

export const octopus = {
  baseUrl: live ? must('OCTOPUS_URL_PROD') : must('OCTOPUS_URL_SANDBOX'),
  apiKey: live ? must('API_KEY_PROD') : must('API_KEY_SANDBOX'),
  apiSecret: live ? must('API_SECRET_PROD') : must('API_SECRET_SANDBOX'),
  webhookSecret: live ? must('OCTOPUS_HOOK_SECRET_PROD') : must('OCTOPUS_HOOK_SECRET_SANDBOX'),
};

export const redisUrl = must('REDIS_URL');
export const databaseUrl = must('DATABASE_URL');

/** Daily spend of a typical day, in the wallet's currency: the alerts are shares of it. */
export const typicalDailySpend = Number(must('TYPICAL_DAILY_SPEND'));
