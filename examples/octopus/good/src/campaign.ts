/** Sends the gift cards of a campaign: node campaign.js lines.json */
import { readFile } from 'node:fs/promises';
import pLimit from 'p-limit';
import { log } from './log.js';
import { placeOrder, type Line } from './orders.js';

const file = process.argv[2];
if (!file) throw new Error('usage: campaign <lines.json>');
const lines = JSON.parse(await readFile(file, 'utf8')) as Line[];

const wallets = new Map<string, Line[]>();
for (const line of lines) {
  wallets.set(line.walletId, [...(wallets.get(line.walletId) ?? []), line]);
}

/** One order after the other, so that the balance of the wallet stays easy to follow. */
async function drain(queue: readonly Line[]): Promise<number> {
  let failed = 0;
  for (const line of queue) {
    try {
      const order = await placeOrder(line);
      log.info({ reference: line.reference, order: order.id }, 'order placed');
    } catch (error) {
      failed += 1;
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      log.error({ reference: line.reference, code }, 'order failed');
    }
  }
  return failed;
}

const limit = pLimit(10);
const failures = await Promise.all([...wallets.values()].map((queue) => limit(() => drain(queue))));
const failed = failures.reduce((sum, count) => sum + count, 0);
if (failed > 0) process.exitCode = 1;
