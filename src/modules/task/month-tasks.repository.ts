import { workingDayAfterSql } from '../../platform/working-days';
import { isRecent, monthsOf, monthsToAccept } from '../reporting';
import { ACCEPT_LAGS, hasNoAccount, hasNoBureau, OWN, recentAgreementOf, TODAY } from './scope.sql';
import { TaskKind } from './task.enums';
import type { TaskSource } from './task-source';

const columns = (dueOn: string, since: string): string =>
  `m.agreement_id, m.id as subject_id, to_char(m.month, 'YYYY-MM') as subject, ${dueOn} as due_on, ${since} as since`;

/** Of the operator, as of today. */
const MONTHS = monthsOf('m', TODAY, `a.organisation_id = ${OWN} and ${isRecent('a.ends_on', TODAY)}`);

/** The last day of a month that the agreement has. */
const LAST_DAY = `least((m.month + interval '1 month')::date - 1, m.ends_on)`;

/** 待报送的月报: over, or on their last day. */
export const MONTHS_TO_HAND_IN: TaskSource = {
  kind: TaskKind.HAND_IN_MONTH,
  action: 'month.handIn',
  waiting: {
    OPERATOR: `select ${columns('m.due_on', LAST_DAY)} from ${MONTHS}
      where m.state = 'OPEN' and ${LAST_DAY} <= ${TODAY}::date`,
  },
};

/** 被退回的月报, by the last day that they were given; else by the day on which they were due. */
export const MONTHS_SENT_BACK: TaskSource = {
  kind: TaskKind.MONTH_SENT_BACK,
  action: 'month.handIn',
  waiting: {
    OPERATOR: `select ${columns('coalesce(m.closes_after, m.due_on)', 'null::date')} from ${MONTHS}
      where m.state = 'SENT_BACK'`,
  },
};

/** Working days that the street has to accept a month, before the bureau may be expected to. */
export const DAYS_TO_ACCEPT = 10;
const ACCEPT_BY = workingDayAfterSql('m.handed_in_on', ACCEPT_LAGS, TODAY);
const IS_ALONE = hasNoAccount('m.purchaser_id');
/** Of one that counts as handed in again because its last day is over, no event tells. */
const SINCE = 'case when m.lapsed then m.handed_in_on end';

/** An early end may leave a month behind that was sent back: it is none of the agreement any more. */
const handedIn = (since: string): string =>
  `select ${columns(ACCEPT_BY, since)} from ${monthsToAccept('m', TODAY)}
     join ${recentAgreementOf('m')} and m.month <= a.ends_on`;
const FOR_BUREAU = `${handedIn(`case when ${IS_ALONE} then ${SINCE} else ${ACCEPT_BY} + 1 end`)}
  where (${ACCEPT_BY} < ${TODAY}::date or ${IS_ALONE})`;

/** 待接受的月报. They stay tasks of the street when they have become the bureau's. */
export const MONTHS_TO_ACCEPT: TaskSource = {
  kind: TaskKind.ACCEPT_MONTH,
  action: 'month.accept',
  waiting: {
    PURCHASER: `${handedIn(SINCE)} where m.purchaser_id = ${OWN}`,
    SUPERVISOR: FOR_BUREAU,
    CITY: `${FOR_BUREAU} and ${hasNoBureau('m')}`,
  },
};
