import { dayOf } from '../../../src/platform/calendar';
import { WorkingDays } from '../../../src/platform/working-days';
import type { Api, Client } from '../../kit/api';

/** A task as a client reads it. */
export interface Task {
  kind: string;
  subjectId: string;
  subject: string;
  dueOn: string | null;
  agreement: { id: string };
}

export interface TaskCount {
  kind: string;
  count: number;
  overdue: number;
}

export const TASKS = `query($first: Int, $kinds: [TaskKind!]) {
  viewer { tasks(first: $first, kinds: $kinds) { kind subjectId subject dueOn agreement { id } } } }`;
export const COUNTS = '{ viewer { taskCounts { kind count overdue } } }';

export async function tasksOf(client: Client, variables: Record<string, unknown> = {}): Promise<Task[]> {
  return (await client.get<{ viewer: { tasks: Task[] } }>(TASKS, variables)).viewer.tasks;
}

export async function countsOf(client: Client): Promise<TaskCount[]> {
  return (await client.get<{ viewer: { taskCounts: TaskCount[] } }>(COUNTS)).viewer.taskCounts;
}

/** Those of an agreement: kind, what it is about, and the due day. */
export async function waiting(client: Client, { id }: { id: string }, ...kinds: string[]): Promise<string[]> {
  const tasks = await tasksOf(client, { kinds: kinds.length > 0 ? kinds : null });
  return tasks
    .filter(({ agreement }) => agreement.id === id)
    .map(({ kind, subject, dueOn }) => `${kind} ${subject} ${dueOn ?? '-'}`);
}

const MS_A_DAY = 86_400_000;

/** Days and months as seen from today. */
export function calendarOf(api: Pick<Api, 'clock'>) {
  const today = dayOf(api.clock.now());
  const day = (days: number): string =>
    new Date(Date.parse(today) + days * MS_A_DAY).toISOString().slice(0, 10);
  return {
    today,
    /** Some days from today. */
    day,
    /** YYYY-MM, some months ago. */
    month: (ago: number): string => {
      const first = new Date(`${today.slice(0, 7)}-01T00:00:00Z`);
      first.setUTCMonth(first.getUTCMonth() - ago);
      return first.toISOString().slice(0, 7);
    },
  };
}

const WORKING_DAYS = new WorkingDays();

/** The n-th working day after a day, counted day by day. */
export function workingDayAfter(day: string, n: number): string {
  let at = Date.parse(day);
  for (let left = n; left > 0;) {
    at += MS_A_DAY;
    if (WORKING_DAYS.includes(new Date(at).toISOString().slice(0, 10))) left -= 1;
  }
  return new Date(at).toISOString().slice(0, 10);
}

/** What to register for days in one term. */
export function during(startsOn: string, endsOn: string): Record<string, unknown> {
  return { startsOn, endsOn, terms: [{ name: '年度', startsOn, endsOn }] };
}
