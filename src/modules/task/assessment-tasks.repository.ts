import { OrganisationKind } from '../../access';
import { confirmedAgreements } from '../agreement';
import {
  AssessmentParty,
  assessmentParts,
  assessments,
  declaredTies,
  expectedAssessments,
  findings,
  partyOfOrganisation,
  scoredBy,
} from '../assessment';
import { isRecent } from '../reporting';
import { hasNoBureau, OWN, recentAgreementOf, TODAY } from './scope.sql';
import { TaskKind } from './task.enums';
import type { TaskSource } from './task-source';

const EXPECTED = `
  select a.id as agreement_id, a.id::text as subject_id, e.kind as subject, e.expected_on as due_on,
         e.expected_on as since
    from ${confirmedAgreements('a')} cross join ${expectedAssessments('e', 'a')}
   where ${isRecent('a.ends_on', TODAY)} and e.expected_on <= ${TODAY}::date
     and not exists (select from ${assessments('s')} where s.organisation_id = a.organisation_id
                        and s.agreement_id = a.id and s.kind = e.kind and s.cancelled_at is null)`;

/** 待启动的评估: the midterm when half of the days are over, the final one on the last day. */
export const ASSESSMENTS_TO_OPEN: TaskSource = {
  kind: TaskKind.OPEN_ASSESSMENT,
  action: 'assessment.open',
  waiting: { SUPERVISOR: EXPECTED, CITY: `${EXPECTED} and ${hasNoBureau('a')}` },
};

/** SQL for each kind of organisation that is a party of assessments. */
function forParties(sql: (party: AssessmentParty) => string): TaskSource['waiting'] {
  const district = 'of a district';
  return Object.fromEntries(
    Object.values(OrganisationKind).flatMap((kind) => {
      const party = partyOfOrganisation({ kind, districtCode: district });
      return party === null ? [] : [[kind, sql(party)]];
    }),
  );
}

const OPEN = 's.closed_at is null and s.cancelled_at is null';
const TO_SCORE = `
  select s.agreement_id, s.id::text as subject_id, s.kind as subject, ${scoredBy('s')} as due_on,
         null::date as since
    from ${assessments('s')} join ${recentAgreementOf('s')}
    join ${assessmentParts('p')} on p.organisation_id = s.organisation_id and p.assessment_id = s.id
   where ${OPEN} and p.ended_at is null and p.scored_at is null
     and (p.assessor_id is null or p.assessor_id = ${OWN})`;

/** A tie may be declared after the opening: then another assessor has to be found. */
const NOT_TIED = `not exists (select from ${declaredTies('t')}
  where t.organisation_id = s.organisation_id and t.assessor_id = p.assessor_id)`;

/** 待评分的评估, until the bureau may enter the score from paper. */
export const ASSESSMENTS_TO_SCORE: TaskSource = {
  kind: TaskKind.SCORE_ASSESSMENT,
  action: 'assessment.score',
  waiting: forParties((party) => {
    const own = `${TO_SCORE} and p.party = '${party}'`;
    // The ties are for assessors and bureaus to read, and of parties the assessor alone can have one.
    return party === AssessmentParty.THIRD_PARTY ? `${own} and ${NOT_TIED}` : own;
  }),
};

const CONCERNS = `
  select f.agreement_id, f.id::text as subject_id, f.text as subject, f.due_on, null::date as since
    from ${findings('f')} join ${recentAgreementOf('f')}
    join ${assessments('s')} on s.organisation_id = f.organisation_id and s.id = f.assessment_id
   where f.withdrawn_at is null and s.cancelled_at is null`;

/** 待回应的评估意见: concerns without a response, or whose response was sent back. */
export const FINDINGS_TO_ANSWER: TaskSource = {
  kind: TaskKind.ANSWER_FINDING,
  action: 'finding.respond',
  waiting: {
    OPERATOR: `${CONCERNS} and f.organisation_id = ${OWN} and f.state in ('OPEN', 'SENT_BACK')`,
  },
};

/** 待复核的回应, for the party that raised the concern. */
export const RESPONSES_TO_REVIEW: TaskSource = {
  kind: TaskKind.REVIEW_RESPONSE,
  action: 'finding.review',
  waiting: forParties(
    (party) => `${CONCERNS} and f.state = 'ANSWERED' and f.party = '${party}'
      and (f.party <> 'THIRD_PARTY' or s.assessor_id = ${OWN})`,
  ),
};
