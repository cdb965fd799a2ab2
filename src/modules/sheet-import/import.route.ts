import type { Logger } from 'pino';
import type { Caller } from '../../access';
import { message } from '../../messages';
import { AppError } from '../../platform/app-error';
import { budgetSpent } from '../../platform/graphql/limits';
import { answerError, type Exchange, type Upload, type UploadRoute } from '../../platform/http';
import { LeakyBuckets } from '../../platform/leaky-buckets';
import { Turns } from '../../platform/turns';
import type { UploadService } from './upload.service';

/** Uploads of a member within an hour. */
const UPLOADS = 200;
const MINUTES = 60;
/** Uploads of an organisation at once, also those that arrive or wait. */
const SHARE = 8;
const OPERATION = 'imports';

interface ImportRouteOptions {
  uploads: UploadService;
  callerOf: (exchange: Exchange) => Promise<Caller>;
  elapsed: () => number;
  logger: Logger;
}

/**
 * POST /imports?agreement=ID: the bytes of a spreadsheet, whose name is in X-File-Name, percent-encoded. Of one organisation
 * less than there is room for: others find some.
 */
export function importRoute(options: ImportRouteOptions): UploadRoute {
  const { callerOf, elapsed, logger } = options;
  const buckets = new LeakyBuckets(elapsed);
  const places = new Turns({ atOnce: Infinity, places: Infinity, share: SHARE });
  return {
    path: '/imports',
    async open(exchange) {
      let caller: Caller | undefined;
      try {
        caller = await callerOf(exchange);
        const { session } = caller;
        exchange.member = () => session?.memberId;
        const { memberId, organisationId } = caller.assert('import.upload').session;
        charge(buckets, memberId);
        return uploadBy(caller, exchange, options, places.enter(organisationId));
      } catch (error) {
        const { code, trace } = answerError(exchange, error, logger);
        caller?.noteRefusal(code, trace);
        await caller?.finish(OPERATION);
        return null;
      }
    },
  };
}

function uploadBy(
  caller: Caller,
  exchange: Exchange,
  { uploads, logger }: ImportRouteOptions,
  leave: () => void,
): Upload {
  return {
    async take(bytes) {
      try {
        const agreementId = new URLSearchParams(exchange.search).get('agreement') ?? '';
        const id = await uploads.upload(caller, { agreementId, name: nameOf(exchange), bytes });
        exchange.sendJson(201, JSON.stringify({ id }));
      } catch (error) {
        const { code, trace } = answerError(exchange, error, logger);
        caller.noteRefusal(code, trace);
      }
    },
    async close() {
      leave();
      await caller.finish(OPERATION);
    },
  };
}

function charge(buckets: LeakyBuckets, memberId: string): void {
  const perMinute = UPLOADS / MINUTES;
  const level = buckets.level(memberId, perMinute);
  if (level > UPLOADS - 1) throw budgetSpent(Math.ceil(((level - UPLOADS + 1) / perMinute) * MINUTES));
  buckets.add(memberId, perMinute, 1);
}

function nameOf({ request }: Exchange): string {
  const header = request.headers['x-file-name'];
  try {
    return decodeURIComponent(String(header ?? ''));
  } catch {
    throw new AppError('BAD_REQUEST', message('FILE_NAME_NOT_ENCODED'));
  }
}
