import type { Logger } from 'pino';
import type { Caller } from '../../access';
import { message } from '../../messages';
import { AppError } from '../../platform/app-error';
import { SessionEnded } from '../../platform/database/errors';
import { acceptsMediaType, answerError, type Exchange, tookTooLong } from '../../platform/http';

export interface AnsweringOptions {
  callerOf: (exchange: Exchange) => Promise<Caller>;
  timeoutMs: number;
  logger: Logger;
}

/** A file that may be asked for, and its media type. */
interface OfferedFile {
  path: string;
  type: string;
}

/** Answers a request for a file: within the time, and with what went wrong before its first byte as an error. */
export async function answerWithFile(
  exchange: Exchange,
  { path, type }: OfferedFile,
  { logger, timeoutMs, callerOf }: AnsweringOptions,
  send: (caller: Caller) => Promise<void>,
): Promise<void> {
  if (exchange.request.httpVersion === '1.0') {
    throw new AppError('HTTP_VERSION_NOT_SUPPORTED', message('HTTP_VERSION_TOO_OLD'));
  }
  if (!acceptsMediaType(exchange.request.headers.accept, type)) {
    throw new AppError('NOT_ACCEPTABLE', message('TYPE_NOT_ACCEPTED', { type: type.split(';', 1).join() }));
  }
  const timer = setTimeout(() => {
    exchange.refuse(tookTooLong());
    exchange.outcome = 'timeout';
    exchange.abort('The time for this export is up');
  }, timeoutMs);
  let caller: Caller | undefined;
  try {
    caller = await callerOf(exchange);
    exchange.member = () => caller?.session?.memberId;
    await send(caller);
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
    await caller?.finish(path.slice(1));
  }
}

/** Streams a file that is being written, as long as its reader may read it. */
export async function streamFile(
  exchange: Exchange,
  file: { body: AsyncGenerator<Buffer, void>; ended: AbortSignal; close: () => void },
  headers: Record<string, string>,
  isCompressible: boolean,
): Promise<void> {
  const { deadline } = exchange;
  // An event listener: while the database computes the first row, nothing reads the body.
  deadline.addEventListener('abort', file.close);
  file.ended.addEventListener('abort', () => {
    exchange.outcome = file.ended.reason instanceof SessionEnded ? 'refused' : 'error';
  });
  try {
    deadline.throwIfAborted();
    await exchange.stream(headers, file.body, isCompressible, file.ended);
  } catch (error) {
    throw file.ended.aborted ? file.ended.reason : error;
  } finally {
    deadline.removeEventListener('abort', file.close);
    file.close();
  }
}

/** The headers of a file that no cache may keep. */
export function fileHeaders(name: string, type: string): Record<string, string> {
  return {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'no-store',
  };
}
