import type { Caller, Member } from '../../access';
import { badInput } from '../../platform/app-error';
import type { WorkingDays } from '../../platform/working-days';
import type { TaskKind } from './task.enums';
import {
  countTasks,
  readTasks,
  type TaskCountRow,
  type TaskRow,
  type TaskSelection,
} from './task.repository';

const MAX_TASKS = 100;

/** 待办: what waits for a member, worked out from what is in the database. */
export class TaskService {
  constructor(private readonly workingDays: WorkingDays) {}

  /** The most urgent first, at most 100. */
  async list(
    caller: Caller,
    { first, kinds }: { first?: number | null; kinds?: readonly TaskKind[] | null } = {},
  ): Promise<TaskRow[]> {
    const member = caller.assert('task.read');
    const size = first ?? MAX_TASKS;
    if (size < 1 || size > MAX_TASKS) throw badInput('PAGE_SIZE_OUT_OF_RANGE', { most: MAX_TASKS });
    const rows = await readTasks(member, this.workingDays, { kinds: kinds ?? null, first: size });
    for (const { agreementId } of rows) member.viewedAgreementIds.add(agreementId);
    return rows;
  }

  /** For an e-mail to the member itself. */
  async of(member: Member, selection: Pick<TaskSelection, 'first' | 'begunAfter'>): Promise<TaskRow[]> {
    return member.may('task.read') ? readTasks(member, this.workingDays, { kinds: null, ...selection }) : [];
  }

  async counts(caller: Caller): Promise<TaskCountRow[]> {
    return countTasks(caller.assert('task.read'), this.workingDays);
  }
}
