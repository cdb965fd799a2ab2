import type { AuditAction, Member, Write } from '../../access';
import { statement } from '../../platform/database/statement';
import { BrokenRules, type Fault, type Path } from '../../platform/faults';
import type { AgreementKey } from './parts.repository';

/** The description of every argument that takes a key. */
export const IDEMPOTENCY_KEY =
  '幂等键: of your own making, at most 200 characters. Sent again by your organisation in this agreement with the same content, it answers what stands now and changes nothing; with other content it is refused (IDEMPOTENCY_KEY_REUSED).';

/** A call that can be sent again when its answer was lost. */
export interface KeyedCall {
  action: AuditAction;
  /** GraphQL type of what it writes: an organisation's keys are unique within an agreement and such a type. */
  thing: string;
  /** Null where the caller gave none: then every call is another one. */
  key: string | null;
  /** What was sent, as it was validated. It tells a retry from another call. */
  content: object;
  /** What it writes. */
  thingIds: readonly string[];
}

// jsonb writes an object in one canonical form, so that equal content has one hash.
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
 * The one rule of idempotency keys. Null: the call is new, and has its key from now on; two at once wait for each other.
 * Otherwise the ids of what was written when this content was first sent with the key: they are to be answered as they
 * are now. The key with other content is refused.
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
  logAgain(transaction, call, before);
  return before.thingIds;
}

/** The same for a call whose agreement can no longer be told, since what it named is gone. */
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
  logAgain(transaction, call, before);
  return { organisationId, agreementId: before.agreementId, thingIds: before.thingIds };
}

/** The refusal of a key that was sent with other content before. */
export function keyReused(path: Path = ['idempotencyKey']): Fault {
  return {
    code: 'IDEMPOTENCY_KEY_REUSED',
    path,
    text: {
      zh: '此幂等键（idempotencyKey）已用于内容不同的提交。如需重试，请按原内容提交；如为新的内容，请换一个键。',
      en: 'This idempotencyKey was sent with other content before. To retry, send that content again; for anything else, please take another key.',
    },
  };
}

function valuesOf(
  { session }: Member,
  operatorId: string,
  { action, thing, key, content }: Omit<KeyedCall, 'thingIds'>,
): unknown[] {
  return [operatorId, session.organisationId, thing, key, JSON.stringify({ action, ...content }, storable)];
}

/** What jsonb cannot keep is in no text that passes the rules; what stands for it only has to differ. */
function storable(_: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/[\0\p{Cs}]/gu, '\uFFFD') : value;
}

/** A retry is in the audit log too: with what it found instead of what it changed. */
function logAgain(
  transaction: Write,
  { action, thing }: Pick<KeyedCall, 'action' | 'thing'>,
  { agreementId, thingIds }: Claimed,
): void {
  const [thingId = agreementId] = thingIds;
  transaction.log({
    ...{ action, thing, thingId },
    agreementIds: [agreementId],
    after: { storedBefore: thingIds },
  });
}
