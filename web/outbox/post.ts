import { ask } from '../api/ask';
import {
  CorrectRecordDocument,
  type RecordLineFragment,
  RecordServicesDocument,
  type ServiceRecordInput,
  VoidRecordDocument,
} from '../generated/graphql';
import { texts } from '../messages';
import { type Entry, isEmpty } from './entry';

/** What became of an entry. NOT_YET: others of its request were refused, and nothing was written. */
export type Answer =
  | { readonly kind: 'SAVED'; readonly record: RecordLineFragment }
  | { readonly kind: 'REFUSED' | 'CONFLICT'; readonly message: string }
  | { readonly kind: 'NOT_YET' };

/** Sends entries, and answers for each in their order. */
export type Post = (entries: readonly Entry[]) => Promise<readonly Answer[]>;

interface UserError {
  code: string;
  message: string;
  path: string[];
}

/** New records together, in one call that is all or nothing; a correction or a void alone. */
export const postToServer: Post = async (entries) => {
  const [first] = entries;
  if (!first) return [];
  return first.record === null ? recordServices(entries) : [await correct(first, first.record)];
};

async function recordServices(entries: readonly Entry[]): Promise<readonly Answer[]> {
  const agreementId = entries[0]?.agreementId ?? '';
  const { recordServices: payload } = await ask(RecordServicesDocument, {
    input: { agreementId, records: entries.map(inputOf) },
  });
  const { records, userErrors } = payload;
  if (records) return records.map((record) => ({ kind: 'SAVED', record }));
  return entries.map((_, index) => refusalOf(userErrors, index));
}

function inputOf(entry: Entry): ServiceRecordInput {
  const { indicator, day, zoneId, pointId, projectId, requestKey } = entry;
  return {
    indicator,
    occurredOn: day,
    zoneId,
    pointId,
    projectId,
    quantities: quantityInputs(entry),
    idempotencyKey: requestKey,
  };
}

function quantityInputs({ quantities }: Entry): { measure: string; value: string }[] {
  return Object.entries(quantities).map(([measure, value]) => ({ measure, value }));
}

/** The errors about one entry; where none names an entry, they are about each. */
function refusalOf(errors: readonly UserError[], index: number): Answer {
  const placed = errors.filter(({ path }) => path[0] === 'records' && path[1] !== undefined);
  const mine = placed.length === 0 ? errors : placed.filter(({ path }) => path[1] === String(index));
  if (mine.length === 0) return { kind: 'NOT_YET' };
  return { kind: 'REFUSED', message: mine.map(({ message }) => message).join(' ') };
}

async function correct(entry: Entry, record: NonNullable<Entry['record']>): Promise<Answer> {
  const reason = texts().entry.reason;
  const { record: saved, userErrors } = isEmpty(entry.quantities)
    ? (await ask(VoidRecordDocument, { id: record.id, reason, key: entry.requestKey })).voidServiceRecord
    : (
        await ask(CorrectRecordDocument, {
          input: {
            id: record.id,
            expectedRevision: record.revision,
            reason,
            quantities: quantityInputs(entry),
            idempotencyKey: entry.requestKey,
          },
        })
      ).correctServiceRecord;
  if (saved) return { kind: 'SAVED', record: saved };
  const message = userErrors.map((error) => error.message).join(' ');
  return { kind: userErrors.some(({ code }) => CONFLICTS.has(code)) ? 'CONFLICT' : 'REFUSED', message };
}

const CONFLICTS: ReadonlySet<string> = new Set(['STALE_REVISION', 'RECORD_VOIDED']);
