// Code in which a request fails, and something handles that.
export const URL = `'https://api.example.com/v1/orders'`;
export const GET = `await fetch(${URL})`;
export const POST = `await fetch(${URL}, { method: 'POST', body })`;
export const IN = (body: string) => `export async function load(body) { ${body} }`;
export const TRY = (handler: string, block = `return ${GET};`) => IN(`try { ${block} } ${handler}`);
export const CATCH = (handler: string) => IN(`return fetch(${URL}).catch(${handler});`);
