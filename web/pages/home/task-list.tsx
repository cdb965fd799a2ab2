import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { useOperation } from '../../api/queries';
import { HomeTasksDocument, type HomeTasksQuery, type TaskKind } from '../../generated/graphql';
import { texts } from '../../messages';
import { Answered, Skeleton } from '../../ui/answered';
import { today } from '../../ui/days';
import { TableFrame } from '../../ui/table-frame';
import { addressOfTask, type Task } from './task-address';

/** As many as one looks at; the others are shown when asked for. */
const FIRST = 10;

/** What waits for the member, the most urgent first, each with the way to where it is done. */
export function TaskList(): ReactNode {
  const { home } = texts();
  const [kind, choose] = useState<TaskKind | null>(null);
  const query = useOperation(HomeTasksDocument, { kinds: kind === null ? null : [kind] }, { keep: true });
  return (
    <section className="section">
      <h2>{home.tasks}</h2>
      <Answered query={query} skeleton={<Skeleton lines={4} />}>
        {({ viewer: { taskCounts, tasks } }) =>
          taskCounts.length === 0 ? (
            <p className="soft">{home.noTasks}</p>
          ) : (
            <>
              <Kinds counts={taskCounts} chosen={kind} onChoose={choose} />
              <TaskTable key={kind} tasks={tasks} />
            </>
          )
        }
      </Answered>
    </section>
  );
}

/** How many there are of each kind, of which one can be chosen. */
function Kinds({
  counts,
  chosen,
  onChoose,
}: {
  readonly counts: HomeTasksQuery['viewer']['taskCounts'];
  readonly chosen: TaskKind | null;
  readonly onChoose: (kind: TaskKind | null) => void;
}): ReactNode {
  const { home } = texts();
  return (
    <ul className="task-kinds screen-only">
      {counts.map(({ kind, count, overdue }) => (
        <li key={kind}>
          <button
            type="button"
            className="button"
            aria-pressed={chosen === kind}
            onClick={() => {
              onChoose(chosen === kind ? null : kind);
            }}
          >
            {home.taskKinds[kind]} <b>{count}</b>
            {overdue > 0 && <span className="behind">{home.overdue(overdue)}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}

function TaskTable({ tasks }: { readonly tasks: readonly Task[] }): ReactNode {
  const { home, overview } = texts();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? tasks : tasks.slice(0, FIRST);
  return (
    <>
      <TableFrame label={home.tasks}>
        <table className="table tasks cards-when-narrow">
          <thead>
            <tr>
              <th scope="col">{home.task}</th>
              <th scope="col">{overview.station}</th>
              <th scope="col">{home.subject}</th>
              <th scope="col">{home.dueOn}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((task) => (
              <Line key={`${task.kind} ${task.subjectId} ${task.subject}`} task={task} />
            ))}
          </tbody>
        </table>
      </TableFrame>
      {shown.length < tasks.length && (
        <p className="list-foot screen-only">
          <button
            type="button"
            className="button"
            onClick={() => {
              setWhole(true);
            }}
          >
            {home.moreTasks(tasks.length - shown.length)}
          </button>
        </p>
      )}
    </>
  );
}

function Line({ task }: { readonly task: Task }): ReactNode {
  const { home, overview, common } = texts();
  const { kind, subject, dueOn, agreement } = task;
  const isOverdue = dueOn !== null && dueOn < today();
  return (
    <tr>
      <th scope="row">
        <Link href={addressOfTask(task)}>{home.taskKinds[kind]}</Link>
      </th>
      <td className="text" data-label={overview.station}>
        {agreement.station.name}
      </td>
      <td className="text wrap" data-label={home.subject}>
        {subject}
      </td>
      <td className={isOverdue ? 'text behind' : 'text'} data-label={home.dueOn}>
        <span>
          {dueOn ?? common.nothing} {isOverdue && home.isOverdue}
        </span>
      </td>
    </tr>
  );
}
