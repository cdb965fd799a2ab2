import { members } from '../../access';
import { statement } from '../../platform/database/statement';
import type { TenantScope, Transaction } from '../../platform/database/tenant-scope';
import type { Page } from '../../platform/graphql/connection';
import { type Batch, grouped, matched } from '../../platform/graphql/loaders';
import { type AgreementKey, type AgreementRow, countOfAgreement, pageOfAgreement } from '../agreement';
import type { MethodSums } from './satisfaction.rules';
import type { SatisfactionMethod } from './satisfaction.enums';

export interface SurveyRow extends AgreementKey {
  id: string;
  method: SatisfactionMethod;
  surveyedOn: string;
  /** Null where the source gives only a percent. */
  asked: number | null;
  answered: number | null;
  satisfied: number | null;
  reportedPercent: string | null;
  note: string | null;
  recordedAt: Date;
  recordedBy: string;
  voidedAt: Date | null;
  voidedBy: string | null;
  voidReason: string | null;
  replacesId: string | null;
  replacedById: string | null;
}

const COLUMNS = `s.id, s.organisation_id as "organisationId", s.agreement_id as "agreementId", s.method,
  s.surveyed_on as "surveyedOn", s.asked, s.answered, s.satisfied, s.reported_percent as "reportedPercent", s.note,
  s.recorded_at as "recordedAt", s.recorded_by_name as "recordedBy", s.voided_at as "voidedAt",
  s.voided_by_name as "voidedBy", s.void_reason as "voidReason", s.replaces as "replacesId",
  (select n.id from core.satisfaction_survey n where n.organisation_id = s.organisation_id
      and n.agreement_id = s.agreement_id and n.replaces = s.id) as "replacedById"`;

const SUMS = statement<SumsRow>(
  'satisfaction.sums',
  `select s.agreement_id as "agreementId", s.method, count(*)::int as surveys,
          coalesce(sum(s.asked), 0)::text as asked, coalesce(sum(s.answered), 0)::text as answered,
          coalesce(sum(s.satisfied), 0)::text as satisfied,
          (array_agg(s.reported_percent order by s.surveyed_on desc, s.recorded_at desc, s.id desc)
             filter (where s.reported_percent is not null))[1]::text as "reportedPercent"
     from unnest($1::uuid[], $2::uuid[]) k(organisation_id, agreement_id)
     join core.satisfaction_survey s using (organisation_id, agreement_id)
    where s.voided_at is null and s.surveyed_on >= coalesce($3::date, s.surveyed_on)
      and s.surveyed_on <= coalesce($4::date, s.surveyed_on)
    group by 1, 2`,
);

type SumsRow = MethodSums & { agreementId: string };

/** Batch: sums by method over the surveys of agreements in a range of days. */
export function satisfactionSums(
  from: string | null,
  to: string | null,
): Batch<TenantScope, AgreementKey, MethodSums[]> {
  return {
    name: `${SUMS.name} ${String(from)} ${String(to)}`,
    keyOf: (key) => key.agreementId,
    fetch: async (scope, keys) => {
      const ids = keys.map(({ agreementId }) => agreementId);
      const operators = keys.map(({ organisationId }) => organisationId);
      const rows = await scope.read(SUMS, [operators, ids, from, to]);
      return grouped(ids, rows, (row) => row.agreementId);
    },
  };
}

/** Batch: a page of the surveys of each agreement, latest day first, including void ones. */
export const surveysOfAgreement = (page: Page): Batch<TenantScope, AgreementKey, SurveyRow[]> =>
  pageOfAgreement(
    {
      name: 'satisfaction.ofAgreement',
      table: 'core.satisfaction_survey',
      columns: COLUMNS,
      sort: [
        ['s.surveyed_on', 'date'],
        ['s.id', 'uuid'],
      ],
    },
    page,
  );

export const surveyCountOfAgreement = countOfAgreement(
  'satisfaction.countOfAgreement',
  'core.satisfaction_survey',
);

const BY_IDS = statement<SurveyRow>(
  'satisfaction.byIds',
  `select ${COLUMNS} from core.satisfaction_survey s where s.id = any ($1::uuid[])`,
);

/** One survey within the scope, or null. */
export const surveyById: Batch<TenantScope, string, SurveyRow | null> = {
  name: BY_IDS.name,
  keyOf: (id) => id,
  fetch: async (scope, ids) => matched(ids, await scope.read(BY_IDS, [ids]), (row) => row.id),
};

/** The same within the transaction of a write. */
export async function findSurvey(transaction: Transaction, id: string): Promise<SurveyRow | null> {
  const [row] = await transaction.query(BY_IDS, [[id]]);
  return row ?? null;
}

const INSERT = statement(
  'satisfaction.insert',
  `insert into core.satisfaction_survey (organisation_id, agreement_id, station_id, purchaser_id, district_code, id,
          method, surveyed_on, asked, answered, satisfied, reported_percent, note, replaces,
          recorded_at, recorded_by, recorded_by_name)
   select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, m.id, m.display_name
     from ${members('m')} where m.organisation_id = $1 and m.id = $16`,
);

export interface NewSurvey {
  id: string;
  method: SatisfactionMethod;
  surveyedOn: string;
  asked: number | null;
  answered: number | null;
  satisfied: number | null;
  reportedPercent: string | null;
  note: string | null;
  replaces: string | null;
}

export async function insertSurvey(
  transaction: Transaction,
  { organisationId, id: agreementId, stationId, purchaserId, districtCode }: AgreementRow,
  survey: NewSurvey,
  by: string,
  at: Date,
): Promise<void> {
  const { id, method, surveyedOn, asked, answered, satisfied, reportedPercent } = survey;
  await transaction.query(INSERT, [
    organisationId,
    agreementId,
    stationId,
    purchaserId,
    districtCode,
    id,
    method,
    surveyedOn,
    asked,
    answered,
    satisfied,
    reportedPercent,
    survey.note,
    survey.replaces,
    at,
    by,
  ]);
}

const VOID = statement(
  'satisfaction.void',
  `update core.satisfaction_survey s
      set voided_at = $3, voided_by = m.id, voided_by_name = m.display_name, void_reason = $5
     from ${members('m')}
    where s.organisation_id = $1 and s.id = $2 and m.organisation_id = $1 and m.id = $4`,
);

export async function voidSurvey(
  transaction: Transaction,
  { organisationId, id }: SurveyRow,
  at: Date,
  by: string,
  reason: string,
): Promise<void> {
  await transaction.query(VOID, [organisationId, id, at, by, reason]);
}
