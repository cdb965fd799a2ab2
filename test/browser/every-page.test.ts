import { readConsole } from '../../src/console/built-files';
import { axe, ConsoleUnderTest, DESKTOP, PHONE, settled, type Tab } from './browser';

/** Every page that a kind of member has, in both languages. */
let under: ConsoleUnderTest;
beforeAll(async () => {
  under = await ConsoleUnderTest.start();
});
afterAll(async () => under.stop());

const { paths } = readConsole();
/** Each page in both languages, and what other kinds of members see of it in one. */
const WALKS = [
  ['admin@fengyuan.example', 'zh'],
  ['admin@fengyuan.example', 'en'],
  ['admin@fengyuan-street.example', 'zh'],
  ['admin@guangzhou-bureau.example', 'en'],
  ['admin@mentoring-centre.example', 'zh'],
  ['admin@assessor.example', 'zh'],
  ['admin@platform.example', 'zh'],
] as const;
/** A walk past all pages of a member takes long: each goes past a part of them, in the same tab. */
const PARTS = [1, 2, 3] as const;
const tabs = new Map<string, Promise<Tab>>();

async function tabOf(email: string, language: 'zh' | 'en'): Promise<Tab> {
  const key = `${email} ${language}`;
  const tab = tabs.get(key) ?? under.as(email, '/console/account', { language });
  tabs.set(key, tab);
  return tab;
}

/** The pages in the member's navigation. */
async function offered({ page }: Tab): Promise<string[]> {
  const links = await page
    .locator('nav a')
    .evaluateAll((them) => them.map((link) => (link as HTMLAnchorElement).pathname));
  return paths.filter((path) => links.includes(path));
}

/** Faults of accessibility, what the server refuses the page; and how wide it is on a phone, where that is too wide. */
async function faultsOf({ page }: Tab): Promise<string[]> {
  await settled(page);
  const refusals = await page.locator('#main .failure').allInnerTexts();
  const faults = [...refusals, ...(await axe(page))];
  await page.setViewportSize(PHONE);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  await page.setViewportSize(DESKTOP);
  return width > PHONE.width ? [...faults, `${String(width)} wide on a phone`] : faults;
}

test.each(WALKS.flatMap(([email, language]) => PARTS.map((part) => [email, language, part] as const)))(
  '%s finds no fault of accessibility, width, policy or script, in %s (part %i)',
  async (email, language, part) => {
    const tab = await tabOf(email, language);
    const { page, problems } = tab;
    const pages = await offered(tab);
    expect(pages.length).toBeGreaterThan(1);
    const found: Record<string, string[]> = {};
    for (const path of pages.filter((_, at) => at % PARTS.length === part - 1)) {
      // As a click on a link of the page: loading all of it anew each time would take minutes.
      const link = page.locator(`nav a:is([href="${path}"], [href^="${path}?"])`);
      await link.click();
      await link.and(page.locator('[aria-current=page]')).waitFor();
      await page.locator('#main h1').waitFor();
      const faults = await faultsOf(tab);
      if (faults.length > 0) found[path] = faults;
    }
    expect(found).toEqual({});
    expect(problems).toEqual([]);
  },
);

test('the sign-in page has no fault of accessibility in either language', async () => {
  for (const language of ['zh', 'en'] as const) {
    const { page, problems } = await under.open({ language });
    await page.goto('/console');
    await page.locator('input[name=email]').waitFor();
    expect(await axe(page)).toEqual([]);
    expect(problems).toEqual([]);
  }
});

test('a page that one’s kind does not have says so', async () => {
  const { page } = await under.as('admin@platform.example', '/console/account');
  await page.goto('/console/completion');
  await page.locator('.empty').waitFor();
  expect(await page.locator('.empty').innerText()).toContain('您的岗位没有这一页');
});
