import type { Transaction } from '../../../platform/database/tenant-scope';
import { statement } from '../../../platform/database/statement';

/** What validation of a write needs of an agreement: its parties and its parts. */
export interface Structure {
  organisationId: string;
  agreementId: string;
  stationId: string;
  purchaserId: string;
  districtCode: string;
  terms: { id: string; startsOn: string; endsOn: string }[];
  zones: string[];
  projects: string[];
  points: { id: string; zoneId: string | null }[];
}

const STRUCTURE = statement<Structure>(
  'agreement.structure',
  `select a.organisation_id as "organisationId", a.id as "agreementId", a.station_id as "stationId",
          a.purchaser_id as "purchaserId", a.district_code as "districtCode",
     (select coalesce(json_agg(json_build_object('id', p.id, 'startsOn', p.starts_on, 'endsOn', p.ends_on)
                               order by p.position), '[]')
        from core.term p where p.organisation_id = a.organisation_id and p.agreement_id = a.id) as terms,
     (select coalesce(json_agg(p.id), '[]')
        from core.zone p where p.organisation_id = a.organisation_id and p.agreement_id = a.id) as zones,
     (select coalesce(json_agg(p.id), '[]')
        from core.project p where p.organisation_id = a.organisation_id and p.agreement_id = a.id) as projects,
     (select coalesce(json_agg(json_build_object('id', p.id, 'zoneId', p.zone_id)), '[]')
        from core.point p where p.organisation_id = a.organisation_id and p.agreement_id = a.id) as points
   from core.agreement a where a.organisation_id = $1 and a.id = $2`,
);

/** The structure of an agreement of this operator, in one statement; null when it is not within the scope. */
export async function readStructure(
  transaction: Transaction,
  operatorId: string,
  agreementId: string,
): Promise<Structure | null> {
  const [row] = await transaction.query(STRUCTURE, [operatorId, agreementId]);
  return row ?? null;
}
