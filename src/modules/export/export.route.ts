import type { Logger } from 'pino';
import type { Caller } from '../../access';
import { message } from '../../messages';
import { AppError } from '../../platform/app-error';
import { SessionEnded } from '../../platform/database/errors';
import { acceptsMediaType, answerError, type Exchange, type Route, tookTooLong } from '../../platform/http';
import { type ExportFormat, type ExportName, EXPORTS, type ExportService, FORMATS } from './export.service';

const TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  ndjson: 'application/x-ndjson; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
};

export interface ExportRoutesOptions {
  exports: ExportService;
  callerOf: (exchange: Exchange) => Promise<Caller>;
  timeoutMs: number;
  logger: Logger;
}

/** GET /export/service-records.csv and so on: one path per table and format. */
export function exportRoutes(options: ExportRoutesOptions): Route[] {
  return (Object.keys(EXPORTS) as ExportName[]).flatMap((name) =>
    FORMATS.map((format) => ({
      path: `/export/${name}.${format}`,
      getOnly: true,
      handle: async (exchange: Exchange) => answer(exchange, name, format, options),
    })),
  );
}

async function answer(
  exchange: Exchange,
  name: ExportName,
  format: ExportFormat,
  options: ExportRoutesOptions,
): Promise<void> {
  const { logger, timeoutMs } = options;
  if (exchange.request.httpVersion === '1.0') {
    throw new AppError('HTTP_VERSION_NOT_SUPPORTED', message('HTTP_VERSION_TOO_OLD'));
  }
  if (!acceptsMediaType(exchange.request.headers.accept, TYPES[format])) {
    const type = TYPES[format].split(';', 1).join();
    throw new AppError('NOT_ACCEPTABLE', message('TYPE_NOT_ACCEPTED', { type }));
  }
  const timer = setTimeout(() => {
    exchange.refuse(tookTooLong());
    exchange.outcome = 'timeout';
    exchange.abort('The time for this export is up');
  }, timeoutMs);
  let caller: Caller | undefined;
  try {
    caller = await options.callerOf(exchange);
    exchange.member = () => caller?.session?.memberId;
    await send(exchange, caller, name, format, options.exports);
  } catch (error) {
    if (!exchange.deadline.aborted && !exchange.response.headersSent) {
      const { code, trace } = answerError(exchange, error, logger);
      caller?.noteRefusal(code, trace);
    } else if (error instanceof SessionEnded) {
      caller?.noteRefusal('UNAUTHENTICATED');
    } else if (exchange.outcome === 'error') {
      logger.error({ err: error, requestId: exchange.requestId }, 'an export broke off');
    }
  } finally {
    clearTimeout(timer);
    await caller?.finish(`export/${name}.${format}`);
  }
}

async function send(
  exchange: Exchange,
  caller: Caller,
  name: ExportName,
  format: ExportFormat,
  exports: ExportService,
): Promise<void> {
  const { deadline, search } = exchange;
  const file = await exports.open(caller, name, format, search);
  // An event listener: while the database computes the first row, nothing reads the body.
  deadline.addEventListener('abort', file.close);
  file.ended.addEventListener('abort', () => {
    exchange.outcome = file.ended.reason instanceof SessionEnded ? 'refused' : 'error';
  });
  try {
    deadline.throwIfAborted();
    const headers = {
      'Content-Type': TYPES[format],
      'Content-Disposition': `attachment; filename="${name}.${format}"`,
      'Cache-Control': 'no-store',
      'X-Next-Updated-Since': file.nextUpdatedSince,
    };
    await exchange.stream(headers, file.body, format !== 'parquet', file.ended);
  } catch (error) {
    throw file.ended.aborted ? file.ended.reason : error;
  } finally {
    deadline.removeEventListener('abort', file.close);
    file.close();
  }
}
