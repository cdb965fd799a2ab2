import { pino } from 'pino';
import { SigningKeys } from '../../src/access';
import { readConfig } from '../../src/config';
import type { ServerDependencies } from '../../src/server';

/** Of all demo accounts in tests. */
export const TEST_PASSWORD = 'only-for-the-tests-7c1f';

/** Its hash at the lowest cost of argon2id: tests sign in hundreds of times. */
export const TEST_PASSWORD_HASH =
  '$argon2id$v=19$m=8,t=1,p=1$g8708FwsT2shKiGotfpdrw$1vNZvN58zEykWjX6PjNcEUssD28n4X61w0Q6/cZZNJo';

export const TEST_KEYS = new SigningKeys(
  [{ kid: 'test', secret: 'a-secret-of-the-tests-that-signs-nothing-else' }],
  'the tests',
);

/** Timeouts that only a stuck server reaches, on a busy machine too. */
const UNHURRIED = {
  POOL_SIZE: '4',
  POOL_WAIT_MS: '30000',
  STATEMENT_TIMEOUT_MS: '30000',
  REQUEST_TIMEOUT_MS: '60000',
};

/** A server that sends e-mails, which wait while nobody takes them. */
export const MAILS = {
  SMTP_URL: 'smtp://127.0.0.1:9',
  MAIL_FROM: 'Stations <no-reply@stations.example>',
  PUBLIC_URL: 'https://stations.example',
};

/** What a server under test is made of; `settings` are environment variables. */
export function testDependencies(
  databaseUrl: string,
  settings: Record<string, string> = {},
): ServerDependencies {
  return {
    config: readConfig({ ...UNHURRIED, ...settings }),
    databaseUrl,
    keys: TEST_KEYS,
    logger: pino({ level: 'silent' }),
    // No test asks the system's resolver, which goes out to the network and may take seconds.
    resolve: async (hostname) =>
      Promise.reject(Object.assign(new Error(`${hostname} is not known`), { code: 'ENOTFOUND' })),
  };
}

/** Lets libraries that look at NODE_ENV see this one until the end of the test. */
export function pretendNodeEnv(mode: string): void {
  jest.replaceProperty(process, 'env', { ...process.env, NODE_ENV: mode });
}
