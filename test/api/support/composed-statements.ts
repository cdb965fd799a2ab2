import { type Action, type Member, MemberRole, OrganisationKind } from '../../../src/access';
import { isPermitted } from '../../../src/access/actions';
import { auditCount, auditPage } from '../../../src/modules/audit/audit-entry.repository';
import { agreementsOfStation } from '../../../src/modules/agreement/agreement.repository';
import { analyticsPage } from '../../../src/modules/analytics/analytics.repository';
import { AnalyticsDimension } from '../../../src/modules/analytics/analytics.enums';
import { rankingCount, rankingPage } from '../../../src/modules/analytics/ranking.repository';
import { RankingBasis } from '../../../src/modules/analytics/analytics.enums';
import { organisationCount, organisationPage } from '../../../src/modules/directory/organisation.repository';
import {
  stationCount,
  stationCountOf,
  stationPage,
  stationsOf,
} from '../../../src/modules/directory/station.repository';
import { Where } from '../../../src/modules/export/export.filter';
import { EXPORTS } from '../../../src/modules/export/export.service';
import { logQuery } from '../../../src/modules/export/sheets/service-log/service-log.repository';
import { expenditures, payments, receipts } from '../../../src/modules/funding/ledger/entry.repository';
import { budgetPage } from '../../../src/modules/funding/plans/plan.repository';
import { countedRecords, countedSum } from '../../../src/modules/service-record/explanation.repository';
import {
  recordCount,
  recordPage,
  type RecordConditions,
  SUMMARY,
  WITH_DETAILS,
} from '../../../src/modules/service-record/service-record.repository';
import { scopeCount, scopePage } from '../../../src/modules/service-record/scope-records.repository';
import { memberPage } from '../../../src/modules/membership/member.repository';
import { findNode } from '../../../src/modules/node/node.repository';
import * as overview from '../../../src/modules/overview/overview.repository';
import { boardPage } from '../../../src/modules/reporting/board/board.repository';
import { countTasks, readTasks } from '../../../src/modules/task/task.repository';
import { surveysOfAgreement } from '../../../src/modules/satisfaction/satisfaction.repository';
import { csvOf, ndjsonOf } from '../../../src/platform/export/text-formats';
import { parquetQuery } from '../../../src/platform/export/parquet';
import type { Statement } from '../../../src/platform/database/statement';
import { newId } from '../../../src/platform/ids';
import { WorkingDays } from '../../../src/platform/working-days';

const ID = newId();
const DAY = '2024-01-01';
const KEY = { organisationId: ID, agreementId: ID };

/** Records the statements that would be sent to the database, and returns no rows. */
class Recorder {
  readonly sent: Statement[] = [];
  readonly read = async (sql: Statement): Promise<never[]> => {
    this.sent.push(sql);
    return Promise.resolve([]);
  };

  member(
    kind: OrganisationKind,
    may: (action: Action) => boolean = () => true,
    districtCode: string | null = null,
  ): Member {
    const session = { kind, organisationId: ID, districtCode, role: MemberRole.ADMIN };
    return { session, read: this.read, may, today: () => DAY } as unknown as Member;
  }

  /** Returns no rows, which some batches do not expect. */
  async load(
    batch: { fetch: (scope: never, keys: never[]) => Promise<unknown> },
    key: unknown,
  ): Promise<void> {
    await batch.fetch({ read: this.read } as never, [key as never]).catch(() => undefined);
  }
}

/** Every subset of the items. */
function subsets<T>(things: readonly T[]): T[][] {
  return things.reduce<T[][]>((found, thing) => [...found, ...found.map((some) => [...some, thing])], [[]]);
}

/** Objects with these fields: each given or null, in every combination. */
function filters<F extends object>(given: F): { [K in keyof F]: F[K] | null }[] {
  return subsets(Object.keys(given)).map(
    (some) =>
      Object.fromEntries(
        Object.entries(given).map(([name, value]) => [name, some.includes(name) ? (value as unknown) : null]),
      ) as { [K in keyof F]: F[K] | null },
  );
}

