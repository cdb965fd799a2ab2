import type { Client } from '../kit/api';

/** A cell of a completion table of the API. */
export interface Cell {
  target: string | null;
  completed: string;
  percent: string | null;
}
interface Ref {
  id: string;
}
interface Code {
  code: string;
}
interface Named extends Ref {
  name: string;
}

interface Term extends Ref {
  completion: {
    rows: {
      indicator: Code;
      measure: Code;
      total: Cell;
      byZone: (Cell & { zone: Ref })[];
      byProject: (Cell & { project: Ref })[];
    }[];
  };
}

type Entry = Record<string, string | null> & { amount: string };

interface Agreement extends Ref {
  startsOn: string;
  endsOn: string;
  annualFee: string | null;
  station: Ref;
  operator: Named;
  purchaser: Named;
  terms: Term[];
  assessments: {
    id: string;
    kind: string;
    from: string;
    to: string;
    closedAt: string | null;
    total: string | null;
    grade: string | null;
    assessor: Named;
    scores: { score: string | null }[];
  }[];
  funding: {
    instalments: {
      condition: string;
      share: string;
      due: string;
      received: string;
      releasedOn: string | null;
    }[];
    budgetLines: {
      category: string;
      budgeted: string | null;
      spent: string;
      shareOfFeePercent: string | null;
      executionPercent: string | null;
    }[];
    fiscalYears: {
      fiscalYear: number;
      budget: string | null;
      paid: string;
      executionPercent: string | null;
      recall: { share: string; by: string } | null;
    }[];
    receipts: { nodes: Entry[] };
    expenditures: { nodes: Entry[] };
    payments: { nodes: Entry[] };
  };
  requiredPosts: string | null;
  requiredCertifiedShare: string | null;
  staffing: {
    required: string | null;
    requiredCertified: string | null;
    staffByZone: { zone: Named | null; personMonths: string }[];
    months: {
      month: string;
      headCount: number;
      total: string;
      certified: string;
      experienced: string;
      salaryPaid: number;
      socialInsurancePaid: number;
    }[];
    members: {
      memberId: string;
      code: string;
      total: string;
      certified: string;
      experienced: string;
      months: string[];
    }[];
  };
}

interface ByMonth {
  month: string;
  part: string | null;
  indicator: Code;
  measure: Code;
  completed: string;
}

interface ServiceRecord extends Ref {
  agreementId: string;
  occurredOn: string;
  revision: number;
  note: string | null;
  voidedAt: string | null;
  indicator: Code;
  zone: Ref | null;
  project: Ref | null;
  point: Ref | null;
  quantities: { measure: Code; value: string }[];
}

/** All that the API returns to a client, as far as the views have it too. */
export interface Seen {
  stations: (Named & { street: string; district: { name: string } })[];
  agreements: Agreement[];
  terms: Term[];
  byMonth: (dimension: keyof typeof PART) => Promise<ByMonth[]>;
  /** Every record that counts. */
  records: () => Promise<ServiceRecord[]>;
  refusalOfRecords: () => Promise<unknown[]>;
}

const CELL = 'target completed percent';
const AGREEMENT = `id startsOn endsOn annualFee requiredPosts requiredCertifiedShare station { id } operator { id name } purchaser { id name }
  terms { id completion { rows { indicator { code } measure { code } total { ${CELL} }
    byZone { zone { id } ${CELL} } byProject { project { id } ${CELL} } } } }
  assessments { id kind from to closedAt total grade assessor { id name } scores { score } }
  funding { instalments { condition share due received releasedOn }
    budgetLines { category budgeted spent shareOfFeePercent executionPercent }
    fiscalYears { fiscalYear budget paid executionPercent recall { share by } }
    receipts { nodes { id party amount reverses condition receivedOn paidOn receivedMonth knownBy } }
    expenditures { nodes { id party amount reverses category spentOn } }
    payments { nodes { id party amount reverses fiscalYear paidOn } } }`;
