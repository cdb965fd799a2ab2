import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import { Cost } from '../../platform/graphql/limits/cost';
import { type AgreementService, AgreementType } from '../agreement';
import { ViewerType } from '../directory';
import { subjectText } from './subject.rules';
import type { TaskRow } from './task.repository';
import type { TaskService } from './task.service';
import { TaskArgs, TaskCountType, TaskType } from './task.type';

/** The tasks of the viewer, as fields of it. */
@Resolver(() => ViewerType)
export class ViewerTasksResolver {
  constructor(private readonly service: TaskService) {}

  @Asserts('task.read')
  @FieldResolver(() => [TaskType], {
    description:
      '待办, the most urgent first: by the due day, those without one last. Of agreements in force or ended within 120 days.',
  })
  async tasks(@Ctx() { caller }: Context, @Args() args: TaskArgs): Promise<TaskRow[]> {
    return this.service.list(caller, args);
  }

  @Asserts('task.read')
  @Cost({ weight: 10, size: 1 })
  @FieldResolver(() => [TaskCountType], {
    description: '待办数, by kind; without kinds of which nothing waits.',
  })
  async taskCounts(@Ctx() { caller }: Context): Promise<TaskCountType[]> {
    return this.service.counts(caller);
  }
}

@Resolver(() => TaskType)
export class TaskResolver {
  constructor(private readonly agreements: AgreementService) {}

  @FieldResolver(() => AgreementType)
  async agreement(@Ctx() { caller }: Context, @Root() { agreementId }: TaskRow): Promise<AgreementType> {
    return this.agreements.get(caller, agreementId);
  }

  @FieldResolver(() => String, {
    description:
      'What it is about, in a few words: the days of an agreement, the number of an amendment, a month, an assessment, the beginning of a concern, an instalment.',
  })
  subject(@Ctx() { caller }: Context, @Root() task: TaskRow): string {
    return subjectText(task, caller.language);
  }
}