/** The first page and a later one. */
const pages = (...place: string[]): { size: number; after: string[] | null }[] => [
  { size: 50, after: null },
  { size: 50, after: place },
];

async function analytics(to: Recorder): Promise<void> {
  const members = [OrganisationKind.OPERATOR, OrganisationKind.SUPERVISOR].map((kind) => to.member(kind));
  const asked = filters({
    districtCodes: ['440103'],
    operatorIds: [ID],
    stationIds: [ID],
    indicators: ['A'],
  });
  for (const dimensions of subsets(Object.values(AnalyticsDimension))) {
    for (const filter of asked) {
      const question = { dimensions, first: DAY, after: DAY, ...filter };
      for (const member of members) {
        for (const after of [null, ['a', '1', '1']]) await analyticsPage(member, question, 50, after);
      }
    }
  }
}

async function ranking(to: Recorder): Promise<void> {
  const member = to.member(OrganisationKind.SUPERVISOR);
  for (const basis of Object.values(RankingBasis)) {
    for (const districtCodes of [null, ['440103']]) {
      const days = { first: DAY, after: DAY, past: DAY, running: DAY };
      const question = { indicator: 'A', measure: 'B', ...days, basis, districtCodes };
      for (const page of pages('0', '1', ID)) await rankingPage(member, question, page);
      await rankingCount(member, question);
    }
  }
}

async function records(to: Recorder): Promise<void> {
  const member = to.member(OrganisationKind.OPERATOR);
  const places = { zoneId: ID, projectId: ID };
  const scope = { agreementId: ID, stationId: ID, operatorId: ID, districtCode: '440103' };
  for (const filter of filters({ ...places, ...scope })) {
    const cell = { indicator: 'A', measure: 'B', from: DAY, to: DAY, ...filter };
    for (const page of pages(DAY, ID)) await countedRecords(member, cell, page);
    await countedSum(member, cell);
  }
  for (const filter of recordFilters()) {
    for (const page of pages(DAY, ID)) {
      await recordPage(member, KEY, filter, page, SUMMARY);
      await recordPage(member, KEY, filter, page, WITH_DETAILS);
      for (const stationId of [null, ID]) await scopePage(member, { ...filter, stationId }, page);
    }
    await recordCount(member, KEY, filter);
    for (const stationId of [null, ID]) await scopeCount(member, { ...filter, stationId });
  }
}

/** Every combination of places and days, with all or none of what else records are found by, and every combination of that. */
function recordFilters(): RecordConditions[] {
  const places = { indicator: 'A', zoneId: ID, projectId: ID, pointId: ID, from: DAY, to: DAY };
  const rest = { recordedBy: ID, voided: true, noteContains: 'a' };
  const [noPlace] = filters(places);
  return [
    ...filters(places).flatMap((place) =>
      [rest, { recordedBy: null, voided: null, noteContains: null }].map((other) => ({ ...place, ...other })),
    ),
    ...filters(rest).map((other) => ({ ...noPlace!, ...other })),
  ];
}

async function lists(to: Recorder): Promise<void> {
  const member = to.member(OrganisationKind.OPERATOR);
  const byName = pages('a', ID);
  const parties = { districtCode: '440103', operatorId: ID, purchaserId: ID };
  for (const filter of filters({ ...parties, nameContains: 'a' })) {
    for (const page of byName) await stationPage(member, filter, page);
    await stationCount(member, filter);
  }
  for (const kind of Object.values(OrganisationKind)) {
    for (const page of byName) await to.load(stationsOf(kind, page), { id: ID });
    await to.load(stationCountOf(kind), { id: ID });
  }
  for (const { kind } of filters({ kind: OrganisationKind.OPERATOR })) {
    for (const page of byName) await organisationPage(member, kind, page);
    await organisationCount(member, kind);
  }
  for (const page of byName) await memberPage(member, page);
  for (const filter of filters({
    memberId: ID,
    action: 'A',
    outcome: ['A'],
    thingId: ID,
    from: DAY,
    to: DAY,
  })) {
    for (const page of pages(DAY, ID)) await auditPage(member, filter, page);
    await auditCount(member, filter);
  }
  for (const page of pages(DAY, ID)) {
    for (const withParts of [true, false]) await to.load(agreementsOfStation(page, withParts), ID);
    await to.load(surveysOfAgreement(page), KEY);
    for (const ledger of [receipts, expenditures, payments]) await ledger.page(member, KEY, page);
  }
  for (const page of pages('1')) await budgetPage(member, KEY, page);
}

