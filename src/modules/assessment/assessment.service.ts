import { type Caller, OrganisationKind } from '../../access';
import { trimmed } from '../../platform/decimal';
import { assertNoFaults, brokenRule, fault } from '../../platform/faults';
import { isId, newId } from '../../platform/ids';
import { InputRules } from '../../platform/input-rules';
import { notFound } from '../../platform/app-error';
import { type AgreementKey, agreementById, keyOf } from '../agreement';
import { organisationById } from '../directory';
import type { OpenAssessmentInput, ScoreAssessmentInput } from './assessment.input';
import {
  assessmentBefore,
  assessmentById,
  type AssessmentRow,
  assessmentsOfAgreement,
  closeAssessment,
  findAssessment,
  insertAssessment,
  isSecondOfKind,
  lockAssessment,
  readScores,
  scoresOfAssessment,
  writeScore,
} from './assessment.repository';
import { checkScore, gradeOf, MAXIMUM, PARTIES, partyOf, totalOf } from './assessment.rules';
import { type AssessmentParty, FindingKind, type Grade } from './assessment.enums';
import type { BasisService } from './basis.service';
import { findingsOfAssessment, type FindingRow } from './finding.repository';
import { lockTies, isTied } from './tie.repository';
import { openingFaults } from './opening.rules';

/** What a party gave of its maximum; null: nothing yet. */
export interface PartyScore {
  party: AssessmentParty;
  maximum: string;
  score: string | null;
}

/** Assessments: opened by the bureau, scored by four parties, then closed permanently. */
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

  /** Scores of all four parties in their order, including those not given yet. */
  async scores(caller: Caller, assessment: AssessmentRow): Promise<PartyScore[]> {
    const given = await caller.assert('assessment.read').load(scoresOfAssessment, assessment);
    return PARTIES.map((party) => {
      const score = given.find((one) => one.party === party)?.score;
      return { party, maximum: MAXIMUM[party], score: score === undefined ? null : trimmed(score) };
    });
  }

  /** The sum of the four scores; null until all are given. */
  async total(caller: Caller, assessment: AssessmentRow): Promise<string | null> {
    caller.assert('assessment.read');
    if (assessment.total !== null) return trimmed(assessment.total);
    return totalOf(await this.scores(caller, assessment));
  }

  async grade(caller: Caller, assessment: AssessmentRow): Promise<Grade | null> {
    const total = await this.total(caller, assessment);
    return total === null ? null : gradeOf(total);
  }

  /** The concerns of the previous assessment of this operator at this station, with the responses. */
  async concernsBefore(caller: Caller, assessment: AssessmentRow): Promise<FindingRow[]> {
    const member = caller.assert('assessment.read');
    const before = await member.load(assessmentBefore, assessment);
    if (!before) return [];
    member.viewedAgreementIds.add(before.agreementId);
    const findings = await member.load(findingsOfAssessment, before);
    return findings.filter(({ kind }) => kind === FindingKind.CONCERN);
  }

  /** Opens an assessment; returns its id. */
  async open(caller: Caller, input: OpenAssessmentInput): Promise<string> {
    const member = caller.assert('assessment.open');
    const { agreementId, kind, from, to, assessorId } = input;
    const agreement = isId(agreementId) ? await member.load(agreementById, agreementId) : null;
    if (!agreement) throw notFound(agreementId);
    const assessor = isId(assessorId) ? await member.load(organisationById, assessorId) : null;
    const faults = openingFaults(input, agreement);
    const existing = await member.load(assessmentsOfAgreement, keyOf(agreement));
    if (existing.some((other) => other.kind === kind)) faults.push(fault('ASSESSMENT_EXISTS', ['kind']));
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
        await insertAssessment(transaction, agreement, { id, kind, from, to, assessorId, ...by });
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

  /** Sets the score of the caller's own party. */
  async score(caller: Caller, { assessmentId, score }: ScoreAssessmentInput): Promise<void> {
    const member = caller.assert('assessment.score');
    await member.write(async (transaction) => {
      const seen = isId(assessmentId) ? await findAssessment(transaction, assessmentId) : null;
      if (!seen) throw notFound(assessmentId);
      const party = partyOf(member.session, seen);
      if (!party) throw brokenRule('NOT_A_PARTY', ['assessmentId']);
      await lockAssessment(transaction, assessmentId);
      const assessment = await findAssessment(transaction, assessmentId);
      const rules = new InputRules();
      checkScore(rules, score, MAXIMUM[party]);
      if (assessment?.closedAt !== null) rules.add('ASSESSMENT_CLOSED', ['assessmentId']);
      assertNoFaults(rules.faults);
      const before = (await readScores(transaction, seen)).find((given) => given.party === party);
      await writeScore(transaction, seen, party, score, member.session.memberId, member.now());
      transaction.log({
        action: 'ASSESSMENT_SCORED',
        thing: 'Assessment',
        thingId: assessmentId,
        agreementIds: [seen.agreementId],
        before: { party, score: before ? trimmed(before.score) : null },
        after: { party, score },
      });
    });
  }

  /** Closes an assessment permanently and stores total, grade and the reports they are based on. */
  async close(caller: Caller, assessmentId: string): Promise<void> {
    const member = caller.assert('assessment.close');
    const basis = await this.basis.gather(caller, await this.get(caller, assessmentId));
    await member.write(async (transaction) => {
      await lockAssessment(transaction, assessmentId);
      const assessment = await findAssessment(transaction, assessmentId);
      if (!assessment) throw notFound(assessmentId);
      if (assessment.closedAt !== null) throw brokenRule('ASSESSMENT_CLOSED', ['assessmentId']);
      const total = totalOf(await readScores(transaction, assessment));
      if (total === null) throw brokenRule('SCORES_MISSING', ['assessmentId']);
      const grade = gradeOf(total);
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
