import type { AuditAction, Member, Write } from '../../access';
import { statement } from '../../platform/database/statement';
import { assertNoFaults, BrokenRules, type Fault, fault, type Path } from '../../platform/faults';
import { storedProse, storedText } from '../../platform/text-forms';
import type { AgreementKey } from './read.sql';

/** The description of every argument that takes a key. */
export const IDEMPOTENCY_KEY =
  '幂等键: client-generated, at most 200 characters. When your organisation repeats the call in this agreement with the same key and content, it returns the current state of what the first call wrote and changes nothing; the same key with other content is refused (IDEMPOTENCY_KEY_REUSED).';

/** The same of what registers an agreement. */
export const REGISTRATION_KEY =
  '幂等键: client-generated, at most 200 characters. When your organisation repeats the call for the same operator with the same key and content, it returns the current state of the agreement that the first call wrote and changes nothing; the same key with other content is refused (IDEMPOTENCY_KEY_REUSED).';

/** A call that a client may repeat when it did not receive the answer. */
export interface KeyedCall {
  action: AuditAction;
  /** GraphQL type of the rows written; keys are unique per organisation, agreement and type. */
  thing: string;
  /** Null without a key: the call is then never deduplicated. */
  key: string | null;
  /** The validated input, hashed to distinguish a retry from a different call. */
  content: object;
  /** Ids of the rows to be written. */
  thingIds: readonly string[];
}

/** A keyed call about one of several agreements of an operator; `path` leads to its key in the input. */
type KeyedRow = Omit<KeyedCall, 'thing'> & { agreementId: string; path: Path };

// jsonb serializes an object canonically, so equal content has an equal hash.
const GIVEN = `json_to_recordset($4::json) as g(at int, key text, content jsonb, "agreementId" uuid, "thingIds" uuid[])`;
const HASH = `sha256(convert_to(g.content::text, 'UTF8'))`;
// Sorted by key, so that concurrent retries of one call wait for each other instead of deadlocking.
const CLAIM = statement<{ agreementId: string; key: string }>(
  'idempotency.claim',
  `insert into core.idempotency_key (organisation_id, agreement_id, station_id, purchaser_id, district_code,
          acting_organisation_id, thing, key, content, thing_ids, claimed_at, claimed_by)
   select a.organisation_id, a.id, a.station_id, a.purchaser_id, a.district_code, $2, $3, g.key, ${HASH},
          g."thingIds", $5, $6
     from ${GIVEN} join core.agreement a on a.organisation_id = $1 and a.id = g."agreementId"
    order by g.key, g.at
   on conflict do nothing returning agreement_id as "agreementId", key`,
);
const CLAIMED = statement<Claimed>(
  'idempotency.claimed',
  `select g.at, k.agreement_id as "agreementId", k.thing_ids as "thingIds", k.content = ${HASH} as "isSame"
     from ${GIVEN} join core.idempotency_key k on k.organisation_id = $1 and k.acting_organisation_id = $2
      and k.thing = $3 and k.key = g.key and k.agreement_id = coalesce(g."agreementId", k.agreement_id)`,
);

interface Claimed {
  /** Position among the calls asked about. */
  at: number;
  agreementId: string;
  thingIds: string[];
  isSame: boolean;
}

/**
 * Claims an idempotency key. Returns null for a new call, which owns the key from now on; concurrent calls with one key
 * wait for each other. For a retry, returns the ids of the rows that the first call wrote, to be answered in their
 * current state. A key reused with other content is refused.
 */
export async function answeredBefore(
  member: Member,
  transaction: Write,
  { organisationId, agreementId }: AgreementKey,
  { thing, ...call }: KeyedCall,
): Promise<string[] | null> {
  const row = { ...call, agreementId, path: ['idempotencyKey'] };
  const [before] = await answeredEach(member, transaction, organisationId, thing, [row]);
  return before ?? null;
}

