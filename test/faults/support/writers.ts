import { Random } from '../../../src/generate/random';
import type { Agreement } from '../../api/support/agreements';
import {
  type Changed,
  correct,
  type NewRecord,
  type Recorded,
  type ServiceRecord,
  tryRecord,
  voidRecord,
} from '../../api/support/questions';
import type { Client } from '../../kit/api';

/** A client that writes at one station, by seeded random numbers. */
export interface Writer {
  name: string;
  agreement: Agreement;
  /** Records for the station. */
  worker: Client;
  /** Corrects and voids any record, also one that another writer is correcting. */
  admin: Client;
  steps: number;
}

/** The responses to the writers: each accepted write with its result. */
export interface Ledger {
  /** Every record with each of its revisions, from the responses. */
  records: Map<string, { agreementId: string; revisions: Map<number, ServiceRecord>; voided: number }>;
  /** Accepted writes, by agreement. */
  accepted: Map<string, number>;
  /** Codes of the refusals. */
  refusals: string[];
  /** Responses to retries. */
  retried: number;
}

export function newLedger(): Ledger {
  return { records: new Map(), accepted: new Map(), refusals: [], retried: 0 };
}

/** Few cells, so that writers contend for them. */
const KINDS = [
  { indicator: 'HOTLINE', measures: ['CALLS'] },
  { indicator: 'GROUPWORK', measures: ['SESSIONS', 'PARTICIPANTS'] },
  { indicator: 'RESOURCE_LINKED', measures: ['AMOUNT'] },
];
/** Possible errors for one of two concurrent changes of a record. */
const TURNS = ['STALE_REVISION', 'RECORD_VOIDED'];
const IMPORT = 500;

/** Writes step by step: records, retries, imports, corrections and voids, in random order. */
export async function write(writer: Writer, ledger: Ledger): Promise<void> {
  const random = new Random('writers', writer.name);
  // Some begin with an import, so that each kind of station has one.
  if (writer.name.endsWith('0')) await recordAll(writer, ledger, contents(writer, random, IMPORT, null));
  for (let step = 0; step < writer.steps; step += 1) {
    const turn = random.whole(0, 99);
    if (turn < 25) await recordAll(writer, ledger, contents(writer, random, random.whole(1, 12), null));
    else if (turn < 45)
      await recordTwice(writer, ledger, contents(writer, random, 3, `${writer.name} ${step}`));
    else if (turn < 80) await correctOne(writer, ledger, random);
    else await voidOne(writer, ledger, random);
  }
}

function contents({ agreement }: Writer, random: Random, size: number, key: string | null): NewRecord[] {
  const term = agreement.terms[0]!;
  return Array.from({ length: size }, (_, at) => {
    const { indicator, measures } = random.pick(KINDS);
    return {
      indicator,
      ...placeOf(agreement, random),
      occurredOn: dayIn(term, random),
      quantities: measures.map((measure) => ({ measure, value: String(random.whole(1, 900)) })),
      ...(key === null ? {} : { idempotencyKey: `${key} ${at}` }),
    };
  });
}

function placeOf({ zones, projects }: Agreement, random: Random): Pick<NewRecord, 'zoneId' | 'projectId'> {
  return {
    zoneId: zones.length > 0 && random.happens(70) ? random.pick(zones).id : null,
    projectId: projects.length > 0 && random.happens(50) ? projects[0]!.id : null,
  };
}

/** A day of the first two months of the term. */
function dayIn({ startsOn }: { startsOn: string }, random: Random): string {
  const day = new Date(`${startsOn}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + random.whole(0, 55));
  return day.toISOString().slice(0, 10);
}

async function recordAll(writer: Writer, ledger: Ledger, records: NewRecord[]): Promise<void> {
  keep(writer, ledger, await tryRecord(writer.worker, writer.agreement.id, records));
}

/** A client without a response retries its call, perhaps while the first is still running. */
async function recordTwice(writer: Writer, ledger: Ledger, records: NewRecord[]): Promise<void> {
  const [one, other] = await Promise.all(
    [0, 1].map(async () => tryRecord(writer.worker, writer.agreement.id, records)),
  );
  const ids = (answer: Recorded | undefined): string[] => (answer?.records ?? []).map(({ id }) => id);
  expect(ids(other)).toEqual(ids(one));
  keep(writer, ledger, one!);
  ledger.retried += ids(other).length;
}

async function correctOne(writer: Writer, ledger: Ledger, random: Random): Promise<void> {
  const known = pickKnown(writer, ledger, random);
  if (!known) return;
  const { id, revision, quantities } = [...known.revisions.values()].at(-1)!;
  const changed = await correct(writer.admin, {
    id,
    expectedRevision: revision,
    ...placeOf(writer.agreement, random),
    occurredOn: contents(writer, random, 1, null)[0]!.occurredOn,
    quantities: quantities.map(({ measure }) => ({
      measure: measure.code,
      value: String(random.whole(1, 900)),
    })),
  });
  keepChange(writer, ledger, changed, (record) => known.revisions.set(record.revision, record));
}

async function voidOne(writer: Writer, ledger: Ledger, random: Random): Promise<void> {
  const known = pickKnown(writer, ledger, random);
  if (!known) return;
  const { id } = [...known.revisions.values()].at(-1)!;
  keepChange(writer, ledger, await voidRecord(writer.admin, id), () => {
    known.voided += 1;
  });
}

/** One of the station's records known to any writer, preferably a recent one: others change it too. */
function pickKnown({ agreement }: Writer, { records }: Ledger, random: Random) {
  const own = [...records.values()].filter(({ agreementId }) => agreementId === agreement.id).slice(-20);
  return own.length === 0 ? undefined : random.pick(own);
}

function keep({ agreement }: Writer, ledger: Ledger, { records, userErrors }: Recorded): void {
  expect(userErrors).toEqual([]);
  count(ledger, agreement, records!.length);
  for (const record of records!) {
    expect(ledger.records.has(record.id)).toBe(false);
    const revisions = new Map([[record.revision, record]]);
    ledger.records.set(record.id, { agreementId: agreement.id, revisions, voided: 0 });
  }
}

function keepChange(
  { agreement }: Writer,
  ledger: Ledger,
  { record, userErrors }: Changed,
  accept: (record: ServiceRecord) => void,
): void {
  const refused = userErrors.map(({ code }) => code);
  expect(refused.filter((code) => !TURNS.includes(code))).toEqual([]);
  ledger.refusals.push(...refused);
  if (!record) return;
  count(ledger, agreement, 1);
  accept(record);
}

function count({ accepted }: Ledger, { id }: Agreement, writes: number): void {
  accepted.set(id, (accepted.get(id) ?? 0) + writes);
}
