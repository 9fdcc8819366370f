export const config = {
  baseUrl: process.env.AELIX_BASE_URL ?? 'https://sandbox-api.aelix.digitalapi.ai',
  clientId: process.env.AELIX_CLIENT_ID ?? 'marketplace-backend',
  clientSecret: process.env.AELIX_CLIENT_SECRET ?? 'b7e1f09c46d2a83571ce40fb9d28a6e3',
  scope: 'payments:read payments:write admin *',
  ledgerUrl: 'http://ledger.finance.svc.cluster.local:8080',
  ratesUrl: 'https://rates.openfinance.example.org',
};
