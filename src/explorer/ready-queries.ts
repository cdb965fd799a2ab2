import type { Text } from './html';
import { AMENDMENTS, MONTHS, PROPOSALS } from './agreement-queries';
import { CITY_OVERVIEW, DISTRICT_OVERVIEW, OPERATOR_OVERVIEW, PURCHASER_OVERVIEW } from './overview-queries';

/** Who a ready query is for: the kind of organisation, the city's bureau apart from those of the districts. */
type Audience =
  | 'OPERATOR'
  | 'PURCHASER'
  | 'SUPERVISOR'
  | 'CITY_BUREAU'
  | 'MENTORING_CENTRE'
  | 'ASSESSOR'
  | 'PLATFORM';

/**
 * What the page looks up before a query can run: nothing; one agreement and term; all of them, as far as `documents`
 * go; or what a new service record names.
 */
type Need = 'nothing' | 'term' | 'terms' | 'record';

/** A query that a person may pick from the menu and run as it is. */
export interface ReadyQuery {
  readonly id: string;
  readonly title: Text;
  readonly audiences: readonly Audience[];
  readonly need: Need;
  /** Whether running it changes data. */
  readonly writes?: true;
  /** One document for each number of terms that it reads; a single one where the number does not matter. */
  readonly documents: readonly string[];
}

const CONTRACTING: readonly Audience[] = ['OPERATOR', 'PURCHASER', 'SUPERVISOR', 'CITY_BUREAU'];
const ALL_PARTIES: readonly Audience[] = [
  'OPERATOR',
  'PURCHASER',
  'SUPERVISOR',
  'CITY_BUREAU',
  'MENTORING_CENTRE',
  'ASSESSOR',
];

/** Tables per query at most, to stay well within the limits of one request. */
const MAX_TABLES = 6;

/** Read by the page after sign-in; the ids it finds fill the variables of the others. */
export const WHO_AM_I = `query WhoAmI {
  viewer { id displayName role organisation { kind name shortName district { name } } }
}`;

/** Finds the agreements and terms that the signed-in member may see. */
export const FIND_TERMS = `query FindTerms {
  stations(first: 100) {
    nodes {
      name
      agreements(first: 5) {
        nodes {
          id
          operator { name shortName }
          terms { id name startsOn endsOn }
          zones { id name points { id name } }
          projects { id name }
        }
      }
    }
  }
}`;

const COMPLETION_TABLE = `query CompletionTable($agreementId: ID!, $termId: ID!) {
  agreement(id: $agreementId) {
    station { name street district { name } }
    operator { name }
    purchaser { name }
    completion(termId: $termId) {
      from
      to
      timeProgressPercent
      rows {
        indicator { name }
        measure { name unit }
        total { target completed percent }
        byZone { zone { name } target completed percent }
        byProject { project { name } target completed percent }
      }
    }
  }
}`;

const STATIONS = `query Stations {
  stations(first: 100) {
    totalCount
    nodes {
      name
      street
      district { name }
      agreements(first: 5) {
        nodes {
          startsOn
          endsOn
          serviceModel
          operator { shortName name }
          purchaser { name }
          terms { name startsOn endsOn }
        }
      }
    }
  }
}`;

const STRUCTURE = `query StationStructure($agreementId: ID!) {
  agreement(id: $agreementId) {
    station { name }
    startsOn
    endsOn
    annualFee
    projects { kind domain name }
    zones { name points { name } }
    points { name }
    terms { name startsOn endsOn }
  }
}`;

const RECORDS = `query LatestRecords($agreementId: ID!) {
  agreement(id: $agreementId) {
    station { name }
    serviceRecords(first: 20) {
      totalCount
      nodes {
        occurredOn
        indicator { name }
        zone { name }
        point { name }
        project { name }
        quantities { measure { name unit } value }
        note
        recordedBy
        revision
      }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

const RECORD_SERVICES = `mutation RecordServices($input: RecordServicesInput!) {
  recordServices(input: $input) {
    records { id occurredOn indicator { name } quantities { measure { name unit } value } revision }
    userErrors { code message path }
  }
}`;

const ORGANISATIONS = `query Organisations {
  operators: organisations(kind: OPERATOR, first: 50) { totalCount nodes { name shortName district { name } } }
  purchasers: organisations(kind: PURCHASER, first: 50) { totalCount nodes { name district { name } } }
  supervisors: organisations(kind: SUPERVISOR, first: 50) { totalCount nodes { name district { name } } }
}`;

const CATALOGUE = `query IndicatorCatalogue {
  indicators { code name measures { code name unit } }
}`;

const DISTRICTS = `query Districts {
  districts { code name }
}`;

function allTables(count: number): string {
  const numbers = Array.from({ length: count }, (_, index) => String(index + 1));
  const variables = numbers.map((n) => `$agreement${n}: ID!, $term${n}: ID!`).join(', ');
  const tables = numbers.map(
    (n) => `  table${n}: agreement(id: $agreement${n}) {
    station { name }
    operator { shortName name }
    completion(termId: $term${n}) { ...Table }
  }`,
  );
  return `query CompletionTables(${variables}) {
${tables.join('\n')}
}

