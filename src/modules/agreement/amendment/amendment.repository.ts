import { selectList, type Shape } from '../../../platform/database/shape';
import { statement } from '../../../platform/database/statement';
import type { TenantScope, Transaction } from '../../../platform/database/tenant-scope';
import { type Batch, grouped, matched } from '../../../platform/graphql/loaders';
import { type AmendmentAnswer, type AmendmentKind, AmendmentState } from '../agreement.enums';
import type { Scope } from '../parts/parts.store';
import type { AgreementKey } from '../read.sql';
import type { Change } from './changes.rules';
import type { AmendmentContent } from './content';

export interface AmendmentRow extends AgreementKey {
  id: string;
  kind: AmendmentKind;
  state: AmendmentState;
  effectiveOn: string;
  reason: string;
  documentNumber: string | null;
  proposedBy: string;
  proposedAt: Date;
  confirmedBy: string | null;
  confirmedAt: Date | null;
  endedBy: string | null;
  stateReason: string | null;
}

const AMENDMENT: Shape<AmendmentRow> = {
  id: 'id',
  organisationId: 'organisation_id',
  agreementId: 'agreement_id',
  kind: 'kind',
  state: 'state',
  effectiveOn: 'effective_on',
  reason: 'reason',
  documentNumber: 'document_number',
  proposedBy: 'proposed_by',
  proposedAt: 'proposed_at',
  confirmedBy: 'confirmed_by',
  confirmedAt: 'confirmed_at',
  endedBy: 'ended_by',
  stateReason: 'state_reason',
};
const COLUMNS = selectList(AMENDMENT, 'a');

const OF_AGREEMENTS = statement<AmendmentRow>(
  'amendment.ofAgreements',
  `select ${COLUMNS} from core.amendment a where a.agreement_id = any ($1::uuid[])
    order by a.proposed_at desc, a.id desc`,
);
export const amendmentsOfAgreement: Batch<TenantScope, string, AmendmentRow[]> = {
  name: OF_AGREEMENTS.name,
  keyOf: (id) => id,
  fetch: async (scope, ids) => grouped(ids, await scope.read(OF_AGREEMENTS, [ids]), (row) => row.agreementId),
};

const BY_IDS = statement<AmendmentRow>(
  'amendment.byIds',
  `select ${COLUMNS} from core.amendment a where a.id = any ($1::uuid[])`,
);
export const amendmentById: Batch<TenantScope, string, AmendmentRow | null> = {
  name: BY_IDS.name,
  keyOf: (id) => id,
  fetch: async (scope, ids) => matched(ids, await scope.read(BY_IDS, [ids]), (row) => row.id),
};

/** A change as it is stored. */
export interface ChangeRow extends Omit<Change, 'subjectId' | 'value'> {
  amendmentId: string;
}

const CHANGES = statement<ChangeRow>(
  'changes.rules',
  `select c.amendment_id as "amendmentId", c.field, c.aspect, c.subject, c.was, c.becomes
     from core.amendment_change c where c.amendment_id = any ($1::uuid[])
    order by c.amendment_id, c.position`,
);
export const changesOfAmendment: Batch<TenantScope, string, ChangeRow[]> = {
  name: CHANGES.name,
  keyOf: (id) => id,
  fetch: async (scope, ids) => grouped(ids, await scope.read(CHANGES, [ids]), (row) => row.amendmentId),
};

const SHOWN = statement<Change>(
  'amendment.shownChanges',
  `select c.field, c.aspect, c.subject_id as "subjectId", c.subject, c.was, c.becomes from core.amendment_change c
    where c.organisation_id = $1 and c.amendment_id = $2`,
);
/** The changes of an amendment as the one who confirms it has seen them. */
export async function shownChanges(
  transaction: Transaction,
  { organisationId, id }: AmendmentRow,
): Promise<Change[]> {
  return transaction.query(SHOWN, [organisationId, id]);
}

/** What a party says to an amendment of a bureau. */
export interface AnswerRow {
  amendmentId: string;
  actingId: string;
  answer: AmendmentAnswer;
  reason: string | null;
  at: Date;
}
const ANSWERS = statement<AnswerRow>(
  'amendment.answers',
  `select w.amendment_id as "amendmentId", w.acting_id as "actingId", w.answer, w.reason, w.at
     from core.amendment_answer w where w.amendment_id = any ($1::uuid[]) order by w.at, w.acting_id`,
);
export const answersToAmendment: Batch<TenantScope, string, AnswerRow[]> = {
  name: ANSWERS.name,
  keyOf: (id) => id,
  fetch: async (scope, ids) => grouped(ids, await scope.read(ANSWERS, [ids]), (row) => row.amendmentId),
};

const LOCK = statement<AmendmentRow & { content: AmendmentContent }>(
  'amendment.lock',
  `select ${COLUMNS}, a.content from core.amendment a where a.id = $1 for update`,
);
/** Row-locks an amendment for a step; its agreement is locked before. */
export async function lockAmendment(
  transaction: Transaction,
  id: string,
): Promise<AmendmentRow & { content: AmendmentContent }> {
  const [row] = await transaction.query(LOCK, [id]);
  if (!row) throw new Error('an amendment that was found is gone');
  return row;
}

