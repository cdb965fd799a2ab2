import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** Each table belongs to one folder of src. All others read it through what that folder exports. */
const OWNERS: Record<string, readonly string[]> = {
  access: [
    'auth.api_key',
    'auth.credential',
    'auth.invitation',
    'auth.password_reset',
    'auth.refresh_token',
    'auth.token_family',
    'core.audit_entry',
    'core.member',
    'core.member_station',
    'core.organisation',
    'core.session',
  ],
  bi: ['auth.bi_login'],
  'platform/database': ['core.row_lock'],
  'modules/directory': [
    'core.district',
    'core.organisation_former_name',
    'core.station',
    'core.station_access',
    'core.station_former_name',
    'core.station_name',
    'core.taken_name',
  ],
  'modules/agreement': [
    'core.agreement',
    'core.agreement_event',
    'core.amendment',
    'core.amendment_answer',
    'core.amendment_change',
    'core.contract_cycle',
    'core.idempotency_key',
    'core.instalment',
    'core.point',
    'core.project',
    'core.term',
    'core.zone',
  ],
  'modules/completion': [
    'core.completion_month',
    'core.completion_term',
    'core.completion_total',
    'core.indicator',
    'core.measure',
    'core.target',
  ],
  'modules/service-record': ['core.service_record', 'core.service_record_version'],
  'modules/remark': ['core.remark'],
  'modules/report-audit': ['core.report_audit', 'core.report_audit_figure'],
  'modules/sheet-import': ['core.import_name', 'core.imported_row', 'core.sheet_import'],
  'modules/staffing': [
    'core.staff_certificate',
    'core.staff_identity',
    'core.staff_member',
    'core.staff_pay',
    'core.staff_spell',
    'core.staff_zones',
  ],
  'modules/funding': [
    'core.budget',
    'core.budget_line',
    'core.expenditure',
    'core.fiscal_budget',
    'core.funding_source',
    'core.payment',
    'core.receipt',
  ],
  'modules/assessment': [
    'core.assessment',
    'core.assessment_finding',
    'core.assessment_part',
    'core.assessment_scheme',
    'core.assessment_score',
    'core.assessment_score_version',
    'core.assessor_request',
    'core.declared_tie',
    'core.finding_step',
  ],
  'modules/snapshot': ['core.snapshot', 'core.snapshot_figure', 'core.snapshot_part'],
  'modules/reporting': ['core.published_report', 'core.report_month', 'core.report_month_event'],
  'modules/membership': ['core.administrator_reset'],
  'modules/notice': [
    'core.mail',
    'core.mail_preference',
    'core.outbox_event',
    'core.webhook',
    'core.webhook_delivery',
  ],
  'modules/evaluation': ['core.evaluation', 'core.evaluation_item', 'core.evaluation_score'],
  'modules/satisfaction': ['core.satisfaction_survey'],
};
const TABLES = Object.values(OWNERS).flat();

/** Who names foreign tables, which, and why. */
const EXCEPTIONS: readonly { in: string; tables: readonly string[]; why: string }[] = [
  { in: 'generate', tables: TABLES, why: 'fills all tables of a city, faster than their owners could' },
  {
    in: 'verify',
    tables: [
      'core.agreement',
      'core.assessment',
      'core.completion_month',
      'core.completion_term',
      'core.completion_total',
      'core.evaluation',
      'core.expenditure',
      'core.payment',
      'core.point',
      'core.project',
      'core.published_report',
      'core.receipt',
      'core.report_month',
      'core.satisfaction_survey',
      'core.service_record',
      'core.snapshot_figure',
      'core.station_access',
      'core.target',
      'core.term',
      'core.zone',
    ],
    why: 'recounts the rollups and the states, so it must not share the SQL that it checks',
  },
  {
    in: 'access',
    tables: ['core.mail'],
    why: 'queues the e-mail of a reset before it is known who asks; no module may be imported from below',
  },
  {
    in: 'platform/database/move',
    tables: ['core.organisation'],
    why: 'tells an empty database from a filled one; every other table refers to this one',
  },
  {
    in: 'modules/membership',
    tables: [
      'auth.api_key',
      'auth.invitation',
      'auth.password_reset',
      'core.member',
      'core.member_station',
      'core.organisation',
      'core.session',
    ],
    why: 'writes the members, invitations and keys that access checks, which no module may import from above',
  },
  {
    in: 'modules/completion',
    tables: ['core.service_record'],
    why: 'sums the records at both ends of a range; the module of the records imports this one',
  },
  {
    in: 'modules/funding',
    tables: ['core.assessment'],
    why: 'an assessment releases an instalment; the module of the assessments imports this one',
  },
];

/** The tables that a source names: literally, or, where it composes names, by any string that is one. */
function tablesNamedIn(source: string): string[] {
  const literal = TABLES.filter((table) => new RegExp(`\\b${table.replace('.', '\\.')}\\b`).test(source));
  const composed = ['core', 'auth'].flatMap((schema) => {
    if (!source.includes(`${schema}.\${`)) return [];
    const names = TABLES.filter((table) => {
      const [of, name = ''] = table.split('.');
      return of === schema && new RegExp(`['"]${name}['"]`).test(source);
    });
    return names.length > 0 ? names : [`${schema}.\${?}`];
  });
  return [...new Set([...literal, ...composed])];
}

/** Every file of src that names a table which is not its own, without an exception. */
function foreignTables(read: (file: string) => string): string[] {
  const allowed = [...Object.entries(OWNERS), ...EXCEPTIONS.map((one) => [one.in, one.tables] as const)];
  return readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.test)\.ts$/.test(file))
    .flatMap((file) =>
      tablesNamedIn(read(file))
        .filter(
          (table) =>
            !allowed.some(([folder, tables]) => file.startsWith(`${folder}/`) && tables.includes(table)),
        )
        .map((table) => `src/${file}: ${table}`),
    )
    .sort();
}

const sourceOf = (file: string): string => readFileSync(join(ROOT, 'src', file), 'utf8');

test('every table of the schema has one owner', () => {
  const schema = readFileSync(join(ROOT, 'schema/database.sql'), 'utf8');
  const tables = [...schema.matchAll(/^create table ([a-z_.]+) \(/gm)].map(([, name]) => name);
  expect([...TABLES].sort()).toEqual(tables.sort());
});

test('a table is named in the SQL of its owner alone', () => {
  expect(foreignTables(sourceOf)).toEqual([]);
});

test('every exception is needed', () => {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
  const unused = EXCEPTIONS.filter(({ in: folder }) => folder !== 'generate').flatMap(
    ({ in: folder, tables }) => {
      const named = files
        .filter((file) => file.startsWith(`${folder}/`) && /(?<!\.test)\.ts$/.test(file))
        .flatMap((file) => tablesNamedIn(sourceOf(file)));
      return tables.filter((table) => !named.includes(table)).map((table) => `${folder}: ${table}`);
    },
  );
  expect(unused).toEqual([]);
});

test('a foreign table is found, also where its name is composed', () => {
  const file = 'modules/overview/index.ts';
  const found = (sql: string): string[] => foreignTables((name) => (name === file ? sql : sourceOf(name)));
  expect(found('`join core.member m on true`')).toEqual([`src/${file}: core.member`]);
  expect(found("const of = (table) => `core.${table}`; of('zone')")).toEqual([`src/${file}: core.zone`]);
  expect(found('const of = (table) => `core.${table}`;')).toEqual([`src/${file}: core.\${?}`]);
});
