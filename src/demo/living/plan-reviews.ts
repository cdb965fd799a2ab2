import { AssessmentKind, FindingKind, FindingSection } from '../../modules/assessment';
import { SatisfactionMethod } from '../../modules/satisfaction';
import { at, dayIn, lastDayIn, type Year } from './days';
import type { Actor, Command, Step } from './commands';

const { FINAL, MIDTERM } = AssessmentKind;
const { CONCERN, STRENGTH } = FindingKind;
const { MANAGEMENT, OVERALL } = FindingSection;

const SCORERS = ['street', 'bureau', 'mentoringCentre', 'assessor'] as const;
/** What the four of them give in each assessment of the earlier year. */
const SCORES = {
  [MIDTERM]: ['18.00', '9.00', '13.50', '46.50'],
  [FINAL]: ['18.50', '9.00', '13.75', '48.25'],
};

/** Assessments, surveys and what was published of a year. */
export function reviewSteps(year: Year): Step[] {
  return year.name === 'earlier' ? ofEarlierYear(year) : ofYearInForce(year);
}

/** Both assessments are closed, and the year's report is published. */
function ofEarlierYear(year: Year): Step[] {
  const on = stepsOf(year);
  const { startsOn: from, endsOn: to } = year;
  return [
    ...assessed(year, MIDTERM, 5),
    ...assessed(year, FINAL, 11),
    on(6, 14, 'assessor', {
      kind: 'finding',
      of: MIDTERM,
      key: 'strength',
      is: STRENGTH,
      section: OVERALL,
      text: '服务贴近社区需求，各片区分工清楚。',
    }),
    on(6, 14, 'assessor', {
      kind: 'finding',
      of: MIDTERM,
      key: 'concern',
      is: CONCERN,
      section: MANAGEMENT,
      text: '部分小组缺少过程评估，建议补充每节小结。',
    }),
    on(6, 18, 'manager', {
      kind: 'response',
      of: MIDTERM,
      to: 'concern',
      response: '已统一小组记录模板，每节由督导核对。',
    }),
    on(6, 20, 'assessor', { kind: 'review', of: MIDTERM, to: 'concern' }),
    surveyed(year, 11, { asked: 200, answered: 186, satisfied: 178 }),
    on(13, 22, 'bureau', { kind: 'report', title: '示例街社工服务站年度完成情况', from, to }),
  ];
}

/** An assessment until the end of a month, closed in the second month after it at the latest. */
function assessed(year: Year, of: typeof MIDTERM | typeof FINAL, lastMonth: number): Step[] {
  const on = stepsOf(year);
  const { startsOn: from } = year;
  const open: Command = { kind: 'assessment', of, from, to: lastDayIn(year, lastMonth), onsiteOn: null };
  const month = of === MIDTERM ? 6 : 13;
  return [
    on(lastMonth + 1, 6, 'bureau', open),
    ...SCORERS.map((by, index) => {
      const command: Command = { kind: 'score', of, score: SCORES[of][index] ?? '0' };
      return on(month, 11 + index, by, command);
    }),
    on(month, 21, 'bureau', { kind: 'closing', of }),
  ];
}

/** The assessment is open: two of four have scored, and a concern waits for its answer. */
function ofYearInForce(year: Year): Step[] {
  const on = stepsOf(year);
  const days = { from: year.startsOn, to: lastDayIn(year, 5), onsiteOn: dayIn(year, 7, 15) };
  return [
    surveyed(year, 3, { asked: 120, answered: 108, satisfied: 101 }),
    surveyed(year, 6, { asked: 120, answered: 112, satisfied: 107 }),
    on(6, 20, 'bureau', { kind: 'assessment', of: MIDTERM, ...days }),
    on(6, 23, 'street', { kind: 'score', of: MIDTERM, score: '18.50' }),
    on(6, 25, 'mentoringCentre', { kind: 'score', of: MIDTERM, score: '13.80' }),
    on(6, 25, 'mentoringCentre', {
      kind: 'finding',
      of: MIDTERM,
      key: 'strength',
      is: STRENGTH,
      section: OVERALL,
      text: '长者探访有计划，记录及时。',
    }),
    on(6, 25, 'mentoringCentre', {
      kind: 'finding',
      of: MIDTERM,
      key: 'concern',
      is: CONCERN,
      section: MANAGEMENT,
      text: '新入职社工的督导安排未见记录，建议补充。',
    }),
  ];
}

interface Counts {
  asked: number;
  answered: number;
  satisfied: number;
}

function surveyed(year: Year, month: number, counts: Counts): Step {
  const key = `survey ${month + 1}`;
  return stepsOf(year)(month, 25, 'manager', {
    kind: 'survey',
    key,
    method: SatisfactionMethod.OVERALL,
    ...counts,
  });
}

/** Steps on days of a year, in the morning. */
function stepsOf(year: Year): (month: number, day: number, by: Actor, command: Command) => Step {
  return (month, day, by, command) => ({ at: at(dayIn(year, month, day), 11), by, year, command });
}
