import { isRecent, monthsOf, monthsToAccept } from '../reporting';
import { hasNoAccount, hasNoBureau, OWN, recentAgreementOf, TODAY } from './scope.sql';
import { TaskKind } from './task.enums';
import type { TaskSource } from './task-source';
import { workingDayAfter } from './working-days.sql';

const columns = (dueOn: string): string =>
  `m.agreement_id, m.id as subject_id, to_char(m.month, 'YYYY-MM') as subject, ${dueOn} as due_on`;

/** Of the operator, as of today. */
const MONTHS = monthsOf('m', TODAY, `a.organisation_id = ${OWN} and ${isRecent('a.ends_on', TODAY)}`);

/** 待报送的月报: over, or on their last day. */
export const MONTHS_TO_HAND_IN: TaskSource = {
  kind: TaskKind.HAND_IN_MONTH,
  action: 'month.handIn',
  waiting: {
    OPERATOR: `select ${columns('m.due_on')} from ${MONTHS}
      where m.state = 'OPEN' and least((m.month + interval '1 month')::date - 1, m.ends_on) <= ${TODAY}::date`,
  },
};

/** 被退回的月报, by the last day that they were given; else by the day on which they were due. */
export const MONTHS_SENT_BACK: TaskSource = {
  kind: TaskKind.MONTH_SENT_BACK,
  action: 'month.handIn',
  waiting: {
    OPERATOR: `select ${columns('coalesce(m.closes_after, m.due_on)')} from ${MONTHS} where m.state = 'SENT_BACK'`,
  },
};

/** Working days that the street has to accept a month, before the bureau may be expected to. */
const DAYS_TO_ACCEPT = 10;
const ACCEPT_BY = workingDayAfter('m.handed_in_on', DAYS_TO_ACCEPT);

const HANDED_IN = `select ${columns(ACCEPT_BY)} from ${monthsToAccept('m', TODAY)} join ${recentAgreementOf('m')}`;
const FOR_BUREAU = `(${ACCEPT_BY} < ${TODAY}::date or ${hasNoAccount('m.purchaser_id')})`;

/** 待接受的月报. They stay tasks of the street when they have become the bureau's. */
export const MONTHS_TO_ACCEPT: TaskSource = {
  kind: TaskKind.ACCEPT_MONTH,
  action: 'month.accept',
  waiting: {
    PURCHASER: `${HANDED_IN} where m.purchaser_id = ${OWN}`,
    SUPERVISOR: `${HANDED_IN} where ${FOR_BUREAU}`,
    CITY: `${HANDED_IN} where ${FOR_BUREAU} and ${hasNoBureau('m')}`,
  },
};
