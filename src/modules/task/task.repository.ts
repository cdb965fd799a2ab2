import type { Member } from '../../access';
import { type Statement, statement } from '../../platform/database/statement';
import type { Day } from '../../platform/calendar';
import type { WorkingDays } from '../../platform/working-days';
import {
  ASSESSMENTS_TO_OPEN,
  ASSESSMENTS_TO_SCORE,
  FINDINGS_TO_ANSWER,
  RESPONSES_TO_REVIEW,
} from './assessment-tasks.repository';
import { AGREEMENTS_TO_CONFIRM, AMENDMENTS_TO_CONFIRM } from './confirmation-tasks.repository';
import {
  DAYS_TO_ACCEPT,
  MONTHS_SENT_BACK,
  MONTHS_TO_ACCEPT,
  MONTHS_TO_HAND_IN,
} from './month-tasks.repository';
import { INSTALMENTS_TO_PAY } from './payment-tasks.repository';
import { ACCEPT_LAGS, KINDS, TODAY } from './scope.sql';
import { TaskKind } from './task.enums';
import { doerOf, type TaskSource } from './task-source';

export interface TaskRow {
  kind: TaskKind;
  agreementId: string;
  /** Id of what it is about: the agreement itself, or an amendment, month, assessment or finding of it. */
  subjectId: string;
  /** What names it: a text, a month, or the code of a kind. */
  subject: string;
  dueOn: Day | null;
}

export interface TaskCountRow {
  kind: TaskKind;
  count: number;
  /** Those whose due day is over. */
  overdue: number;
}

const SOURCES: readonly TaskSource[] = [
  AGREEMENTS_TO_CONFIRM,
  AMENDMENTS_TO_CONFIRM,
  MONTHS_TO_HAND_IN,
  MONTHS_TO_ACCEPT,
  MONTHS_SENT_BACK,
  ASSESSMENTS_TO_OPEN,
  ASSESSMENTS_TO_SCORE,
  FINDINGS_TO_ANSWER,
  RESPONSES_TO_REVIEW,
  INSTALMENTS_TO_PAY,
];

/** What waits for a kind of organisation and a role: all that they may do, in one statement. */
interface Tasks {
  /** Its name: of whom, and what. */
  variant: string[];
  sql: string;
}

/**
 * A kind of task that is not asked for is not looked for: its condition knows no row, so that the database decides it
 * once, before the first.
 */
function tasksOf(member: Member): Tasks | null {
  const doer = doerOf(member.session);
  const branches = SOURCES.flatMap(({ kind, action, waiting }) => {
    const sql = member.may(action) ? waiting[doer] : undefined;
    return sql === undefined ? [] : [{ kind, sql }];
  });
  if (branches.length === 0) return null;
  const union = branches.map(
    ({ kind, sql }) => `select '${kind}' as kind, w.* from (${sql}) w where '${kind}' = any (${KINDS})`,
  );
  return {
    variant: [doer, ...branches.map(({ kind }) => kind)],
    sql: `(${union.join(' union all ')}) t`,
  };
}

// Not all members accept months, and every parameter has to have a type.
const WITH_LAGS = `with lags as (select ${ACCEPT_LAGS})`;

function list({ sql, variant }: Tasks): Statement<TaskRow> {
  return statement<TaskRow>(
    'task.list',
    `${WITH_LAGS} select t.kind, t.agreement_id as "agreementId", t.subject_id as "subjectId", t.subject, t.due_on as "dueOn"
       from ${sql} where $6::date is null or t.since > $6 and t.since <= ${TODAY}::date
      order by t.due_on nulls last, t.kind, t.subject_id, t.subject limit $5`,
    variant,
  );
}

function counts({ sql, variant }: Tasks): Statement<TaskCountRow> {
  return statement<TaskCountRow>(
    'task.counts',
    `${WITH_LAGS} select t.kind, count(*)::int as count, count(*) filter (where t.due_on < ${TODAY}::date)::int as overdue
       from ${sql} group by t.kind`,
    variant,
  );
}

const ALL_KINDS = Object.values(TaskKind);

/** Which tasks are listed. */
export interface TaskSelection {
  kinds: readonly TaskKind[] | null;
  first: number;
  /** Those alone that have begun to wait after this day, because a day has come. */
  begunAfter?: Day;
}

/** The tasks of a member, those due first first; those without a due day last. */
export async function readTasks(
  member: Member,
  workingDays: WorkingDays,
  { kinds, first, begunAfter }: TaskSelection,
): Promise<TaskRow[]> {
  const tasks = tasksOf(member);
  if (tasks === null) return [];
  const values = [...valuesOf(member, workingDays, kinds ?? ALL_KINDS), first, begunAfter ?? null];
  return member.read(list(tasks), values);
}

/** How many tasks of each kind, in the order of the kinds; without those of which there is none. */
export async function countTasks(member: Member, workingDays: WorkingDays): Promise<TaskCountRow[]> {
  const tasks = tasksOf(member);
  const rows =
    tasks === null ? [] : await member.read(counts(tasks), valuesOf(member, workingDays, ALL_KINDS));
  return rows.sort((a, b) => ALL_KINDS.indexOf(a.kind) - ALL_KINDS.indexOf(b.kind));
}

/** KINDS, TODAY, OWN and ACCEPT_LAGS. */
function valuesOf(member: Member, workingDays: WorkingDays, kinds: readonly TaskKind[]): unknown[] {
  const today = member.today();
  return [kinds, today, member.session.organisationId, workingDays.lagsUntil(today, DAYS_TO_ACCEPT)];
}
