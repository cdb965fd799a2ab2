import type { AuditAction, Member, Write } from '../../access';
import { statement } from '../../platform/database/statement';
import { BrokenRules, type Fault, fault, type Path } from '../../platform/faults';
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

// jsonb serializes an object canonically, so equal content has an equal hash.
const HASH = `sha256(convert_to($5::jsonb::text, 'UTF8'))`;
const CLAIM = statement(
  'idempotency.claim',
  `insert into core.idempotency_key (organisation_id, agreement_id, station_id, purchaser_id, district_code,
          acting_organisation_id, thing, key, content, thing_ids, claimed_at, claimed_by)
   select a.organisation_id, a.id, a.station_id, a.purchaser_id, a.district_code, $2, $3, $4, ${HASH}, $7, $8, $9
     from core.agreement a where a.organisation_id = $1 and a.id = $6
   on conflict do nothing returning thing_ids as "thingIds"`,
);
const CLAIMED = statement<Claimed>(
  'idempotency.claimed',
  `select k.agreement_id as "agreementId", k.thing_ids as "thingIds", k.content = ${HASH} as "isSame"
     from core.idempotency_key k
    where k.organisation_id = $1 and k.acting_organisation_id = $2 and k.thing = $3 and k.key = $4
      and k.agreement_id = coalesce($6::uuid, k.agreement_id)`,
);

interface Claimed {
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
  call: KeyedCall,
): Promise<string[] | null> {
  if (call.key === null) return null;
  const values = [...valuesOf(member, organisationId, call), agreementId];
  const { memberId } = member.session;
  const claimed = await transaction.query(CLAIM, [...values, call.thingIds, member.now(), memberId]);
  if (claimed.length > 0) return null;
  const [before] = await transaction.query(CLAIMED, values);
  if (!before?.isSame) throw new BrokenRules([keyReused()]);
  logRetry(transaction, call, before);
  return before.thingIds;
}

/** The same when the agreement is no longer known, because the row that the call named is gone. */
export async function answeredSomewhere(
  member: Member,
  transaction: Write,
  call: Omit<KeyedCall, 'thingIds'>,
): Promise<(AgreementKey & { thingIds: string[] }) | null> {
  if (call.key === null) return null;
  const { organisationId } = member.session;
  const values = [...valuesOf(member, organisationId, call), null];
  const before = (await transaction.query(CLAIMED, values)).find(({ isSame }) => isSame);
  if (!before) return null;
  logRetry(transaction, call, before);
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
  call: Omit<KeyedCall, 'thingIds'>,
): Promise<string | null> {
  if (call.key === null) return null;
  const claims = await transaction.query(CLAIMED, [...valuesOf(member, operatorId, call), null]);
  const before = claims.find(({ isSame }) => isSame);
  if (!before && claims.length > 0) throw new BrokenRules([keyReused()]);
  if (before) logRetry(transaction, call, before);
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

function valuesOf(
  { session }: Member,
  operatorId: string,
  { action, thing, key, content }: Omit<KeyedCall, 'thingIds'>,
): unknown[] {
  return [operatorId, session.organisationId, thing, key, JSON.stringify({ action, ...content }, storable)];
}

/** Replaces the characters that jsonb cannot store. Valid text has none of them, so only the hash must differ. */
function storable(_: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/[\0\p{Cs}]/gu, '\uFFFD') : value;
}

/** A retry is logged too, with the ids that it found instead of changes. */
function logRetry(
  transaction: Write,
  { action, thing }: Pick<KeyedCall, 'action' | 'thing'>,
  { agreementId, thingIds }: Claimed,
): void {
  const [thingId = agreementId] = thingIds;
  transaction.log({
    action,
    thing,
    thingId,
    agreementIds: [agreementId],
    after: { storedBefore: thingIds },
  });
}
