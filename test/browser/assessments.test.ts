import type { Page } from 'playwright-core';
import { MemberRole } from '../../src/access';
import { newStation } from '../api/support/agreements';
import { enrol } from '../api/support/people';
import { parties, type Parties } from '../assessment/support/parties';
import { addFinding, must, open, score } from '../assessment/support/questions';
import { BUREAU, button, OPERATOR, section, STREET, take } from './agreement-pages';
import { axe, ConsoleUnderTest, settled } from './browser';

/** Assessments as the parties score them, the operator answers, and the bureau closes. */
let under: ConsoleUnderTest;
let who: Parties;
beforeAll(async () => {
  under = await ConsoleUnderTest.start();
  who = await parties(under.api);
});
afterAll(async () => under.stop());

const ASSESSOR = 'admin@assessor.example';
const MENTORS = 'admin@mentoring-centre.example';
const addressOf = (id: string): string => `/console/assessment?id=${id}`;

async function opened(): Promise<{ id: string; agreement: Awaited<ReturnType<typeof newStation>> }> {
  const agreement = await newStation(under.api);
  const { id } = await open(who.bureau, { agreementId: agreement.id, assessorId: who.assessorId });
  return { id, agreement };
}

const scoreRow = (page: Page, party: string): ReturnType<Page['locator']> =>
  section(page, '评分').locator('tbody tr', { hasText: party });
const finding = (page: Page, text: string): ReturnType<Page['locator']> =>
  page.locator('article.finding', { hasText: text });

test('an assessor lands on what there is to score, scores it, and says what is of concern', async () => {
  const { id, agreement } = await opened();
  const { page, problems } = await under.as(ASSESSOR);
  await page.waitForURL('**/console/work');
  await page.getByRole('link', { name: agreement.station.name, exact: true }).click();
  await page.waitForURL(`**${addressOf(id)}`);
  const form = page.getByRole('form', { name: '我方评分' });
  await form.getByLabel('得分').fill('５５．５');
  await button(form, '提交评分').click();
  await form.locator('.wrong').waitFor();
  expect(await form.getByLabel('得分').getAttribute('aria-invalid')).toBe('true');
  await form.getByLabel('得分').fill('48.75');
  await page.reload();
  expect(await form.getByLabel('得分').inputValue()).toBe('48.75');
  await button(form, '提交评分').click();
  await scoreRow(page, '第三方评估机构').getByText('48.75').waitFor();

  const concern = page.getByRole('form', { name: '提出意见' });
  await concern.getByLabel('类型').selectOption('关注问题');
  await concern.getByLabel('所属部分').selectOption('片区：东片');
  await concern.getByLabel('整改期限').fill('2020-01-01');
  await concern.getByLabel('内容').fill('个案档案不全');
  await page.reload();
  await button(concern, '提交意见').click();
  await concern.locator('.wrong').waitFor();
  await concern.getByLabel('整改期限').fill('2099-12-31');
  await button(concern, '提交意见').click();
  await finding(page, '个案档案不全').getByText('片区：东片').waitFor();
  expect(await concern.getByLabel('内容').inputValue()).toBe('');

  await page.goto('/console/work');
  const scored = page.locator('section.section', { hasText: '已评分，待其他方或结束' });
  await scored.getByRole('link', { name: agreement.station.name, exact: true }).waitFor();
  expect(problems).toEqual([]);
});

test('a sealed score is seen by nobody else, until the bureau opens it with a reason', async () => {
  const { id } = await opened();
  must(await score(who.assessor, id, '41.17'));
  for (const email of [MENTORS, OPERATOR, STREET]) {
    const { page, context } = await under.as(email, addressOf(id));
    await scoreRow(page, '第三方评估机构').getByText('已评，封存中').waitFor();
    expect(await page.content()).not.toContain('41.17');
    expect(await button(page, '公开评分').count()).toBe(0);
    await context.close();
  }
  const { page } = await under.as(BUREAU, addressOf(id));
  const dialog = await take(page, '公开评分', '提前通报');
  await dialog.waitFor({ state: 'detached' });
  await scoreRow(page, '第三方评估机构').getByText('41.17').waitFor();
  await section(page, '经过').getByText('提前通报').waitFor();
});

test('a manager answers a concern, whose party sends it back and then accepts it', async () => {
  const { id, agreement } = await opened();
  must(await addFinding(who.mentors, id, 'CONCERN', '督导记录缺页'));
  const email = 'manager@fengyuan-answers.example';
  await enrol(under.api, '逢源人家', MemberRole.MANAGER, email);
  const respond = async (text: string): Promise<void> => {
    const { page, context } = await under.as(email, '/console/work');
    await page
      .locator('section', { hasText: '待回应的关注问题' })
      .getByRole('link', { name: agreement.station.name, exact: true })
      .click();
    await button(finding(page, '督导记录缺页'), '整改回应').click();
    const dialog = page.getByRole('dialog');
    await button(dialog, '整改回应').click();
    await dialog.getByText('请填写').waitFor();
    await dialog.getByLabel('回应内容').fill(text);
    await button(dialog, '整改回应').click();
    await finding(page, '督导记录缺页').getByText(text).waitFor();
    expect(await button(finding(page, '督导记录缺页'), '撤回意见').count()).toBe(0);
    await context.close();
  };
  await respond('已补齐一月记录');
  const { page, problems } = await under.as(MENTORS);
  await page.waitForURL('**/console/work');
  await page
    .locator('section', { hasText: '待确认的整改' })
    .getByRole('link', { name: agreement.station.name, exact: true })
    .click();
  await button(finding(page, '督导记录缺页'), '退回').click();
  await page.getByRole('dialog').getByLabel('意见').fill('二月仍缺');
  await button(page.getByRole('dialog'), '退回').click();
  await finding(page, '督导记录缺页').getByText('二月仍缺').waitFor();
  await respond('二月已补');
  await page.reload();
  await button(finding(page, '督导记录缺页'), '确认整改').click();
  await button(page.getByRole('dialog'), '确认整改').click();
  await finding(page, '督导记录缺页').locator('.badge', { hasText: '已确认' }).waitFor();
  expect(await finding(page, '督导记录缺页').locator('.finding-steps li').allInnerTexts()).toHaveLength(4);
  expect(problems).toEqual([]);
});

