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
interface SubjectRow extends AgreementKey {
  id: string;
  type: string;
}

/** SQL: whether the row `s` is that of a key, whose first value is the parameter `first`. */
const isOf = ({ key }: RemarkSubject, first: number): string =>
  key.map(({ name, type }, at) => `s.${name} = $${String(first + at)}::${type}`).join(' and ');

const SUBJECT = bySubject((subject) =>
  statement<SubjectRow>(
    `remark.subject.${subject.type}`,
    `select '${subject.type}' as type, s.id, s.organisation_id as "organisationId", s.agreement_id as "agreementId"
       from ${subject.rows('s')} where ${isOf(subject, 1)}`,
  ),
);

/** Finds within the scope what a remark is to be about. */
export async function findSubject(transaction: Transaction, id: string): Promise<SubjectRow | null> {
  for (const subject of SUBJECTS) {
    const key = subject.readId(id);
    if (key === null) continue;
    const [row] = await transaction.query(SUBJECT(subject.type), key);
    return row ?? null;
  }
  return null;
}

const INSERT = bySubject((subject) => {
  const { name, stored } = lastOf(subject);
  return statement<RemarkRow>(
    `remark.insert.${subject.type}`,
    `insert into core.remark as r (${SCOPE}, id, ${stored}, text, evidence, written_at, acting_organisation_id, written_by, written_by_name)
     select s.organisation_id, s.agreement_id, s.station_id, s.purchaser_id, s.district_code, $2, s.${name}, $3, $4, $5,
            m.organisation_id, m.id, m.display_name
       from ${subject.rows('s')} join ${members('m')} on m.organisation_id = $6 and m.id = $7
      where s.organisation_id = $1 and ${isOf(subject, 8)}
     returning ${COLUMNS}`,
  );
});

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
  const key = SUBJECTS.find((subject) => subject.type === type)?.readId(subjectId) ?? [];
  const values = [organisationId, id, text, evidence, at, author.organisationId, author.memberId, ...key];
  const [row] = await transaction.query(INSERT(type), values);
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
export function remarksOf(subject: RemarkSubject): Batch<TenantScope, WithRemarks, RemarkRow[]> {
  const { key, readId, type } = subject;
  const arrays = key.map((column, at) => `, $${String(at + 3)}::${column.type}[]`).join('');
  const names = key.map(({ stored }) => `, ${stored}`).join('');
  const sql = statement<RemarkRow & { subjectId: string }>(
    `remark.of.${type}`,
    `select ${COLUMNS}, k.id as "subjectId"
       from unnest($1::uuid[], $2::text[]${arrays}) k(organisation_id, id${names})
       join core.remark r using (organisation_id${names})
      order by r.id`,
  );
  return {
    name: sql.name,
    keyOf: ({ id }) => id,
    fetch: async (scope, subjects) => {
      const ids = subjects.map(({ id }) => id);
      const operators = subjects.map(({ organisationId }) => organisationId);
      const keys = ids.map((id) => readId(id) ?? []);
      const columns = key.map((_, at) => keys.map((values) => values[at]));
      return grouped(ids, await scope.read(sql, [operators, ids, ...columns]), (row) => row.subjectId);
    },
  };
}

/** A statement for each kind of subject, by its type. */
function bySubject<Row>(make: (subject: RemarkSubject) => Statement<Row>): (type: string) => Statement<Row> {
  const made = new Map(SUBJECTS.map((subject) => [subject.type, make(subject)]));
  return (type) => {
    const found = made.get(type);
    if (!found) throw new Error(`there are no remarks on ${type}`);
    return found;
  };
}

function lastOf({ key }: RemarkSubject): RemarkSubject['key'][number] {
  const last = key.at(-1);
  if (!last) throw new Error('a subject has a key');
  return last;
}
