import { fixture } from '../sheets/support/fengyuan';
import { type Client, startApi, type TestApi } from '../kit/api';
import { type Agreement, demoAgreement, newStation } from './support/agreements';
import { correct, record, voidRecord } from './support/questions';
import { audit, type Audit, line, tryAudit } from './support/report-audits';

/** What the five stations published, and an uploaded 附件1, against the records of the demo; the records of a moment. */
let api: TestApi;
let city: Client;
beforeAll(async () => {
  api = await startApi();
  city = await api.as('admin@guangzhou-bureau.example');
});
afterAll(async () => api.close());

/** Audits a report of a demo station, as the city bureau. */
async function report(
  street: string,
  figures: (agreement: Agreement) => Record<string, unknown>[],
  days: { from?: string; to?: string } = {},
): Promise<Audit> {
  const agreement = await demoAgreement(api, street);
  const { id: agreementId, startsOn: from, endsOn: to } = agreement;
  return audit(city, { agreementId, title: '年度报告', from, to, ...days, figures: figures(agreement) });
}
const printedIn = ({ figures }: Audit) => figures.nodes.filter(({ printed }) => printed !== null);
const faultsOf = (kept: Audit) =>
  printedIn(kept).flatMap(({ printed, inReport }) =>
    inReport.map(({ fault, expected }) => [printed, fault, expected]),
  );
const shown = ({ figures }: Audit) =>
  figures.nodes.map(({ printed, recomputed, verdict }) => [printed, recomputed, verdict]);
const percentsOf = (kept: Audit) =>
  printedIn(kept)
    .filter(({ kind }) => kind === 'PERCENT')
    .map(({ printed, recomputed, verdict }) => [printed, recomputed, verdict]);

test('钟落潭 truncates to integers', async () => {
  const kept = await report('钟落潭', () => [
    ...line('CASEWORK OPENED', ['90', '104', '115%']),
    ...line('SMALL_MEDIUM_EVENT EVENTS', ['28', '45', '160%']),
    ...line('VOLUNTEER_RECRUITED PERSONS', ['150', '314', '209%']),
    ...line('VOLUNTEER_SERVICE PARTICIPANTS', ['400', '2147', '536%']),
  ]);
  expect(kept.rounding).toEqual({ roundings: ['TRUNCATED_0'], ratios: 4, explained: 4 });
  expect(percentsOf(kept)).toEqual([
    ['115%', '115.56', 'ROUNDED_DOWN'],
    ['160%', '160.71', 'ROUNDED_DOWN'],
    ['209%', '209.33', 'ROUNDED_DOWN'],
    ['536%', '536.75', 'ROUNDED_DOWN'],
  ]);
  expect(printedIn(kept).filter(({ isFinding }) => isFinding)).toEqual([]);
});

test('元岗 rounds half up to integers, but for one; its 126 % fits every target from 1,900 to 1,914', async () => {
  const kept = await report(
    '元岗',
    () => [
      ...line('HOME_VISIT VISITS', ['500', '522', '104%']),
      ...line('PHONE_VISIT CALLS', [null, '2403', '126%']),
      ...line('GROUPWORK SESSIONS', ['40', '47', '118%']),
      ...line('LARGE_EVENT PARTICIPANTS', ['700', '1194', '171%']),
      ...line('SMALL_MEDIUM_EVENT PARTICIPANTS', ['850', '618', '72.7%']),
      ...line('VOLUNTEER_RECRUITED PERSONS', ['150', '177', '118%']),
    ],
    { to: '2022-12-31' },
  );
  expect(kept.rounding).toEqual({ roundings: ['HALF_UP_0'], ratios: 5, explained: 4 });
  expect(faultsOf(kept)).toEqual([['72.7%', 'MIXED_PRECISION', '73%']]);
  expect(printedIn(kept).find(({ printed }) => printed === '126%')).toMatchObject({
    recomputed: '126.47',
    verdict: 'ROUNDED_TO_INTEGER',
    inReport: [],
    possible: [{ part: 'TARGET', rounding: 'HALF_UP_0', least: '1900', most: '1914' }],
  });
});

test('中南 mixes integers and a decimal', async () => {
  const kept = await report(
    '中南',
    () => [
      ...line('GROUPWORK PARTICIPANTS', ['360', '386', '107%']),
      ...line('SMALL_MEDIUM_EVENT EVENTS', ['19', '23', '121%']),
      ...line('全年预算执行', ['2448000.00', '1848000.00', '75.5%']),
    ],
    { to: '2021-12-31' },
  );
  expect(kept.rounding).toEqual({ roundings: ['HALF_UP_0', 'TRUNCATED_0'], ratios: 3, explained: 2 });
  expect(faultsOf(kept)).toEqual([['75.5%', 'MIXED_PRECISION', '75%']]);
  expect(percentsOf(kept)).toEqual([
    ['107%', '107.22', 'ROUNDED_TO_INTEGER'],
    ['121%', '121.05', 'ROUNDED_TO_INTEGER'],
    ['75.5%', null, null],
  ]);
});

