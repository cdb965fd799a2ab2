import { type Caller, OrganisationKind } from '../../access';
import { assertNoFaults, brokenRule, fault } from '../../platform/faults';
import { isId, newId } from '../../platform/ids';
import { InputRules } from '../../platform/input-rules';
import { notFound } from '../../platform/app-error';
import { type AgreementKey, agreementById, keyOf } from '../agreement';
import { organisationById } from '../directory';
import type { OpenAssessmentInput } from './assessment.input';
import {
  assessmentBefore,
  assessmentById,
  type AssessmentRow,
  assessmentsOfAgreement,
  checkOpen,
  closeAssessment,
  insertAssessment,
  isSecondOfKind,
  lockedAssessment,
} from './assessment.repository';
import { gradeOf, partyOf } from './assessment.rules';
import { FindingKind, type ScoringParty } from './assessment.enums';
import type { BasisService } from './basis.service';
import { findingsOfAssessment, type FindingRow } from './finding.repository';
import { lockTies, isTied, refuseTied } from './tie.repository';
import { openingFaults } from './opening.rules';
import { readParts } from './scoring/score.repository';
import { sumOf } from './scoring/score.service';

/** Assessments: opened by the bureau, scored by the parties of the scheme, then closed permanently. */
export class AssessmentService {
  constructor(private readonly basis: BasisService) {}

  async listOf(caller: Caller, agreement: AgreementKey): Promise<AssessmentRow[]> {
    return caller.assert('assessment.read').load(assessmentsOfAgreement, agreement);
  }

  /** One assessment; NOT_FOUND when it is outside the scope, unknown or malformed. */
  async get(caller: Caller, id: string): Promise<AssessmentRow> {
    const member = caller.assert('assessment.read');
    const row = isId(id) ? await member.load(assessmentById, id) : null;
    if (!row) throw notFound(id);
    member.viewedAgreementIds.add(row.agreementId);
    return row;
  }

  ownParty(caller: Caller, assessment: AssessmentRow): ScoringParty | null {
    return partyOf(caller.assert('assessment.read').session, assessment);
  }

  /** The concerns of the previous assessment of this operator at this station, with the responses. */
  async concernsBefore(caller: Caller, assessment: AssessmentRow): Promise<FindingRow[]> {
    const member = caller.assert('assessment.read');
    const before = await member.load(assessmentBefore, assessment);
    if (!before) return [];
    member.viewedAgreementIds.add(before.agreementId);
    const findings = await member.load(findingsOfAssessment, before);
    return findings.filter(({ kind, withdrawnAt }) => kind === FindingKind.CONCERN && withdrawnAt === null);
  }

  /** Opens an assessment; returns its id. */
  async open(caller: Caller, input: OpenAssessmentInput): Promise<string> {
    const member = caller.assert('assessment.open');
    const { agreementId, kind, from, to, assessorId } = input;
    const onsiteOn = input.onsiteOn ?? null;
    const agreement = isId(agreementId) ? await member.load(agreementById, agreementId) : null;
    if (!agreement) throw notFound(agreementId);
    const assessor = isId(assessorId) ? await member.load(organisationById, assessorId) : null;
    const faults = openingFaults({ from, to, onsiteOn }, agreement);
    const existing = await member.load(assessmentsOfAgreement, keyOf(agreement));
    if (existing.some((other) => other.kind === kind && other.cancelledAt === null))
      faults.push(fault('ASSESSMENT_EXISTS', ['kind']));
    const isAssessor = assessor?.kind === OrganisationKind.ASSESSOR;
    if (!isAssessor) faults.push(fault('NOT_AN_ASSESSOR', ['assessorId']));

    const id = newId();
    try {
      await member.write(async (transaction) => {
        // Waits for a concurrent declaration of a tie, so that it counts.
        if (isAssessor) await lockTies(transaction, agreement.organisationId, assessorId);
        const tied = isAssessor && (await isTied(transaction, agreement.organisationId, assessorId));
        assertNoFaults(tied ? [...faults, fault('ASSESSOR_TIED', ['assessorId'])] : faults);
        const by = { openedAt: member.now(), openedBy: member.session.memberId };
        await insertAssessment(transaction, agreement, { id, kind, from, to, assessorId, onsiteOn, ...by });
        transaction.log({
          action: 'ASSESSMENT_OPENED',
          thing: 'Assessment',
          thingId: id,
          agreementIds: [agreementId],
          after: input,
        });
      });
    } catch (error) {
      if (isSecondOfKind(error)) throw brokenRule('ASSESSMENT_EXISTS', ['kind']);
      throw error;
    }
    return id;
  }

  /** Closes an assessment permanently and stores total, grade and the reports they are based on. */
  async close(caller: Caller, assessmentId: string): Promise<void> {
    const member = caller.assert('assessment.close');
    const seen = await this.get(caller, assessmentId);
    const isOver = ({ to }: AssessmentRow): boolean => member.today() >= to;
    const basis = isOver(seen) ? await this.basis.gather(caller, seen) : [];
    await member.write(async (transaction) => {
      const assessment = await lockedAssessment(transaction, assessmentId);
      const path = ['assessmentId'];
      const rules = new InputRules();
      checkOpen(rules, assessment, path);
      assertNoFaults(rules.faults);
      const total = sumOf(await readParts(transaction, assessment));
      if (total === null) rules.add('SCORES_MISSING', path);
      if (!isOver(assessment)) {
        rules.add('ASSESSMENT_NOT_OVER', path, { last: assessment.to });
      } else if (assessment.from !== seen.from || assessment.to !== seen.to) {
        // What was gathered is of other days.
        rules.add('ASSESSMENT_MOVED', path);
      }
      await refuseTied(rules, transaction, assessment);
      assertNoFaults(rules.faults);
      if (total === null) throw new Error('faults were found');
      const grade = gradeOf(total, assessment);
      await this.basis.keep(transaction, assessment, basis);
      await closeAssessment(transaction, assessment, {
        at: member.now(),
        by: member.session.memberId,
        total,
        grade,
      });
      transaction.log({
        action: 'ASSESSMENT_CLOSED',
        thing: 'Assessment',
        thingId: assessmentId,
        agreementIds: [assessment.agreementId],
        after: { total, grade },
      });
    });
  }
}
