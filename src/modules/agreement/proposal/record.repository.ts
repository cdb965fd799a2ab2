import { selectList, type Shape } from '../../../platform/database/shape';
import { statement } from '../../../platform/database/statement';
import type { TenantScope } from '../../../platform/database/tenant-scope';
import type { AgreementStep } from '../agreement.enums';
import { type Batch, grouped, matched } from '../../../platform/graphql/loaders';

/** How an agreement came about: who proposed and confirmed it, and its paper contract. */
export interface AgreementRecord {
  id: string;
  revision: number;
  proposedBy: string;
  proposedAt: Date;
  operatorConfirmedAt: Date | null;
  purchaserConfirmedAt: Date | null;
  confirmedBy: string | null;
  confirmedAt: Date | null;
  stateReason: string | null;
  contractNumber: string | null;
  signedOn: string | null;
  filedOn: string | null;
  publishedOn: string | null;
}

const RECORD: Shape<AgreementRecord> = {
  id: 'id',
  revision: 'revision',
  proposedBy: 'proposed_by',
  proposedAt: 'registered_at',
  operatorConfirmedAt: 'operator_confirmed_at',
  purchaserConfirmedAt: 'purchaser_confirmed_at',
  confirmedBy: 'confirmed_by',
  confirmedAt: 'confirmed_at',
  stateReason: 'state_reason',
  contractNumber: 'contract_number',
  signedOn: 'signed_on',
  filedOn: 'filed_on',
  publishedOn: 'published_on',
};

const RECORDS = statement<AgreementRecord>(
  'agreement.records',
  `select ${selectList(RECORD, 'a')} from core.agreement a where a.id = any ($1::uuid[])`,
);

/** Batch: the record of an agreement, by its id. */
export const recordOfAgreement: Batch<TenantScope, string, AgreementRecord | null> = {
  name: RECORDS.name,
  keyOf: (id) => id,
  fetch: async (scope, ids) => matched(ids, await scope.read(RECORDS, [ids]), (row) => row.id),
};

/** One step in the life of an agreement. */
export interface AgreementEvent {
  agreementId: string;
  step: AgreementStep;
  revision: number;
  reason: string | null;
  at: Date;
  actingId: string;
  /** Null of a step of the agreement itself. */
  amendmentId: string | null;
}

const EVENTS = statement<AgreementEvent>(
  'agreement.events',
  `select e.agreement_id as "agreementId", e.step, e.revision, e.reason, e.at, e.acting_id as "actingId",
          e.amendment_id as "amendmentId"
     from core.agreement_event e where e.agreement_id = any ($1::uuid[])
    order by e.at, e.id`,
);

/** Batch: the steps of an agreement, the first one first. */
export const eventsOfAgreement: Batch<TenantScope, string, AgreementEvent[]> = {
  name: EVENTS.name,
  keyOf: (id) => id,
  fetch: async (scope, ids) => grouped(ids, await scope.read(EVENTS, [ids]), (row) => row.agreementId),
};
