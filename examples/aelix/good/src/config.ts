/** Everything comes from the environment; a missing variable stops the start. */
function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

export const config = {
  baseUrl: required('AELIX_BASE_URL'),
  clientId: required('AELIX_CLIENT_ID'),
  clientSecret: required('AELIX_CLIENT_SECRET'),
  webhookSecret: required('AELIX_WEBHOOK_SECRET'),
  ledgerUrl: required('LEDGER_URL'),
  ratesUrl: required('RATES_URL'),
  databaseUrl: required('DATABASE_URL'),
  redisUrl: required('REDIS_URL'),
};

if (!config.ledgerUrl.startsWith('https:')) throw new Error('LEDGER_URL must use https');
