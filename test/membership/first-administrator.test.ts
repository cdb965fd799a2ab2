import { CredentialService, PasswordResetService } from '../../src/access';
import { SignInService } from '../../src/access/sign-in.service';
import { BrokenRules } from '../../src/platform/faults';
import { ORIGIN, trailOf } from '../access/members';
import { type Result, runCommand, runHere } from '../kit/program';
import { TEST_KEYS } from '../kit/settings';
import { startWorld, type World } from '../kit/world';
import { NEW_PASSWORD } from './support';

/** `npm run admin` on an unused database, once as built. */
let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  await world.close();
});

const settings = (): Record<string, string> => ({ DATABASE_URL: world.serverUrl });
const admin = async (...words: string[]): Promise<Result> => runHere('admin', words, settings());

async function accept(token: string): Promise<string> {
  const deps = { database: world.database, clock: world.clock.now, trail: trailOf(world) };
  const { attempts } = new SignInService({ ...deps, keys: TEST_KEYS });
  return new CredentialService({ ...deps, attempts }).accept({ token, password: NEW_PASSWORD }, ORIGIN);
}

const tokenIn = ({ stdout }: Result): string => /swi_[\w-]{43}/.exec(stdout)![0];

it('invites the first administrator of the platform, repeatedly until that member has joined, and then refuses', async () => {
  const mistyped = await admin('create', 'Typo@Platform.example');
  const second = await runCommand('admin', ['create', 'first@platform.example'], settings());
  expect([mistyped.code, second.code]).toEqual([0, 0]);
  expect(second.stdout).toContain('valid for 7 days');

  expect(await accept(tokenIn(second))).toBe('first@platform.example');
  const refused = await admin('create', 'second@platform.example');
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr.trim().split('\n')).toEqual([
    expect.stringContaining('The platform has an administrator already') as unknown,
  ]);
  // Nor does the earlier invitation create a second one.
  await expect(accept(tokenIn(mistyped))).rejects.toBeInstanceOf(BrokenRules);

  expect(
    await world.ownerQuery(
      `select o.kind, o.administered, m.email, m.role from core.organisation o
         join core.member m on m.organisation_id = o.id where m.joined_at is not null`,
    ),
  ).toEqual([{ kind: 'PLATFORM', administered: true, email: 'first@platform.example', role: 'ADMIN' }]);
  expect(
    await world.ownerQuery(
      `select action, after from core.audit_entry where request_id = 'npm run admin' order by at`,
    ),
  ).toEqual([
    { action: 'MEMBER_INVITED', after: { email: 'Typo@Platform.example' } },
    { action: 'MEMBER_INVITED', after: { email: 'first@platform.example' } },
  ]);
});

it('issues on the server a link by which a member sets another password, logged in its organisation', async () => {
  const issued = await admin('reset', 'First@Platform.example');
  expect(issued).toMatchObject({ code: 0, stderr: '' });
  const [token] = /swr_[\w-]{43}/.exec(issued.stdout)!;
  const resets = new PasswordResetService({
    database: world.database,
    clock: () => new Date(),
    trail: trailOf(world),
  });
  expect(await resets.reset(token, 'four different teapots 17', ORIGIN)).toBe('first@platform.example');
  const unknown = await admin('reset', 'nobody@platform.example');
  expect(unknown).toMatchObject({ code: 1, stdout: '' });
  expect(unknown.stderr).toContain('No member has the e-mail nobody@platform.example');
  expect(
    await world.ownerQuery(
      `select o.kind, e.member_id, e.after ->> 'onServer' as "onServer" from core.audit_entry e
         join core.organisation o on o.id = e.organisation_id where e.action = 'PASSWORD_RESET_ISSUED'`,
    ),
  ).toEqual([{ kind: 'PLATFORM', member_id: null, onServer: 'true' }]);
});

it.each([
  [['create', 'no e-mail'], 'This is not an e-mail address. Please check it.'],
  [['remove', 'first@platform.example'], 'usage: npm run admin -- create <email> | reset <email>'],
])('refuses %j in one line', async (words, line) => {
  expect(await admin(...words)).toMatchObject({ code: 1, stdout: '', stderr: `${line}\n` });
});
