import { Injectable } from '@nestjs/common';
import axios, { isAxiosError, type AxiosRequestConfig } from 'axios';
import { config } from './config';
import { logger } from './logger';
import { guard } from './resilience';

interface Problem {
  error?: { code: string; message: string };
  trace_id?: string;
}

/** What Aelix refused, for the screen to explain. */
export class AelixError extends Error {
  constructor(
    readonly status: number | undefined,
    readonly code: string,
    readonly traceId: string | undefined,
  ) {
    super(`aelix refused: ${code}`);
  }
}

const RENEW_EARLY_MS = 60_000;
const SCOPE = 'payments:read payments:write';

const http = axios.create({ baseURL: config.baseUrl, timeout: 60_000 });
const guarded = guard('aelix');

function toAelixError(error: unknown): unknown {
  if (!isAxiosError<Problem>(error)) return error;
  const status = error.response?.status;
  const problem = error.response?.data;
  const code = problem?.error?.code ?? error.code ?? 'UNKNOWN';
  logger.error({ trace_id: problem?.trace_id, status, code }, 'aelix request failed');
  return new AelixError(status, code, problem?.trace_id);
}

@Injectable()
export class AelixClient {
  private token: { value: string; expiresAt: number } | undefined;

  async get<T>(path: string, params: Record<string, string | number> = {}): Promise<T> {
    return this.request<T>({ method: 'GET', url: path, params });
  }

  async post<T>(path: string, body: unknown, idempotencyKey: string): Promise<T> {
    const headers = { 'Idempotency-Key': idempotencyKey };
    return this.request<T>({ method: 'POST', url: path, data: body, headers });
  }

  private async request<T>(request: AxiosRequestConfig): Promise<T> {
    try {
      return await guarded(() => this.send<T>(request));
    } catch (error) {
      if (!isAxiosError(error) || error.response?.status !== 401) throw toAelixError(error);
      this.token = undefined;
    }
    try {
      return await guarded(() => this.send<T>(request));
    } catch (error) {
      throw toAelixError(error);
    }
  }

  private async send<T>(request: AxiosRequestConfig): Promise<T> {
    const headers = { ...request.headers, Authorization: `Bearer ${await this.accessToken()}` };
    const response = await http.request<T & { trace_id?: string }>({ ...request, headers });
    logger.info({ trace_id: response.data.trace_id, status: response.status }, 'aelix answered');
    return response.data;
  }

  /** A token that is good for at least another minute. */
  private async accessToken(): Promise<string> {
    if (this.token && Date.now() < this.token.expiresAt - RENEW_EARLY_MS) return this.token.value;
    const form = new URLSearchParams({ grant_type: 'client_credentials', scope: SCOPE });
    const { data } = await http.post<{ access_token: string; expires_in: number }>(
      '/oauth2/token',
      form,
      { auth: { username: config.clientId, password: config.clientSecret } },
    );
    this.token = { value: data.access_token, expiresAt: Date.now() + data.expires_in * 1000 };
    return this.token.value;
  }
}
