import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { readWorkbook } from '../../src/platform/sheets';
import { MemberRole } from '../../src/access';
import { type Agreement, demoAgreement, newStation } from '../api/support/agreements';
import { enrol } from '../api/support/people';
import { counted, imported, log, recordsOf } from '../imports/support/imports';
import { button } from './agreement-pages';
import { axe, ConsoleUnderTest, DESKTOP, PHONE, settled, type Tab } from './browser';

/** Spreadsheets, from the file to the receipt, and back. */
let under: ConsoleUnderTest;
beforeAll(async () => {
  under = await ConsoleUnderTest.start();
});
afterAll(async () => under.stop());

const ROSTER = join(__dirname, '../sheets/fixtures/fujian2-fengyuan.xlsx');
const WORKER = 'worker@fengyuan.example';
const MANAGER = 'manager@fengyuan.example';
const ADMIN = 'admin@fengyuan.example';

const addressOf = ({ id, terms }: Agreement): string =>
  `/console/import?agreement=${id}&term=${terms[0]!.id}`;
const fileOf = (name: string, content: string | Buffer) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
});

async function pageOf(agreement: Agreement, email = WORKER, language: 'zh' | 'en' = 'zh'): Promise<Tab> {
  const tab = await under.as(email, addressOf(agreement), { language });
  await tab.page.locator('.drop').waitFor();
  return tab;
}

const choose = async (page: Page, name: string, content: string | Buffer): Promise<void> =>
  page.locator('input[type=file]').setInputFiles(fileOf(name, content));
const tab = (page: Page, name: string): Locator => page.getByRole('tab', { name });

/** A row that is right, one whose zone nobody knows, one whose day does not exist, and one that is none. */
const LOG = log(
  '2024-03-01,东片,,红棉热线,3,',
  '2024-03-02,东边,,红棉热线,4,',
  '2024-06-31,西片,,红棉热线,5,',
  '说明：由各站点自行统计,,,,,',
);

/** Faults of accessibility at both widths, and whether the page has to be scrolled sideways. */
async function faultsOf(page: Page): Promise<unknown[]> {
  const faults: unknown[] = [];
  for (const size of [PHONE, DESKTOP]) {
    await page.setViewportSize(size);
    await settled(page);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    faults.push(...(await axe(page)), ...(width > size.width ? [width] : []));
  }
  return faults;
}

test('a worker brings a log, matches a name, writes without what is faulty, sees the receipt and takes it back', async () => {
  const agreement = await newStation(under.api);
  const { page, problems } = await pageOf(agreement);
  await choose(page, '三月.csv', LOG);
  await page.getByText('服务记录表，2 个片区，1 项指标，4 行').waitFor();
  await page.getByText('可写入 1，系统中已有 0，未读取 1，有问题 2').waitFor();
  expect(await faultsOf(page)).toEqual([]);

  // A name that is not matched comes first: with it, many rows are mended at once.
  expect(await tab(page, '名称 1').getAttribute('aria-selected')).toBe('true');
  await page.getByLabel('片区“东边”对应').selectOption({ label: '东片' });
  await button(page, '保存 1 项选择并重新读取').click();
  await page.getByText('可写入 2，系统中已有 0，未读取 1，有问题 1').waitFor();
  await page.getByText('手工选定').waitFor();

  await tab(page, '问题').click();
  const cell = page.locator('table.drawn td.faulty');
  expect(await cell.innerText()).toContain('2024-06-31');
  expect(await cell.innerText()).toContain('错误');
  const said = page.locator('table.drawn .said');
  expect(await said.innerText()).toContain('A4');
  expect(await said.innerText()).toContain('不是有效日期');
  // Beside it what is right, by which one finds it in one's own program.
  expect(await page.locator('table.drawn').innerText()).toContain('2024-03-01');
  expect(await faultsOf(page)).toEqual([]);

  await tab(page, '变更').click();
  const changes = page.getByRole('tabpanel').locator('tbody tr');
  await changes.nth(1).waitFor();
  expect(await changes.count()).toBe(2);
  expect(await changes.first().innerText()).toContain('东片 · 红棉热线 · 2024-03-01');
  await tab(page, '忽略').click();
  await page.getByText('说明：由各站点自行统计').waitFor();
  expect(await faultsOf(page)).toEqual([]);

  const write = button(page, '写入 2 条，跳过 1 条');
  expect(await write.isDisabled()).toBe(true);
  await page.getByText('还有 1 行有问题').waitFor();
  await page.getByLabel('跳过有问题的 1 行').check();
  await write.click();
  await page.getByText('已写入 2 条，跳过 1 条').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  const worker = await under.api.as(WORKER);
  expect(counted(await recordsOf(worker, agreement.id))).toEqual(['2024-03-01 3', '2024-03-02 4']);

  await button(page, '撤销导入').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('理由').fill('传错了月份');
  await button(dialog, '撤销导入').click();
  await page.getByText('理由：传错了月份').waitFor();
  expect(await button(page, '撤销导入').count()).toBe(0);
  expect(counted(await recordsOf(worker, agreement.id))).toEqual([]);

  await page.goto(addressOf(agreement));
  const line = page.getByRole('row', { name: '三月.csv' });
  expect(await line.innerText()).toContain('已撤销');
  expect(await faultsOf(page)).toEqual([]);
  expect(problems).toEqual([]);
});

