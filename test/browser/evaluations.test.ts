import { newStation } from '../api/support/agreements';
import { button, OPERATOR, STREET, take } from './agreement-pages';
import { axe, ConsoleUnderTest, settled } from './browser';

/** A self-evaluation as an operator lists, scores and closes it. */
let under: ConsoleUnderTest;
beforeAll(async () => {
  under = await ConsoleUnderTest.start();
});
afterAll(async () => under.stop());

test('a tree is created in a form that keeps what was typed, scored leaf by leaf, closed and voided', async () => {
  const { id } = await newStation(under.api);
  const address = `/console/evaluations?agreement=${id}`;
  const { page, problems } = await under.as(OPERATOR, address);
  await button(page, '新建自评').click();
  await page.getByLabel('名称', { exact: true }).fill('年度绩效自评');
  const group = (place: number): ReturnType<typeof page.locator> =>
    page.getByRole('group', { name: `一级指标 ${String(place)}` });
  await group(1).getByLabel('一级指标名称').fill('产出');
  await group(1).getByLabel('权重').fill('60');
  await group(1).getByLabel('二级指标').fill('服务人次：40\n建档：10');
  await button(page, '增加一级指标').click();
  await group(2).getByLabel('一级指标名称').fill('效益');
  await group(2).getByLabel('权重').fill('40');
  await page.getByText('一级指标权重合计 100').waitFor();
  await page.reload();
  await button(page, '建立自评').click();
  await group(1).locator('.wrong').waitFor();
  await group(1).getByLabel('二级指标').fill('服务人次：40\n建档：20');
  await button(page, '建立自评').click();

  await page.getByLabel('得分：服务人次').fill('41');
  await page.getByLabel('评分依据：服务人次').fill('附件1');
  await button(page, '保存评分').click();
  await page.locator('td .wrong').waitFor();
  expect(await page.getByLabel('得分：服务人次').getAttribute('aria-invalid')).toBe('true');
  await page.getByLabel('得分：服务人次').fill('38.5');
  await page.reload();
  expect(await page.getByLabel('得分：服务人次').inputValue()).toBe('38.5');
  await page.getByLabel('得分：建档').fill('２０');
  await button(page, '保存评分').click();
  await page.locator('tr', { hasText: '产出' }).getByText('58.5').waitFor();
  expect(await button(page, '定稿').count()).toBe(0);
  await page.getByLabel('得分：效益').fill('36');
  await button(page, '保存评分').click();
  const closing = await take(page, '定稿');
  await closing.waitFor({ state: 'detached' });
  await page.locator('.badge', { hasText: '已定稿' }).waitFor();
  expect(await page.locator('tfoot td').allInnerTexts()).toEqual(['100', '94.5', '优秀']);
  expect(await page.getByLabel('得分：效益').count()).toBe(0);
  await settled(page);
  expect(await axe(page)).toEqual([]);

  const street = await under.as(STREET, address);
  await street.page.getByText('94.5').waitFor();
  expect(await button(street.page, '作废').count()).toBe(0);

  await take(page, '作废', '口径有误');
  await page.getByText('已作废：口径有误').waitFor();
  expect(problems).toEqual([]);
});
