import { statement } from '../../../platform/database/statement';
import type { Transaction } from '../../../platform/database/tenant-scope';
import type { InstalmentCondition, ProjectKind, ServiceDomain, ServiceModel } from '../agreement.enums';
import type { AgreementKey } from '../read.sql';
import { valueOn } from '../value.sql';

interface AmendableTerm {
  id: string;
  name: string;
  startsOn: string;
  endsOn: string;
}

/** A zone, point or project as it is on the day of an amendment. */
export interface AmendablePart {
  id: string;
  name: string;
  opensOn: string | null;
  closesOn: string | null;
  /** What amendments call it from later days on. */
  laterNames: string[];
  zoneId: string | null;
  kind: ProjectKind | null;
  domain: ServiceDomain | null;
}

/** What an agreement says on the day from which an amendment changes it. */
export interface Amendable {
  serviceModel: ServiceModel;
  startsOn: string;
  endsOn: string;
  /** The fee of the registration, against which later ones are compared. */
  firstFee: string | null;
  annualFee: string | null;
  requiredPosts: string | null;
  requiredCertifiedShare: string | null;
  terms: AmendableTerm[];
  zones: AmendablePart[];
  points: AmendablePart[];
  projects: AmendablePart[];
  instalments: { id: string; condition: InstalmentCondition; share: string }[];
}

const DAY = '$3::date';
const list = (sql: string): string => `(select coalesce(json_agg(r), '[]') from (${sql}) r)`;
const OF = 'p.organisation_id = a.organisation_id and p.agreement_id = a.id';
const placed = (table: 'zone' | 'point' | 'project', more: string): string =>
  list(`select p.id, ${valueOn.name(table, 'p', DAY)} as name, p.opens_on as "opensOn", p.closes_on as "closesOn", ${more},
          (select coalesce(json_agg(c.value), '[]') from core.amendment_change c
            where c.organisation_id = p.organisation_id and c.agreement_id = p.agreement_id and c.field = '${table}'
              and c.aspect = 'name' and c.subject_id = p.id and c.since > ${DAY} and c.applied_at is not null) as "laterNames"
          from core.${table} p where ${OF} order by p.position`);
const NO_KIND = 'null as kind, null as domain';

const AMENDABLE = statement<Amendable>(
  'amendment.amendable',
  `select a.service_model as "serviceModel", a.starts_on as "startsOn", a.ends_on as "endsOn",
          a.annual_fee::text as "firstFee",
          ${valueOn.number('annual_fee', 'a', DAY)}::text as "annualFee",
          trim_scale(${valueOn.number('required_posts', 'a', DAY)})::text as "requiredPosts",
          trim_scale(${valueOn.number('required_certified_share', 'a', DAY)})::text as "requiredCertifiedShare",
          ${list(`select p.id, p.name, p.starts_on as "startsOn", p.ends_on as "endsOn" from core.term p
                   where ${OF} and not p.dropped order by p.starts_on`)} as terms,
          ${placed('zone', `null as "zoneId", ${NO_KIND}`)} as zones,
          ${placed('point', `${valueOn.zone('p', DAY)} as "zoneId", ${NO_KIND}`)} as points,
          ${placed('project', 'null as "zoneId", p.kind, p.domain')} as projects,
          ${list(`select p.id, p.condition, trim_scale(${valueOn.share('p', DAY)})::text as share from core.instalment p
                   where ${OF} order by p.position`)} as instalments
     from core.agreement a where a.organisation_id = $1 and a.id = $2`,
);

export async function readAmendable(
  transaction: Transaction,
  { organisationId, agreementId }: AgreementKey,
  day: string,
): Promise<Amendable> {
  const [row] = await transaction.query(AMENDABLE, [organisationId, agreementId, day]);
  if (!row) throw new Error('an agreement was locked without being found');
  return row;
}
