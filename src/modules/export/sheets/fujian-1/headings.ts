import type { Subject } from './figures';

/** How the form calls an indicator, where the catalogue has another name. */
const NAMES: Readonly<Record<string, string>> = {
  CASE_FILE: '困难群众和特殊群体建档',
  HOTLINE: '红棉热线服务次数',
  HOME_VISIT: '家庭探视服务户数',
  VOLUNTEER_RECRUITED: '发展个人志愿者',
};

/** What is above a target and above what was completed, where it is not by the rule. */
const HEADINGS: Readonly<Record<string, { target?: string; completed?: string }>> = {
  'CASE_FILE FILES': { target: '协议\n个数' },
  'CASEWORK OPENED': { completed: '接案完\n成数' },
};

export function indicatorName({ indicator }: Pick<Subject, 'indicator'>): string {
  return NAMES[indicator.code] ?? indicator.nameZh;
}

/** The headings of the three columns of a measure. */
export function headingsOf({ indicator, measure }: Subject): [string, string, string] {
  const { target, completed } = HEADINGS[`${indicator.code} ${measure.code}`] ?? {};
  const asked = indicator.measures.length === 1 ? '协议量' : `协议\n${measure.name}`;
  return [target ?? asked, completed ?? '完成量', '百分比'];
}

/** An indicator and, where it has several, its measure. */
export function subjectName(subject: Subject): string {
  const { indicator, measure } = subject;
  const name = indicatorName(subject);
  return indicator.measures.length === 1 ? name : `${name}（${measure.name}）`;
}
