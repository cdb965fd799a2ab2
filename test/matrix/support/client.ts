import { Agent, request } from 'node:http';
import type { Answer, Client } from '../../kit/api';

const NO_HEADERS = new Headers();

/** Sends what a client of the kit sends, for a quarter of the effort: the matrix asks thousands of questions. */
export class HttpClients {
  private readonly agent = new Agent({ keepAlive: true });

  constructor(private readonly url: string) {}

  client(token: string | undefined): Client {
    const ask: Client['ask'] = async <Data>(query: string, variables: Record<string, unknown> = {}) => {
      const { status, text } = await this.send(JSON.stringify({ query, variables }), token);
      const body = JSON.parse(text) as Partial<Answer<Data>>;
      return { status, headers: NO_HEADERS, text, data: body.data ?? null, errors: body.errors ?? [] };
    };
    return {
      token,
      ask,
      get: async <Data>(query: string, variables?: Record<string, unknown>) => {
        const { data, errors, text } = await ask<Data>(query, variables);
        if (errors.length > 0 || data === null) throw new Error(text);
        return data;
      },
    };
  }

  close(): void {
    this.agent.destroy();
  }

  private async send(body: string, token: string | undefined): Promise<{ status: number; text: string }> {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'accept-language': 'en',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
    return new Promise((resolve, reject) => {
      const sent = request(
        `${this.url}/graphql`,
        { method: 'POST', agent: this.agent, headers },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('error', reject);
          response.on('end', () => {
            resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() });
          });
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }
}
