import type { Locator, Page } from 'playwright-core';
import { dayOf } from '../../src/platform/calendar';
import { type Agreement, newStation } from '../api/support/agreements';
import { accept, handIn, monthOf, sendBack } from '../api/support/months';
import { record } from '../api/support/questions';
import { parties, type Parties } from '../assessment/support/parties';
import { BUREAU, button, OPERATOR, section, STREET } from './agreement-pages';
import { axe, ConsoleUnderTest, settled } from './browser';

/** Months as the operator hands them in, the street accepts or sends them back, and all see what is late. */
let under: ConsoleUnderTest;
let who: Parties;
beforeAll(async () => {
  under = await ConsoleUnderTest.start();
  who = await parties(under.api);
});
afterAll(async () => under.stop());

/** The month so many before this one. */
function monthsAgo(count: number): string {
  const day = new Date(`${dayOf(under.api.clock.now()).slice(0, 7)}-01T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() - count);
  return day.toISOString().slice(0, 7);
}

/** A station whose agreement has run for five months, with visits in each but the last. */
async function station(): Promise<Agreement> {
  const [startsOn, endsOn] = [`${monthsAgo(5)}-01`, `${monthsAgo(-6)}-28`];
  const agreement = await newStation(
    under.api,
    { startsOn, endsOn, terms: [{ name: '年度', startsOn, endsOn }], requiredPosts: '2' },
    ({ terms }) => [{ termId: terms[0]!.id, indicator: 'HOME_VISIT', measure: 'VISITS', value: '1000' }],
  );
  await record(
    who.operator,
    agreement.id,
    [5, 4, 3, 2].map((months) => ({
      indicator: 'HOME_VISIT',
      occurredOn: `${monthsAgo(months)}-10`,
      quantities: [{ measure: 'VISITS', value: months === 2 ? '90' : '10' }],
      zoneId: agreement.zones[0]!.id,
    })),
  );
  return agreement;
}

const monthPage = ({ id }: Agreement, month: string): string =>
  `/console/month?agreement=${id}&month=${month}`;
const line = (page: Page, { station: { name } }: Agreement): Locator =>
  page.locator('tbody tr', { hasText: name });
const standing = (page: Page): Locator => page.locator('.page-head .month-status');

test('a manager sees what is unusual, hands the month in with a note, and recalls it', async () => {
  const agreement = await station();
  const month = monthsAgo(2);
  const { page, problems } = await under.as(OPERATOR, monthPage(agreement, month));
  const unusual = section(page, '本月值得留意');
  await unusual.getByText('本月 90，超过往月平均（10）的三倍').waitFor();
  await unusual.getByText('累计进度落后于时间进度').waitFor();
  await unusual.getByText('人员比应配备的少 2 人').waitFor();
  await unusual.getByText('本月没有登记支出').waitFor();
  const row = page.locator('.month-table tbody tr').first();
  expect((await row.locator('td').allInnerTexts()).slice(0, 5)).toEqual(['90', '10', '10', '120', '1000']);
  await settled(page);
  expect(await axe(page)).toEqual([]);
  await button(page, '报送').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('本月没有登记支出').waitFor();
  await dialog.getByLabel('说明').fill('本月有重阳节专项探访');
  await button(dialog, '报送').click();
  await dialog.waitFor({ state: 'detached' });
  await standing(page).getByText('已报送').waitFor();
  await section(page, '经过').getByText('本月有重阳节专项探访').waitFor();
  await section(page, '报送后的变动').getByText('报送后数字没有变动').waitFor();
  expect(await section(page, '报送时的数字').locator('tbody td').allInnerTexts()).toEqual(['90', '90']);
  await button(page, '撤回').click();
  await dialog.getByLabel('理由').fill('漏了一次探访');
  await button(dialog, '撤回').click();
  await dialog.waitFor({ state: 'detached' });
  await button(page, '报送').waitFor();
  expect((await monthOf(who.operator, agreement.id, month)).state).toBe('OPEN');
  expect(problems).toEqual([]);
});

test('without a month in the address a manager gets the first that is to be handed in, the street what waits for it', async () => {
  const agreement = await station();
  await handIn(who.operator, agreement.id, monthsAgo(5));
  const address = `/console/month?agreement=${agreement.id}`;
  const own = await under.as(OPERATOR, address);
  await standing(own.page).waitFor();
  await own.page.getByRole('button', { name: `月份：${chinese(monthsAgo(4))}` }).waitFor();
  const street = await under.as(STREET, address);
  await street.page.getByRole('button', { name: `月份：${chinese(monthsAgo(5))}` }).waitFor();
  await button(street.page, '接受').waitFor();
  expect(await button(street.page, '报送').count()).toBe(0);
});

function chinese(month: string): string {
  return `${month.slice(0, 4)}年${String(Number(month.slice(5)))}月`;
}

test('the street looks at what was handed in, sends one back with a last day, and accepts the others at once', async () => {
  const [one, two, three] = [await station(), await station(), await station()];
  for (const it of [one, two, three])
    await handIn(who.operator, it.id, monthsAgo(4), `说明：${it.station.name}`);
  const { page, problems } = await under.as(STREET, '/console/acceptance');
  await line(page, one).getByText(`说明：${one.station.name}`).waitFor();
  expect(await button(page, '接受所选').isDisabled()).toBe(true);
  await line(page, one).getByRole('button', { name: '看数字' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('cell', { name: '10' }).first().waitFor();
  expect(await axe(page)).toEqual([]);
  await drawer.getByRole('checkbox').check();
  await button(drawer, '关闭').click();
  await line(page, two).getByRole('checkbox').check();
  await line(page, three).getByRole('button', { name: '退回' }).click();
  await drawer.getByLabel('理由').fill('少一个片区');
  await drawer.getByLabel('补正期限').fill('昨天');
  await button(drawer, '退回').click();
  await drawer.getByText('请填日期').waitFor();
  await drawer.getByLabel('补正期限').fill('2099-12-31');
  await button(drawer, '退回').click();
  await drawer.waitFor({ state: 'detached' });
  await line(page, three).waitFor({ state: 'detached' });
  await button(page, '接受所选（2）').click();
  await drawer.getByLabel('说明').fill('核对无误');
  await button(drawer, '接受').click();
  await page.getByText('已接受 2 份。').waitFor();
  await line(page, one).waitFor({ state: 'detached' });
  const states = await Promise.all(
    [one, two, three].map(async ({ id }) => (await monthOf(who.purchaser, id, monthsAgo(4))).state),
  );
  expect(states).toEqual(['ACCEPTED', 'ACCEPTED', 'SENT_BACK']);

  const own = await under.as(OPERATOR, monthPage(three, monthsAgo(4)));
  await own.page.getByText('2099-12-31（过后按当时的数字视为已重新报送）').waitFor();
  // Why it was sent back stands before the figures.
  await own.page.locator('.last-word', { hasText: '退回理由' }).getByText('少一个片区').waitFor();
  await section(own.page, '经过').getByText('少一个片区').waitFor();
  await settled(own.page);
  expect(await axe(own.page)).toEqual([]);
  expect(problems).toEqual([]);
});

test('what changes after a month was sent back is shown beside what was handed in', async () => {
  const agreement = await station();
  await handIn(who.operator, agreement.id, monthsAgo(3));
  await sendBack(who.purchaser, `${agreement.id}.${monthsAgo(3)}`, '补记');
  await record(who.operator, agreement.id, [
    {
      indicator: 'HOME_VISIT',
      occurredOn: `${monthsAgo(3)}-11`,
      quantities: [{ measure: 'VISITS', value: '7' }],
      zoneId: agreement.zones[0]!.id,
    },
  ]);
  const { page, problems } = await under.as(BUREAU, monthPage(agreement, monthsAgo(3)));
  const changed = section(page, '报送后的变动').locator('tbody tr', { hasText: '东片' });
  await changed.first().waitFor();
  expect(await changed.filter({ hasText: '完成量' }).locator('td').allInnerTexts()).toEqual([
    '完成情况',
    '10',
    '17',
  ]);
  expect(problems).toEqual([]);
});

test('both sides add remarks and evidence to a month, which stays as it was handed in', async () => {
  const agreement = await station();
  await handIn(who.operator, agreement.id, monthsAgo(5));
  const street = await under.as(STREET, monthPage(agreement, monthsAgo(5)));
  await street.page.getByText('还没有备注').waitFor();
  await street.page.getByLabel('补充备注').fill('请补充探访签到表');
  await button(street.page, '添加').click();
  await street.page.getByText('请补充探访签到表').first().waitFor();
  const { page, problems } = await under.as(OPERATOR, monthPage(agreement, monthsAgo(5)));
  await page.locator('.remarks li', { hasText: '请补充探访签到表' }).waitFor();
  await page.getByLabel('佐证').fill('https://files.example/sheet');
  await button(page, '添加').click();
  await page.locator('.remarks li').getByRole('link', { name: 'https://files.example/sheet' }).waitFor();
  expect(await page.locator('.remarks li').count()).toBe(2);
  await settled(page);
  expect(await axe(page)).toEqual([]);
  expect((await monthOf(who.operator, agreement.id, monthsAgo(5))).state).toBe('HANDED_IN');
  expect([...problems, ...street.problems]).toEqual([]);
});

test('the board tells at a look what is missing, late, sent back or accepted, and leads to each month', async () => {
  const agreement = await station();
  await handIn(who.operator, agreement.id, monthsAgo(5));
  await accept(who.purchaser, `${agreement.id}.${monthsAgo(5)}`);
  await handIn(who.operator, agreement.id, monthsAgo(4));
  await sendBack(who.purchaser, `${agreement.id}.${monthsAgo(4)}`, '补');
  for (const email of [OPERATOR, STREET, BUREAU]) {
    const { page, problems, context } = await under.as(email, '/console/board');
    const row = line(page, agreement);
    await row.waitFor();
    const cells = await row.locator('td').allInnerTexts();
    expect(cells.slice(1, 5).map((text) => text.replaceAll(/\s/g, ''))).toEqual([
      '✓已接受迟',
      '↩已退回迟',
      '!逾期未报',
      '!逾期未报',
    ]);
    await settled(page);
    expect(await axe(page)).toEqual([]);
    expect(problems).toEqual([]);
    await context.close();
  }
  const { page } = await under.as(BUREAU, '/console/board');
  await page.locator('.board-totals').getByText('未报').waitFor();
  await page.getByLabel('只看未报、迟报和退回的').check();
  await page.waitForURL('**open=1*');
  await line(page, agreement).getByRole('link', { name: '已退回' }).click();
  await page.waitForURL(`**/console/month?agreement=${agreement.id}&month=${monthsAgo(4)}*`);
  await standing(page).getByText('已退回').waitFor();
});

test('the board is walked with the keyboard, and printed without its tools', async () => {
  const agreement = await station();
  const { page } = await under.as(STREET, '/console/board');
  await line(page, agreement).waitFor();
  await line(page, agreement).getByRole('link').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/console/month?agreement=${agreement.id}*`);
  await page.goBack();
  await line(page, agreement).waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('#main').getByRole('button').count()).toBe(0);
  expect(await page.locator('.board-legend').isVisible()).toBe(true);
});

test('the street sets the day by which months are due; the operator is not offered it', async () => {
  const agreement = await station();
  const { page, problems } = await under.as(STREET, monthPage(agreement, monthsAgo(2)));
  await button(page, '调整截止日').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('次月第几天').fill('31');
  await button(dialog, '保存').click();
  await dialog.locator('.wrong').waitFor();
  await dialog.getByLabel('次月第几天').fill('10');
  await button(dialog, '保存').click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(`${monthsAgo(1)}-10`).waitFor();
  expect(problems).toEqual([]);
  const own = await under.as(OPERATOR, monthPage(agreement, monthsAgo(2)));
  await own.page.getByText(`${monthsAgo(1)}-10`).waitFor();
  expect(await button(own.page, '调整截止日').count()).toBe(0);
});
