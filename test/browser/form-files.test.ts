import { readFileSync } from 'node:fs';
import { readWorkbook } from '../../src/platform/sheets';
import { ConsoleUnderTest, settled } from './browser';

/** The official forms as files, on the reports that have the same figures. */
let under: ConsoleUnderTest;
beforeAll(async () => {
  under = await ConsoleUnderTest.start();
});
afterAll(async () => under.stop());

test.each([
  ['completion', '附件1（Excel）', '导出附件1', /逢源.*-附件1-.*\.xlsx$/, '附件1-1'],
  ['roster', '附件2（Excel）', '导出附件2', /逢源.*-附件2-.*\.xlsx$/, '附件2'],
  ['records', '服务记录表（Excel）', '导出服务记录表', /逢源.*-服务记录表\.xlsx$/, '服务记录'],
  ['targets', '附件1（Excel）', '下载空白模板', /逢源.*-附件1-模板\.xlsx$/, '附件1-1'],
])(
  'on %s the menu “%s” saves the form, and leads to where it is brought in',
  async (path, menu, item, name, sheet) => {
    const { page, problems } = await under.as('admin@fengyuan.example', `/console/${path}`);
    await settled(page);
    const open = page.getByText(menu);
    await open.click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: item }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(name);
    const { sheets } = await readWorkbook(readFileSync(await file.path()));
    expect(sheets[0]!.name).toContain(sheet);
    // A choice closes the menu.
    expect(await page.getByRole('button', { name: item }).isVisible()).toBe(false);
    await open.click();
    await page.getByRole('link', { name: /^导入/ }).and(page.locator('.menu-items a')).click();
    await page.locator('.drop').waitFor();
    expect(new URL(page.url()).searchParams.has('agreement')).toBe(true);
    expect(problems).toEqual([]);
  },
);

test('who only reads saves the forms, and is not offered to bring them', async () => {
  const { page } = await under.as('admin@fengyuan-street.example', '/console/completion');
  await page.getByText('附件1（Excel）').click();
  await page.getByRole('button', { name: '导出附件1' }).waitFor();
  expect(await page.locator('.menu-items a').count()).toBe(0);
});
