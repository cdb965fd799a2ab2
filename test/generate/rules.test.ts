import { planCity, readOptions } from '../../src/generate';
import { agreementFaults } from '../../src/modules/agreement/registration/agreement.rules';
import { openingFaults } from '../../src/modules/assessment/opening.rules';
import { checkExpenditure, checkPayment, checkReceipt } from '../../src/modules/funding/ledger/entry.rules';
import { checkBudget, checkFiscalBudget, checkSources } from '../../src/modules/funding/plans/plan.rules';
import { Catalogue } from '../../src/modules/completion';
import { checkRecords } from '../../src/modules/service-record/service-record.rules';
import { checkMixture, checkTargets } from '../../src/modules/completion/target.rules';
import { checkMembers } from '../../src/modules/staffing/roster/staff-input.rules';
import type { Fault } from '../../src/platform/faults';
import type { World } from '../kit/world';
import { cityWorld, SMALL } from './support';

/** What is in the database, as it would have been sent: the rules of every service find no fault with it. */
let world: World;
let catalogue: Catalogue;
let agreements: AgreementAsSent[];
beforeAll(async () => {
  world = await cityWorld(SMALL);
  catalogue = await Catalogue.load(world.database);
  const rows = await world.ownerQuery<{ sent: AgreementAsSent }>(AGREEMENTS);
  agreements = rows.map(({ sent }) => sent);
});
afterAll(async () => {
  await world.close();
});

const TODAY = '2026-10-01';

/** Each part in the form of the input that it is judged by. */
interface AgreementAsSent {
  input: Parameters<typeof agreementFaults>[0];
  structure: Parameters<typeof checkRecords>[1];
  records: Parameters<typeof checkRecords>[2];
  targets: Parameters<typeof checkTargets>[2];
  staff: Parameters<typeof checkMembers>[1];
  lines: Parameters<typeof checkBudget>[0];
  sources: Parameters<typeof checkSources>[0];
  receipts: Parameters<typeof checkReceipt>[1][];
  expenditures: Parameters<typeof checkExpenditure>[2][];
  fiscalBudgets: Parameters<typeof checkFiscalBudget>[1][];
  payments: Parameters<typeof checkPayment>[1][];
  assessments: { from: string; to: string }[];
}

const list = (what: string, from: string): string =>
  `(select coalesce(json_agg(${what}), '[]') from ${from} and x.agreement_id = a.id)`;
const of = (table: string): string => `core.${table} x where x.organisation_id = a.organisation_id`;
const AGREEMENTS = `
  select json_build_object(
    'input', json_build_object('stationId', a.station_id, 'operatorId', a.organisation_id, 'purchaserId', a.purchaser_id,
      'serviceModel', a.service_model, 'startsOn', a.starts_on, 'endsOn', a.ends_on, 'annualFee', a.annual_fee::text,
      'requiredPosts', a.required_posts::text, 'requiredCertifiedShare', a.required_certified_share::text,
      'terms', ${list(`json_build_object('name', x.name, 'startsOn', x.starts_on, 'endsOn', x.ends_on) order by x.position`, of('term'))},
      'projects', ${list(`json_build_object('kind', x.kind, 'domain', x.domain, 'name', x.name)`, of('project'))},
      'zones', ${list(`json_build_object('name', x.name, 'points', (select json_agg(p.name) from core.point p where p.zone_id = x.id))`, of('zone'))},
      'points', '[]'::json,
      'instalments', ${list(`json_build_object('condition', x.condition, 'share', x.share::text)`, of('instalment'))}),
    'structure', json_build_object('organisationId', a.organisation_id, 'agreementId', a.id,
      'closed', '{"zones": [], "projects": [], "points": []}'::json,
      'moves', '[]'::json,
      'terms', ${list(`json_build_object('id', x.id, 'startsOn', x.starts_on, 'endsOn', x.ends_on)`, of('term'))},
      'zones', ${list('x.id', of('zone'))}, 'projects', ${list('x.id', of('project'))},
      'points', ${list(`json_build_object('id', x.id, 'zoneId', x.zone_id)`, of('point'))}),
    'records', ${list(
      `json_build_object('indicator', x.indicator_code, 'projectId', x.project_id, 'zoneId', x.zone_id, 'pointId', x.point_id,
       'occurredOn', x.occurred_on, 'termId', x.term_id,
       'quantities', (select json_agg(json_build_object('measure', key, 'value', value)) from jsonb_each_text(x.quantities)))`,
      of('service_record'),
    )},
    'targets', ${list(`json_build_object('termId', x.term_id, 'zoneId', x.zone_id, 'projectId', x.project_id, 'indicator', x.indicator_code, 'measure', x.measure_code, 'value', trim_scale(x.value)::text)`, `${of('target')} and x.until is null`)},
    'staff', ${list(
      `json_build_object('name', (select i.name from core.staff_identity i where i.member_id = x.id), 'kind', x.kind,
       'zoneIds', array_remove(array[x.zone_id, x.second_zone_id], null), 'practisingSince', x.practising_since,
       'employedFrom', (select min(s.employed_from) from core.staff_spell s where s.member_id = x.id),
       'certificates', (select coalesce(json_agg(json_build_object('level', c.level)), '[]') from core.staff_certificate c where c.member_id = x.id))`,
      of('staff_member'),
    )},
    'lines', ${list(`json_build_object('category', x.category, 'amount', x.amount::text)`, of('budget_line'))},
    'sources', ${list(`json_build_object('level', x.level, 'amount', x.amount::text)`, of('funding_source'))},
    'receipts', ${list(`json_build_object('condition', x.condition, 'amount', x.amount::text, 'receivedOn', x.received_on, 'paidOn', x.paid_on)`, of('receipt'))},
    'expenditures', ${list(`json_build_object('category', x.category, 'amount', x.amount::text, 'spentOn', x.spent_on)`, of('expenditure'))},
    'fiscalBudgets', ${list(`json_build_object('fiscalYear', x.fiscal_year, 'amount', x.amount::text, 'recall', case when x.recall_by is null then null else json_build_object('share', x.recall_share::text, 'by', x.recall_by) end)`, of('fiscal_budget'))},
    'payments', ${list(`json_build_object('fiscalYear', x.fiscal_year, 'amount', x.amount::text, 'paidOn', x.paid_on)`, of('payment'))},
    'assessments', ${list(`json_build_object('from', x.from_day, 'to', x.to_day)`, of('assessment'))}
  ) as sent from core.agreement a where a.state = 'CONFIRMED' order by a.id`;

