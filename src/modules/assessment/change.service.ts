import { type Caller, type Member, OrganisationKind } from '../../access';
import { assertNoFaults } from '../../platform/faults';
import { isId, newId } from '../../platform/ids';
import { InputRules, MAX_REASON } from '../../platform/input-rules';
import { notFound } from '../../platform/app-error';
import { answeredBefore, findAgreement } from '../agreement';
import { organisationById } from '../directory';
import type { MoveAssessmentInput, ReplaceAssessorInput, RequestAssessorInput } from './assessment.input';
import { type AssessmentRow, checkOpen, lockedAssessment } from './assessment.repository';
import {
  type AssessmentDays,
  type AssessorRequest,
  type By,
  insertRequest,
  readRequests,
  requestsOfAssessment,
  writeAssessor,
  writeCancellation,
  writeDays,
} from './change.repository';
import { openingFaults } from './opening.rules';
import { isTied, lockTies } from './tie.repository';

/** Requests per assessment; the list is not paginated. */
const MAX_REQUESTS = 20;

/** What becomes of an open assessment: cancelled, moved, another assessor. */
export class ChangeService {
  /** Cancels an open assessment: it stays readable, counts nowhere and frees its kind. */
  async cancel(caller: Caller, id: string, reason: string): Promise<void> {
    const member = caller.assert('assessment.cancel');
    await member.write(async (transaction) => {
      const assessment = await lockedAssessment(transaction, id);
      const rules = new InputRules();
      checkOpen(rules, assessment, ['id']);
      const text = rules.prose(reason, ['reason'], MAX_REASON);
      assertNoFaults(rules.faults);
      await writeCancellation(transaction, assessment, { ...byOf(member), reason: text });
      transaction.log({
        action: 'ASSESSMENT_CANCELLED',
        ...thingOf(assessment),
        after: { reason: text },
      });
    });
  }

  /** Gives an open assessment other days; its scheme stays the one that it was opened with. */
  async move(caller: Caller, input: MoveAssessmentInput): Promise<void> {
    const member = caller.assert('assessment.move');
    await member.write(async (transaction) => {
      const assessment = await lockedAssessment(transaction, input.assessmentId);
      const agreement = await findAgreement(transaction, assessment.agreementId);
      if (!agreement) throw notFound(input.assessmentId);
      const before = daysOf(assessment);
      const after: AssessmentDays = {
        from: input.from ?? before.from,
        to: input.to ?? before.to,
        onsiteOn: input.onsiteOn ?? before.onsiteOn,
      };
      const rules = new InputRules();
      checkOpen(rules, assessment, ['assessmentId']);
      assertNoFaults([...rules.faults, ...openingFaults(after, agreement)]);
      await writeDays(transaction, assessment, after);
      transaction.log({ action: 'ASSESSMENT_MOVED', ...thingOf(assessment), before, after });
    });
  }

  /** Assigns another assessor at any time before closing: what the first one scored is kept and counts no more. */
  async replaceAssessor(caller: Caller, input: ReplaceAssessorInput): Promise<void> {
    const member = caller.assert('assessment.replaceAssessor');
    const { assessmentId, assessorId, reason } = input;
    const next = isId(assessorId) ? await member.load(organisationById, assessorId) : null;
    const isAssessor = next?.kind === OrganisationKind.ASSESSOR;
    await member.write(async (transaction) => {
      const assessment = await lockedAssessment(transaction, assessmentId);
      const { organisationId } = assessment;
      const rules = new InputRules();
      checkOpen(rules, assessment, ['assessmentId']);
      if (!isAssessor) {
        rules.add('NOT_AN_ASSESSOR', ['assessorId']);
      } else if (assessorId === assessment.assessorId) {
        rules.add('SAME_ASSESSOR', ['assessorId']);
      } else {
        await lockTies(transaction, organisationId, assessorId);
        if (await isTied(transaction, organisationId, assessorId)) rules.add('ASSESSOR_TIED', ['assessorId']);
      }
      const text = rules.prose(reason, ['reason'], MAX_REASON);
      assertNoFaults(rules.faults);
      await writeAssessor(transaction, assessment, assessorId, { ...byOf(member), reason: text });
      transaction.log({
        action: 'ASSESSOR_REPLACED',
        ...thingOf(assessment),
        before: { assessorId: assessment.assessorId },
        after: { assessorId, reason: text },
      });
    });
  }

  /** Asks for another assessor: for the bureau to read, without any effect of its own. */
  async requestAssessor(caller: Caller, input: RequestAssessorInput): Promise<void> {
    const member = caller.assert('assessor.request');
    const { idempotencyKey, ...content } = input;
    await member.write(async (transaction) => {
      const assessment = await lockedAssessment(transaction, input.assessmentId);
      const rules = new InputRules();
      const id = newId();
      const call = {
        ...({ action: 'ASSESSOR_REQUESTED', thing: 'AssessorRequest' } as const),
        key: rules.key(idempotencyKey),
        content,
        thingIds: [id],
      };
      if ((await answeredBefore(member, transaction, assessment, call)) !== null) return;
      checkOpen(rules, assessment, ['assessmentId']);
      if ((await readRequests(transaction, assessment)).length >= MAX_REQUESTS) {
        rules.add('TOO_MANY', ['assessmentId'], { most: MAX_REQUESTS, inTotal: true });
      }
      const reason = rules.prose(input.reason, ['reason'], MAX_REASON);
      assertNoFaults(rules.faults);
      await insertRequest(transaction, assessment, { ...byOf(member), id, reason });
      transaction.log({
        action: 'ASSESSOR_REQUESTED',
        thing: 'AssessorRequest',
        thingId: id,
        agreementIds: [assessment.agreementId],
        after: { assessmentId: assessment.id, assessorId: assessment.assessorId, reason },
      });
    });
  }

  async requests(caller: Caller, assessment: AssessmentRow): Promise<AssessorRequest[]> {
    return caller.assert('assessor.readRequests').load(requestsOfAssessment, assessment);
  }
}

function byOf(member: Member): By {
  return { at: member.now(), by: member.session.memberId };
}

function daysOf({ from, to, onsiteOn }: AssessmentRow): AssessmentDays {
  return { from, to, onsiteOn };
}

function thingOf({ id, agreementId }: AssessmentRow): {
  thing: string;
  thingId: string;
  agreementIds: string[];
} {
  return { thing: 'Assessment', thingId: id, agreementIds: [agreementId] };
}
