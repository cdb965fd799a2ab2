import type { Member } from '../../../access';
import { message, type Message } from '../../../messages';
import { statement } from '../../../platform/database/statement';
import { agreements } from '../../agreement';
import { stationOf } from '../../directory';
import { TaskKind, type TaskRow, type TaskService } from '../../task';
import type { TasksOf } from './mail-sender';

/** Tasks that an e-mail lists, at most: the most urgent. */
const MAX_TASKS = 50;

/** What is to be done: of findings and documents not what they say, since an e-mail leaves the tenant scope. */
const TEXTS: Readonly<Record<TaskKind, (subject: string) => Message>> = {
  [TaskKind.CONFIRM_AGREEMENT]: () => message('MAIL_TASK_CONFIRM_AGREEMENT'),
  [TaskKind.CONFIRM_AMENDMENT]: () => message('MAIL_TASK_CONFIRM_AMENDMENT'),
  [TaskKind.HAND_IN_MONTH]: (month) => message('MAIL_TASK_HAND_IN_MONTH', { month }),
  [TaskKind.ACCEPT_MONTH]: (month) => message('MAIL_TASK_ACCEPT_MONTH', { month }),
  [TaskKind.MONTH_SENT_BACK]: (month) => message('MAIL_TASK_MONTH_SENT_BACK', { month }),
  [TaskKind.OPEN_ASSESSMENT]: () => message('MAIL_TASK_OPEN_ASSESSMENT'),
  [TaskKind.SCORE_ASSESSMENT]: () => message('MAIL_TASK_SCORE_ASSESSMENT'),
  [TaskKind.ANSWER_FINDING]: () => message('MAIL_TASK_ANSWER_FINDING'),
  [TaskKind.REVIEW_RESPONSE]: () => message('MAIL_TASK_REVIEW_RESPONSE'),
  [TaskKind.PAY_INSTALMENT]: () => message('MAIL_TASK_PAY_INSTALMENT'),
};

const STATIONS = statement<{ agreementId: string; name: string }>(
  'digest.stations',
  `select a.id as "agreementId", s.name from ${agreements('a')} join ${stationOf('s', 'a')} where a.id = any ($1)`,
);

/** What waits for a member, as the digest lists it. */
export function digestOf(tasks: TaskService): TasksOf {
  return async (member, begunAfter) => {
    const rows = await tasks.of(member, { first: MAX_TASKS, ...(begunAfter && { begunAfter }) });
    const places = await stationsOf(member, rows);
    return rows.map(({ kind, subject, agreementId, dueOn }) => ({
      text: TEXTS[kind](subject),
      place: places.get(agreementId) ?? '',
      dueOn,
    }));
  };
}

async function stationsOf(member: Member, rows: readonly TaskRow[]): Promise<Map<string, string>> {
  if (rows.length === 0) return new Map();
  const ids = [...new Set(rows.map(({ agreementId }) => agreementId))];
  const found = await member.read(STATIONS, [ids]);
  return new Map(found.map(({ agreementId, name }) => [agreementId, name]));
}