test('a name that was chosen once is known in the next file of the station', async () => {
  const agreement = await newStation(under.api);
  const { page } = await pageOf(agreement);
  await choose(page, '一.csv', log('2024-03-02,东边,,红棉热线,4,'));
  await page.getByLabel('片区“东边”对应').selectOption({ label: '东片' });
  await button(page, '保存 1 项选择并重新读取').click();
  await button(page, '写入 1 条').waitFor();
  // From the page of one file too, the next is brought.
  await choose(page, '二.csv', log('2024-03-03,东边,,红棉热线,5,'));
  await page.getByText('二.csv').waitFor();
  await button(page, '写入 1 条').waitFor();
  expect(await tab(page, '名称 0').count()).toBe(1);
});

test('what was written meanwhile by others makes the preview anew, with a word', async () => {
  const agreement = await newStation(under.api);
  const { page } = await pageOf(agreement);
  await choose(page, '三月.csv', log('2024-03-01,东片,,红棉热线,3,', '2024-03-02,东片,,红棉热线,4,'));
  await button(page, '写入 2 条').waitFor();
  await imported(under.api, await under.api.as(ADMIN), agreement.id, log('2024-03-01,东片,,红棉热线,3,'));
  await button(page, '写入 2 条').click();
  await page.getByText('您看过之后，数据或对应名称又有变化').waitFor();
  await button(page, '写入 1 条').click();
  await page.getByText('已写入 1 条').waitFor();
  const worker = await under.api.as(WORKER);
  expect(counted(await recordsOf(worker, agreement.id))).toEqual(['2024-03-01 3', '2024-03-02 4']);
});

test('a file is dropped anywhere on the page; two at once, or a large one, are refused before they are sent', async () => {
  const agreement = await newStation(under.api);
  const { page } = await pageOf(agreement);
  const drop = async (...files: readonly (readonly [name: string, bytes: number])[]): Promise<void> =>
    page.evaluate((them) => {
      const dataTransfer = new DataTransfer();
      for (const [name, bytes] of them) dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
      document.body.dispatchEvent(new DragEvent('dragover', { dataTransfer, bubbles: true }));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }, files);
  await drop(['一.csv', 10], ['二.csv', 10]);
  await page.getByText('一次只能上传一个文件').waitFor();
  await drop(['大.xlsx', 10_485_761]);
  await page.getByText('文件有 10.0 MB，超过 10 MB').waitFor();
  await drop(['照片.png', 8]);
  await page.getByText('没有读取“照片.png”').waitFor();
  await page.getByText('这不是表格文件。请上传 .xlsx、.xls、.ods 或 .csv。').waitFor();
  expect(await faultsOf(page)).toEqual([]);
});