test('the bureau closes what all have scored: grade and basis are shown, and printed without buttons', async () => {
  const { id, agreement } = await opened();
  const all = [
    [who.purchaser, '20'],
    [who.bureau, '8.63'],
    [who.mentors, '14.9'],
  ] as const;
  for (const [client, value] of all) must(await score(client, id, value));
  const { page, problems } = await under.as(BUREAU, '/console/work');
  const running = page.locator('section.section', { hasText: '进行中的评估' });
  await running.getByRole('link', { name: agreement.station.name, exact: true }).click();
  await scoreRow(page, '市督导中心').waitFor();
  expect(await button(page, '结束评估').count()).toBe(0);
  must(await score(who.assessor, id, '48.75'));
  await page.reload();
  const dialog = await take(page, '结束评估');
  await dialog.waitFor({ state: 'detached' });
  await page.locator('.page-head .badge', { hasText: '已结束' }).waitFor();
  expect(await section(page, '评分').locator('tfoot td').allInnerTexts()).toEqual(['100', '92.28', '优秀']);
  await section(page, '评估依据').getByText('定稿后数字没有变动').waitFor();
  expect(await button(page, '取消评估').count()).toBe(0);
  await settled(page);
  expect(await axe(page)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('#main').getByRole('button').count()).toBe(0);
  await section(page, '评估依据').getByRole('table').waitFor();
  expect(problems).toEqual([]);
});

test('a bureau opens an assessment in a form that keeps what was typed, by the scheme of the year', async () => {
  const agreement = await newStation(under.api);
  const { page, problems } = await under.as(BUREAU, `/console/assessments?agreement=${agreement.id}`);
  await button(page, '启动评估').click();
  await page.getByLabel('类别').selectOption('中期评估');
  await page.getByLabel('评估时段首日').fill('2023-01-01');
  await page.getByLabel('评估时段末日').fill('2024年6月30日');
  await page.getByRole('rowheader', { name: '市督导中心' }).waitFor();
  await page.reload();
  await button(page, '启动评估').click();
  await page.getByText('请选择。').waitFor();
  await page.getByLabel('第三方评估机构').selectOption('广州市社会工作协会');
  await button(page, '启动评估').click();
  const first = page.locator('.field', { has: page.getByLabel('评估时段首日') });
  await first.locator('.wrong').waitFor();
  await page.getByLabel('评估时段首日').fill('2024-01-01');
  await button(page, '启动评估').click();
  await page.waitForURL('**/console/assessment?id=**');
  await page.getByRole('link', { name: '本协议的全部评估' }).click();
  const row = page.locator('tbody tr', { hasText: '中期评估' });
  await row.waitFor();
  expect(await row.locator('td').allInnerTexts()).toEqual([
    '2024-01-01 至 2024-06-30',
    '广州市社会工作协会',
    '进行中',
    '购买方、监督方、市督导中心、第三方评估机构',
    '—',
    '—',
  ]);
  expect(problems).toEqual([]);
});

test('a bureau sets its scheme; an assessor declares a tie', async () => {
  const { page, problems } = await under.as(BUREAU, '/console/assessments?scheme=2031');
  await button(page, '修改方案').click();
  const maximum = (party: string): ReturnType<Page['locator']> =>
    page.getByRole('group', { name: party }).getByLabel('满分');
  await maximum('购买方').fill('30');
  await button(page, '保存方案').click();
  await page.locator('.problem, .wrong').first().waitFor();
  await maximum('第三方评估机构').fill('45');
  await page.getByRole('group', { name: '第三方评估机构' }).getByLabel('分项').fill('服务成效：30\n管理：15');
  await button(page, '保存方案').click();
  await page.getByRole('cell', { name: '服务成效 30、管理 15' }).waitFor();
  await page.getByText('本区适用').waitFor();
  expect(problems).toEqual([]);

  const { agreement } = await opened();
  const assessor = await under.as(ASSESSOR, `/console/assessments?agreement=${agreement.id}`);
  await button(assessor.page, '申报回避关系').click();
  const dialog = assessor.page.getByRole('dialog');
  await dialog.getByLabel('承接机构').selectOption('广州市大同社会工作服务中心');
  await dialog.getByLabel('理由').fill('曾任其督导');
  await button(dialog, '申报回避关系').click();
  await section(assessor.page, '回避关系').getByText('曾任其督导').waitFor();
  expect(assessor.problems).toEqual([]);
});
