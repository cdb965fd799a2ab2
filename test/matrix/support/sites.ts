import type pg from 'pg';
import { MemberRole } from '../../../src/access';
import { auditReport } from './audit-fixtures';
import * as fixtures from './fixtures';
import type { MemberFactory, OrganisationFacts, Person } from './people';
import { addAdministratorReset, addWebhook } from './notice-rows';

/**
 * The places of rows, seen from 大同 at its first station, its purchaser, the bureau of its district and the assessor of
 * both its stations. The successor runs the same station for the same purchaser in the year after.
 */
export type SiteName =
  | 'own'
  | 'other station'
  | 'successor'
  | 'other operator'
  | 'other district'
  | StateName;

/** Agreements of the own parties that are not in force: at a station of its own, and in earlier years of the own one. */
export type StateName = 'proposed' | 'declined' | 'void';

/** An agreement with a row of every kind in it, as far as its state lets them be. */
export interface Site {
  name: SiteName;
  year: number;
  /** The id of the site's row of each kind, as in oracle.ts. */
  ids: Record<string, string>;
  district: string;
  stationName: string;
  operator: Person;
  purchaser: Person;
  bureau: Person;
}

interface Plan {
  operator: string;
  /** Buys for this operator of the demo. */
  purchaserOf: string;
  year: number;
  /** At the station of another site, registered by the purchaser. */
  stationOf?: SiteName;
  /** What it is in the end; else confirmed. */
  state?: StateName;
  /** By the assessor of the demo; else by another. */
  isAssessed?: boolean;
}

const PLANS: Record<SiteName, Plan> = {
  own: { operator: '大同', purchaserOf: '大同', year: 2022, isAssessed: true },
  'other station': { operator: '大同', purchaserOf: '大同', year: 2022, isAssessed: true },
  successor: { operator: '北斗星', purchaserOf: '大同', year: 2023, stationOf: 'own' },
  'other operator': { operator: '逢源人家', purchaserOf: '逢源人家', year: 2022 },
  'other district': { operator: '心悦', purchaserOf: '心悦', year: 2022 },
  proposed: { operator: '大同', purchaserOf: '大同', year: 2022, isAssessed: true, state: 'proposed' },
  declined: { operator: '大同', purchaserOf: '大同', year: 2021, stationOf: 'own', state: 'declined' },
  void: {
    operator: '大同',
    purchaserOf: '大同',
    year: 2020,
    stationOf: 'own',
    isAssessed: true,
    state: 'void',
  },
};

const PARTS = `agreement { id station { id name } terms { id } zones { id } points { id } projects { id } }`;
type Part = { id: string }[];
interface Registered {
  agreement: {
    id: string;
    station: { id: string; name: string };
    terms: Part;
    zones: Part;
    points: Part;
    projects: Part;
  };
}

export class SiteBuilder {
  private readonly admins = new Map<string, Person>();

  constructor(
    private readonly sql: pg.Pool,
    private readonly members: MemberFactory,
    /** Of the server: files are uploaded beside GraphQL. */
    private readonly url: string,
  ) {}

  async buildAll(): Promise<Record<SiteName, Site>> {
    const sites: Partial<Record<SiteName, Site>> = {};
    for (const [name, plan] of Object.entries(PLANS) as [SiteName, Plan][]) {
      sites[name] = await this.build(name, plan, plan.stationOf && sites[plan.stationOf]);
    }
    return sites as Record<SiteName, Site>;
  }

  async organisation(condition: string, values: unknown[] = []): Promise<OrganisationFacts> {
    const { rows } = await this.sql.query<OrganisationFacts>(
      `select id, kind, district_code as district from core.organisation o where ${condition} order by id`,
      values,
    );
    if (!rows[0]) throw new Error(`no organisation where ${condition}`);
    return rows[0];
  }

  operatorNamed(name: string): Promise<OrganisationFacts> {
    return this.organisation('short_name = $1', [name]);
  }

  purchaserOf(operator: string): Promise<OrganisationFacts> {
    return this.organisation(
      `id = (select a.purchaser_id from core.agreement a join core.organisation p on p.id = a.organisation_id
              where p.short_name = $1 order by a.id limit 1)`,
      [operator],
    );
  }

  bureauOf(district: string | null): Promise<OrganisationFacts> {
    return this.organisation(`kind = 'SUPERVISOR' and district_code is not distinct from $1`, [district]);
  }

  async assessor(isOther: boolean): Promise<OrganisationFacts> {
    const name = '另一家评估机构';
    if (isOther) {
      await this.sql.query(
        `insert into core.organisation (id, kind, name) values (gen_random_uuid(), 'ASSESSOR', $1) on conflict do nothing`,
        [name],
      );
    }
    return this.organisation(`kind = 'ASSESSOR' and (name = $1) = $2`, [name, isOther]);
  }

  private async admin(organisation: OrganisationFacts): Promise<Person> {
    const known = this.admins.get(organisation.id);
    if (known) return known;
    const columns = { OPERATOR: 'operator', PURCHASER: 'purchaser', SUPERVISOR: 'bureau' } as const;
    const column = columns[organisation.kind as keyof typeof columns];
    const person = await this.members.person({
      name: 'builder',
      column,
      organisation,
      role: MemberRole.ADMIN,
    });
    this.admins.set(organisation.id, person);
    return person;
  }

