/** Sends the gift cards of a campaign: node campaign.js lines.json */
import { readFile } from 'node:fs/promises';
import { catalogue } from './client.js';
import { env } from './config.js';
import { placeOrder, type Line } from './orders.js';

const lines = JSON.parse(await readFile(process.argv[2] ?? 'lines.json', 'utf8')) as Line[];
const products = await catalogue<{ id: number }[]>();
const known = lines.filter((line) => products.some((product) => product.id === line.productId));

if (env === 'sandbox') {
  // the sandbox is slow, so send a few only
  known.splice(5);
}

const orders = await Promise.all(known.map((line) => placeOrder(line)));
console.log(`${orders.length} orders placed`);
