import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { newStation } from '../api/support/agreements';
import { type NewRecord, record } from '../api/support/questions';
import { ConsoleUnderTest, PHONE, settled, workOf } from './browser';

/** 附件1 as people read and print it. */
let under: ConsoleUnderTest;
beforeAll(async () => {
  under = await ConsoleUnderTest.start();
});
afterAll(async () => under.stop());

const ADMIN = 'admin@fengyuan.example';

async function completion(email = ADMIN): Promise<Page> {
  const { page } = await under.as(email, '/console/completion');
  await page.locator('table.sheet').waitFor();
  await settled(page);
  return page;
}

const rowOf = async (page: Page, name: string): Promise<string[]> =>
  page.locator('table.sheet tbody tr', { hasText: name }).first().locator('th, td').allInnerTexts();

async function exportCsv(page: Page): Promise<void> {
  await page.getByText('附件1（Excel）').click();
  await page.getByRole('button', { name: '导出 CSV' }).click();
}

test('it is the official form: zones side by side, their sum, "/" where nothing was agreed', async () => {
  const page = await completion();
  const heads = await page.locator('table.sheet thead tr').first().locator('th').allInnerTexts();
  expect(heads).toEqual(['指标', '度量（单位）', '片区一', '片区二', '片区三', '合计', '进度 / 时间']);
  expect((await rowOf(page, '建档')).slice(0, 14)).toEqual(
    '建档|档案数（个）|600|765|127.50%|600|738|123.00%|600|682|113.67%|1800|2185|121.39%'.split('|'),
  );
  expect((await rowOf(page, '小型社区活动')).slice(2, 5)).toEqual(['/', '4', '/']);
  expect(await page.locator('table.sheet tfoot td').allInnerTexts()).toEqual(['6', '5', '5', '20', '/']);
});

test('the address names the station, the term and the day, so that a link shows the same', async () => {
  const page = await completion();
  await page.getByRole('button', { name: '上月末' }).click();
  await page.waitForURL('**to=2025-03-31**');
  await page.getByLabel('截至').fill('2024年12月31日');
  await page.keyboard.press('Enter');
  await page.waitForURL('**to=2024-12-31**');
  await page.getByText('67.12%').waitFor();
  expect(page.url()).toMatch(/agreement=[\w-]+&term=[\w-]+&to=2024-12-31$/);
  await page.goBack();
  await page.waitForURL('**to=2025-03-31**');
});

test('a figure below the share of time is red, and its bar too', async () => {
  const page = await completion();
  await page.getByLabel('截至').fill('2024-12-31');
  await page.keyboard.press('Enter');
  await page.getByText('67.12%').waitFor();
  const opened = page.locator('table.sheet tbody tr', { hasText: '接案数' });
  expect(await opened.locator('td.behind').allInnerTexts()).toEqual(['58.33%', '58.06%', '63.00%']);
  expect(await opened.locator('svg').getAttribute('aria-label')).toBe('完成 63.00%，时间进度 67.12%');
});

