import type { DatabaseRole } from '../../../src/platform/database/roles';

/** Two operators beside each other in one district, one of them in another district as well, and all viewers. */
export const PARTIES = {
  A: ['OPERATOR', '440103'],
  B: ['OPERATOR', '440103'],
  C: ['OPERATOR', '440103'],
  P1: ['PURCHASER', '440103'],
  P2: ['PURCHASER', '440103'],
  P3: ['PURCHASER', '440106'],
  D1: ['SUPERVISOR', '440103'],
  D2: ['SUPERVISOR', '440106'],
  CITY: ['SUPERVISOR', null],
  MENTORS: ['MENTORING_CENTRE', null],
  DISTRICT_MENTORS: ['MENTORING_CENTRE', '440103'],
  ASSESSOR: ['ASSESSOR', null],
  OTHER_ASSESSOR: ['ASSESSOR', null],
  IDLE_ASSESSOR: ['ASSESSOR', null],
  PLATFORM: ['PLATFORM', null],
} as const;

export const STATIONS = { S1: '440103', S2: '440103', S3: '440106' } as const;

/**
 * S1 changed hands: A ran it in 2023, B runs it in 2024. Each agreement is assessed once; one assessment is closed, of one
 * a score is missing. One is a proposal.
 */
export const AGREEMENTS = {
  'A at S1': { operator: 'A', station: 'S1', purchaser: 'P1', year: 2023, assessor: 'OTHER_ASSESSOR' },
  'B at S1': { operator: 'B', station: 'S1', purchaser: 'P1', year: 2024, assessor: 'OTHER_ASSESSOR' },
  'A at S2': { operator: 'A', station: 'S2', purchaser: 'P2', year: 2024, assessor: 'ASSESSOR' },
  'B at S3': { operator: 'B', station: 'S3', purchaser: 'P3', year: 2024, assessor: 'OTHER_ASSESSOR' },
  'C at S2': { operator: 'C', station: 'S2', purchaser: 'P2', year: 2025, assessor: 'IDLE_ASSESSOR' },
} as const;

export const CLOSED: AgreementName = 'B at S1';
export const PROPOSED: AgreementName = 'C at S2';
/** A score of its assessment is missing, so that the others are sealed. */
export const SEALED: AgreementName = 'A at S2';

export type PartyName = keyof typeof PARTIES;
export type StationName = keyof typeof STATIONS;
export type AgreementName = keyof typeof AGREEMENTS;

export interface ViewerDescription {
  of: PartyName;
  role: DatabaseRole;
  /** Independent of the policies. */
  sees: readonly AgreementName[];
  /** The stations of a limited member, which administers nothing. */
  stations?: readonly StationName[];
}

function viewer(
  of: PartyName,
  role: DatabaseRole,
  sees: readonly AgreementName[],
  limits: Pick<ViewerDescription, 'stations'> = {},
): ViewerDescription {
  return { of, role, sees, ...limits };
}

const limitedTo = (...stations: StationName[]): { stations: StationName[] } => ({ stations });
const EVERY = Object.keys(AGREEMENTS) as AgreementName[];
const CONFIRMED = EVERY.filter((name) => name !== PROPOSED);

/** All viewers, and the agreements that they may see. */
export const VIEWERS = {
  'operator A': viewer('A', 'app_operator', ['A at S1', 'A at S2']),
  'operator B': viewer('B', 'app_operator', ['B at S1', 'B at S3']),
  'a worker of A limited to S2': viewer('A', 'app_operator', ['A at S2'], limitedTo('S2')),
  'a worker of A limited to S1': viewer('A', 'app_operator', ['A at S1'], limitedTo('S1')),
  'a worker of A limited to no station': viewer('A', 'app_operator', [], limitedTo()),
  'a worker of A limited to a station of B alone': viewer('A', 'app_operator', [], limitedTo('S3')),

  'operator C': viewer('C', 'app_operator', ['C at S2']),

  'purchaser P1': viewer('P1', 'app_purchaser', ['A at S1', 'B at S1']),
  'purchaser P2': viewer('P2', 'app_purchaser', ['A at S2', 'C at S2']),
  'purchaser P3': viewer('P3', 'app_purchaser', ['B at S3']),
  'a worker of P1 limited to S2': viewer('P1', 'app_purchaser', [], limitedTo('S2')),
  'a worker of P2 limited to S2': viewer('P2', 'app_purchaser', ['A at S2', 'C at S2'], limitedTo('S2')),

  'district bureau D1': viewer('D1', 'app_supervisor', ['A at S1', 'B at S1', 'A at S2', 'C at S2']),
  'district bureau D2': viewer('D2', 'app_supervisor', ['B at S3']),
  'a worker of D1 limited to S2': viewer('D1', 'app_supervisor', ['A at S2', 'C at S2'], limitedTo('S2')),

  'city bureau': viewer('CITY', 'app_city', EVERY),
  'a worker of the city bureau limited to S3': viewer('CITY', 'app_city', ['B at S3'], limitedTo('S3')),

  "the city's mentoring centre": viewer('MENTORS', 'app_mentoring', CONFIRMED),
  'a worker of the mentoring centre limited to S1': viewer(
    'MENTORS',
    'app_mentoring',
    ['A at S1', 'B at S1'],
    limitedTo('S1'),
  ),

  'a mentoring centre of a district': viewer('DISTRICT_MENTORS', 'app_mentoring', []),

  'assessor of nothing': viewer('IDLE_ASSESSOR', 'app_assessor', []),
  'assessor of A at S2': viewer('ASSESSOR', 'app_assessor', ['A at S2']),
  'assessor of the others': viewer('OTHER_ASSESSOR', 'app_assessor', ['A at S1', 'B at S1', 'B at S3']),
  'a worker of that assessor limited to S1': viewer(
    'OTHER_ASSESSOR',
    'app_assessor',
    ['A at S1', 'B at S1'],
    limitedTo('S1'),
  ),

  'the platform': viewer('PLATFORM', 'app_platform', []),
  'a worker of the platform': viewer('PLATFORM', 'app_platform', [], limitedTo()),
} as const;

export type ViewerName = keyof typeof VIEWERS;
