import { type Language, message, textOf } from '../../messages';
import { beginningOf } from '../../platform/text-forms';
import { TaskKind } from './task.enums';
import type { TaskRow } from './task.repository';

/** What a task is about, in a few words. */
export function subjectText(
  { kind, subject, dueOn }: Pick<TaskRow, 'kind' | 'subject' | 'dueOn'>,
  language: Language,
): string {
  switch (kind) {
    case TaskKind.CONFIRM_AGREEMENT: {
      const [first = '', last = ''] = subject.split('/');
      return textOf(message('TASK_AGREEMENT', { first, last }), language);
    }
    case TaskKind.CONFIRM_AMENDMENT:
      // One without a number is named by its day.
      return subject || textOf(message('TASK_AMENDMENT', { since: dueOn ?? '' }), language);
    case TaskKind.OPEN_ASSESSMENT:
    case TaskKind.SCORE_ASSESSMENT:
      return textOf(message('TASK_ASSESSMENT', { kind: subject }), language);
    case TaskKind.PAY_INSTALMENT:
      return textOf(message('TASK_INSTALMENT', { condition: subject }), language);
    case TaskKind.ANSWER_FINDING:
    case TaskKind.REVIEW_RESPONSE:
      return beginningOf(subject);
    case TaskKind.HAND_IN_MONTH:
    case TaskKind.ACCEPT_MONTH:
    case TaskKind.MONTH_SENT_BACK:
      return subject;
  }
}
