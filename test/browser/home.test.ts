import { dayOf } from '../../src/platform/calendar';
import { newStation } from '../api/support/agreements';
import { axe, ConsoleUnderTest, settled } from './browser';

/** The page that each role begins with, its home, its account and its help. */
let under: ConsoleUnderTest;
beforeAll(async () => {
  under = await ConsoleUnderTest.start();
});
afterAll(async () => under.stop());

test.each([
  ['worker@fengyuan.example', '/console/entry'],
  ['admin@fengyuan-street.example', '/console/overview'],
  ['admin@guangzhou-bureau.example', '/console/overview'],
  ['admin@mentoring-centre.example', '/console/work'],
  ['admin@assessor.example', '/console/work'],
  ['admin@platform.example', '/console/members'],
])('the day of %s begins at %s', async (email, path) => {
  const { page } = await under.as(email);
  await page.waitForURL(`**${path}**`);
  expect(new URL(page.url()).pathname).toBe(path);
});

test('home says what is late, and leads to the day’s work', async () => {
  const { page, problems } = await under.as('admin@guangzhou-bureau.example', '/console/account');
  await page.getByRole('link', { name: '首页' }).click();
  const late = page.locator('section.section', { has: page.getByRole('heading', { name: '需要留意' }) });
  await late.waitFor();
  await settled(page);
  expect(await late.locator('li, p').count()).toBeGreaterThan(0);
  await page.locator('.shortcuts').getByRole('link', { name: '完成情况' }).click();
  await page.waitForURL('**/console/completion**');
  expect(problems).toEqual([]);
});

test('on a low screen the page that one is on is in view among all of them', async () => {
  const { page } = await under.as('admin@fengyuan.example', '/console/help', {
    viewport: { width: 1366, height: 600 },
  });
  const current = page.locator('nav [aria-current=page]');
  const [link, list] = await Promise.all([current.boundingBox(), page.locator('nav').boundingBox()]);
  expect(link!.y).toBeGreaterThanOrEqual(list!.y);
  expect(link!.y + link!.height).toBeLessThanOrEqual(list!.y + list!.height);
});

test('the platform’s home leads to its organisations', async () => {
  const { page, problems } = await under.as('admin@platform.example', '/console/account');
  await page.getByRole('link', { name: '首页' }).click();
  await page.getByText('所有机构都已有管理员').waitFor();
  expect(problems).toEqual([]);
});

test('the account says who one is and how long the session lasts', async () => {
  const { page } = await under.as('worker@fengyuan.example', '/console/account');
  await page.getByText('worker@fengyuan.example').waitFor();
  await page.getByText('关闭浏览器后自动退出').waitFor();
  await settled(page);
  // This server sends none.
  expect(await page.getByText('邮件提醒').count()).toBe(0);
  await page.locator('#main').getByRole('button', { name: '退出登录' }).click();
  await page.getByLabel('在这台电脑上保持登录').check();
  await page.getByLabel('邮箱').fill('worker@fengyuan.example');
  expect(await page.getByLabel('在这台电脑上保持登录').isChecked()).toBe(true);
});

test('Ctrl+/ leads to the help of one’s own day; that of others can be chosen', async () => {
  const { page, problems } = await under.as('worker@fengyuan.example', '/console/account');
  await page.keyboard.press('Control+/');
  await page.getByRole('link', { name: '看一天的工作怎么做' }).click();
  await page.waitForURL('**/console/help');
  expect(await page.locator('.help-steps h2').first().innerText()).toBe('填报');
  expect(await page.locator('.help-steps svg').count()).toBe(5);
  await page.getByLabel('岗位').selectOption('监督方（民政局）');
  await page.waitForURL('**reader=bureau');
  await page.locator('.help-steps h2', { hasText: '看概览' }).waitFor();
  await page.reload();
  await page.locator('.help-steps h2', { hasText: '看概览' }).waitFor();
  expect(problems).toEqual([]);
});

test('home has the tasks, the most urgent first; the navigation counts them; each leads to where it is done', async () => {
  const today = dayOf(under.api.clock.now());
  const day = new Date(`${today.slice(0, 7)}-01T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() - 3);
  const startsOn = day.toISOString().slice(0, 10);
  const endsOn = `${String(Number(today.slice(0, 4)) + 1)}-12-31`;
  const agreement = await newStation(under.api, {
    startsOn,
    endsOn,
    terms: [{ name: '年度', startsOn, endsOn }],
  });
  const { page, problems } = await under.as('admin@fengyuan.example', '/console/account');
  await page.getByRole('link', { name: /^首页/ }).click();
  const tasks = page.locator('section.section', { has: page.getByRole('heading', { name: '待办' }) });
  const first = tasks.locator('tbody tr', { hasText: startsOn.slice(0, 7) }).first();
  await first.getByText(agreement.station.name).waitFor();
  await first.getByText('已逾期').waitFor();
  await page.locator('nav a[href^="/console/month"] .task-count.overdue').waitFor();
  await settled(page);
  expect(await axe(page)).toEqual([]);
  await first.getByRole('link', { name: '报送月报' }).click();
  await page.waitForURL(`**/console/month?agreement=${agreement.id}&month=${startsOn.slice(0, 7)}*`);
  expect(problems).toEqual([]);
});

test('what takes longer than 300 ms shows lines in its place, and a thin line at the top; what is quick shows neither', async () => {
  const { page } = await under.as('admin@fengyuan.example', '/console/account');
  let answer = (): void => undefined;
  const blocked = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/graphql', async (route) => {
    await blocked;
    await route.continue();
  });
  await page.getByRole('link', { name: '逐月完成情况' }).click();
  for (const waiting of ['.skeleton', '.progress']) {
    const shown = page.locator(waiting).first();
    await shown.waitFor();
    // Until then it is hidden.
    const { animationName, animationDelay } = await shown.evaluate((it) => {
      const style = getComputedStyle(it);
      return { animationName: style.animationName, animationDelay: style.animationDelay };
    });
    expect([animationName, animationDelay]).toEqual(['appear', '0.3s']);
  }
  answer();
  await page.locator('table.sheet').waitFor();
  await settled(page);
});

test('a page is shown as soon as its files are there', async () => {
  const { page } = await under.as('admin@fengyuan.example', '/console/account');
  const waits: number[] = [];
  for (const path of ['/console/help', '/console/members', '/console/audit']) {
    waits.push(
      await page.evaluate(async (to) => {
        const shown = new Promise<number>((resolve) => {
          const observer = new MutationObserver(() => {
            if (location.pathname !== to || !document.querySelector('#main h1')) return;
            observer.disconnect();
            resolve(performance.now());
          });
          observer.observe(document.querySelector('#main')!, { childList: true, subtree: true });
        });
        document.querySelector<HTMLElement>(`nav a[href="${to}"]`)!.click();
        const at = await shown;
        const files = performance
          .getEntriesByType('resource')
          .filter(({ name }) => name.includes('/console-assets/')) as PerformanceResourceTiming[];
        return at - Math.max(...files.map(({ responseEnd }) => responseEnd));
      }, path),
    );
  }
  // A busy machine delays one or the other; what waits for a timer waits 300 ms each time.
  expect(Math.min(...waits)).toBeLessThan(150);
});
