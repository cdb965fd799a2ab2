import { type Result, runCommand, runHere } from '../kit/program';
import { startWorld, type World } from '../kit/world';
import { BiLogins } from './support';

/** `npm run bi`: once in a process of its own, as the build makes it. */
jest.setTimeout(120_000);
let world: World;
let logins: BiLogins;
beforeAll(async () => {
  world = await startWorld('template_demo');
  logins = new BiLogins(world);
});
afterAll(async () => {
  await logins.close();
  await world.close();
});

const settings = (): Record<string, string> => ({ DATABASE_OWNER_URL: world.ownerUrl });
const bi = async (...words: string[]): Promise<Result> => runHere('bi', words, settings());

test('grants, shows the password once, lists and revokes', async () => {
  expect(await bi('list')).toMatchObject({ code: 0, stdout: 'No BI logins / 没有数据分析账号\n' });
  const [station] = await world.ownerQuery<{ id: string }>(
    `select station_id as id from core.station_access where street = '逢源街'`,
  );
  const granted = await runCommand(
    'bi',
    ['grant', '广州市荔湾区民政局', '--stations', station!.id],
    settings(),
  );
  expect(granted).toMatchObject({ code: 0, stderr: '' });
  const [login] = /bi_[0-9a-f]{16}/.exec(granted.stdout)!;
  const [, password] = /password \/ 密码 +([\w-]{32}) {2}\(shown once/.exec(granted.stdout)!;
  expect(granted.stdout).toContain('1 station(s) today');
  expect(granted.stdout).toContain(world.name);
  expect(granted.stdout).not.toContain(new URL(world.ownerUrl).password);
  const client = await logins.connect(login, password!);
  expect(await client.rows('select station_id as id from stations')).toEqual([station]);

  const again = await bi('grant', '广州市荔湾区民政局', '--login', login);
  expect(again.stdout).toContain('2 station(s) today');
  expect(again.stdout).not.toContain(password);
  const renewed = await bi('renew', login);
  expect(renewed.stdout).toContain('2 station(s) today');
  expect(renewed.stdout).toMatch(/password \/ 密码 +[\w-]{32} {2}\(shown once/);
  expect(renewed.stdout).not.toContain(password);
  const listed = await bi('list');
  expect(listed.stdout).toMatch(
    new RegExp(`^${login}  广州市荔湾区民政局  every station .* connections / 连接 1\n$`),
  );
  expect(listed.stdout).not.toContain(password);

  expect(await bi('revoke', login)).toMatchObject({
    code: 0,
    stdout: `Ended / 已撤销: ${login} (广州市荔湾区民政局)\n`,
  });
  expect((await bi('list')).stdout).toBe('No BI logins / 没有数据分析账号\n');
});

test('names in one line the privileges that PUBLIC still has and no login needs', async () => {
  for (const right of ['execute on function lo_create(oid)', `temporary on database ${world.name}`]) {
    await world.ownerQuery(`grant ${right} to public`);
    const { code, stderr } = await bi('grant', '广州市荔湾区民政局');
    expect([right, code, stderr.trim().split('\n')]).toEqual([
      right,
      0,
      [expect.stringContaining('docs/operations.md')],
    ]);
    await world.ownerQuery(`revoke ${right} from public`);
  }
});

test.each([
  [['grant', '没有这家'], 'There is no organisation "没有这家" / 没有该机构'],
  [['revoke', 'stations_server'], '"stations_server" is no BI login of this database'],
  [[], 'usage: npm run bi -- grant <organisation id or name>'],
  [['grant'], 'usage: npm run bi -- grant'],
  [['grant', 'one', 'two'], 'usage: npm run bi -- grant'],
  [['renew'], 'usage: npm run bi -- grant'],
  [['renew', 'stations_server'], '"stations_server" is no BI login of this database'],
  [['revoke'], 'usage: npm run bi -- grant'],
  [['list', '--stations', 'x'], 'usage: npm run bi -- grant'],
  [['grant', 'one', '--password', 'x'], 'usage: npm run bi -- grant'],
])('refuses %j in one line', async (words, line) => {
  const { code, stdout, stderr } = await bi(...words);
  expect([code, stdout, stderr.trim().split('\n')]).toEqual([1, '', [expect.stringContaining(line)]]);
});

test('names the variable that is missing, or whose server cannot be reached', async () => {
  const without = await runHere('bi', ['list'], { DATABASE_OWNER_URL: '' });
  expect(without).toMatchObject({
    code: 1,
    stderr: 'DATABASE_OWNER_URL must be set / 请设置 DATABASE_OWNER_URL\n',
  });
  const nowhere = await runHere('bi', ['list'], { DATABASE_OWNER_URL: 'postgres://o:p@127.0.0.1:1/x' });
  expect(nowhere.stderr).toMatch(/^DATABASE_OWNER_URL: cannot connect .*\n$/);
});