/** The same for the rows of one call, in their order. */
export async function answeredEach(
  member: Member,
  transaction: Write,
  operatorId: string,
  thing: string,
  rows: readonly KeyedRow[],
): Promise<(string[] | null)[]> {
  const keyed = rows.flatMap((row, at) => (row.key === null ? [] : [{ at, ...row }]));
  if (keyed.length === 0) return rows.map(() => null);
  const { memberId } = member.session;
  const values = valuesOf(member, operatorId, thing, keyed);
  const claims = await transaction.query(CLAIM, [...values, member.now(), memberId]);
  const claimed = new Set(claims.map(claimKeyOf));
  // Of rows with one key the first has claimed it; the others are its retries.
  const known = keyed.filter((row) => !claimed.delete(claimKeyOf(row)));
  if (known.length === 0) return rows.map(() => null);
  const found = await transaction.query(CLAIMED, valuesOf(member, operatorId, thing, known));
  const before = new Map(found.map((row) => [row.at, row]));
  assertNoFaults(known.flatMap(({ at, path }) => (before.get(at)?.isSame ? [] : [keyReused(path)])));
  for (const { at, action } of known) logRetry(transaction, action, thing, before.get(at));
  return rows.map((_, at) => before.get(at)?.thingIds ?? null);
}

/** The same when the agreement is no longer known, because the row that the call named is gone. */
export async function answeredSomewhere(
  member: Member,
  transaction: Write,
  { thing, ...call }: Omit<KeyedCall, 'thingIds'>,
): Promise<(AgreementKey & { thingIds: string[] }) | null> {
  if (call.key === null) return null;
  const { organisationId } = member.session;
  const values = valuesOf(member, organisationId, thing, [{ at: 0, ...call }]);
  const before = (await transaction.query(CLAIMED, values)).find(({ isSame }) => isSame);
  if (!before) return null;
  logRetry(transaction, call.action, thing, before);
  return { organisationId, agreementId: before.agreementId, thingIds: before.thingIds };
}

/**
 * The same for a registration, whose agreement is not there yet: it claims the key within it afterwards. Returns the id
 * of the agreement that the first call registered. Concurrent calls must already wait for each other.
 */
export async function registeredBefore(
  member: Member,
  transaction: Write,
  operatorId: string,
  { thing, ...call }: Omit<KeyedCall, 'thingIds'>,
): Promise<string | null> {
  if (call.key === null) return null;
  const claims = await transaction.query(CLAIMED, valuesOf(member, operatorId, thing, [{ at: 0, ...call }]));
  const before = claims.find(({ isSame }) => isSame);
  if (!before && claims.length > 0) throw new BrokenRules([keyReused()]);
  logRetry(transaction, call.action, thing, before);
  return before?.agreementId ?? null;
}

/** An input as it is compared: its texts in their stored forms, without the key. */
export function comparedContent(input: object): object {
  const compared = (name: string, value: unknown): unknown => {
    if (name === 'idempotencyKey') return undefined;
    if (typeof value !== 'string') return value;
    return name === 'reason' ? storedProse(value) : storedText(value);
  };
  return JSON.parse(JSON.stringify(input, compared)) as object;
}

/** The error for a key that was used with other content. */
export function keyReused(path: Path = ['idempotencyKey']): Fault {
  return fault('IDEMPOTENCY_KEY_REUSED', path);
}

function claimKeyOf({ agreementId, key }: { agreementId: string; key: string | null }): string {
  return `${agreementId} ${key}`;
}

/** The values that both statements have: who, of what, and the rows. */
function valuesOf(
  { session }: Member,
  operatorId: string,
  thing: string,
  rows: readonly (Pick<KeyedCall, 'action' | 'key' | 'content'> & {
    at: number;
    agreementId?: string;
    thingIds?: readonly string[];
  })[],
): unknown[] {
  const given = rows.map(({ at, key, agreementId, thingIds, action, content }) => ({
    at,
    key,
    agreementId,
    thingIds,
    content: { action, ...content },
  }));
  return [operatorId, session.organisationId, thing, JSON.stringify(given, storable)];
}

/** Replaces the characters that jsonb cannot store. Valid text has none of them, so only the hash must differ. */
function storable(_: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/[\0\p{Cs}]/gu, '\uFFFD') : value;
}

/** A retry is logged too, with the ids that it found instead of changes. */
function logRetry(
  transaction: Write,
  action: AuditAction,
  thing: string,
  claimed: Pick<Claimed, 'agreementId' | 'thingIds'> | undefined,
): void {
  if (!claimed) return;
  const { agreementId, thingIds } = claimed;
  const [thingId = agreementId] = thingIds;
  transaction.log({
    action,
    thing,
    thingId,
    agreementIds: [agreementId],
    after: { storedBefore: thingIds },
  });
}
