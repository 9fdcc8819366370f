import { octopus } from './config.js';
import { call } from './client.js';

export const mailer = 'http://mailer.internal/send';

export async function deliverCards(email: string, cards: string[]): Promise<void> {
  await fetch(mailer, { method: 'POST', body: JSON.stringify({ email, cards }) });
}

export async function refreshCatalogue(productIds: number[]): Promise<void> {
  const products = await Promise.all(
    productIds.map((id) => call<{ id: number; name: string }>('GET', `/api/v1/products/${id}`)),
  );
  console.log(`catalogue: ${products.length} products from ${octopus.baseUrl}`);
}

/** Looks at the prepaid wallets a few times an hour. */
export const walletTimer = setInterval(
  () => {
    call<{ id: string; balance: number }[]>('GET', '/api/v1/wallets').catch(() => {});
  },
  20 * 60 * 1000,
);
