import { newId } from '../../../platform/ids';
import type { Transaction } from '../../../platform/database/tenant-scope';
import { statement } from '../../../platform/database/statement';
import { storedText } from '../../../platform/text-forms';
import { insertStationAccess, lockStation, type StationRow } from '../../directory';
import { AgreementState, type ServiceModel } from '../agreement.enums';
import { type GivenParts, type PartIds, PartsStore, type Scope, SCOPE } from '../parts/parts.store';
import { NEXT_REVISION } from '../parts/structure.repository';

/** An agreement as it is registered, with all its parts. */
interface NewAgreement extends GivenParts {
  operatorId: string;
  purchaserId: string;
  newStation?: object | null;
  serviceModel: ServiceModel;
  startsOn: string;
  endsOn: string;
  annualFee?: string | null;
  requiredPosts?: string | null;
  requiredCertifiedShare?: string | null;
  contractNumber?: string | null;
  signedOn?: string | null;
  cycleId?: string | null;
  cycleYear?: number | null;
}

const INSERT_AGREEMENT = statement(
  'agreement.insert',
  `insert into core.agreement (${SCOPE}, id, service_model, starts_on, ends_on, annual_fee, required_posts,
          required_certified_share, contract_number, signed_on, cycle_id, cycle_year, registered_by, state, proposed_by,
          renews)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
);
const REVISE_AGREEMENT = statement(
  'agreement.revise',
  `update core.agreement set service_model = $3, starts_on = $4, ends_on = $5, annual_fee = $6, required_posts = $7,
          required_certified_share = $8, contract_number = $9, signed_on = $10, cycle_id = $11, cycle_year = $12, ${NEXT_REVISION}
    where organisation_id = $1 and id = $2`,
);

function contentOf(input: NewAgreement): unknown[] {
  return [
    input.serviceModel,
    input.startsOn,
    input.endsOn,
    input.annualFee ?? null,
    input.requiredPosts ?? null,
    input.requiredCertifiedShare ?? null,
    input.contractNumber == null ? null : storedText(input.contractNumber),
    input.signedOn ?? null,
    input.cycleId ?? null,
    input.cycleYear ?? null,
  ];
}

/** An agreement with the ids of its parts by name. */
export interface Written {
  scope: Scope;
  agreementId: string;
  parts: PartIds;
}

/** Writes an agreement with all its parts. */
export async function insertAgreement(
  transaction: Transaction,
  input: NewAgreement,
  station: StationRow,
  by: { memberId: string; organisationId: string },
  state: AgreementState,
  renews: string | null,
): Promise<Written> {
  const scope: Scope = [input.operatorId, station.id, input.purchaserId, station.districtCode];
  await insertStationAccess(transaction, station, input);
  // The exclusion constraint alone decides, yet three who meet in it may deadlock: they wait in line instead.
  if (state === AgreementState.CONFIRMED) await lockStation(transaction, station.id);
  const agreementId = newId();
  await transaction.query(INSERT_AGREEMENT, [
    ...scope,
    agreementId,
    ...contentOf(input),
    by.memberId,
    state,
    by.organisationId,
    renews,
  ]);
  const parts = await new PartsStore(transaction, scope, agreementId).insert(input);
  return { scope, agreementId, parts };
}

/** Replaces what a proposal says; `forget` removes what rests on the parts that it no longer has. */
export async function replaceProposal(
  transaction: Transaction,
  { scope, agreementId }: Omit<Written, 'parts'>,
  input: NewAgreement,
  forget: (kept: PartIds) => Promise<void>,
): Promise<Written> {
  await transaction.query(REVISE_AGREEMENT, [scope[0], agreementId, ...contentOf(input)]);
  const parts = await new PartsStore(transaction, scope, agreementId).replace(input, forget);
  return { scope, agreementId, parts };
}
