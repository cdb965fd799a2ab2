import type { Logger } from 'pino';
import type { Caller } from '../../access';
import { message } from '../../messages';
import { AppError } from '../../platform/app-error';
import { budgetSpent } from '../../platform/graphql/limits';
import { answerError, type Exchange, type UploadRoute } from '../../platform/http';
import { LeakyBuckets } from '../../platform/leaky-buckets';
import type { UploadService } from './upload.service';

/** Uploads of a member within an hour. */
const UPLOADS = 200;
const MINUTES = 60;

interface ImportRouteOptions {
  uploads: UploadService;
  callerOf: (exchange: Exchange) => Promise<Caller>;
  elapsed: () => number;
  logger: Logger;
}

/** POST /imports?agreement=ID: the bytes of a spreadsheet, whose name is in X-File-Name, percent-encoded. */
export function importRoute({ uploads, callerOf, elapsed, logger }: ImportRouteOptions): UploadRoute {
  const buckets = new LeakyBuckets(elapsed);
  return {
    path: '/imports',
    async upload(exchange, bytes) {
      let caller: Caller | undefined;
      try {
        caller = await callerOf(exchange);
        const { session } = caller;
        exchange.member = () => session?.memberId;
        if (session) charge(buckets, session.memberId);
        const agreementId = new URLSearchParams(exchange.search).get('agreement') ?? '';
        const id = await uploads.upload(caller, { agreementId, name: nameOf(exchange), bytes });
        exchange.sendJson(201, JSON.stringify({ id }));
      } catch (error) {
        const { code, trace } = answerError(exchange, error, logger);
        caller?.noteRefusal(code, trace);
      } finally {
        await caller?.finish('imports');
      }
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
