import type { Caller } from '../../access';
import type { Services } from '../../api';
import { type AgreementRow, keyOf } from '../../modules/agreement';
import { type AssessmentKind, FindingKind } from '../../modules/assessment';
import { ReportKind } from '../../modules/reporting';
import { assessorId } from '../load-assessment';
import type { Command } from './commands';

type ReviewCommand = Extract<
  Command,
  { kind: 'assessment' | 'score' | 'finding' | 'response' | 'review' | 'closing' | 'survey' | 'report' }
>;
type Assessment = Awaited<ReturnType<Services['assessments']['get']>>;
type Finding = Awaited<ReturnType<Services['findings']['listOf']>>[number];

/** Who assesses the real stations too. */
const ASSESSOR = '广州市社会工作协会';

/** Does what is planned of assessments, surveys and published reports. */
export async function performReview(
  services: Services,
  caller: Caller,
  agreement: AgreementRow,
  command: ReviewCommand,
): Promise<void> {
  const { assessments, publishedReports, satisfaction } = services;
  const { id: agreementId } = agreement;
  switch (command.kind) {
    case 'survey': {
      const { method, asked, answered, satisfied, key: idempotencyKey } = command;
      const surveyedOn = caller.assert('satisfaction.record').today();
      const counts = { method, asked, answered, satisfied };
      await satisfaction.record(caller, { agreementId, surveyedOn, ...counts, idempotencyKey });
      return;
    }
    case 'report': {
      const { title, from, to } = command;
      const report = { title, from, to, kind: ReportKind.YEAR, idempotencyKey: `report ${from}` };
      await publishedReports.publish(caller, { agreementId, ...report });
      return;
    }
    case 'assessment': {
      const { of: kind, from, to, onsiteOn } = command;
      if (await assessmentOf(services, caller, agreement, kind)) return;
      const days = { from, to, onsiteOn };
      const assessor = await assessorId(services, caller, ASSESSOR);
      await assessments.open(caller, { agreementId, kind, ...days, assessorId: assessor });
      return;
    }
    case 'score':
    case 'finding':
    case 'response':
    case 'review':
    case 'closing': {
      const assessment = await assessmentOf(services, caller, agreement, command.of);
      if (!assessment) throw new Error('the invented station has no such assessment');
      // Closed, everything before has been done.
      if (assessment.closedAt === null) await performAssessing(services, caller, assessment, command);
    }
  }
}

type AssessmentCommand = Extract<
  ReviewCommand,
  { kind: 'score' | 'finding' | 'response' | 'review' | 'closing' }
>;

async function performAssessing(
  services: Services,
  caller: Caller,
  assessment: Assessment,
  command: AssessmentCommand,
): Promise<void> {
  const { assessments, findings, scores } = services;
  const { id: assessmentId } = assessment;
  switch (command.kind) {
    case 'score':
      return scores.score(caller, { assessmentId, score: command.score });
    case 'closing':
      return assessments.close(caller, assessmentId);
    case 'finding': {
      const { is: kind, section, text, key: idempotencyKey } = command;
      await findings.add(caller, { assessmentId, kind, section, text, idempotencyKey });
      return;
    }
    case 'response': {
      const { response, to } = command;
      const { id: findingId } = await concernOf(services, caller, assessment);
      await findings.respond(caller, { findingId, response, idempotencyKey: `response ${to}` });
      return;
    }
    case 'review': {
      const { id: findingId } = await concernOf(services, caller, assessment);
      await findings.review(caller, { findingId, accepted: true, idempotencyKey: `review ${command.to}` });
    }
  }
}

async function assessmentOf(
  { assessments }: Services,
  caller: Caller,
  agreement: AgreementRow,
  kind: AssessmentKind,
): Promise<Assessment | undefined> {
  return (await assessments.listOf(caller, keyOf(agreement))).find((one) => one.kind === kind);
}

/** In the plan each assessment has one concern. */
async function concernOf({ findings }: Services, caller: Caller, assessment: Assessment): Promise<Finding> {
  const concern = (await findings.listOf(caller, assessment)).find(
    ({ kind }) => kind === FindingKind.CONCERN,
  );
  if (!concern) throw new Error('the assessment has no concern');
  return concern;
}
