import { Injectable, Logger } from '@nestjs/common';
import axios, { type AxiosInstance } from 'axios';
import { config } from './config';

@Injectable()
export class AelixClient {
  private readonly log = new Logger(AelixClient.name);
  private readonly http: AxiosInstance = axios.create({ baseURL: config.baseUrl });
  private token?: string;

  private async authorize(): Promise<string> {
    if (this.token) return this.token;
    const { data } = await this.http.post('/oauth2/token', {
      grant_type: 'client_credentials',
      client_id: config.clientId,
      client_secret: config.clientSecret,
      scope: config.scope,
    });
    this.log.debug(`got an aelix token: ${data.access_token}`);
    this.token = data.access_token as string;
    return this.token;
  }

  async get<T>(path: string, params?: Record<string, unknown>): Promise<T> {
    const headers = { Authorization: `Bearer ${await this.authorize()}` };
    const { data } = await this.http.get<T>(path, { params, headers });
    return data;
  }

  async post<T>(path: string, body: unknown, extra: Record<string, string> = {}): Promise<T> {
    const headers = { Authorization: `Bearer ${await this.authorize()}`, ...extra };
    const { data } = await this.http.post<T>(path, body, { headers });
    return data;
  }

  /** Statements take a while to render on their side, so give them time. */
  async statement(month: string): Promise<string> {
    const { data } = await this.http.get<string>(`/v1/statements/${month}`, {
      timeout: 180_000,
      responseType: 'text',
      headers: { Authorization: `Bearer ${await this.authorize()}` },
    });
    return data;
  }
}
