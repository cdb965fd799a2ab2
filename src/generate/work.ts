/** One measure of a kind of work: the range of its value in a record, and the hundredths of records that have it. */
export interface Measured {
  code: string;
  least: number;
  most: number;
  share: number;
  /** Divides what is drawn: hours come in halves, money in fen. */
  per: number;
  isTarget: boolean;
}

/** One kind of work of a station, which one indicator of the catalogue counts. */
export interface Work {
  indicator: string;
  /** Its weight among all records. */
  weight: number;
  /** Done in a zone, or for the station as a whole. */
  inZones: boolean;
  /** Some events are joint ones of several zones: recorded in none. */
  isEvent: boolean;
  measures: Measured[];
}

const measure = (code: string, least: number, most: number, rest: Partial<Measured> = {}): Measured => ({
  code,
  least,
  most,
  share: 100,
  per: 1,
  isTarget: true,
  ...rest,
});

const inZones = (indicator: string, weight: number, ...measures: Measured[]): Work => ({
  indicator,
  weight,
  measures,
  inZones: true,
  isEvent: false,
});
const event = (indicator: string, weight: number, ...measures: Measured[]): Work => ({
  indicator,
  weight,
  measures,
  inZones: true,
  isEvent: true,
});
const atLarge = (indicator: string, weight: number, ...measures: Measured[]): Work => ({
  indicator,
  weight,
  measures,
  inZones: false,
  isEvent: false,
});

/** The work of a station: much of it daily, some of it once or twice a year. */
export const WORK: readonly Work[] = [
  inZones('PHONE_VISIT', 200, measure('CALLS', 1, 15)),
  inZones('HOME_VISIT', 200, measure('VISITS', 1, 8)),
  inZones('HOTLINE', 140, measure('CALLS', 1, 12)),
  inZones('CASE_FILE', 80, measure('FILES', 1, 5)),
  inZones('REGULAR_SERVICE', 50, measure('SERVICES', 1, 1), measure('PARTICIPANTS', 5, 40)),
  inZones(
    'CASEWORK',
    50,
    measure('OPENED', 1, 1, { share: 20 }),
    measure('SESSIONS', 1, 2),
    measure('CLOSED', 1, 1, { share: 14 }),
  ),
  inZones(
    'GROUPWORK',
    30,
    measure('GROUPS', 1, 1, { share: 20 }),
    measure('SESSIONS', 1, 2),
    measure('PARTICIPANTS', 6, 14),
  ),
  inZones('CONSULT_CASE', 20, measure('CASES', 1, 2)),
  event(
    'SMALL_EVENT',
    26,
    measure('EVENTS', 1, 1, { isTarget: false }),
    measure('PARTICIPANTS', 10, 40, { isTarget: false }),
  ),
  event('MEDIUM_EVENT', 6, measure('EVENTS', 1, 1), measure('PARTICIPANTS', 50, 120)),
  event('LARGE_EVENT', 2, measure('EVENTS', 1, 1), measure('PARTICIPANTS', 100, 600)),
  event('POLICY_TALK', 10, measure('EVENTS', 1, 1), measure('PARTICIPANTS', 20, 60)),
  atLarge('LIAISON', 90, measure('OCCASIONS', 1, 4)),
  atLarge('OUTREACH', 20, measure('OCCASIONS', 1, 1), measure('PARTICIPANTS', 20, 120)),
  atLarge('VOLUNTEER_SERVICE', 20, measure('OCCASIONS', 1, 1), measure('PARTICIPANTS', 5, 30)),
  atLarge('VOLUNTEER_RECRUITED', 6, measure('PERSONS', 1, 8)),
  atLarge('PROFESSIONAL_TRAINING', 10, measure('HOURS', 4, 60, { per: 2 })),
  atLarge('PROJECT_MEETING', 6, measure('MEETINGS', 1, 1)),
  atLarge('COMMITTEE_MEETING', 3, measure('MEETINGS', 1, 1)),
  atLarge('RESOURCE_LINKED', 5, measure('AMOUNT', 10_000, 2_000_000, { per: 100, isTarget: false })),
  atLarge('NEEDS_SURVEY', 4, measure('SURVEYS', 1, 1)),
  atLarge('TYPICAL_CASE', 2, measure('CASES', 1, 1)),
  atLarge('BACKBONE_TRAINED', 2, measure('PERSONS', 1, 6)),
  atLarge('PARTY_CHARITY_EVENT', 1, measure('EVENTS', 1, 1)),
  atLarge('PUBLIC_ISSUE_RESOLVED', 1, measure('ISSUES', 1, 1)),
];

export const ALL_WEIGHTS = WORK.reduce((sum, { weight }) => sum + weight, 0);

/** The average value of a measure in a record of this kind. */
export function mean({ least, most, share, per }: Measured): number {
  return (((least + most) / 2) * share) / 100 / per;
}

/** A drawn number as the exact decimal that is stored. */
export function decimalOf(drawn: number, per: number): string {
  if (per === 1) return String(drawn);
  const hundredths = String(Math.round((drawn * 100) / per)).padStart(3, '0');
  return `${hundredths.slice(0, -2)}.${hundredths.slice(-2)}`.replace(/\.?0+$/, '');
}
