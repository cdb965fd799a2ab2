import { statement } from '../../platform/database/statement';
import type { TenantScope, Transaction } from '../../platform/database/tenant-scope';
import { Conditions } from '../../platform/database/conditions';
import type { Page } from '../../platform/graphql/connection';
import { type Batch, matched } from '../../platform/graphql/loaders';
import { type AgreementKey, agreements, countOfAgreement, pageOfAgreement, SCOPE } from '../agreement';
import { serviceRecords, serviceRecordVersions } from '../service-record';
import type { AuditedFigure } from './figure';
import type { CompletedSum } from './recorded.rules';
import type { FoundRounding } from './rounding.rules';

export interface ReportAuditRow extends AgreementKey {
  id: string;
  title: string;
  from: string;
  to: string;
  asOf: Date;
  auditedAt: Date;
  auditedById: string;
  importId: string | null;
  rounding: FoundRounding;
  figureCount: number;
  findingCount: number;
}

const COLUMNS = `s.id, s.organisation_id as "organisationId", s.agreement_id as "agreementId", s.title,
  s.from_day as "from", s.to_day as "to", s.as_of as "asOf", s.audited_at as "auditedAt",
  s.audited_by as "auditedById", s.import_id as "importId",
  json_build_object('roundings', s.roundings, 'ratios', s.ratios, 'explained', s.explained) as rounding,
  s.figures as "figureCount", s.findings as "findingCount"`;

const BY_IDS = statement<ReportAuditRow>(
  'reportAudit.byIds',
  `select ${COLUMNS} from core.report_audit s where s.id = any ($1::uuid[])`,
);

/** One audit within the scope, or null. */
export const reportAuditById: Batch<TenantScope, string, ReportAuditRow | null> = {
  name: BY_IDS.name,
  keyOf: (id) => id,
  fetch: async (scope, ids) => matched(ids, await scope.read(BY_IDS, [ids]), (row) => row.id),
};

/** A page of the audits of each agreement, latest first. */
export const auditsOfAgreement = (page: Page): Batch<TenantScope, AgreementKey, ReportAuditRow[]> =>
  pageOfAgreement(
    {
      name: 'reportAudit.ofAgreement',
      table: 'core.report_audit',
      columns: COLUMNS,
      sort: [
        ['s.audited_at', 'timestamptz'],
        ['s.id', 'uuid'],
      ],
    },
    page,
  );

export const auditCountOfAgreement = countOfAgreement('reportAudit.countOfAgreement', 'core.report_audit');

/** A kept figure, and its place among those of its audit. */
export interface AuditedFigureRow extends AuditedFigure, Pick<AgreementKey, 'organisationId'> {
  auditId: string;
  position: number;
  isFinding: boolean;
}

const FIGURE_COLUMNS = `f.organisation_id as "organisationId", f.audit_id as "auditId", f.position, f.indicator_code as indicator,
  f.measure_code as measure, f.subject, f.zone_id as "zoneId", f.kind, f.printed, f.place, f.value::text as value,
  f.recomputed::text as recomputed, f.verdict, f.in_report as "inReport", f.roundings, f.possible,
  f.is_finding as "isFinding"`;

type AuditKey = Pick<ReportAuditRow, 'organisationId' | 'id'>;

/** A page of the figures of an audit in the order of the report, or of its findings alone. */
export function figuresOf(
  page: Page,
  findings: boolean | null,
): Batch<TenantScope, AuditKey, AuditedFigureRow[]> {
  const where = new Conditions([null, null, page.size + 1])
    .add('findings', findings, (value) => `f.is_finding = ${value}::boolean`)
    .after(page.after, 'f.position', ['integer']);
  const sql = where.statement<AuditedFigureRow>(
    'reportAudit.figures',
    `select ${FIGURE_COLUMNS} from core.report_audit_figure f
      where f.organisation_id = $1 and f.audit_id = $2 and ${where.sql} order by f.position limit $3`,
  );
  return {
    name: `${sql.name} ${JSON.stringify(page)} ${String(findings)}`,
    keyOf: ({ id }) => id,
    fetch: async (scope, keys) => {
      const pages: AuditedFigureRow[][] = [];
      // One at a time: a request names one audit, or two that it compares.
      for (const { organisationId, id } of keys)
        pages.push(await scope.read(sql, [organisationId, id, ...where.values.slice(2)]));
      return pages;
    },
  };
}

