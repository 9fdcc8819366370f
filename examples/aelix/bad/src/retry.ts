import { isAxiosError } from 'axios';

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Tries again while the API is down. */
export async function withRetry<T>(call: () => Promise<T>, attempts = 5): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      const status = isAxiosError(error) ? error.response?.status : undefined;
      if (attempt < attempts && status !== undefined && status >= 500) {
        await sleep(1000);
        continue;
      }
      throw error;
    }
  }
}
