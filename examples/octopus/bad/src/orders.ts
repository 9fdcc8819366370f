import { randomUUID } from 'node:crypto';
import pRetry from 'p-retry';
import { call } from './client.js';

export interface Line {
  productId: number;
  denomination: number;
  quantity: number;
  email: string;
}

export interface Order {
  id: string;
  status: string;
}

/** Buys and delivers the cards of one campaign line. */
export function placeOrder(line: Line): Promise<Order> {
  return pRetry(
    () =>
      call<Order>('POST', '/api/v1/orders', {
        product_id: line.productId,
        denomination: line.denomination,
        quantity: line.quantity,
        client_reference: randomUUID(),
      }),
    { retries: 10, factor: 1, minTimeout: 1000, shouldRetry: () => true },
  );
}

/** A single replacement card, for support. */
export async function replaceCard(productId: number, denomination: number): Promise<Order> {
  try {
    return await call<Order>('POST', '/api/v1/orders', {
      product_id: productId,
      denomination,
      quantity: 1,
    });
  } catch (error) {
    console.error('replacement failed: ' + (error as Error).message);
    throw error;
  }
}