const AS_OF = statement<CompletedSum>(
  'reportAudit.completedAsOf',
  `with alive as materialized (
     select r.id, r.revision, r.indicator_code, r.zone_id, r.occurred_on, r.quantities, r.revised_at
       from ${serviceRecords('r')}
      where r.organisation_id = $1 and r.agreement_id = $2 and r.recorded_at <= $5
        and (r.voided_at is null or r.voided_at > $5)
   ), states as (
     select * from alive
      union all
     select v.id, v.revision, v.indicator_code, v.zone_id, v.occurred_on, v.quantities, v.revised_at
       from ${serviceRecordVersions('v')}
      where v.organisation_id = $1 and v.agreement_id = $2 and v.id in (select a.id from alive a)
   ), last as (
     select distinct on (s.id) s.* from states s where s.revised_at <= $5 order by s.id, s.revision desc
   )
   select l.indicator_code as indicator, q.key as measure, l.zone_id as "zoneId", sum(q.value::numeric)::text as completed
     from last l, jsonb_each_text(l.quantities) q where l.occurred_on between $3 and $4 group by 1, 2, 3`,
);

/** What was completed within some days, as the records said it at a moment: corrected or voided only later, they count as they were. */
export async function completedAsOf(
  transaction: Transaction,
  { organisationId, agreementId }: AgreementKey,
  { from, to, asOf }: Pick<ReportAuditRow, 'from' | 'to' | 'asOf'>,
): Promise<CompletedSum[]> {
  return transaction.query(AS_OF, [organisationId, agreementId, from, to, asOf]);
}

const PARENT = 'a.organisation_id, a.agreement_id, a.station_id, a.purchaser_id, a.district_code';
const KEEP = statement(
  'reportAudit.keep',
  `with a as (
     insert into core.report_audit (${SCOPE}, id, title, from_day, to_day, as_of, audited_at, audited_by, audited_member,
            import_id, roundings, ratios, explained, figures, findings)
     select a.organisation_id, a.id, a.station_id, a.purchaser_id, a.district_code, $3, $4, $5, $6, $7, $8, $9, $10, $11,
            $12, $13, $14, $15, $16
       from ${agreements('a')} where a.organisation_id = $1 and a.id = $2 returning *
   )
   insert into core.report_audit_figure (${SCOPE}, audit_id, position, indicator_code, measure_code, subject, zone_id,
          kind, printed, place, value, recomputed, verdict, in_report, roundings, possible, is_finding)
   select ${PARENT}, a.id, f.position, f.indicator, f.measure, f.subject, f."zoneId", f.kind, f.printed, f.place, f.value,
          f.recomputed, f.verdict, f."inReport", f.roundings, f.possible, f."isFinding"
     from a cross join json_to_recordset($17::json) as f(position int, indicator text, measure text, subject text,
            "zoneId" uuid, kind text, printed text, place text, value numeric, recomputed numeric, verdict text,
            "inReport" jsonb, roundings text[], possible jsonb, "isFinding" boolean)`,
);

/** An audit to be kept, with its figures. */
type NewAudit = Omit<ReportAuditRow, keyof AgreementKey | 'auditedById' | 'figureCount' | 'findingCount'> & {
  by: { organisationId: string; memberId: string };
  figures: readonly (AuditedFigure & { isFinding: boolean })[];
};

export async function insertAudit(
  transaction: Transaction,
  { organisationId, agreementId }: AgreementKey,
  { by, rounding, figures, ...audit }: NewAudit,
): Promise<void> {
  await transaction.query(KEEP, [
    organisationId,
    agreementId,
    audit.id,
    audit.title,
    audit.from,
    audit.to,
    audit.asOf,
    audit.auditedAt,
    by.organisationId,
    by.memberId,
    audit.importId,
    rounding.roundings,
    rounding.ratios,
    rounding.explained,
    figures.length,
    figures.filter(({ isFinding }) => isFinding).length,
    JSON.stringify(figures.map((figure, position) => ({ ...figure, position }))),
  ]);
}