test('with the keyboard a file is chosen, and the lists are gone through', async () => {
  const agreement = await newStation(under.api);
  const { page } = await pageOf(agreement);
  await page.locator('input[type=file]').focus();
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(fileOf('三月.csv', LOG));
  await tab(page, '名称').focus();
  await page.keyboard.press('ArrowRight');
  expect(await tab(page, '变更').evaluate((it) => it === document.activeElement)).toBe(true);
  expect(await tab(page, '变更').getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.locator('table.drawn').waitFor();
});

test('a busy server is asked again by itself, a network that is gone is said; and what is under way can be cancelled', async () => {
  const agreement = await newStation(under.api);
  const { page, context } = await pageOf(agreement);
  let asked = 0;
  await page.route('**/imports?**', async (route) => {
    asked += 1;
    if (asked === 1) await route.fulfill({ status: 503, headers: { 'retry-after': '0' }, json: {} });
    else await route.continue();
  });
  await choose(page, '一.csv', log('2024-03-01,东片,,红棉热线,3,'));
  await button(page, '写入 1 条').waitFor();
  expect(asked).toBe(2);
  await page.unrouteAll();

  await context.setOffline(true);
  await choose(page, '二.csv', log('2024-03-02,东片,,红棉热线,3,'));
  await page.getByText('连不上服务。请检查网络；恢复后会自动重试。').waitFor();
  await context.setOffline(false);
  await page.getByText('二.csv').waitFor();

  // It is never answered.
  await page.route('**/imports?**', async () => Promise.resolve());
  await choose(page, '三.csv', log('2024-03-03,东片,,红棉热线,3,'));
  await page.locator('.sending progress').waitFor();
  await button(page, '取消').click();
  await page.locator('.sending').waitFor({ state: 'detached' });
  expect(await page.getByRole('heading', { name: '二.csv' }).count()).toBe(1);
});

test('who may not bring a form sees whose it is', async () => {
  const agreement = await newStation(under.api);
  const { page } = await pageOf(agreement);
  expect(await page.locator('.templates button').allInnerTexts()).toEqual(['服务记录表']);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('.templates button').click(),
  ]);
  expect(file.suggestedFilename()).toBe(`${agreement.station.name}-服务记录表-模板.xlsx`);
  await choose(page, '附件2.xlsx', readFileSync(ROSTER));
  await page.getByText('附件2 由站长或主管导入').waitFor();
});

test('a manager brings a roster, whose sheet is drawn as wide as it is', async () => {
  const { id, terms } = await demoAgreement(under.api, '逢源');
  await enrol(under.api, '逢源人家', MemberRole.MANAGER, MANAGER);
  const { page, problems } = await under.as(MANAGER, `/console/roster?agreement=${id}&term=${terms[0]!.id}`);
  await page.getByText('附件2（Excel）').click();
  await page.getByRole('link', { name: '导入附件2' }).click();
  await page.locator('.drop').waitFor();
  expect(await page.locator('.templates button').allInnerTexts()).toEqual(['服务记录表', '附件2']);
  await choose(page, '附件2.xlsx', readFileSync(ROSTER));
  await page.getByText('附件2，34 行').waitFor();
  await tab(page, '问题').click();
  // The name of the cell, and the total that the rows do not have.
  await page.locator('.said', { hasText: 'G36' }).getByText('19.5').waitFor();
  expect(await page.locator('table.drawn td.faulty.WARNING').count()).toBeGreaterThan(0);
  // Its heads are merged as in the spreadsheet: a month stands over its three columns.
  expect(await page.locator('table.drawn td[colspan="3"]', { hasText: '2024-05-01' }).count()).toBe(1);
  expect(await faultsOf(page)).toEqual([]);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    button(page, '下载标出问题的表格').click(),
  ]);
  expect(file.suggestedFilename()).toBe('附件2-问题.xlsx');
  const { sheets } = await readWorkbook(readFileSync(await file.path()));
  expect(sheets.map(({ name }) => name)).toContain('问题清单');
  expect(problems).toEqual([]);
});

test('a manager’s roster is written, and its people are on post', async () => {
  const agreement = await newStation(under.api);
  await enrol(under.api, '逢源人家', MemberRole.MANAGER, MANAGER);
  const { page, problems } = await pageOf(agreement, MANAGER);
  const month = '人员到位,社保购买,工资发放';
  const roster = [
    '新站人员到岗情况',
    '类型,序号,姓名,职位,岗位资格证/资质,合同期限,2024年3月,,,2024年4月,,,备注',
    `,,,,,,${month},${month},`,
    '非持证社工,1,柯一舟,东片社工,大学本科,2024.02.01-2027.01.31,√,√,√,√,√,√,',
  ];
  await choose(page, '附件2.csv', roster.join('\n'));
  await tab(page, '变更').click();
  await page.getByRole('tabpanel').getByText('柯一舟').first().waitFor();
  await page.getByRole('button', { name: /^写入 \d+ 条$/ }).click();
  await page.getByText(/^已写入 \d+ 条/).waitFor();
  // Who cannot see it is led to it.
  expect(await page.locator('.outcome').evaluate((it) => it === document.activeElement)).toBe(true);
  await page.getByRole('link', { name: '看到岗情况' }).click();
  await page.locator('table.roster').getByText('柯一舟').waitFor();
  expect(problems).toEqual([]);
});

test('in English a file is brought as well', async () => {
  const agreement = await newStation(under.api);
  const { page, problems } = await pageOf(agreement, WORKER, 'en');
  await choose(page, 'march.csv', LOG);
  await page.getByText('1 can be written, 0 there already, 1 not read, 2 with faults').waitFor();
  await page.getByRole('tab', { name: 'Faults' }).click();
  await page.locator('table.drawn').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(problems).toEqual([]);
});
