import type { Session } from '../../../access';
import { notFound } from '../../../platform/app-error';
import type { Transaction } from '../../../platform/database/tenant-scope';
import { statement } from '../../../platform/database/statement';
import { assertNoFaults } from '../../../platform/faults';
import { isId } from '../../../platform/ids';
import type { AgreementState } from '../agreement.enums';
import { preparationFaults } from '../proposal/proposal.rules';
import { EFFECTIVE_STATE } from '../read.sql';

/** What validation of a write needs of an agreement: its parties and its parts. */
export interface Structure {
  organisationId: string;
  agreementId: string;
  stationId: string;
  purchaserId: string;
  districtCode: string;
  state: AgreementState;
  proposedBy: string;
  startsOn: string;
  endsOn: string;
  terms: { id: string; startsOn: string; endsOn: string }[];
  zones: string[];
  projects: string[];
  points: { id: string; zoneId: string | null }[];
  /** The zones that amendments have given to points, each from a day on: the last one first. */
  moves: { pointId: string; since: string; zoneId: string }[];
  /** Places that are not open on every day; the last day is the one before closesOn. */
  closed: Record<'zones' | 'projects' | 'points', ClosedPart[]>;
}

/** A place that amendments have opened or closed; a day that is missing is beyond every other. */
interface ClosedPart {
  id: string;
  name: string;
  opensOn: string;
  closesOn: string;
}

const closedOf = (table: string): string => `case when a.amended then (
            select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name,
              'opensOn', coalesce(p.opens_on, '0001-01-01'), 'closesOn', coalesce(p.closes_on, '9999-12-31'))), '[]')
              from core.${table} p where p.organisation_id = a.organisation_id and p.agreement_id = a.id
               and (p.opens_on is not null or p.closes_on is not null)) else '[]' end`;
const SELECT = `select a.organisation_id as "organisationId", a.id as "agreementId", a.station_id as "stationId",
          a.purchaser_id as "purchaserId", a.district_code as "districtCode",
          ${EFFECTIVE_STATE.sql('a.state')} as state, a.proposed_by as "proposedBy",
          a.starts_on as "startsOn", a.ends_on as "endsOn",
          json_build_object('zones', ${closedOf('zone')}, 'projects', ${closedOf('project')},
            'points', ${closedOf('point')}) as closed,
     (select coalesce(json_agg(json_build_object('id', p.id, 'startsOn', p.starts_on, 'endsOn', p.ends_on)
                               order by p.position), '[]')
        from core.term p where p.organisation_id = a.organisation_id and p.agreement_id = a.id and not p.dropped) as terms,
     (select coalesce(json_agg(p.id), '[]')
        from core.zone p where p.organisation_id = a.organisation_id and p.agreement_id = a.id) as zones,
     (select coalesce(json_agg(p.id), '[]')
        from core.project p where p.organisation_id = a.organisation_id and p.agreement_id = a.id) as projects,
     (select coalesce(json_agg(json_build_object('id', p.id, 'zoneId', p.zone_id)), '[]')
        from core.point p where p.organisation_id = a.organisation_id and p.agreement_id = a.id) as points,
     case when a.amended then (
       select coalesce(json_agg(json_build_object('pointId', c.subject_id, 'zoneId', c.value,
                'since', case when c.since = '-infinity' then a.starts_on else c.since end)
                order by c.since desc, c.applied_at desc), '[]')
         from core.amendment_change c where c.organisation_id = a.organisation_id and c.agreement_id = a.id
          and c.field = 'point' and c.aspect = 'zone' and c.applied_at is not null) else '[]' end as moves
   from core.agreement a`;
const STRUCTURE = statement<Structure>(
  'agreement.structure',
  `${SELECT} where a.organisation_id = $1 and a.id = any ($2::uuid[])`,
);
const PROPOSAL = statement<Structure>('agreement.proposal', `${SELECT} where a.id = $1 for update of a`);
/** SQL: the one who has confirmed a proposal confirms its next revision anew. */
export const NEXT_REVISION =
  'revision = revision + 1, operator_confirmed_at = null, purchaser_confirmed_at = null';
const REVISE = statement(
  'agreement.reviseProposal',
  `update core.agreement set ${NEXT_REVISION} where organisation_id = $1 and id = $2`,
);

/** The structure of an agreement of this operator, in one statement; null when it is not within the scope. */
export async function readStructure(
  transaction: Transaction,
  operatorId: string,
  agreementId: string,
): Promise<Structure | null> {
  const [row] = await readStructures(transaction, operatorId, [agreementId]);
  return row ?? null;
}

/** The structures of those agreements of this operator that are within the scope, in one statement. */
export async function readStructures(
  transaction: Transaction,
  operatorId: string,
  agreementIds: readonly string[],
): Promise<Structure[]> {
  return transaction.query(STRUCTURE, [operatorId, agreementIds]);
}

/** Row-locks a proposal of the caller's and returns its structure; what is confirmed changes by an amendment only. */
export async function lockProposal(
  transaction: Transaction,
  session: Session,
  id: string,
): Promise<Structure> {
  const [row] = isId(id) ? await transaction.query(PROPOSAL, [id]) : [];
  if (!row) throw notFound(id);
  assertNoFaults(preparationFaults(row, session));
  return row;
}

/** Begins a change of the parts of a proposal, which is a revision. */
export async function reviseProposal(
  transaction: Transaction,
  session: Session,
  id: string,
): Promise<Structure> {
  const row = await lockProposal(transaction, session, id);
  await transaction.query(REVISE, [row.organisationId, row.agreementId]);
  return row;
}