async function boards(to: Recorder): Promise<void> {
  const member = to.member(OrganisationKind.SUPERVISOR);
  for (const { districtCode, withEnded } of filters({ districtCode: '440103', withEnded: true })) {
    const question = { today: DAY, first: DAY, last: DAY, districtCode, withEnded: withEnded === true };
    for (const page of pages('a', ID)) await boardPage(member, question, page);
  }
}

async function overviews(to: Recorder): Promise<void> {
  const member = to.member(OrganisationKind.SUPERVISOR);
  for (const choice of filters({ districtCode: '440103', operatorId: ID })) {
    for (const page of pages('0', 'a', ID)) await overview.stationRows(member, DAY, choice, page);
    await overview.stationRowCount(member, DAY, choice);
    await overview.districtRows(member, DAY, choice);
  }
  for (const page of pages(DAY, ID)) await overview.agreementRows(member, DAY, page);
  await overview.agreementRowCount(member, DAY);
}

/** By every combination of the actions on which the statement depends. */
async function nodes(to: Recorder): Promise<void> {
  const asked = new Set<Action>();
  const find = async (may: (action: Action) => boolean): Promise<unknown> =>
    findNode(to.member(OrganisationKind.OPERATOR, may), ID);
  await find((action) => asked.add(action).has(action));
  for (const some of subsets([...asked]).filter((actions) => actions.includes('directory.read'))) {
    await find((action) => some.includes(action));
  }
}

/** Of every kind of organisation and role; the city's bureau has none of a district. */
async function tasks(to: Recorder): Promise<void> {
  const workingDays = new WorkingDays();
  for (const kind of Object.values(OrganisationKind)) {
    for (const role of Object.values(MemberRole)) {
      for (const districtCode of [null, '440103']) {
        const rights = { kind, role, recordsMoney: false };
        const member = to.member(kind, (action) => isPermitted(action, rights), districtCode);
        await readTasks(member, workingDays, { kinds: null, first: 1 });
        await countTasks(member, workingDays);
      }
    }
  }
}

let composed: Promise<Statement[]> | undefined;

/** Every composed statement, for every combination of selected fields and arguments; composed once a worker. */
export async function composedStatements(): Promise<Statement[]> {
  composed ??= compose();
  return composed;
}

async function compose(): Promise<Statement[]> {
  const recorder = new Recorder();
  for (const ask of [analytics, ranking, records, lists, boards, overviews, nodes, tasks])
    await ask(recorder);
  return recorder.sent;
}

/** The query of every export and of the service log, by every filter and format; they are sent without a name. */
export function exportQueries(): string[] {
  const asked = filters({
    from: DAY,
    to: DAY,
    district: '440103',
    operator: ID,
    station: ID,
    since: '1',
  });
  const days = [null, DAY];
  const logs = days.flatMap((from) => days.map((to) => logQuery(KEY, from, to)));
  const exported = Object.values(EXPORTS).flatMap(({ table }) =>
    asked.flatMap((filter) => {
      const made = table(
        new Where({
          ...filter,
          since: filter.since === null ? null : { transaction: filter.since, on: DAY },
          today: DAY,
        }),
      );
      return [csvOf(made).query, ndjsonOf(made).query, parquetQuery(made)];
    }),
  );
  return [...exported, ...logs];
}
