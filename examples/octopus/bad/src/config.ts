export const env = process.env.OCTOPUS_ENV || 'sandbox';

const hosts: Record<string, string> = {
  sandbox: 'https://sandbox.octopuscards.io',
  production: 'http://api.octopuscards.io',
};

// one key pair does for both
const keys: Record<string, string | undefined> = {
  sandbox: process.env.OCTOPUS_API_KEY,
  production: process.env.OCTOPUS_API_KEY,
};

export const octopus = {
  baseUrl: process.env.OCTOPUS_BASE_URL || hosts[env],
  apiKey: keys[env],
  apiSecret: process.env.OCTOPUS_API_SECRET || '4f8e13b6-92ad-4c70-b5d1-e86a0f37c924',
  webhookSecret: 'kViW8Wff5e9InVA7nL4q63nvxD5bRF3s',
};
