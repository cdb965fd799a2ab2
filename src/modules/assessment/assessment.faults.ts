import type { Fault, Path } from '../../platform/faults';
import { InputRules } from '../../platform/input-rules';
import { MAX_MONTHS } from '../../platform/asked-days';
import type { AgreementRow } from '../agreement';
import type { OpenAssessmentInput } from './assessment.input';

const fault = (code: string, path: Path, zh: string, en: string): Fault => ({ code, path, text: { zh, en } });

/** Business errors of assessments that need the database. */
export const assessmentFaults = {
  notAnAssessor: () =>
    fault(
      'NOT_AN_ASSESSOR',
      ['assessorId'],
      '没有此评估机构，请核对。',
      'No assessor has this id. Please check it.',
    ),
  tied: () =>
    fault(
      'ASSESSOR_TIED',
      ['assessorId'],
      '该评估机构与承接机构已申报关联关系，须回避。请另选评估机构。',
      'This assessor has a declared tie to the operator. Please choose another one.',
    ),
  secondOfKind: () =>
    fault(
      'ASSESSMENT_EXISTS',
      ['kind'],
      '本协议已有同类评估。',
      'The agreement has an assessment of this kind already.',
    ),
  notAParty: () =>
    fault(
      'NOT_A_PARTY',
      ['assessmentId'],
      '本单位不是此次评估的评分方：监督方由区民政局代表，第三方为本次评估指定的机构。',
      'Your organisation is no party to this assessment: the supervisor is the district bureau, the third party the assessor that it names.',
    ),
  closed: () =>
    fault(
      'ASSESSMENT_CLOSED',
      ['assessmentId'],
      '评估已结束，不能再修改。',
      'The assessment is closed; nothing of it changes any more.',
    ),
  scoresMissing: () =>
    fault(
      'SCORES_MISSING',
      ['assessmentId'],
      '四方评分尚未全部提交，不能结束评估。',
      'Not all four scores are in; the assessment cannot be closed yet.',
    ),
};

/** Checks that the days of an assessment are in order and within the agreement. */
export function openingFaults(
  { from, to }: Pick<OpenAssessmentInput, 'from' | 'to'>,
  { startsOn, endsOn }: Pick<AgreementRow, 'startsOn' | 'endsOn'>,
): Fault[] {
  const rules = new InputRules();
  if (to < from) {
    rules.add(
      'ENDS_BEFORE_START',
      ['to'],
      '结束日期不能早于开始日期。',
      'The last day must not be before the first.',
    );
  } else if (monthsOf(from, to) > MAX_MONTHS) {
    rules.add('TOO_LONG', ['to'], '评估时段最长十年（120 个月）。', 'The days may touch 120 months at most.');
  }
  for (const [name, day] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (!rules.day(day, [name]) || (day >= startsOn && day <= endsOn)) continue;
    rules.add(
      'OUTSIDE_AGREEMENT',
      [name],
      `评估时段须在协议期（${startsOn} 至 ${endsOn}）之内。`,
      `The days must lie within the agreement (${startsOn} to ${endsOn}).`,
    );
  }
  return rules.faults;
}

/** Number of calendar months between two days, inclusive. */
function monthsOf(first: string, last: string): number {
  const [from, to] = [first, last].map((day) => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7))) as [
    number,
    number,
  ];
  return to - from + 1;
}