  private async build(name: SiteName, plan: Plan, stationOf: Site | undefined): Promise<Site> {
    const { year } = plan;
    const operator = await this.admin(await this.operatorNamed(plan.operator));
    const purchaser = await this.admin(await this.purchaserOf(plan.purchaserOf));
    const bureau = await this.admin(await this.bureauOf(purchaser.district));
    const registrar = stationOf ? purchaser : operator;
    const parties = { operatorId: operator.organisationId, purchaserId: purchaser.organisationId };
    const { cycle } = await fixtures.mutate<{ cycle: { id: string } }>(
      purchaser.client,
      'registerContractCycle',
      { ...fixtures.cycle(year), ...parties },
      'cycle { id }',
    );
    const { agreement } = await fixtures.mutate<Registered>(
      registrar.client,
      'registerAgreement',
      fixtures.registration({
        ...(stationOf
          ? { stationId: stationOf.ids.Station }
          : { newStation: { name: `${name} 站`, districtCode: purchaser.district! } }),
        ...parties,
        year,
        cycleId: cycle.id,
      }),
      PARTS,
    );
    const ids: Record<string, string> = {
      Agreement: agreement.id,
      Station: agreement.station.id,
      ContractCycle: cycle.id,
      Operator: operator.organisationId,
      Organisation: operator.organisationId,
      Purchaser: purchaser.organisationId,
      Term: agreement.terms[0]!.id,
      Zone: agreement.zones[0]!.id,
      Point: agreement.points[0]!.id,
      Project: agreement.projects[0]!.id,
      Member: await this.members.member(operator.organisationId),
      ApiKey: await this.members.member(operator.organisationId, { isKey: true }),
    };
    Object.assign(ids, await addWebhook(this.sql, operator.organisationId, ids.Member!));
    ids.AdministratorReset = await addAdministratorReset(this.sql, operator.organisationId, ids.Member!);
    const stationName = agreement.station.name;
    const site = { name, year, ids, district: purchaser.district!, stationName, operator, purchaser, bureau };
    const assessor = await this.assessor(!plan.isAssessed);
    const other = stationOf ? operator : purchaser;
    if (plan.state === 'proposed') return site;
    if (plan.state === 'declined') {
      await fixtures.take(other.client, 'declineAgreement', agreement.id);
      return site;
    }
    await fixtures.take(other.client, 'confirmAgreement', agreement.id);
    // The mentoring centre and the assessor see what is in force.
    ids.Amendment = await fixtures.proposeAmendment(operator.client, site);
    await fixtures.take(purchaser.client, 'confirmAmendment', ids.Amendment);
    await this.work(site);
    // Money that is in it keeps an agreement from being voided.
    if (plan.state !== 'void') await this.spend(site, purchaser);
    await this.assess(site, purchaser, assessor.id);
    if (plan.state === 'void') await fixtures.take(bureau.client, 'voidAgreement', agreement.id);
    return site;
  }

  /** A record that has been corrected once and remarked on, and a member of staff. */
  private async work(site: Site): Promise<void> {
    const { ids, operator, year } = site;
    ids.ReportMonth = `${ids.Agreement}.${year}-12`;
    ids.ServiceRecord = await fixtures.recordService(operator.client, site);
    const correction = { id: ids.ServiceRecord, expectedRevision: 1, reason: '更正', note: '已更正' };
    await fixtures.mutate(operator.client, 'correctServiceRecord', correction, '');
    ids.Remark = await fixtures.addRemark(operator.client, ids.ServiceRecord);
    ids.SheetImport = await fixtures.uploadLog(this.url, operator.client, site);
    await fixtures.addRemark(operator.client, ids.ReportMonth);
    const staff = await fixtures.enrolStaff(operator.client, site);
    ids.StaffMember = staff.id;
    ids.StaffSpell = staff.spells[0]!.id;
  }

  private async spend(site: Site, purchaser: Person): Promise<void> {
    const { ids, operator, year } = site;
    const agreementId = ids.Agreement;
    const lines = [{ category: fixtures.CATEGORY, amount: '1000' }];
    await fixtures.mutate(operator.client, 'setBudget', { agreementId, lines }, '');
    await fixtures.mutate(
      purchaser.client,
      'setFiscalBudget',
      { agreementId, fiscalYear: year, amount: '1000' },
      '',
    );
    ids.Receipt = await fixtures.recordEntry(operator.client, 'Receipt', site);
    ids.Expenditure = await fixtures.recordEntry(operator.client, 'Expenditure', site);
    ids.Payment = await fixtures.recordEntry(purchaser.client, 'Payment', site);
  }

  private async assess(site: Site, purchaser: Person, assessorId: string): Promise<void> {
    const { ids, bureau, operator, year } = site;
    ids.Assessment = await fixtures.openAssessment(bureau.client, ids.Agreement!, assessorId, year);
    ids.AssessmentFinding = await fixtures.addConcern(purchaser.client, ids.Assessment);
    const evaluation = await fixtures.createEvaluation(operator.client, ids.Agreement!);
    ids.Evaluation = evaluation.id;
    ids.EvaluationItem = evaluation.itemId;
    ids.SatisfactionSurvey = await fixtures.recordSurvey(operator.client, site);
    ids.PublishedReport = await fixtures.publish(operator.client, site);
    ids.ReportAudit = await auditReport(operator.client, site);
  }
}