const SCOPE = 'organisation_id, station_id, purchaser_id, district_code';
const INSERT = statement(
  'amendment.insert',
  `insert into core.amendment (${SCOPE}, agreement_id, id, kind, state, effective_on, reason, document_number, content,
          proposed_by, proposed_by_member, proposed_at, confirmed_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
);
interface NewAmendment {
  id: string;
  kind: AmendmentKind;
  state: AmendmentState;
  content: AmendmentContent;
  by: { organisationId: string; memberId: string };
  at: Date;
}
export async function insertAmendment(
  transaction: Transaction,
  scope: Scope,
  { id, kind, state, content, by, at }: NewAmendment,
): Promise<void> {
  const { agreementId, effectiveOn, reason, documentNumber = null } = content;
  await transaction.query(INSERT, [
    ...scope,
    agreementId,
    id,
    kind,
    state,
    effectiveOn,
    reason,
    documentNumber,
    JSON.stringify(content),
    by.organisationId,
    by.memberId,
    at,
    state === AmendmentState.CONFIRMED ? at : null,
  ]);
}

const CONFIRM = statement(
  'amendment.confirm',
  `update core.amendment set state = 'CONFIRMED', confirmed_by = $3, confirmed_at = $4
    where organisation_id = $1 and id = $2`,
);
export async function confirmRow(
  transaction: Transaction,
  { organisationId, id }: AmendmentRow,
  by: string,
  at: Date,
): Promise<void> {
  await transaction.query(CONFIRM, [organisationId, id, by, at]);
}

const END = statement(
  'amendment.end',
  `update core.amendment set state = $3, state_reason = $4, ended_by = $5 where organisation_id = $1 and id = $2`,
);
export async function endRow(
  transaction: Transaction,
  { organisationId, id }: AmendmentRow,
  { state, reason, by }: { state: AmendmentState; reason: string; by: string },
): Promise<void> {
  await transaction.query(END, [organisationId, id, state, reason, by]);
}

const REMOVE_CHANGES = statement(
  'amendment.removeChanges',
  'delete from core.amendment_change where organisation_id = $1 and amendment_id = $2',
);
const INSERT_CHANGES = statement(
  'amendment.insertChanges',
  `insert into core.amendment_change (${SCOPE}, agreement_id, amendment_id, position, field, aspect, subject_id, subject, was,
          becomes, value, since, applied_at)
   select $1, $2, $3, $4, $5, $6, c.position, c.field, c.aspect, c."subjectId", c.subject, c.was, c.becomes,
          coalesce(c.value, c.becomes), $7, $8
     from json_to_recordset($9::json) as c(position int, field text, aspect text, "subjectId" uuid, subject text, was text,
            becomes text, value text)`,
);
/** Writes the changes of an amendment, in place of those that it had; with a time of applying they are in force. */
export async function writeChanges(
  transaction: Transaction,
  scope: Scope,
  {
    agreementId,
    id,
    since,
    appliedAt,
  }: { agreementId: string; id: string; since: string; appliedAt: Date | null },
  changes: readonly Change[],
): Promise<void> {
  await transaction.query(REMOVE_CHANGES, [scope[0], id]);
  const rows = changes.map((change, position) => ({ ...change, position }));
  await transaction.query(INSERT_CHANGES, [
    ...scope,
    agreementId,
    id,
    since,
    appliedAt,
    JSON.stringify(rows),
  ]);
}

const OPEN_CHANGES = statement<Pick<Change, 'field' | 'aspect' | 'subject'>>(
  'amendment.openChanges',
  `select c.field, c.aspect, c.subject from core.amendment_change c
     join core.amendment a on a.organisation_id = c.organisation_id and a.id = c.amendment_id
    where c.organisation_id = $1 and c.agreement_id = $2 and a.state = 'PROPOSED' and a.effective_on = $3 and a.id <> $4`,
);
/** The values that other open amendments change from the same day. */
export async function openChanges(
  transaction: Transaction,
  { organisationId, agreementId }: AgreementKey,
  day: string,
  except: string,
): Promise<Pick<Change, 'field' | 'aspect' | 'subject'>[]> {
  return transaction.query(OPEN_CHANGES, [organisationId, agreementId, day, except]);
}

const OPEN_TARGETS = statement<OpenTargets>(
  'amendment.openTargets',
  `select a.effective_on as "effectiveOn", a.content->'targets' as targets from core.amendment a
    where a.organisation_id = $1 and a.agreement_id = $2 and a.state = 'PROPOSED'
      and json_typeof(a.content->'targets') = 'array'`,
);
/** The targets of an amendment that is not confirmed yet. */
export interface OpenTargets {
  effectiveOn: string;
  targets: NonNullable<AmendmentContent['targets']>;
}
export async function readOpenTargets(
  transaction: Transaction,
  { organisationId, agreementId }: AgreementKey,
): Promise<OpenTargets[]> {
  return transaction.query(OPEN_TARGETS, [organisationId, agreementId]);
}

const ANSWER = statement(
  'amendment.answer',
  `insert into core.amendment_answer (${SCOPE}, agreement_id, amendment_id, acting_id, answer, reason, at, member_id)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing returning acting_id`,
);
/** False where the organisation has answered already. */
export async function insertAnswer(
  transaction: Transaction,
  scope: Scope,
  { agreementId, id }: Pick<AmendmentRow, 'agreementId' | 'id'>,
  given: {
    by: { organisationId: string; memberId: string };
    answer: string;
    reason: string | null;
    at: Date;
  },
): Promise<boolean> {
  const { by, answer, reason, at } = given;
  const rows = await transaction.query(ANSWER, [
    ...scope,
    agreementId,
    id,
    by.organisationId,
    answer,
    reason,
    at,
    by.memberId,
  ]);
  return rows.length > 0;
}
