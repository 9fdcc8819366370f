import pg from 'pg';
import { call, OctopusError } from './client.js';
import { databaseUrl } from './config.js';

export interface Line {
  walletId: string;
  productId: number;
  denomination: number;
  quantity: number;
  /** Ours, made by the campaign and kept with its row. */
  reference: string;
}

export interface Order {
  id: string;
  status: string;
}

const db = new pg.Pool({ connectionString: databaseUrl });

export class BalanceTooLow extends Error {}

/** What the line costs, held against the wallet before anything is bought. */
async function checkBalance(line: Line): Promise<void> {
  const [charges, wallets] = await Promise.all([
    call<{ total: number }>('POST', `/api/v1/products/${line.productId}/charges`, {
      denomination: line.denomination,
      quantity: line.quantity,
    }),
    call<{ id: string; balance: number }[]>('GET', '/api/v1/wallets'),
  ]);
  const wallet = wallets.find(({ id }) => id === line.walletId);
  if (!wallet || wallet.balance < charges.total) throw new BalanceTooLow(line.walletId);
}

async function findOrder(reference: string): Promise<Order> {
  const query = new URLSearchParams({ client_reference: reference });
  const { items } = await call<{ items: Order[] }>('GET', `/api/v1/orders?${query}`);
  const [order] = items;
  if (!order) throw new Error(`no order with reference ${reference}`);
  return order;
}

const isDuplicate = (error: unknown): boolean =>
  error instanceof OctopusError &&
  error.status === 400 &&
  error.message.includes('Duplicate client_reference');

/** Buys one line. Safe to run twice: the reference is stored first and never changes. */
export async function placeOrder(line: Line): Promise<Order> {
  await checkBalance(line);
  await db.query(
    "insert into orders (client_reference, state) values ($1, 'sent') on conflict do nothing",
    [line.reference],
  );
  try {
    return await call<Order>('POST', '/api/v1/orders', {
      wallet_id: line.walletId,
      product_id: line.productId,
      denomination: line.denomination,
      quantity: line.quantity,
      client_reference: line.reference,
    });
  } catch (error) {
    if (isDuplicate(error)) return findOrder(line.reference);
    throw error;
  }
}
