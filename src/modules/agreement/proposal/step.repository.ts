import { selectList, type Shape } from '../../../platform/database/shape';
import { statement } from '../../../platform/database/statement';
import type { Transaction } from '../../../platform/database/tenant-scope';
import type { AgreementState } from '../agreement.enums';
import type { Scope } from '../parts/parts.store';
import { EFFECTIVE_STATE } from '../read.sql';

/** What decides who may take which step with an agreement. */
export interface StepRow {
  id: string;
  organisationId: string;
  stationId: string;
  purchaserId: string;
  districtCode: string;
  state: AgreementState;
  revision: number;
  proposedBy: string;
  operatorConfirmedAt: Date | null;
  purchaserConfirmedAt: Date | null;
  confirmedBy: string | null;
  endedBy: string | null;
  startsOn: string;
  endsOn: string;
}

const STEP: Shape<StepRow> = {
  id: 'id',
  organisationId: 'organisation_id',
  stationId: 'station_id',
  purchaserId: 'purchaser_id',
  districtCode: 'district_code',
  state: EFFECTIVE_STATE,
  revision: 'revision',
  proposedBy: 'proposed_by',
  operatorConfirmedAt: 'operator_confirmed_at',
  purchaserConfirmedAt: 'purchaser_confirmed_at',
  confirmedBy: 'confirmed_by',
  endedBy: 'ended_by',
  startsOn: 'starts_on',
  endsOn: 'ends_on',
};

const LOCK = statement<StepRow>(
  'agreement.lockStep',
  `select ${selectList(STEP, 'a')} from core.agreement a where a.id = $1 for update`,
);

/** Row-locks an agreement for a step or a revision, before anything of it is written; null outside the scope. */
export async function lockStep(transaction: Transaction, id: string): Promise<StepRow | null> {
  const [row] = await transaction.query(LOCK, [id]);
  return row ?? null;
}

export function scopeOf({ organisationId, stationId, purchaserId, districtCode }: StepRow): Scope {
  return [organisationId, stationId, purchaserId, districtCode];
}

const CONFIRM_AS_PARTY = statement(
  'agreement.confirmAsParty',
  `update core.agreement set
      operator_confirmed_at = case when organisation_id = $3 then $4 else operator_confirmed_at end,
      purchaser_confirmed_at = case when purchaser_id = $3 then $4 else purchaser_confirmed_at end
    where organisation_id = $1 and id = $2`,
);

/** Notes that a party has confirmed what a bureau proposed; the other one has not yet. */
export async function confirmAsParty(
  transaction: Transaction,
  { organisationId, id }: StepRow,
  by: string,
  at: Date,
): Promise<void> {
  await transaction.query(CONFIRM_AS_PARTY, [organisationId, id, by, at]);
}

const CONFIRM = statement(
  'agreement.confirm',
  `update core.agreement set state = 'CONFIRMED', confirmed_by = $3, confirmed_at = $4,
      operator_confirmed_at = case when organisation_id = $3 then $4 else operator_confirmed_at end,
      purchaser_confirmed_at = case when purchaser_id = $3 then $4 else purchaser_confirmed_at end
    where organisation_id = $1 and id = $2`,
);

export async function confirm(
  transaction: Transaction,
  { organisationId, id }: StepRow,
  by: string,
  at: Date,
): Promise<void> {
  await transaction.query(CONFIRM, [organisationId, id, by, at]);
}

const END = statement(
  'agreement.end',
  'update core.agreement set state = $3, state_reason = $4, ended_by = $5 where organisation_id = $1 and id = $2',
);

/** Declines, withdraws or voids an agreement. */
export async function end(
  transaction: Transaction,
  { organisationId, id }: StepRow,
  { state, reason, by }: { state: AgreementState; reason: string; by: string },
): Promise<void> {
  await transaction.query(END, [organisationId, id, state, reason, by]);
}

const FILE = statement(
  'agreement.file',
  `update core.agreement set contract_number = coalesce($3, contract_number), signed_on = coalesce($4, signed_on),
          filed_on = coalesce($5, filed_on), published_on = coalesce($6, published_on)
    where organisation_id = $1 and id = $2`,
);

/** What is known of the paper contract. */
interface ContractPapers {
  contractNumber: string | null;
  signedOn: string | null;
  filedOn: string | null;
  publishedOn: string | null;
}

/** Adds to what is known of the paper contract; what is null stays. */
export async function filePapers(
  transaction: Transaction,
  { organisationId, id }: StepRow,
  { contractNumber, signedOn, filedOn, publishedOn }: ContractPapers,
): Promise<void> {
  await transaction.query(FILE, [organisationId, id, contractNumber, signedOn, filedOn, publishedOn]);
}
