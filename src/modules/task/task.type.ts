import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar } from '../../platform/graphql/scalars';
import { TaskKind } from './task.enums';
import type { TaskCountRow, TaskRow } from './task.repository';

registerEnumType(TaskKind, {
  name: 'TaskKind',
  description:
    '待办类别: 确认协议, 确认变更, 报送月报, 接受月报, 补正被退回的月报, 启动评估, 评分, 回应评估意见, 复核回应, 拨付分期款项.',
});

@ObjectType('Task', {
  simpleResolvers: true,
  description: '待办: what waits for the viewer, worked out from what is in the database.',
})
export class TaskType implements Pick<TaskRow, 'kind' | 'dueOn' | 'subjectId'> {
  @Field(() => TaskKind)
  kind!: TaskKind;

  @Field(() => ID, {
    description:
      'Id of what is to be done something with: the agreement, amendment, month, assessment or finding.',
  })
  subjectId!: string;

  @Field(() => DateScalar, { nullable: true, description: '期限: the last day, which may be past.' })
  dueOn!: string | null;
}

@ObjectType('TaskCount', {
  simpleResolvers: true,
  description: '待办数: how many of a kind wait for the viewer.',
})
export class TaskCountType implements TaskCountRow {
  @Field(() => TaskKind)
  kind!: TaskKind;

  @Field(() => Int)
  count!: number;

  @Field(() => Int, { description: '逾期: those whose due day is over.' })
  overdue!: number;
}

@ArgsType()
export class TaskArgs {
  @Field(() => Int, { nullable: true, defaultValue: 100, description: 'At most 100.' })
  first?: number | null;

  @Field(() => [TaskKind], { nullable: true, description: 'Without: all.' })
  kinds?: TaskKind[] | null;
}