test('逢源 has a target of 政策宣传 out of line, and says in its text otherwise than in its table', async () => {
  const kept = await report(
    '逢源',
    ({ zones }) => [
      ...zones.flatMap(({ id }, at) => [
        ...line('POLICY_TALK EVENTS', ['24', ['12', '17', '23'][at]!, null], { zoneId: id }),
        ...line('POLICY_TALK PARTICIPANTS', [['105', '480', '480'][at]!, ['541', '551', '694'][at]!, null], {
          zoneId: id,
        }),
      ]),
      ...line('NEEDS_SURVEY SURVEYS', ['12', '12', null]),
      ...line('NEEDS_SURVEY SURVEYS', [null, '16', null], { where: '总体部分' }),
      ...line('NEEDS_SURVEY SURVEYS', [null, '14', null], { where: '结语' }),
    ],
    { to: '2024-12-31' },
  );
  expect(faultsOf(kept)).toEqual([
    ['105', 'TARGET_OUT_OF_LINE', '480'],
    ['12', 'TEXT_DIFFERS', '16'],
    ['16', 'TEXT_DIFFERS', '12'],
    ['14', 'TEXT_DIFFERS', '12'],
  ]);
  expect(
    printedIn(kept).flatMap(({ printed, verdict }) => (verdict === 'EQUAL' ? [] : [[printed, verdict]])),
  ).toEqual([
    ['16', 'DIFFERENT'],
    ['14', 'DIFFERENT'],
  ]);
});

test('云城 prints a ratio that every rounding explains, and money in 万元', async () => {
  const kept = await report('云城', () => [
    ...line('RESOURCE_LINKED AMOUNT', [null, '47.83万元', null]),
    ...line('预算执行', ['2400000.00', '2400000.00', '100%']),
  ]);
  expect(kept.rounding.roundings).toHaveLength(6);
  expect(printedIn(kept)[0]).toMatchObject({ recomputed: '478300.00', verdict: 'EQUAL' });
});

const FIGURES = `query($id: ID!) { sheetImport(id: $id) { figures { sheet cell indicator { code } measure { code }
  zone { name } target published publishedPercent recomputed recomputedPercent verdict inReport } } }`;
interface SheetFigures {
  sheetImport: { figures: Record<string, unknown>[] };
}

async function upload(
  client: Client,
  agreementId: string,
  name: string,
  body: Buffer | string = fixture(name),
): Promise<string> {
  const answer = await fetch(`${api.url}/imports?agreement=${agreementId}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${client.token}`,
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent(name),
    },
    body,
  });
  const { id, ...refusal } = (await answer.json()) as { id?: string };
  if (id === undefined) throw new Error(JSON.stringify(refusal));
  return id;
}