/** The faults of every agreement, said by what it judges; each must have something to judge. */
function expectNoFaults<Part>(
  partsOf: (sent: AgreementAsSent) => readonly Part[],
  check: (sent: AgreementAsSent, part: Part) => readonly Fault[],
): void {
  const checked = agreements.flatMap((sent) => partsOf(sent).map((part) => check(sent, part)));
  expect(checked.length).toBeGreaterThan(SMALL.stations);
  expect(checked.flat().map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([]);
}

test('its agreements can be registered, of either model, with three or four zones and about twelve points', () => {
  expectNoFaults(
    ({ input }) => [input],
    (_, input) => agreementFaults(input),
  );
  const zones = agreements.map(({ input }) => input.zones!.length);
  expect(new Set(zones)).toEqual(new Set([3, 4]));
  const points = agreements.map(({ structure }) => structure.points.length);
  const mean = points.reduce((sum, count) => sum + count, 0) / points.length;
  expect(Math.abs(mean - 12)).toBeLessThan(1);
});

test('its records can be recorded, each in the term of its day, and none is later than the city’s last day', () => {
  expectNoFaults(
    ({ records }) => [records.slice(0, 500)],
    ({ structure }, records) => {
      const checked = checkRecords(catalogue, structure, records, TODAY);
      const terms = records.map((record) => (record as unknown as { termId: string }).termId);
      expect(checked.records.map(({ termId }) => termId)).toEqual(terms);
      return checked.rules.faults;
    },
  );
});

test('its targets can be set', () => {
  expectNoFaults(
    ({ targets }) => [targets],
    ({ structure }, targets) => {
      const rules = checkTargets(catalogue, structure, targets);
      checkMixture(rules, [], targets);
      return rules.faults;
    },
  );
});

test('its staff can be enrolled, in codes for names', () => {
  expectNoFaults(
    ({ staff }) => [staff],
    ({ structure }, staff) => checkMembers(structure.zones, staff).rules.faults,
  );
  const names = agreements.flatMap(({ staff }) => staff.map(({ name }) => name));
  expect(names.filter((name) => !/^(社工|行政|督导)\d{3}$/.test(name))).toEqual([]);
});

test('its money can be planned, received, spent and paid', () => {
  expectNoFaults(
    ({ lines }) => [lines],
    (_, lines) => checkBudget(lines).rules.faults,
  );
  expectNoFaults(
    ({ sources }) => [sources],
    (_, sources) => checkSources(sources).faults,
  );
  expectNoFaults(
    ({ fiscalBudgets }) => fiscalBudgets,
    ({ input }, budget) => checkFiscalBudget(input, budget).faults,
  );
  expectNoFaults(
    ({ payments }) => payments,
    ({ input }, payment) => checkPayment(input, payment, TODAY).rules.faults,
  );
  expectNoFaults(
    ({ expenditures }) => expenditures,
    ({ input, lines }, expenditure) =>
      checkExpenditure(
        input,
        { budgeted: lines.map(({ category }) => category), used: [] },
        expenditure,
        TODAY,
      ).rules.faults,
  );
  expectNoFaults(
    ({ receipts }) => receipts,
    ({ input: { startsOn, endsOn, annualFee = null, instalments }, receipts }, receipt) => {
      // Each is the only one of its instalment, so nothing had come in before it.
      expect(receipts.filter(({ condition }) => condition === receipt.condition)).toEqual([receipt]);
      const schedule = {
        startsOn,
        endsOn,
        annualFee,
        instalments: instalments!.map(({ condition, share }) => ({ condition, share, received: '0' })),
      };
      return checkReceipt(schedule, receipt, TODAY).rules.faults;
    },
  );
});

test('its assessments lie within their agreements, and money was released by what was closed and passed', async () => {
  expectNoFaults(
    ({ assessments }) => assessments,
    ({ input }, assessment) => openingFaults(assessment, input),
  );
  const [early] = await world.ownerQuery<{ count: number }>(
    `select count(*)::int as count from core.receipt r where r.condition <> 'SIGNING' and not exists (
       select from core.assessment s where s.agreement_id = r.agreement_id and r.condition = s.kind || '_QUALIFIED'
          and s.total >= 60 and s.closed_at < r.paid_on)`,
  );
  expect(early!.count).toBe(0);
});

test('this year’s assessments wait for scores or are closed, last year’s are all closed with what they were based on', async () => {
  const rows = await world.ownerQuery<{ year: number; kind: string; closed: boolean; parts: number }>(
    `select case when a.starts_on < '2026-01-01' then 1 else 2 end as year, s.kind, s.closed_at is not null as closed,
            (select count(distinct b.report)::int from core.snapshot_part b where b.snapshot_id = s.id) as parts
       from core.assessment s join core.agreement a on a.id = s.agreement_id`,
  );
  const first = rows.filter(({ year }) => year === 1);
  expect(first).toHaveLength(2 * SMALL.stations);
  expect(first.filter(({ closed }) => !closed)).toEqual([]);
  const second = rows.filter(({ year }) => year === 2);
  expect(new Set(second.map(({ closed }) => closed))).toEqual(new Set([true, false]));
  expect(rows.filter(({ closed, parts }) => parts !== (closed ? 3 : 0))).toEqual([]);
});

test('months are handed in, most on time and accepted; some are late, some never', async () => {
  const [months] = await world.ownerQuery<Record<'accepted' | 'waiting' | 'late' | 'steps', number>>(
    `select count(*) filter (where state = 'ACCEPTED')::int as accepted,
            count(*) filter (where state = 'HANDED_IN')::int as waiting,
            count(*) filter (where (first_handed_in_at at time zone 'Asia/Shanghai')::date > due_on)::int as late,
            (select count(*)::int from core.report_month_event) as steps from core.report_month`,
  );
  const { accepted, waiting, late, steps } = months!;
  expect(accepted).toBeGreaterThan(10 * waiting);
  expect(late).toBeGreaterThan(0);
  expect(accepted).toBeGreaterThan(4 * late);
  expect(steps).toBe(2 * accepted + waiting);
  const [never] = await world.ownerQuery<{ count: number }>(
    `select count(*)::int as count from core.agreement a
      cross join generate_series(date_trunc('month', a.starts_on::timestamp), least(a.ends_on, date '2026-08-31'), interval '1 month') g
      where a.state = 'CONFIRMED' and not exists (
        select from core.report_month m where m.agreement_id = a.id and m.month = g::date)`,
  );
  expect(never!.count).toBeGreaterThan(0);
});

test('stations are ahead of their targets and behind them', async () => {
  const [paces] = await world.ownerQuery<{ ahead: number; behind: number }>(
    `select count(*) filter (where done > asked)::int as ahead, count(*) filter (where done < asked)::int as behind
       from (select t.agreement_id, sum(t.value) as asked,
                    (select sum(c.completed) from core.completion_term c
                      where c.agreement_id = t.agreement_id and c.indicator_code = 'PHONE_VISIT') as done
               from core.target t where t.indicator_code = 'PHONE_VISIT' group by 1) s`,
  );
  expect(paces!.ahead).toBeGreaterThan(2);
  expect(paces!.behind).toBeGreaterThan(2);
});

test('a whole city has eleven districts of uneven size, large and small operators, and stations that change hands', () => {
  const { agreements: planned, stations, operators } = planCity(readOptions([]));
  const counts = <T>(things: readonly T[], keyOf: (thing: T) => string): number[] => {
    const groups = new Map<string, number>();
    for (const key of things.map(keyOf)) groups.set(key, (groups.get(key) ?? 0) + 1);
    return [...groups.values()].sort((one, other) => other - one);
  };
  const districts = counts(stations, ({ districtCode }) => districtCode);
  expect(districts).toHaveLength(11);
  expect(districts[0]! / districts.at(-1)!).toBeGreaterThan(4);
  const byOperator = counts(
    planned.filter(({ year }) => year === 0),
    ({ operator }) => operator.id,
  );
  expect(byOperator).toHaveLength(operators.length);
  expect(byOperator[0]! / byOperator.at(-1)!).toBeGreaterThan(10);
  const [first, second] = [0, 1].map((wanted) => planned.filter(({ year }) => year === wanted));
  const changed = first!.filter(({ operator }, at) => operator !== second![at]!.operator);
  expect(changed.length / stations.length).toBeGreaterThan(0.08);
  expect(changed.length / stations.length).toBeLessThan(0.16);
  expect(planned.reduce((sum, { records }) => sum + records, 0)).toBe(5_000_000);
});
