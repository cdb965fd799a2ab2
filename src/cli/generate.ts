import 'reflect-metadata';
import { pino } from 'pino';
import { type Config, readConfig } from '../config';
import { ACCOUNTS, type City, fillCity, planCity, progressOn, readOptions, cityStateOf } from '../generate';
import { analyseDatabase } from '../platform/database/analyse';
import { Database } from '../platform/database/database';
import { StartError } from '../platform/start-error';
import { type DatabaseInUse, withDatabase } from '../start/database-in-use';
import { keptSecret } from '../start/kept-secret';
import { runCommand } from './run-command';

const say = (line: string): void => {
  console.log(line);
};

/** `npm run generate`: fills an empty database with a city; run again after an interruption, it goes on. */
void runCommand(async () => {
  const options = readOptions(process.argv.slice(2));
  const config = readConfig();
  const city = planCity(options);
  await withDatabase(config, say, async (inUse) => generate(config, city, inUse));
});

async function generate(
  config: Config,
  city: City,
  { serverUrl, ownerUrl, dataDir }: DatabaseInUse,
): Promise<void> {
  const password =
    config.demoPassword ?? (dataDir === null ? undefined : keptSecret(dataDir, 'demo-password', 12));
  if (password === undefined || ownerUrl === undefined) {
    throw new StartError(
      'DEMO_PASSWORD and DATABASE_OWNER_URL must be set beside DATABASE_URL / 请同时设置 DEMO_PASSWORD 和 DATABASE_OWNER_URL',
    );
  }
  const database = new Database({
    url: serverUrl,
    poolSize: 3,
    poolWaitMs: 60_000,
    statementTimeoutMs: 0,
    lockTimeoutMs: 60_000,
  });
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
  const began = performance.now();
  try {
    await database.start();
    const cityState = await cityStateOf(database);
    refuseOthers(
      cityState.hasOthers || (cityState.cityId !== null && cityState.cityId !== city.mentoringCentre.id),
    );
    if (!cityState.isComplete) {
      const progress = progressOn(process.stdout);
      const logger = pino({ level: config.logLevel });
      await fillCity(
        city,
        { database, logger, password, progress, signal: stop.signal },
        cityState.cityId !== null,
      );
      say('整理统计 statistics …');
      await analyseDatabase(ownerUrl);
    }
    say(welcome(city, password, cityState.isComplete ? null : (performance.now() - began) / 1000));
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    throw new StartError('Stopped: the same command goes on from here / 已停止：再次运行同一命令即可继续');
  } finally {
    await database.close();
  }
}

function refuseOthers(hasOthers: boolean): void {
  if (!hasOthers) return;
  throw new StartError(
    'The database holds something else than this city (the demo stations, or a city of other options): name an empty one, in DATABASE_URL or DATA_DIR / 数据库中已有其他数据：请在 DATABASE_URL 或 DATA_DIR 中指定一个空库',
  );
}

function welcome({ options, agreements }: City, password: string, seconds: number | null): string {
  const { operators, stations, records } = options;
  const width = Math.max(...ACCOUNTS.map(({ email }) => email.length));
  return [
    '',
    seconds === null ? 'This city exists already / 此城市已生成' : `Done in ${seconds.toFixed(1)} s / 已完成`,
    `${operators} operators, ${stations} stations, ${agreements.length} agreements, ${records} records`,
    '',
    `Accounts / 账号   password / 密码: ${password}`,
    ...ACCOUNTS.map(({ email, title }) => `  ${email.padEnd(width)}  ${title.zh} (${title.en})`),
  ].join('\n');
}
