import { statement } from '../../../platform/database/statement';
import type { TenantScope } from '../../../platform/database/tenant-scope';
import { type Batch, grouped } from '../../../platform/graphql/loaders';
import type { AgreementKey } from '../read.sql';
import { TODAY } from '../value.sql';

/** A place that an amendment has renamed or, a point, moved: its names and zones from the registration until today. */
export interface FormerPart {
  id: string;
  names: string[];
  zoneIds: string[];
}

const OF = 'p.organisation_id = a.organisation_id and p.agreement_id = a.id';
const registered = (table: 'zone' | 'point' | 'project', aspect: 'name' | 'zone', value: string): string =>
  `select p.id, '${aspect}' as aspect, ${value} as value from core.${table} p where ${OF} and p.amended`;

const FORMER = statement<FormerPart & Pick<AgreementKey, 'agreementId'>>(
  'part.formerOfAgreement',
  `select a.id as "agreementId", v.id,
          coalesce(array_agg(distinct v.value) filter (where v.aspect = 'name'), '{}') as names,
          coalesce(array_agg(distinct v.value) filter (where v.aspect = 'zone'), '{}') as "zoneIds"
     from unnest($1::uuid[], $2::uuid[]) k(organisation_id, id)
     join core.agreement a on a.organisation_id = k.organisation_id and a.id = k.id and a.amended
    cross join lateral (
      ${registered('zone', 'name', 'p.name')} union all
      ${registered('point', 'name', 'p.name')} union all
      ${registered('project', 'name', 'p.name')} union all
      ${registered('point', 'zone', 'p.zone_id::text')} union all
      select p.subject_id, p.aspect, p.value from core.amendment_change p
       where ${OF} and p.field in ('zone', 'point', 'project') and p.aspect in ('name', 'zone')
         and p.applied_at is not null and p.since <= ${TODAY}) v
    where v.value is not null group by 1, 2 order by 2`,
);

/** Batch: the places of agreements that amendments have renamed or moved. */
export const formerPartsOfAgreement: Batch<TenantScope, AgreementKey, FormerPart[]> = {
  name: FORMER.name,
  keyOf: ({ agreementId }) => agreementId,
  fetch: async (scope, keys) => {
    const ids = keys.map(({ agreementId }) => agreementId);
    const operators = keys.map(({ organisationId }) => organisationId);
    return grouped(ids, await scope.read(FORMER, [operators, ids]), ({ agreementId }) => agreementId);
  },
};
