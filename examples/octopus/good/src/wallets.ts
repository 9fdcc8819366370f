import { OctopusError, call } from './client.js';
import { typicalDailySpend } from './config.js';
import { log } from './log.js';

interface Wallet {
  id: string;
  balance: number;
}

const POLL_MS = 2 * 60 * 1000;
const ALERT_SHARE = 0.2;
const PAGE_SHARE = 0.05;

/** The alert rules read `alert`: "page" wakes somebody, "warn" opens a ticket. */
async function checkWallets(): Promise<void> {
  const wallets = await call<Wallet[]>('GET', '/api/v1/wallets');
  for (const { id, balance } of wallets) {
    const share = balance / typicalDailySpend;
    if (share < PAGE_SHARE) log.fatal({ alert: 'page', wallet: id, balance }, 'wallet is empty');
    else if (share < ALERT_SHARE) log.warn({ alert: 'warn', wallet: id, balance }, 'wallet is low');
  }
}

export const walletTimer = setInterval(() => {
  checkWallets().catch((error: unknown) => {
    const refused = error instanceof OctopusError ? error : undefined;
    log.error({ code: refused?.code, requestId: refused?.requestId }, 'wallets could not be read');
  });
}, POLL_MS);
