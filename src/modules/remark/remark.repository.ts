import { members } from '../../access';
import { type Statement, statement } from '../../platform/database/statement';
import type { TenantScope, Transaction } from '../../platform/database/tenant-scope';
import { type Batch, grouped } from '../../platform/graphql/loaders';
import { type AgreementKey, SCOPE } from '../agreement';
import { type RemarkSubject, SUBJECTS } from './subjects';

export interface RemarkRow {
  id: string;
  text: string | null;
  evidence: string | null;
  writtenAt: Date;
  /** Name of its author. */
  writtenBy: string;
  /** The organisation of its author. */
  actingId: string;
}

const COLUMNS = `r.id, r.text, r.evidence, r.written_at as "writtenAt", r.written_by_name as "writtenBy",
  r.acting_organisation_id as "actingId"`;

/** Where a subject is. */
export interface SubjectRow extends AgreementKey {
  id: string;
  type: string;
}

const SUBJECT = statement<SubjectRow>(
  'remark.subject',
  SUBJECTS.map(
    ({ type, rows }) => `select '${type}' as type, s.id, s.organisation_id as "organisationId",
      s.agreement_id as "agreementId" from ${rows('s')} where s.id = $1`,
  ).join(' union all '),
);

/** Finds within the scope what a remark is to be about. */
export async function findSubject(transaction: Transaction, id: string): Promise<SubjectRow | null> {
  const [row] = await transaction.query(SUBJECT, [id]);
  return row ?? null;
}

const INSERT = new Map<string, Statement<RemarkRow>>(
  SUBJECTS.map(({ type, rows, column }) => [
    type,
    statement<RemarkRow>(
      `remark.insert.${type}`,
      `insert into core.remark as r (${SCOPE}, id, ${column}, text, evidence, written_at, acting_organisation_id, written_by, written_by_name)
       select s.organisation_id, s.agreement_id, s.station_id, s.purchaser_id, s.district_code, $3, s.id, $4, $5, $6,
              m.organisation_id, m.id, m.display_name
         from ${rows('s')} join ${members('m')} on m.organisation_id = $7 and m.id = $8
        where s.organisation_id = $1 and s.id = $2
       returning ${COLUMNS}`,
    ),
  ]),
);

/** The author of a remark. */
export interface Author {
  organisationId: string;
  memberId: string;
}

export async function insertRemark(
  transaction: Transaction,
  { organisationId, id: subjectId, type }: SubjectRow,
  { id, text, evidence }: Pick<RemarkRow, 'id' | 'text' | 'evidence'>,
  author: Author,
  at: Date,
): Promise<RemarkRow> {
  const insert = INSERT.get(type);
  if (!insert) throw new Error(`nothing writes remarks of ${type}`);
  const values = [organisationId, subjectId, id, text, evidence, at, author.organisationId, author.memberId];
  const [row] = await transaction.query(insert, values);
  if (!row) throw new Error('what the remark is about is gone');
  return row;
}

const BY_ID = statement<RemarkRow>(
  'remark.byId',
  `select ${COLUMNS} from core.remark r where r.organisation_id = $1 and r.id = $2`,
);

/** A remark that a call with the same key wrote before. */
export async function readRemark(
  transaction: Transaction,
  { organisationId }: AgreementKey,
  id: string,
): Promise<RemarkRow | null> {
  const [row] = await transaction.query(BY_ID, [organisationId, id]);
  return row ?? null;
}

/** Something with remarks. */
type WithRemarks = Pick<SubjectRow, 'organisationId' | 'id'>;

/** Batch: the remarks on subjects of a kind, the first one first. */
export function remarksOf({ type, column }: RemarkSubject): Batch<TenantScope, WithRemarks, RemarkRow[]> {
  const sql = statement<RemarkRow & { subjectId: string }>(
    `remark.of.${type}`,
    `select ${COLUMNS}, r.${column} as "subjectId"
       from unnest($1::uuid[], $2::uuid[]) k(organisation_id, id)
       join core.remark r on r.organisation_id = k.organisation_id and r.${column} = k.id
      order by r.id`,
  );
  return {
    name: sql.name,
    keyOf: ({ id }) => id,
    fetch: async (scope, subjects) => {
      const ids = subjects.map(({ id }) => id);
      const operators = subjects.map(({ organisationId }) => organisationId);
      return grouped(ids, await scope.read(sql, [operators, ids]), (row) => row.subjectId);
    },
  };
}
