import { statement } from '../../../../platform/database/statement';
import type { Transaction } from '../../../../platform/database/tenant-scope';
import { type AgreementRow, amendments, keyOf } from '../../../agreement';
import { readTargetsBasis } from '../../../completion';

const STATES = statement<{ states: string }>(
  'sheetImport.statesOfAmendments',
  `select md5(coalesce(string_agg(m.id || m.state, ' ' order by m.id), '')) as states from ${amendments('m')}
    where m.organisation_id = $1 and m.agreement_id = $2`,
);

/** A text that changes with the targets of an agreement, its state, and the amendments that are open. */
export async function readBasis(transaction: Transaction, agreement: AgreementRow): Promise<string> {
  const { organisationId, agreementId } = keyOf(agreement);
  const [row] = await transaction.query(STATES, [organisationId, agreementId]);
  const targets = await readTargetsBasis(transaction, { organisationId, agreementId });
  return `${targets} ${agreement.state} ${row?.states ?? ''}`;
}

const AMENDMENT = statement<{ state: string }>(
  'sheetImport.stateOfAmendment',
  `select m.state from ${amendments('m')} where m.organisation_id = $1 and m.id = $2`,
);

export async function stateOfAmendment(
  transaction: Transaction,
  organisationId: string,
  id: string,
): Promise<string | null> {
  const [row] = await transaction.query(AMENDMENT, [organisationId, id]);
  return row?.state ?? null;
}
