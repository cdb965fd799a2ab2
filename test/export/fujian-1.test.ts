import { demoAgreement, newStation } from '../api/support/agreements';
import { completion } from '../api/support/questions';
import { demoApi, sharedApi } from '../kit/shared-api';
import { fixture, reading } from '../sheets/support/fixtures';
import { layoutOf, mergesOf, written } from '../sheets/support/written';
import { readWorkbook } from '../../src/platform/sheets';
import { download } from './support';

/** 附件1 as a file: the layout of the office's form, and the figures of the API. */
const CITY = 'admin@guangzhou-bureau.example';

async function fileOf(street: string, question = '') {
  const api = await demoApi();
  const client = await api.as(CITY);
  const { id, terms } = await demoAgreement(api, street);
  const term = terms[0]!.id;
  const { status, bytes, headers } = await download(
    api,
    `fujian-1.xlsx?agreement=${id}&term=${term}${question}`,
    { token: client.token },
  );
  expect(status).toBe(200);
  return { ...(await written(bytes)), bytes, id, term, headers, client };
}

interface Sample {
  period: { from: string; to: string };
  zones: { workers: number }[];
  figures: {
    sheet: string;
    indicator: string;
    measure: string;
    target: string | null;
    completed: string;
    percent: string | null;
    cells: { target: string; completed: string; percent: string };
  }[];
}

/** As a share of one, with the four decimals that a percentage with two has. */
const ratio = (percent: string | null): string =>
  percent === null ? '/' : String(Number((Number(percent) / 100).toFixed(4)));

describe('the file of 逢源 for the period of its published form', () => {
  const sample = reading('fujian1-fengyuan.json') as Sample;
  const { from, to } = sample.period;
  const ours = fileOf('逢源街', `&from=${from}&to=${to}`);

  test('has every figure of the form at the cell where the form has it, with its ratio', async () => {
    const { cells } = await ours;
    expect(sample.figures).toHaveLength(83);
    for (const { sheet, target, completed, percent, cells: at } of sample.figures) {
      const found = [at.target, at.completed, at.percent].map((name) => cells[sheet]![name]!.value);
      expect([at.target, ...found]).toEqual([at.target, target ?? '/', completed, ratio(percent)]);
    }
  });

  test('has its headings, merges and workers', async () => {
    const { cells, book } = await ours;
    const form = await readWorkbook(fixture('fujian1-fengyuan.xlsx'));
    const [official] = form.sheets;
    expect(mergesOf(book.sheets[0]!)).toEqual(mergesOf(official!));
    for (const name of ['A2', 'A3', 'B3', 'C3', 'C4', 'M4', 'L3', 'U10', 'A16', 'I17', 'P19', 'A23', 'F24'])
      expect([name, cells['附件1-1']![name]?.value]).toEqual([name, textAt(official!, name)]);
    expect(['B6', 'B7', 'B8', 'B9'].map((name) => cells['附件1-1']![name]!.value)).toEqual([
      '6',
      '5',
      '5',
      '16',
    ]);
  });

  test('is as wide as the form, and printed like it', async () => {
    const { bytes } = await ours;
    expect(await layoutOf(bytes)).toEqual(await layoutOf(fixture('fujian1-fengyuan.xlsx')));
  });

  test('computes totals and ratios live: by a formula that rounds before it divides', async () => {
    const { cells } = await ours;
    const of = (name: string): string | null => cells['附件1-1']![name]!.formula;
    expect(of('C9')).toBe('SUM(C6:C8)');
    expect(of('B9')).toBe('SUM(B6:B8)');
    expect(of('E9')).toBe('IF(OR(C9="/",C9=0),"/",ROUND(D9*10000/C9,0)/10000)');
    expect(cells['附件1-1']!.W12).toEqual({
      value: '/',
      formula: expect.stringContaining('ROUND') as string,
    });
    expect(of('U15')).toBeNull();
  });

  test('says what it is of, and is no page for a cache', async () => {
    const { properties, id, headers } = await ours;
    expect(properties).toEqual({ Form: 'FUJIAN_1', FormVersion: '1', AgreementId: id, From: from, To: to });
    expect(headers).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': 'attachment; filename="fujian-1.xlsx"',
      'cache-control': 'no-store',
    });
  });
});