const STATIONS = `{ stations(first: 10) { nodes { id name street district { name }
  agreements(first: 5) { nodes { ${AGREEMENT} } } } } }`;
const STAFFING = `query($id: ID!, $from: YearMonth!, $to: YearMonth!) { agreement(id: $id) { staffing(from: $from, to: $to) {
  required requiredCertified staffByZone { zone { id name } personMonths }
  months { month headCount total certified experienced salaryPaid socialInsurancePaid }
  members { memberId code total certified experienced months } } } }`;
const RECORDS = `query($id: ID!, $after: String) { agreement(id: $id) { serviceRecords(first: 1000, after: $after) {
  nodes { id occurredOn revision note voidedAt indicator { code } zone { id } project { id } point { id }
    quantities { measure { code } value } } pageInfo { hasNextPage endCursor } } } }`;

/** The name of the group of a row of analytics. */
const PART = {
  STATION: 'station { part: id }',
  ZONE: 'zone { part: id }',
  PROJECT: 'project { part: id }',
} as const;

/** Queries everything that an organisation may see. */
export async function ask(client: Client): Promise<Seen> {
  type Station = Seen['stations'][number] & { agreements: { nodes: Agreement[] } };
  const { stations } = await client.get<{ stations: { nodes: Station[] } }>(STATIONS);
  const agreements = stations.nodes.flatMap((station) => station.agreements.nodes);
  for (const agreement of agreements) {
    const { id, startsOn, endsOn } = agreement;
    const answer = await client.get<{ agreement: Pick<Agreement, 'staffing'> }>(STAFFING, {
      id,
      from: startsOn.slice(0, 7),
      to: endsOn.slice(0, 7),
    });
    agreement.staffing = answer.agreement.staffing;
  }
  return {
    stations: stations.nodes,
    agreements,
    terms: agreements.flatMap(({ terms }) => terms),
    byMonth: async (dimension) => byMonth(client, dimension),
    records: async () => (await Promise.all(agreements.map(async ({ id }) => recordsOf(client, id)))).flat(),
    refusalOfRecords: async () => {
      const { errors } = await client.ask(RECORDS, { id: agreements[0]!.id });
      return errors.map(({ extensions }) => extensions?.code);
    },
  };
}

interface Page {
  hasNextPage: boolean;
  endCursor: string | null;
}

async function byMonth(client: Client, dimension: keyof typeof PART): Promise<ByMonth[]> {
  const query = `query($input: AnalyticsInput!) { analytics(input: $input) {
    rows { month completed indicator { code } measure { code } of: ${PART[dimension]} } pageInfo { hasNextPage endCursor } } }`;
  type Row = Omit<ByMonth, 'part'> & { of: { part: string } | null };
  interface Answer {
    analytics: { rows: Row[]; pageInfo: Page };
  }
  const found: ByMonth[] = [];
  for (let after: string | null = null, more = true; more;) {
    const input: object = { groupBy: [dimension, 'MONTH'], from: '2020-01', to: '2027-12', after };
    const answer: Answer = await client.get<Answer>(query, { input });
    found.push(...answer.analytics.rows.map(({ of, ...row }) => ({ ...row, part: of?.part ?? null })));
    ({ hasNextPage: more, endCursor: after } = answer.analytics.pageInfo);
  }
  return found;
}

async function recordsOf(client: Client, agreementId: string): Promise<ServiceRecord[]> {
  interface Answer {
    agreement: { serviceRecords: { nodes: ServiceRecord[]; pageInfo: Page } };
  }
  const found: ServiceRecord[] = [];
  for (let after: string | null = null, more = true; more;) {
    const answer: Answer = await client.get<Answer>(RECORDS, { id: agreementId, after });
    const { nodes, pageInfo } = answer.agreement.serviceRecords;
    found.push(
      ...nodes.filter(({ voidedAt }) => voidedAt === null).map((node) => ({ ...node, agreementId })),
    );
    ({ hasNextPage: more, endCursor: after } = pageInfo);
  }
  return found;
}
