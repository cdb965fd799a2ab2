import { accessSync, constants, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { bool, cleanEnv, EnvError, makeValidator, str } from 'envalid';
import { StartError } from '../platform/start-error';
import { type Holidays, parseHolidays } from '../platform/working-days';

/** Settings of one process, read from the environment once. docs/operations.md explains each. */
export interface Config {
  host: string;
  port: number;
  /** The folder of the embedded database, when there is no databaseUrl. */
  dataDir: string;
  /** Connects as the run-time login. */
  databaseUrl: string | undefined;
  /** Connects as the owner, for migrations alone. */
  databaseOwnerUrl: string | undefined;
  demoPassword: string | undefined;
  /** `kid:secret` pairs, or the file that has them. */
  tokenKeys: string | undefined;
  tokenKeysFile: string | undefined;
  refreshGraceSeconds: number;
  logLevel: string;
  trustProxy: boolean;
  metricsToken: string | undefined;
  database: { poolSize: number; poolWaitMs: number; statementTimeoutMs: number; lockTimeoutMs: number };
  graphql: {
    /** Who may read the schema. */
    introspection: 'members' | 'everyone';
    /** Limit of one operation, and of all operations of a principal in a minute. */
    maxCost: number;
    costPerMinute: number;
    /** Limit of all operations in a minute from one network that are not signed in. */
    signedOutCostPerMinute: number;
    /** Registered operations, and whether any other is refused. */
    persistedFile: string | undefined;
    persistedOnly: boolean;
  };
  notices: {
    /** For tests, and networks without another way: webhooks may lead to private addresses, and by http:. */
    allowPrivateWebhooks: boolean;
    /** How e-mails leave; undefined: none do. */
    mails: { smtpUrl: string; from: string; publicUrl: string } | undefined;
  };
  /** Published holidays of years that are not built in. */
  holidays: Holidays | undefined;
  /** Exports: how many at once, and how long one may take to be read. */
  exports: { atOnce: number; timeoutMs: number };
  limits: { bodyBytes: number; maxInFlight: number; maxQueued: number; requestTimeoutMs: number };
}

/** 300 sign-ins, each at 1,000 for the password and 100 for the session's fields: an office has one address. */
const OFFICE_SIGNS_IN = 300 * 1100;

const whole = (least: number, most: number): ReturnType<typeof makeValidator<number>> =>
  makeValidator<number>((input) => {
    const value = Number(input);
    if (!/^\d+$/.test(input) || value < least || value > most) {
      throw new EnvError(`must be a whole number from ${String(least)} to ${String(most)}`);
    }
    return value;
  });

const postgresUrl = makeValidator<string>((input) => {
  if (!URL.canParse(input) || !/^postgres(ql)?:$/.test(new URL(input).protocol)) {
    throw new EnvError('must be like postgres://login:password@host:5432/database');
  }
  const { searchParams } = new URL(input);
  for (const name of ['sslrootcert', 'sslcert', 'sslkey']) {
    const file = searchParams.get(name);
    if (file !== null && !canRead(file)) throw new EnvError(`names a file in ${name} that cannot be read`);
  }
  // pg takes these for verify-full, with a warning at every start that this will change: so it is set explicitly.
  return searchParams.has('uselibpqcompat')
    ? input
    : input.replace(/([?&]sslmode=)(prefer|require|verify-ca)(?=&|$)/, '$1verify-full');
});

function canRead(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

const smtpUrl = makeValidator<string>((input) => {
  if (!URL.canParse(input) || !/^smtps?:$/.test(new URL(input).protocol)) {
    throw new EnvError('must be like smtps://login:password@mail.example:465');
  }
  return input;
});

const mailFrom = makeValidator<string>((input) => {
  if (!/^([^<>@\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(input)) {
    throw new EnvError('must be an e-mail address, or like "Stations <no-reply@stations.example>"');
  }
  return input;
});

const publicUrl = makeValidator<string>((input) => {
  if (!URL.canParse(input) || !/^https?:$/.test(new URL(input).protocol)) {
    throw new EnvError('must be like https://stations.example');
  }
  return input;
});

const holidaysFile = makeValidator<Holidays>((input) => {
  if (!canRead(input)) throw new EnvError('names a file that cannot be read');
  const holidays = parseHolidays(readFileSync(input, 'utf8'));
  if (!holidays) {
    throw new EnvError('must name a file like { "off": ["2027-01-01/2027-01-03"], "on": ["2027-01-04"] }');
  }
  return holidays;
});

const demoPassword = makeValidator<string>((input) => {
  if (input.length < 12) throw new EnvError('must have at least 12 characters');
  return input;
});

/** Reads and validates the environment. Throws a StartError that names each variable that is wrong. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  // An empty variable counts as unset: compose files and shells leave things out like that.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const cores = availableParallelism();
  const env = cleanEnv(
    given,
    {
      HOST: str({ default: '127.0.0.1' }),
      PORT: whole(0, 65_535)({ default: 4000 }),
      DATA_DIR: str({ default: '.data' }),
      DATABASE_URL: postgresUrl({ default: undefined }),
      DATABASE_OWNER_URL: postgresUrl({ default: undefined }),
      DEMO_PASSWORD: demoPassword({ default: undefined }),
      TOKEN_KEYS: str({ default: undefined }),
      TOKEN_KEYS_FILE: str({ default: undefined }),
      REFRESH_GRACE_SECONDS: whole(0, 300)({ default: 10 }),
      LOG_LEVEL: str({ choices: ['fatal', 'error', 'warn', 'info', 'debug', 'silent'], default: 'info' }),
      TRUST_PROXY: bool({ default: false }),
      METRICS_TOKEN: str({ default: undefined }),
      POOL_SIZE: whole(1, 100)({ default: Math.min(10, 8 * cores) }),
      POOL_WAIT_MS: whole(1, 60_000)({ default: 2000 }),
      STATEMENT_TIMEOUT_MS: whole(1, 600_000)({ default: 5000 }),
      LOCK_TIMEOUT_MS: whole(1, 600_000)({ default: 3000 }),
      REQUEST_TIMEOUT_MS: whole(1, 600_000)({ default: 15_000 }),
      MAX_BODY_BYTES: whole(1000, 100_000_000)({ default: 1_000_000 }),
      MAX_IN_FLIGHT: whole(1, 10_000)({ default: 32 * cores }),
      MAX_QUEUED: whole(0, 100_000)({ default: 128 * cores }),
      EXPORTS_AT_ONCE: whole(1, 100)({ default: 4 }),
      EXPORT_TIMEOUT_MS: whole(1, 86_400_000)({ default: 600_000 }),
      WEBHOOK_ALLOW_PRIVATE: bool({ default: false }),
      SMTP_URL: smtpUrl({ default: undefined }),
      MAIL_FROM: mailFrom({ default: undefined }),
      PUBLIC_URL: publicUrl({ default: undefined }),
      HOLIDAYS_FILE: holidaysFile({ default: undefined }),
      NODE_ENV: str({ default: 'development' }),
      INTROSPECTION: str({ choices: ['members', 'everyone'] as const, default: undefined }),
      MAX_OPERATION_COST: whole(1000, 1_000_000_000_000)({ default: 250_000 }),
      COST_PER_MINUTE: whole(1000, 100_000_000_000_000)({ default: undefined }),
      SIGNED_OUT_COST_PER_MINUTE: whole(3000, 100_000_000_000_000)({ default: undefined }),
      PERSISTED_OPERATIONS_FILE: str({ default: undefined }),
      PERSISTED_ONLY: bool({ default: false }),
    },
    { reporter: ({ errors }) => refuse(errors) },
  );
  const costPerMinute = env.COST_PER_MINUTE ?? 100 * env.MAX_OPERATION_COST;
  if (costPerMinute < env.MAX_OPERATION_COST) {
    refuse({ COST_PER_MINUTE: new Error('must not be less than MAX_OPERATION_COST') });
  }
  if (env.PERSISTED_ONLY && env.PERSISTED_OPERATIONS_FILE === undefined) {
    refuse({ PERSISTED_ONLY: new Error('needs PERSISTED_OPERATIONS_FILE') });
  }
  return {
    host: env.HOST,
    port: env.PORT,
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL,
    databaseOwnerUrl: env.DATABASE_OWNER_URL,
    demoPassword: env.DEMO_PASSWORD,
    tokenKeys: env.TOKEN_KEYS,
    tokenKeysFile: env.TOKEN_KEYS_FILE,
    refreshGraceSeconds: env.REFRESH_GRACE_SECONDS,
    logLevel: env.LOG_LEVEL,
    trustProxy: env.TRUST_PROXY,
    metricsToken: env.METRICS_TOKEN,
    database: {
      poolSize: env.POOL_SIZE,
      poolWaitMs: env.POOL_WAIT_MS,
      statementTimeoutMs: env.STATEMENT_TIMEOUT_MS,
      lockTimeoutMs: env.LOCK_TIMEOUT_MS,
    },
    graphql: {
      introspection: env.INTROSPECTION ?? (env.NODE_ENV === 'production' ? 'members' : 'everyone'),
      maxCost: env.MAX_OPERATION_COST,
      costPerMinute,
      signedOutCostPerMinute:
        env.SIGNED_OUT_COST_PER_MINUTE ?? Math.max(Math.floor(costPerMinute / 50), OFFICE_SIGNS_IN),
      persistedFile: env.PERSISTED_OPERATIONS_FILE,
      persistedOnly: env.PERSISTED_ONLY,
    },
    notices: {
      allowPrivateWebhooks: env.WEBHOOK_ALLOW_PRIVATE,
      mails:
        env.SMTP_URL === undefined
          ? undefined
          : {
              smtpUrl: env.SMTP_URL,
              from: needed('MAIL_FROM', env.MAIL_FROM),
              publicUrl: needed('PUBLIC_URL', env.PUBLIC_URL),
            },
    },
    holidays: env.HOLIDAYS_FILE,
    exports: { atOnce: env.EXPORTS_AT_ONCE, timeoutMs: env.EXPORT_TIMEOUT_MS },
    limits: {
      bodyBytes: env.MAX_BODY_BYTES,
      maxInFlight: env.MAX_IN_FLIGHT,
      maxQueued: env.MAX_QUEUED,
      requestTimeoutMs: env.REQUEST_TIMEOUT_MS,
    },
  };
}

/** What SMTP_URL needs beside it. */
function needed(name: string, value: string | undefined): string {
  if (value === undefined) refuse({ [name]: new Error('must be set beside SMTP_URL') });
  return value ?? '';
}

function refuse(errors: Partial<Record<string, Error>>): void {
  const lines = Object.entries(errors).map(([name, error]) => `${name} ${error?.message ?? 'is missing'}`);
  if (lines.length > 0) throw new StartError(`${lines.join('; ')} / 请检查环境变量`);
}
