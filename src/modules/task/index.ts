import type { WorkingDays } from '../../platform/working-days';
import type { AgreementService } from '../agreement';
import { TaskResolver, ViewerTasksResolver } from './task.resolver';
import { TaskService } from './task.service';

export { TaskKind } from './task.enums';
export type { TaskRow } from './task.repository';
export type { TaskService } from './task.service';

export function createTasks({
  agreements,
  workingDays,
}: {
  agreements: AgreementService;
  workingDays: WorkingDays;
}) {
  const tasks = new TaskService(workingDays);
  return {
    resolvers: [new ViewerTasksResolver(tasks), new TaskResolver(agreements)],
    services: { tasks },
  };
}
