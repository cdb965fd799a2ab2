import 'reflect-metadata';
import { pino } from 'pino';
import { readConfig } from './config';
import { StartError } from './platform/start-error';
import { start } from './start/start';

/** Starts, and stops in order when it is asked to; asked again, it goes on stopping in order. */
async function main(): Promise<void> {
  const stopSignal = new Promise<NodeJS.Signals>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, resolve);
  });
  const config = readConfig();
  const logger = pino({ level: config.logLevel });
  const running = await start(config, logger, (line) => {
    console.log(line);
  });
  try {
    const signal = await Promise.race([stopSignal, ...(running.failed ? [running.failed] : [])]);
    logger.info({ signal }, 'stopping');
  } finally {
    await running.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof StartError ? error.message : error);
  process.exitCode = 1;
});