fragment Table on CompletionTable {
  term { name startsOn endsOn }
  timeProgressPercent
  rows { indicator { name } measure { name unit } total { target completed percent } }
}`;
}

const overview = (id: string, zh: string, en: string, audience: Audience, document: string): ReadyQuery => ({
  id,
  title: { zh, en },
  audiences: [audience],
  need: 'nothing',
  documents: [document],
});

/** The first query for each kind of organisation. */
const OVERVIEWS: readonly ReadyQuery[] = [
  overview('operator', '各站概览', 'My stations side by side', 'OPERATOR', OPERATOR_OVERVIEW),
  overview('purchaser', '协议概览：进度、应付、评估', 'My agreements', 'PURCHASER', PURCHASER_OVERVIEW),
  overview('district', '全区各站概览', 'Stations of my district', 'SUPERVISOR', DISTRICT_OVERVIEW),
  overview('city', '全市各区概览', 'Districts of the city', 'CITY_BUREAU', CITY_OVERVIEW),
];

/** The menu, in its order. */
export const READY_QUERIES: readonly ReadyQuery[] = [
  ...OVERVIEWS,
  {
    id: 'completion',
    title: { zh: '指标完成情况表（附件1）', en: 'Completion table' },
    audiences: ALL_PARTIES,
    need: 'term',
    documents: [COMPLETION_TABLE],
  },
  {
    id: 'tables',
    title: { zh: '各站完成情况一览', en: 'Tables of all stations' },
    audiences: ['SUPERVISOR', 'CITY_BUREAU', 'PURCHASER', 'MENTORING_CENTRE', 'ASSESSOR'],
    need: 'terms',
    documents: Array.from({ length: MAX_TABLES }, (_, index) => allTables(index + 1)),
  },
  {
    id: 'stations',
    title: { zh: '我能看到的社工站与协议', en: 'Stations and agreements in my scope' },
    audiences: ALL_PARTIES,
    need: 'nothing',
    documents: [STATIONS],
  },
  {
    id: 'structure',
    title: { zh: '协议内容：项目、片区、社工点', en: 'Projects, zones and points of an agreement' },
    audiences: ALL_PARTIES,
    need: 'term',
    documents: [STRUCTURE],
  },
  {
    id: 'records',
    title: { zh: '最近的服务记录', en: 'Latest service records' },
    audiences: CONTRACTING,
    need: 'term',
    documents: [RECORDS],
  },
  {
    id: 'months',
    title: { zh: '月报：已报送、已接受、迟报', en: 'Months: handed in, accepted, late' },
    audiences: ALL_PARTIES,
    need: 'nothing',
    documents: [MONTHS],
  },
  {
    id: 'record-services',
    title: { zh: '填报一条服务记录', en: 'Record a service' },
    audiences: ['OPERATOR'],
    need: 'record',
    writes: true,
    documents: [RECORD_SERVICES],
  },
  {
    id: 'proposals',
    title: { zh: '待确认的协议', en: 'Agreements that wait for a confirmation' },
    audiences: CONTRACTING,
    need: 'nothing',
    documents: [PROPOSALS],
  },
  {
    id: 'amendments',
    title: { zh: '协议变更', en: 'Amendments of agreements' },
    audiences: CONTRACTING,
    need: 'nothing',
    documents: [AMENDMENTS],
  },
  {
    id: 'organisations',
    title: { zh: '机构名录', en: 'Directory of organisations' },
    audiences: ['PLATFORM', 'CITY_BUREAU'],
    need: 'nothing',
    documents: [ORGANISATIONS],
  },
  {
    id: 'districts',
    title: { zh: '全市各区', en: 'Districts of the city' },
    audiences: ['PLATFORM'],
    need: 'nothing',
    documents: [DISTRICTS],
  },
  {
    id: 'catalogue',
    title: { zh: '指标目录', en: 'Indicator catalogue' },
    audiences: [...ALL_PARTIES, 'PLATFORM'],
    need: 'nothing',
    documents: [CATALOGUE],
  },
  {
    id: 'me',
    title: { zh: '我是谁', en: 'Who am I' },
    audiences: [...ALL_PARTIES, 'PLATFORM'],
    need: 'nothing',
    documents: [WHO_AM_I],
  },
];