function textAt(sheet: Awaited<ReturnType<typeof readWorkbook>>['sheets'][number], name: string): string {
  const [, letter = '', row = ''] = /^([A-Z])(\d+)$/.exec(name) ?? [];
  return sheet.rows[Number(row) - 1]![letter.charCodeAt(0) - 65]!.text;
}

describe('nothing of a completion table is left out', () => {
  test.each(['逢源街', '钟落潭', '元岗', '中南', '云城街'])('%s', async (street) => {
    const { cells, id, term, client } = await fileOf(street);
    const { rows } = await completion(client, id, { termId: term });
    const all = Object.values(cells).flatMap((sheet) => figuresIn(sheet));
    for (const { total, byZone, byProject } of rows) {
      const filled = [...byZone, ...byProject].filter(
        ({ target, completed }) => target !== null || Number(completed) !== 0,
      );
      for (const { target, completed, percent } of [total, ...filled]) {
        const line = lineOf(target ?? '/', completed, ratio(percent));
        const at = all.indexOf(line);
        expect([line, at >= 0]).toEqual([line, true]);
        all.splice(at, 1);
      }
    }
    // What is left is of indicators that the form has and nobody asks for, and of zones without any.
    expect(all.filter((line) => line !== lineOf('/', '0', '/'))).toEqual([]);
  });
});

const lineOf = (...parts: string[]): string =>
  parts.map((part) => (part === '/' ? part : String(Number(part)))).join(' ');

/** The figures of a sheet by their formulas of the ratio. */
function figuresIn(sheet: Record<string, { value: string; formula: string | null }>): string[] {
  return Object.values(sheet).flatMap(({ value, formula }) => {
    const [, target, completed] = /^IF\(OR\((\w+)=.*ROUND\((\w+)\*10000/.exec(formula ?? '') ?? [];
    return target && completed ? [lineOf(sheet[target]!.value, sheet[completed]!.value, value)] : [];
  });
}

describe('what people have written, and what the form has no place for', () => {
  const zones = ['=1+1', '@SUM(A1)', '-片区'];
  const targets = [
    { indicator: 'HOME_VISIT', measure: 'VISITS', zone: 1, target: '40000' },
    { indicator: 'PHONE_VISIT', measure: 'CALLS', zone: 0, target: '12' },
    { indicator: 'RESOURCE_LINKED', measure: 'AMOUNT', zone: null, target: '60000.5' },
    { indicator: 'NEEDS_SURVEY', measure: 'SURVEYS', zone: 2, target: '4' },
  ];

  async function file() {
    const api = await sharedApi();
    const agreement = await newStation(
      api,
      { zones: zones.map((name, at) => ({ name, points: [`点${at}`] })) },
      ({ terms, zones: made }) =>
        targets.map(({ indicator, measure, zone, target }) => ({
          termId: terms[0]!.id,
          indicator,
          measure,
          ...(zone === null ? {} : { zoneId: made[zone]!.id }),
          value: target,
        })),
    );
    const { token } = await api.as(CITY);
    const { bytes } = await download(api, `fujian-1.xlsx?agreement=${agreement.id}`, { token });
    return (await written(bytes)).cells;
  }

  test('stays text, whatever it begins with, and comes on a second sheet', async () => {
    const cells = await file();
    const of = (sheet: string, names: string[]) => names.map((name) => cells[sheet]![name]?.value);
    expect(['A6', 'A7', 'A8'].map((name) => cells['附件1-1']![name])).toEqual(
      zones.map((value) => ({ value, formula: null })),
    );
    // 电访 by zone; 资源链接, which has no zone; the zone of 摸查需求, whose total the form has.
    expect(of('其他指标', ['C3', 'C6', 'C7', 'C8', 'C9'])).toEqual(['电访', '12', '/', '/', '12']);
    expect(of('其他指标', ['C10', 'A12', 'C12'])).toEqual(['资源链接', '合计', '60000.5']);
    expect(of('其他指标', ['C13', 'A17', 'C17', 'A18'])).toEqual(['摸查需求', '-片区', '4', undefined]);
    expect(of('附件1-1', ['P17', 'T17', 'U17', 'I7', 'I9'])).toEqual([
      '摸查需求',
      '4',
      '0',
      '40000',
      '40000',
    ]);
  });
});
