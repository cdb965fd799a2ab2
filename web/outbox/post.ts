import { ask } from '../api/ask';
import {
  CorrectRecordsDocument,
  type CorrectServiceRecordInput,
  type RecordLineFragment,
  RecordServicesDocument,
  type ServiceRecordInput,
  VoidRecordsDocument,
} from '../generated/graphql';
import { texts } from '../messages';
import { type Entry, kindOf } from './entry';

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

/** Entries of one kind together, in one call that is all or nothing. */
export const postToServer: Post = async (entries) => {
  const [first] = entries;
  if (!first) return [];
  const { records, userErrors } = await POSTS[kindOf(first)](entries);
  if (records) return records.map((record) => ({ kind: 'SAVED', record }));
  return entries.map((_, index) => refusalOf(userErrors, index));
};

interface Payload {
  records?: RecordLineFragment[] | null;
  userErrors: UserError[];
}

const POSTS: Record<ReturnType<typeof kindOf>, (entries: readonly Entry[]) => Promise<Payload>> = {
  NEW: async (entries) => {
    const agreementId = entries[0]?.agreementId ?? '';
    const input = { agreementId, records: entries.map(inputOf) };
    return (await ask(RecordServicesDocument, { input })).recordServices;
  },
  CORRECTION: async (entries) => {
    const inputs = entries.map(correctionOf);
    return (await ask(CorrectRecordsDocument, { inputs })).correctServiceRecords;
  },
  VOID: async (entries) => {
    const ids = entries.map(({ record }) => record?.id ?? '');
    const keys = entries.map(({ requestKey }) => requestKey);
    return (await ask(VoidRecordsDocument, { ids, keys, reason: texts().entry.reason })).voidServiceRecords;
  },
};

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

function correctionOf(entry: Entry): CorrectServiceRecordInput {
  return {
    id: entry.record?.id ?? '',
    expectedRevision: entry.record?.revision ?? 0,
    reason: texts().entry.reason,
    quantities: quantityInputs(entry),
    idempotencyKey: entry.requestKey,
  };
}

/** The errors about one entry; where none names an entry, they are about each. */
function refusalOf(errors: readonly UserError[], index: number): Answer {
  const placed = errors.filter(({ path: [list, row] }) => LISTS.has(list ?? '') && row !== undefined);
  const mine = placed.length === 0 ? errors : placed.filter(({ path }) => path[1] === String(index));
  if (mine.length === 0) return { kind: 'NOT_YET' };
  const kind = mine.some(({ code }) => CONFLICTS.has(code)) ? 'CONFLICT' : 'REFUSED';
  return { kind, message: mine.map(({ message }) => message).join(' ') };
}

/** The lists of the inputs that have a row for each entry. */
const LISTS: ReadonlySet<string> = new Set(['records', 'inputs', 'ids', 'idempotencyKeys']);
const CONFLICTS: ReadonlySet<string> = new Set(['STALE_REVISION', 'RECORD_VOIDED']);