test('each figure opens the records that it is the sum of', async () => {
  const page = await completion();
  await page.getByRole('button', { name: '2185' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByText('完成量 2185，由 3 条记录相加').waitFor();
  expect(await drawer.locator('tbody tr').count()).toBe(3);
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
});

test('who may not see single records gets figures that are no links', async () => {
  const page = await completion('admin@mentoring-centre.example');
  expect(await page.locator('table.sheet button').count()).toBe(0);
  expect(await page.locator('table.sheet tbody td').count()).toBeGreaterThan(100);
});

test('it is saved as CSV with the columns of the exports, under the name of the station', async () => {
  const page = await completion();
  const [file] = await Promise.all([page.waitForEvent('download'), exportCsv(page)]);
  expect(file.suggestedFilename()).toBe('广州市逢源街社工服务站-附件1-2025-04-30.csv');
  const lines = readFileSync(await file.path(), 'utf8')
    .trimEnd()
    .split('\r\n');
  expect(lines.length).toBeGreaterThan(50);
  expect(lines[0]).toMatch(/^\uFEFF/);
  expect(lines.find((line) => line.includes('CASE_FILE') && line.includes('TOTAL'))).toContain('2185');
});

test.each(['zh', 'en'] as const)(
  '25 lines are to be seen on the screen of an office, in %s',
  async (language) => {
    const { page } = await under.as(ADMIN, '/console/completion', { language });
    await page.locator('table.sheet').waitFor();
    await settled(page);
    const lines = await page
      .locator('table.sheet tbody tr')
      .evaluateAll(
        (rows) => rows.filter((row) => row.getBoundingClientRect().bottom <= window.innerHeight).length,
      );
    expect(lines).toBeGreaterThanOrEqual(25);
  },
);

test('it prints as a table, with a line for signatures, also from a phone', async () => {
  const page = await completion();
  await page.setViewportSize(PHONE);
  await page.locator('.sheet-list').waitFor();
  await page.emulateMedia({ media: 'print' });
  await page.locator('table.sheet').waitFor();
  expect(await page.getByText('承接机构（盖章）').isVisible()).toBe(true);
  expect(await page.locator('nav').isVisible()).toBe(false);
  expect(await page.locator('table.sheet thead').evaluate((head) => getComputedStyle(head).display)).toBe(
    'table-header-group',
  );
});

test.each([
  ['A3', 40, 1191, 842],
  ['A4', 33, 842, 595],
])('it fits on one page of %s, up to %i lines with the signatures', async (paper, lines, width, height) => {
  const page = await completion();
  await page.locator('table.sheet tbody').evaluate((body, count) => {
    while (body.children.length < count) body.append(body.lastElementChild!.cloneNode(true));
  }, lines);
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await page.locator('summary', { hasText: '打印' }).click();
  await page.getByRole('button', { name: `打印（${paper} 横向）` }).click();
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  const size = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)?.slice(1) ?? [];
  expect(size.map((it) => Math.round(Number(it)))).toEqual([width, height]);
});

test('it is saved as a picture, twice as fine as the screen, with the same texts and colours', async () => {
  const page = await completion();
  await page.locator('summary', { hasText: '打印' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '保存为图片' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('广州市逢源街社工服务站-附件1-2025-04-30.png');
  const picture = readFileSync(await file.path()).toString('base64');
  const seen = await page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    const table = document.querySelector('table.sheet')!.getBoundingClientRect();
    /** Whether any pixel of an element is of a colour. */
    const has = (element: Element, is: (red: number, green: number, blue: number) => boolean): boolean => {
      const box = element.getBoundingClientRect();
      const [x, y] = [(box.left - table.left + 16) * 2, (box.top - table.top + 44) * 2];
      const { data: bytes } = context.getImageData(x + 4, y + 4, box.width * 2 - 8, box.height * 2 - 8);
      for (let at = 0; at < bytes.length; at += 4)
        if (is(bytes[at]!, bytes[at + 1]!, bytes[at + 2]!)) return true;
      return false;
    };
    const cells = [...document.querySelectorAll('table.sheet tbody td')];
    const dark = (red: number, green: number, blue: number): boolean => red < 90 && green < 90 && blue < 90;
    const red = (r: number, g: number, b: number): boolean => r > 150 && g < 90 && b < 90;
    const texts = cells.filter((cell) => cell.textContent !== '' && !cell.matches('.behind'));
    return {
      width: image.width / 2 - table.width,
      drawn: texts.filter((cell) => has(cell, dark)).length / texts.length,
      behind: [...document.querySelectorAll('td.behind')].every((cell) => has(cell, red)),
      bars: [...document.querySelectorAll('td svg')].length,
    };
  }, picture);
  expect(Math.round(seen.width)).toBe(32);
  expect(seen).toMatchObject({ drawn: 1, behind: true });
  expect(seen.bars).toBeGreaterThan(10);
});

test('it is shown beside the same day a year before, with the operator of then; whom that is closed to sees why', async () => {
  const { station, id, terms } = await newStation(under.api, {
    startsOn: '2024-01-01',
    endsOn: '2024-12-31',
  });
  const next = await newStation(under.api, {
    stationId: station.id,
    newStation: null,
    startsOn: '2025-01-01',
    endsOn: '2025-12-31',
    terms: [{ name: '次年', startsOn: '2025-01-01', endsOn: '2025-12-31' }],
  });
  const worker = await under.api.as('worker@fengyuan.example');
  const cases = (occurredOn: string, value: string): NewRecord => ({
    occurredOn,
    indicator: 'HOTLINE',
    quantities: [{ measure: 'CALLS', value }],
  });
  await record(worker, id, [cases('2024-03-31', '5'), cases('2024-04-01', '50')]);
  await record(worker, next.id, [cases('2025-03-31', '12')]);
  const address = `/console/completion?agreement=${next.id}&term=${next.terms[0]!.id}&to=2025-03-31`;
  const { page } = await under.as(ADMIN, address);
  await page.getByRole('button', { name: '与去年比' }).click();
  await page.waitForURL('**compare=1');
  const heads = page.locator('table.sheet thead tr').first().locator('th');
  await heads.filter({ hasText: '去年同期（2024-01-01 至 2024-03-31，逢源人家）' }).waitFor();
  expect((await rowOf(page, '红棉热线')).slice(1)).toEqual('服务次数（次）|/|12|/|/|5|/|+7'.split('|'));
  await page.getByRole('button', { name: '5', exact: true }).click();
  await page.getByText('完成量 5，由 1 条记录相加').waitFor();
  await page.goto(`/console/completion?agreement=${id}&term=${terms[0]!.id}&compare=1`);
  await page.getByText('本站没有您能查看的协议').waitFor();
});

test('an export says how many rows have come, and can be cancelled', async () => {
  const page = await completion();
  await page.evaluate(() => {
    const real = window.fetch;
    window.fetch = async (input, init) => {
      if (typeof input !== 'string' || !input.startsWith('/export/')) return real(input, init);
      const body = new ReadableStream<Uint8Array>({
        start: (stream) => {
          stream.enqueue(new TextEncoder().encode('head\r\n1\r\n2\r\n'));
          init?.signal?.addEventListener('abort', () => {
            stream.error(new Error('aborted'));
          });
        },
      });
      return new Response(body);
    };
  });
  await exportCsv(page);
  await page.getByText('正在导出：已收到 2 行').waitFor();
  await page.getByRole('button', { name: '取消' }).click();
  await page.getByText('正在导出').waitFor({ state: 'detached' });
  await page.getByText('附件1（Excel）').click();
  expect(await page.getByRole('button', { name: '导出 CSV' }).isEnabled()).toBe(true);
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('a busy server is asked again by itself; a refusal is said in its words, to be tried again', async () => {
  const page = await completion();
  let asked = 0;
  await page.route('**/export/**', async (route) => {
    asked += 1;
    if (asked === 1) await route.fulfill({ status: 503, headers: { 'retry-after': '0' }, json: {} });
    else if (asked === 2)
      await route.fulfill({ status: 403, json: { errors: [{ message: '此账号不能导出', extensions: {} }] } });
    else await route.continue();
  });
  await exportCsv(page);
  await page.getByRole('dialog').getByText('此账号不能导出').waitFor();
  await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '重试' }).click()]);
  expect(asked).toBe(3);
  await page.unrouteAll();
  await page.route('**/graphql', async (route) => {
    await route.fulfill({ status: 503, headers: { 'retry-after': '0' }, json: {} });
    await page.unrouteAll();
  });
  await page.getByRole('button', { name: '上月末' }).click();
  await page.waitForURL('**to=2025-03-31');
  await page.getByText('91.78%').waitFor();
});

test('two operations at once bring it to a member who is signed in', async () => {
  const page = await completion();
  const asked: string[] = [];
  let meet: () => void = () => undefined;
  const both = new Promise<void>((resolve) => {
    meet = resolve;
  });
  // Neither is answered until both are asked, so that one which waited for the other would wait for ever.
  await page.route('**/graphql', async (route) => {
    const { query } = route.request().postDataJSON() as { query: string };
    asked.push(/\bquery (\w+)/.exec(query)![1]!);
    if (asked.length === 2) meet();
    await both;
    await route.continue();
  });
  await page.reload();
  await both;
  expect(asked.slice(0, 2).sort()).toEqual(['Completion', 'Viewer']);
  await page.locator('table.sheet').waitFor();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

test('it costs a member who is signed in less than 2 s of work at a quarter of the speed', async () => {
  const page = await completion();
  const work = await workOf(page, 'TaskDuration');
  await page.reload();
  await page.locator('table.sheet').waitFor();
  expect((await work()) * 4).toBeLessThan(2);
});
