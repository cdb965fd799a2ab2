import { type Hundredths, hundredths, percent, plain, twoPlaces } from './arithmetic';

/**
 * 附件1 in its order: every measure of the catalogue with its unit, as ../shared/data/catalogue.json has them. Copied
 * here by hand, so that the order of a table is not compared with itself.
 */
export const CATALOGUE: readonly (readonly [indicator: string, measure: string, unit: string])[] = `
  CASE_FILE: FILES 个
  HOME_VISIT: VISITS 户
  PHONE_VISIT: CALLS 次
  HOTLINE: CALLS 次
  CONSULT_CASE: CASES 个
  CASEWORK: OPENED 个, SESSIONS 节, CLOSED 个
  GROUPWORK: GROUPS 个, SESSIONS 节, PARTICIPANTS 人次
  LARGE_EVENT: EVENTS 个, PARTICIPANTS 人次
  MEDIUM_EVENT: EVENTS 个, PARTICIPANTS 人次
  SMALL_EVENT: EVENTS 个, PARTICIPANTS 人次
  SMALL_MEDIUM_EVENT: EVENTS 个, PARTICIPANTS 人次
  POLICY_TALK: EVENTS 次, PARTICIPANTS 人次
  REGULAR_SERVICE: SERVICES 个, PARTICIPANTS 人次
  OUTREACH: OCCASIONS 次, PARTICIPANTS 人次
  LIAISON: OCCASIONS 次
  VOLUNTEER_SERVICE: OCCASIONS 次, PARTICIPANTS 人次
  VOLUNTEER_TEAM_BUILDING: OCCASIONS 次
  VOLUNTEER_RECRUITED: PERSONS 人
  VOLUNTEER_TRAINING: SESSIONS 场
  VOLUNTEER_ACTIVITY_TRAINING: SESSIONS 场
  VOLUNTEER_TEAM_NEW: TEAMS 支
  VOLUNTEER_TEAM_KEPT: TEAMS 支
  RESOURCE_LINKED: AMOUNT 元
  COMMUNITY_STUDY: REPORTS 份
  PARTY_CHARITY_EVENT: EVENTS 次
  NEEDS_SURVEY: SURVEYS 次
  COMMUNITY_ORG_INCUBATED: ORGANISATIONS 个
  FLAGSHIP_PROJECT: PROJECTS 个
  COMMITTEE_MEETING: MEETINGS 次
  BACKBONE_TRAINED: PERSONS 人
  VOLUNTEER_GROUP_DEVELOPED: GROUPS 个
  ACTIVE_VOLUNTEER_TEAM: TEAMS 个
  PUBLIC_ISSUE_RESOLVED: ISSUES 个
  TYPICAL_CASE: CASES 个
  PROFESSIONAL_TRAINING: HOURS 小时
  PROJECT_MEETING: MEETINGS 次
  PROJECT_EVALUATION: EVALUATIONS 次
  HALF_YEARLY_BULLETIN: ISSUES 次
  SERVICE_HOURS: HOURS 小时`
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [indicator, measures] = line.trim().split(': ');
    return measures!.split(', ').map((measure) => {
      const [code, unit] = measure.split(' ');
      return [indicator!, code!, unit!] as const;
    });
  });

/** One target, or one quantity of one record; zone and project by name. */
export interface Figure {
  indicator: string;
  measure: string;
  zone: string | null;
  project: string | null;
  value: string;
}

export interface Figures {
  target: string | null;
  completed: string;
  percent: string | null;
}

/** A row of the response to COMPLETION. */
export interface Row {
  indicator: { code: string };
  measure: { code: string };
  total: Figures;
  byZone: (Figures & { zone: { name: string } })[];
  byProject: (Figures & { project: { name: string } })[];
}

/** The expected completion table, recounted from targets and records. */
export function recount(
  zones: readonly string[],
  projects: readonly string[],
  targets: readonly Figure[],
  done: readonly Figure[],
): Row[] {
  return CATALOGUE.flatMap(([indicator, measure, unit]) => {
    const own = (figure: Figure): boolean => figure.indicator === indicator && figure.measure === measure;
    const asked = targets.filter(own);
    const counted = done.filter(own);
    if (asked.length + counted.length === 0) return [];
    const figures = (of: (figure: Figure) => boolean): Figures =>
      compared(asked.filter(of), counted.filter(of), unit);
    return [
      {
        indicator: { code: indicator },
        measure: { code: measure },
        total: figures(() => true),
        byZone: zones.map((name) => ({ zone: { name }, ...figures(({ zone }) => zone === name) })),
        byProject: projects.map((name) => ({
          project: { name },
          ...figures(({ project }) => project === name),
        })),
      },
    ];
  });
}

function compared(asked: readonly Figure[], done: readonly Figure[], unit: string): Figures {
  const sum = (figures: readonly Figure[]): Hundredths =>
    figures.reduce((total, { value }) => total + hundredths(value), 0n);
  const show = unit === '元' ? twoPlaces : plain;
  const target = asked.length === 0 ? null : sum(asked);
  return {
    target: target === null ? null : show(target),
    completed: show(sum(done)),
    percent: percent(sum(done), target),
  };
}