describe('an uploaded 附件1', () => {
  let operator: Client;
  let agreement: Agreement;
  let importId: string;
  beforeAll(async () => {
    operator = await api.as('admin@fengyuan.example');
    agreement = await demoAgreement(api, '逢源');
    importId = await upload(operator, agreement.id, 'fujian1-fengyuan.xlsx');
  });

  test('is shown row by row, each against targets and records, and against its own report', async () => {
    const { sheetImport } = await operator.get<SheetFigures>(FIGURES, { id: importId });
    const printed = sheetImport.figures.filter(({ cell }) => cell !== '');
    expect(printed.length).toBeGreaterThan(60);
    expect(printed.filter(({ verdict }) => verdict !== 'EQUAL')).toEqual([]);
    expect(printed.find(({ cell }) => cell === 'D9')).toEqual({
      sheet: '附件1-1',
      cell: 'D9',
      indicator: { code: 'CASE_FILE' },
      measure: { code: 'FILES' },
      zone: null,
      target: '1800',
      published: '2185',
      publishedPercent: null,
      recomputed: '2185',
      recomputedPercent: '121.39',
      verdict: 'EQUAL',
      inReport: [],
    });
    // 政策宣传: 105 for 24 events, where the other zones have 480.
    const faulty = printed.filter(({ inReport }) => (inReport as string[]).length > 0);
    expect(faulty).toMatchObject([{ target: '105', inReport: ['TARGET_OUT_OF_LINE'] }]);
  });

  test('is shown as it was read, with one statement for the records', async () => {
    const before = api.statements();
    await operator.get(FIGURES, { id: importId });
    const ran = [...api.statements()].filter(([name, count]) => count > (before.get(name) ?? 0));
    const of = (part: string) => ran.filter(([name]) => name.includes(part)).map(([name]) => name);
    expect(of('completion')).toHaveLength(1);
    expect(of('sheetImport.reading')).toHaveLength(1);
    expect(of('sheetImport.content')).toEqual([]);
    expect(ran.length).toBeLessThan(15);
  });

  test('is audited together with what its report says in words', async () => {
    const kept = await audit(operator, {
      agreementId: agreement.id,
      title: '中期评估报告',
      from: '2024-05-01',
      to: '2024-12-31',
      importId,
      figures: line('HOTLINE CALLS', [null, '7067', null], { where: '红棉守护热线' }),
    });
    expect(kept.sheetImport).toEqual({ id: importId });
    const differing = printedIn(kept).filter(({ inReport }) =>
      inReport.some(({ fault }) => fault === 'TEXT_DIFFERS'),
    );
    expect(differing.map(({ where, printed }) => [where, printed])).toEqual([
      ['附件1-1 G9', '6752'],
      ['红棉守护热线 COMPLETED', '7067'],
    ]);
    // The file is its operator's alone, the audit is not.
    const { reportAudit } = await city.get<{ reportAudit: Audit }>(
      'query($id: ID!) { reportAudit(id: $id) { sheetImport { id } figureCount } }',
      { id: kept.id },
    );
    expect(reportAudit).toEqual({ sheetImport: null, figureCount: kept.figureCount });
  });

  test('of another agreement, or of another form, is not audited', async () => {
    const other = await newStation(api, {});
    const input = { agreementId: other.id, title: '报告', from: '2024-01-01', to: '2024-12-31' };
    const { errors } = await operator.ask(
      'mutation($input: AuditReportInput!) { auditReport(input: $input) { audit { id } } }',
      { input: { ...input, importId } },
    );
    expect(errors[0]?.extensions?.code).toBe('NOT_FOUND');
    const log = await upload(operator, agreement.id, '服务记录.csv', '日期,指标,个数\n2024-05-08,红棉热线,4');
    const { userErrors } = await tryAudit(operator, {
      ...input,
      agreementId: agreement.id,
      from: '2024-05-01',
      importId: log,
    });
    expect(userErrors.map(({ code }) => code)).toEqual(['NO_FIGURES_IN_IMPORT']);
    const { sheetImport } = await operator.get<SheetFigures>(FIGURES, { id: log });
    expect(sheetImport.figures).toEqual([]);
  });
});

test('the records of an earlier moment are as they were: neither corrected, voided nor recorded later', async () => {
  const [operator, purchaser] = [
    await api.as('admin@fengyuan.example'),
    await api.as('admin@fengyuan-street.example'),
  ];
  const agreement = await newStation(api, {}, ({ terms }) => [
    { termId: terms[0]!.id, indicator: 'HOME_VISIT', measure: 'VISITS', value: '90' },
  ]);
  const visit = (occurredOn: string, value: string) => ({
    indicator: 'HOME_VISIT',
    occurredOn,
    quantities: [{ measure: 'VISITS', value }],
  });
  const records = await record(operator, agreement.id, [
    visit('2024-02-01', '35'),
    visit('2024-05-01', '7'),
    visit('2024-05-02', '2'),
  ]);
  const asOf = api.clock.now();
  api.clock.advance(60_000);
  await correct(operator, {
    id: records[1]!.id,
    expectedRevision: 1,
    reason: '登记有误',
    quantities: [{ measure: 'VISITS', value: '70' }],
  });
  await voidRecord(operator, records[2]!.id, '重复登记');
  await record(operator, agreement.id, [visit('2024-06-01', '100')]);
  const input = {
    agreementId: agreement.id,
    title: '报告',
    from: '2024-01-01',
    to: '2024-12-31',
    figures: line('HOME_VISIT VISITS', ['90', '44', '48.89%']),
  };
  const now = await audit(purchaser, input);
  const before = await audit(purchaser, { ...input, asOf });
  expect(shown(now).slice(0, 2)).toEqual([
    ['90', '90', 'EQUAL'],
    ['44', '205', 'DIFFERENT'],
  ]);
  expect(shown(before)).toEqual([
    ['90', '90', 'EQUAL'],
    ['44', '44', 'EQUAL'],
    ['48.89%', '48.89', 'EQUAL'],
  ]);
  expect(new Date(before.asOf)).toEqual(new Date(asOf));
});
