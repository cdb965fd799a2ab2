import { type Caller, OrganisationKind } from '../../access';
import { BrokenRules, type Fault, refuseFaults } from '../../platform/faults';
import { isId, newId } from '../../platform/ids';
import { InputRules } from '../../platform/input-rules';
import { notFound } from '../../platform/refusal';
import { type AgreementKey, type AgreementRow, agreementById } from '../agreement';
import { organisationById } from '../directory';
import type { OpenAssessmentInput, ScoreAssessmentInput } from './assessment.input';
import {
  assessmentById,
  assessmentBefore,
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
import type { AssessmentScoreType } from './assessment.type';
import { FindingKind, type Grade } from './assessment.words';
import type { BasisService } from './basis.service';
import { findingsOfAssessment, type FindingRow } from './finding.repository';
import { isTied } from './tie.repository';

/** Assessments: opened by the bureau, scored by four parties, closed for good. */
export class AssessmentService {
  constructor(private readonly basis: BasisService) {}

  async listOf(caller: Caller, agreement: AgreementKey): Promise<AssessmentRow[]> {
    return caller.assert('assessment.read').load(assessmentsOfAgreement, agreement);
  }

  /** One assessment; refused as not found when it is outside the scope, unknown or malformed. */
  async get(caller: Caller, id: string): Promise<AssessmentRow> {
    const member = caller.assert('assessment.read');
    const row = isId(id) ? await member.load(assessmentById, id) : null;
    if (!row) throw notFound(id);
    member.seen.add(row.agreementId);
    return row;
  }

  /** All four parties in their order, also those whose score is not in. */
  async scores(caller: Caller, assessment: AssessmentRow): Promise<AssessmentScoreType[]> {
    const given = await caller.assert('assessment.read').load(scoresOfAssessment, assessment);
    return PARTIES.map((party) => ({
      party,
      maximum: MAXIMUM[party],
      score: given.find((score) => score.party === party)?.score ?? null,
    }));
  }

  /** The sum of the four scores; null until all are in. */
  async total(caller: Caller, assessment: AssessmentRow): Promise<string | null> {
    return assessment.total ?? totalOf(await this.scores(caller, assessment));
  }

  async grade(caller: Caller, assessment: AssessmentRow): Promise<Grade | null> {
    const total = await this.total(caller, assessment);
    return total === null ? null : gradeOf(total);
  }

  /** The concerns of the assessment before, of this operator at this station, with what was answered. */
  async concernsBefore(caller: Caller, assessment: AssessmentRow): Promise<FindingRow[]> {
    const member = caller.assert('assessment.read');
    const before = await member.load(assessmentBefore, assessment);
    if (!before) return [];
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
    if (assessor?.kind !== OrganisationKind.ASSESSOR) faults.push(NOT_AN_ASSESSOR);
    else if (await isTied(member, agreement.organisationId, assessorId)) faults.push(TIED);
    refuseFaults(faults);

    const id = newId();
    try {
      await member.write(async (transaction) => {
        const by = { openedAt: member.now(), openedBy: member.session.memberId };
        await insertAssessment(transaction, agreement, { id, kind, from, to, assessorId, ...by });
        transaction.log({
          ...{ action: 'ASSESSMENT_OPENED', thing: 'Assessment', thingId: id },
          agreementIds: [agreementId],
          after: input,
        });
      });
    } catch (error) {
      if (isSecondOfKind(error)) throw new BrokenRules([SECOND_OF_KIND]);
      throw error;
    }
    return id;
  }

  /** Sets the caller's own score. */
  async score(caller: Caller, { assessmentId, score }: ScoreAssessmentInput): Promise<void> {
    const member = caller.assert('assessment.score');
    const party = partyOf(member.session);
    await member.write(async (transaction) => {
      const assessment = isId(assessmentId) ? await findAssessment(transaction, assessmentId) : null;
      if (!assessment) throw notFound(assessmentId);
      if (!party) throw new BrokenRules([NO_PARTY]);
      await lockAssessment(transaction, assessmentId);
      const rules = new InputRules();
      checkScore(rules, score, party);
      refuseClosed(rules, await findAssessment(transaction, assessmentId));
      refuseFaults(rules.faults);
      const before = (await readScores(transaction, assessment)).find((given) => given.party === party);
      await writeScore(transaction, assessment, party, score, member.session.memberId, member.now());
      transaction.log({
        ...{ action: 'ASSESSMENT_SCORED', thing: 'Assessment', thingId: assessmentId },
        agreementIds: [assessment.agreementId],
        before: { party, score: before?.score ?? null },
        after: { party, score },
      });
    });
  }

  /** Closes an assessment for good: total, grade and what they were based on are kept as they stand. */
  async close(caller: Caller, assessmentId: string): Promise<void> {
    const member = caller.assert('assessment.close');
    const basis = await this.basis.gather(caller, await this.get(caller, assessmentId));
    await member.write(async (transaction) => {
      await lockAssessment(transaction, assessmentId);
      const assessment = await findAssessment(transaction, assessmentId);
      if (!assessment) throw notFound(assessmentId);
      const rules = new InputRules();
      refuseClosed(rules, assessment);
      const total = totalOf(await readScores(transaction, assessment));
      if (total === null) {
        rules.add(
          'SCORES_MISSING',
          ['assessmentId'],
          '四方评分尚未全部提交，不能结束评估。',
          'Not all four scores are in; the assessment cannot be closed yet.',
        );
      }
      refuseFaults(rules.faults);
      const grade = gradeOf(total ?? '0');
      await closeAssessment(
        transaction,
        assessment,
        member.session.memberId,
        member.now(),
        total ?? '0',
        grade,
      );
      await this.basis.keep(transaction, assessment, basis);
      transaction.log({
        ...{ action: 'ASSESSMENT_CLOSED', thing: 'Assessment', thingId: assessmentId },
        agreementIds: [assessment.agreementId],
        after: { total, grade },
      });
    });
  }
}

function openingFaults({ from, to }: OpenAssessmentInput, { startsOn, endsOn }: AgreementRow): Fault[] {
  const rules = new InputRules();
  if (to < from) {
    rules.add(
      'ENDS_BEFORE_START',
      ['to'],
      '结束日期不能早于开始日期。',
      'The last day must not be before the first.',
    );
  }
  if (from < startsOn || to > endsOn) {
    rules.add(
      'OUTSIDE_AGREEMENT',
      [from < startsOn ? 'from' : 'to'],
      `评估时段须在协议期（${startsOn} 至 ${endsOn}）之内。`,
      `The days must lie within the agreement (${startsOn} to ${endsOn}).`,
    );
  }
  return rules.faults;
}

/** After closing nothing changes any more. */
export function refuseClosed(rules: InputRules, assessment: AssessmentRow | null): void {
  if (!assessment?.closedAt) return;
  rules.add(
    'ASSESSMENT_CLOSED',
    ['assessmentId'],
    '评估已结束，不能再修改。',
    'The assessment is closed; nothing of it changes any more.',
  );
}

const NOT_AN_ASSESSOR: Fault = {
  code: 'NOT_AN_ASSESSOR',
  path: ['assessorId'],
  text: { zh: '没有此评估机构，请核对。', en: 'No assessor has this id. Please check it.' },
};
const TIED: Fault = {
  code: 'ASSESSOR_TIED',
  path: ['assessorId'],
  text: {
    zh: '该评估机构与承接机构已申报关联关系，须回避。请另选评估机构。',
    en: 'This assessor has a declared tie to the operator. Please choose another one.',
  },
};
const SECOND_OF_KIND: Fault = {
  code: 'ASSESSMENT_EXISTS',
  path: ['kind'],
  text: { zh: '本协议已有同类评估。', en: 'The agreement has an assessment of this kind already.' },
};
const NO_PARTY: Fault = {
  code: 'NOT_A_PARTY',
  path: ['assessmentId'],
  text: { zh: '监督方评分由区民政局提交。', en: 'The supervisor’s score is the district bureau’s.' },
};
