import { amendments, lapsesOn, proposals } from '../agreement';
import { isRecent, reportMonths } from '../reporting';
import { hasNoAccount, hasNoBureau, OWN, recentAgreementOf, TODAY } from './scope.sql';
import { TaskKind } from './task.enums';
import type { TaskSource } from './task-source';

const AGREEMENTS = `
  select p.id as agreement_id, p.id::text as subject_id, p.starts_on || '/' || p.ends_on as subject,
         ${lapsesOn('p')} as due_on, null::date as since
    from ${proposals('p')} where ${isRecent('p.ends_on', TODAY)} and p.proposed_by <> ${OWN}`;

/** A party that has neither proposed nor confirmed, and has no account to confirm with. */
const isStuck = (party: string, confirmedAt: string): string =>
  `(p.proposed_by <> ${party} and ${confirmedAt} is null and ${hasNoAccount(party)})`;
/** The bureau confirms in the place of such a party. */
const STUCK = `(${isStuck('p.organisation_id', 'p.operator_confirmed_at')}
  or ${isStuck('p.purchaser_id', 'p.purchaser_confirmed_at')})`;

/** 待确认的协议, until the day on which they lapse. */
export const AGREEMENTS_TO_CONFIRM: TaskSource = {
  kind: TaskKind.CONFIRM_AGREEMENT,
  action: 'agreement.confirm',
  waiting: {
    OPERATOR: `${AGREEMENTS} and p.organisation_id = ${OWN} and p.operator_confirmed_at is null`,
    PURCHASER: `${AGREEMENTS} and p.purchaser_id = ${OWN} and p.purchaser_confirmed_at is null`,
    SUPERVISOR: `${AGREEMENTS} and ${STUCK}`,
    // Of a district's bureau that has proposed itself, too: it does not confirm its own.
    CITY: `${AGREEMENTS} and ${STUCK} and ${hasNoBureau('p', 'p.proposed_by')}`,
  },
};

const AMENDMENTS = `
  select m.agreement_id, m.id::text as subject_id, coalesce(m.document_number, '') as subject,
         m.effective_on as due_on, null::date as since
    from ${amendments('m')} join ${recentAgreementOf('m')}
   where m.state = 'PROPOSED' and m.proposed_by <> ${OWN}`;

/** From a day in a month that is accepted on, the bureau alone confirms. */
const NEEDS_BUREAU = `exists (select from ${reportMonths('r')}
  where r.organisation_id = m.organisation_id and r.agreement_id = m.agreement_id and r.state = 'ACCEPTED'
    and r.month = date_trunc('month', m.effective_on::timestamp))`;
const OTHER_PARTY =
  'case m.proposed_by when m.organisation_id then m.purchaser_id else m.organisation_id end';
const FOR_BUREAU = `(${NEEDS_BUREAU} or ${hasNoAccount(OTHER_PARTY)})`;

/** 待确认的变更, by the day from which they are to be in force. */
export const AMENDMENTS_TO_CONFIRM: TaskSource = {
  kind: TaskKind.CONFIRM_AMENDMENT,
  action: 'amendment.confirm',
  waiting: {
    OPERATOR: `${AMENDMENTS} and m.organisation_id = ${OWN} and not ${NEEDS_BUREAU}`,
    PURCHASER: `${AMENDMENTS} and m.purchaser_id = ${OWN} and not ${NEEDS_BUREAU}`,
    SUPERVISOR: `${AMENDMENTS} and ${FOR_BUREAU}`,
    CITY: `${AMENDMENTS} and ${FOR_BUREAU} and ${hasNoBureau('m')}`,
  },
};
