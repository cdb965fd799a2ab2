import { type Check, difference, findings } from './findings';

/** Functions that decide by the state of the agreement whether its rows may be written. */
const GUARDS = [
  'core.guard_agreement',
  'core.guard_amendment',
  'core.guard_amendment_change',
  'core.guard_parts',
  'core.guard_published_report',
  'core.guard_report_audit_figure',
  'core.guard_report_month',
  'core.guard_snapshot',
  'core.require_state',
];

/** Writes of rows of an agreement that need no state, each for a reason. */
const IN_ANY_STATE = [
  // Policies say in which state it is registered and amended, and by whom.
  'INSERT on core.agreement',
  'INSERT on core.amendment_answer',
  // Of the sending of a write, whatever it is.
  'INSERT on core.idempotency_key',
  // A file is forgotten when its time is up, whatever has become of the agreement.
  'UPDATE on core.sheet_import',
  // What the sender has queued leaves the outbox; a row lock needs the right to update.
  'DELETE on core.outbox_event',
  'UPDATE on core.outbox_event',
];

/** Whatever a role may write of an agreement is guarded by its state, or left to triggers. */
export const everyWriteIsGuarded: Check = async (client) =>
  difference(
    IN_ANY_STATE,
    await findings(
      client,
      `select e.name || ' on ' || c.oid::regclass as finding
         from pg_class c
         join pg_attribute a on a.attrelid = c.oid and (a.attname = 'agreement_id' or c.relname = 'agreement' and a.attname = 'id')
        cross join (values ('INSERT', 4, 'a'), ('DELETE', 8, 'd'), ('UPDATE', 16, 'w')) e (name, bit, command)
        where c.relnamespace = 'core'::regnamespace and c.relkind = 'r'
          and exists (
            select from pg_roles r where r.rolname like 'app\\_%' and case
              when e.name = 'DELETE' then has_table_privilege(r.oid, c.oid, e.name)
              else has_any_column_privilege(r.oid, c.oid, e.name) end
            and not exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive
                               and p.polcmd = e.command::"char" and r.oid = any (p.polroles)
                               and p.polname like '%by_trigger'))
          and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgtype & e.bit > 0 and t.tgenabled = 'O'
                            and t.tgfoid = any ($1::regproc[]))`,
      [GUARDS],
    ),
  );

/** Tables that the mentoring centre may read and that a proposal has no rows in: figures, and what is below them. */
const OF_CONFIRMED = [
  'core.amendment',
  'core.amendment_answer',
  'core.amendment_change',
  'core.assessment',
  'core.assessment_finding',
  'core.assessment_part',
  'core.assessment_score',
  'core.assessment_score_version',
  'core.completion_month',
  'core.completion_term',
  'core.expenditure',
  'core.finding_step',
  'core.idempotency_key',
  'core.payment',
  'core.published_report',
  'core.receipt',
  'core.report_audit',
  'core.report_audit_figure',
  'core.report_month',
  'core.service_record',
  'core.snapshot',
  'core.snapshot_figure',
  'core.snapshot_part',
];

/** Whatever the mentoring centre may read of an agreement is hidden until it is confirmed. */
export const proposalsAreHidden: Check = async (client) =>
  difference(
    OF_CONFIRMED,
    await findings(
      client,
      `select c.oid::regclass::text as finding from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'station_id' and c.relname <> 'member_station'
        where c.relnamespace = 'core'::regnamespace and c.relkind = 'r'
          and has_any_column_privilege('app_mentoring', c.oid, 'select')
          and not exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive and p.polcmd = 'r'
                            and 'app_mentoring'::regrole = any (p.polroles)
                            and p.polname in ('app_mentoring_confirmed', 'app_mentoring_listed'))`,
    ),
  );
