import { octopus } from './config.js';

let token: string | undefined;

async function login(): Promise<string> {
  const res = await fetch(`${octopus.baseUrl}/auth/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ api_key: octopus.apiKey, api_secret: octopus.apiSecret }),
  });
  const body = (await res.json()) as { token: string };
  console.log('octopus login', body);
  return body.token;
}

export async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  token ??= await login();
  const res = await fetch(octopus.baseUrl + path, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!res.ok) {
    const text = await res.text();
    console.error(`octopus ${method} ${path}: ${res.status} ${text}`);
    throw new Error(text);
  }
  return (await res.json()) as T;
}

/** The catalogue is large: wait for it, and try until it works. */
export async function catalogue<T>(): Promise<T> {
  let wait = 50;
  while (true) {
    const res = await fetch(`${octopus.baseUrl}/api/v1/products`, {
      headers: { Authorization: `Bearer ${token ?? (await login())}` },
      signal: AbortSignal.timeout(5 * 60_000),
    });
    if (res.status >= 400) {
      await new Promise((resolve) => setTimeout(resolve, wait));
      wait *= 2;
      continue;
    }
    return (await res.json()) as T;
  }
}
