import type { Member } from '../../access';
import { breaksConstraint } from '../../platform/database/errors';
import { lockRow } from '../../platform/database/row-lock';
import { statement } from '../../platform/database/statement';
import type { Transaction } from '../../platform/database/tenant-scope';
import type { InputRules } from '../../platform/input-rules';
import { stationAccess } from '../directory';

export interface TieRow {
  operatorId: string;
  assessorId: string;
  reason: string;
  declaredAt: Date;
}

const TIED = statement(
  'tie.exists',
  'select 1 from core.declared_tie where organisation_id = $1 and assessor_id = $2',
);
// Policies read no other table, so the operators within a bureau's scope are determined here.
const ALL = statement<TieRow>(
  'tie.all',
  `select t.organisation_id as "operatorId", t.assessor_id as "assessorId", t.reason, t.declared_at as "declaredAt"
     from core.declared_tie t
    where $1 in (t.organisation_id, t.assessor_id)
       or exists (select from ${stationAccess('s')} where s.organisation_id = t.organisation_id)
    order by t.declared_at desc, t.organisation_id, t.assessor_id`,
);
const DECLARE = statement(
  'tie.declare',
  `insert into core.declared_tie (organisation_id, assessor_id, reason, declared_at, declared_by)
   values ($1, $2, $3, $4, $5)`,
);

/** Row-locks the pair until commit: declaring a tie and opening an assessment are serialized. */
export async function lockTies(
  transaction: Transaction,
  operatorId: string,
  assessorId: string,
): Promise<void> {
  await lockRow(transaction, 'tie', operatorId, assessorId);
}

/** Whether a tie between this operator and this assessor is declared. */
export async function isTied(
  transaction: Transaction,
  operatorId: string,
  assessorId: string,
): Promise<boolean> {
  return (await transaction.query(TIED, [operatorId, assessorId])).length > 0;
}

/** 回避: a tied assessor scores no more, and no assessment is closed with it. */
export async function refuseTied(
  rules: InputRules,
  transaction: Transaction,
  { organisationId, assessorId }: { organisationId: string; assessorId: string | null },
): Promise<void> {
  if (assessorId === null) return;
  await lockTies(transaction, organisationId, assessorId);
  if (await isTied(transaction, organisationId, assessorId)) rules.add('ASSESSOR_TIED', ['assessmentId']);
}

/** The ties visible to the member: its own; for a bureau, those of the operators whose stations it sees. */
export async function readTies(member: Member): Promise<TieRow[]> {
  return member.read(ALL, [member.session.organisationId]);
}

export async function insertTie(transaction: Transaction, tie: TieRow, by: string): Promise<void> {
  const { operatorId, assessorId, reason, declaredAt } = tie;
  await transaction.query(DECLARE, [operatorId, assessorId, reason, declaredAt, by]);
}

export function isDeclaredAlready(error: unknown): boolean {
  return breaksConstraint(error, 'declared_tie_pkey');
}
