import { createCredential } from '../../src/access/enrolment';
import { verifyAccessToken } from '../../src/access/access-token';
import { OrganisationKind } from '../../src/access/parties';
import { type SessionGrant, SignInService } from '../../src/access/sign-in.service';
import { SigningKeys } from '../../src/access/signing-keys';
import { AuthScope } from '../../src/platform/database/auth-scope';
import { BrokenRules, fault } from '../../src/platform/faults';
import { newId } from '../../src/platform/ids';
import { startWorld, type World } from '../kit/world';
import { addMember, ORIGIN, trailOf, type TestMember } from './members';

const keys = SigningKeys.parse('k1:a-secret-of-thirty-two-bytes-or-more', 'TOKEN_KEYS');

let world: World;
let service: SignInService;
let elapsed = 0;

beforeAll(async () => {
  world = await startWorld();
});

beforeEach(() => {
  service = new SignInService({
    database: world.database,
    trail: trailOf(world),
    keys,
    clock: () => world.clock.now(),
    elapsed: () => elapsed,
  });
});

afterAll(async () => world.close());

const signIn = async ({ email, password }: TestMember): Promise<SessionGrant> =>
  service.signIn({ email, password }, ORIGIN);

/** Everything that a refusal says to the client. */
async function refusalOf(attempt: Promise<unknown>): Promise<unknown> {
  const error: unknown = await attempt.then(
    () => new Error('was not refused'),
    (reason: unknown) => reason,
  );
  if (error instanceof BrokenRules) return { faults: error.faults, message: error.message };
  throw error as Error;
}

describe('signing in', () => {
  it('accepts an e-mail in full-width characters, and counts failures by its normal form', async () => {
    const { email, password } = await addMember(world);
    const wide = ` ${email.toUpperCase().replace('@', '＠').replace('.', '．')}\u200b`;
    const { session } = await service.signIn({ email: wide, password }, ORIGIN);
    expect(email).toContain(session.memberId);
    for (let tries = 0; tries < 10; tries += 1) {
      await refusalOf(service.signIn({ email: wide, password: 'wrong horse window' }, ORIGIN));
    }
    await expect(service.signIn({ email, password }, ORIGIN)).rejects.toMatchObject({
      code: 'TOO_MANY_REQUESTS',
    });
  });

  it('returns a session with the member and its rights', async () => {
    const member = await addMember(world);
    const grant = await signIn(member);
    expect(grant).toEqual({
      accessToken: expect.any(String) as unknown,
      refreshToken: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/) as unknown,
      expiresInSeconds: 900,
      session: {
        sessionId: expect.any(String) as unknown,
        memberId: member.memberId,
        organisationId: member.organisationId,
        kind: 'OPERATOR',
        role: 'MANAGER',
        recordsMoney: false,
        districtCode: '440103',
        accessVersion: 1,
        isKey: false,
      },
    });
    expect(verifyAccessToken(grant.accessToken, keys, world.clock.now())).toEqual(grant.session);
  });

  it('works for an organisation of the whole city', async () => {
    const { session } = await signIn(await addMember(world, OrganisationKind.SUPERVISOR, null));
    expect(session).toMatchObject({ kind: 'SUPERVISOR', districtCode: null });
  });

  it('ignores case and surrounding blanks of the e-mail', async () => {
    const { email, password, memberId } = await addMember(world);
    const { session } = await service.signIn({ email: `  ${email.toUpperCase()}\n`, password }, ORIGIN);
    expect(session.memberId).toBe(memberId);
  });

  it('starts a new session each time', async () => {
    const member = await addMember(world);
    const [first, second] = await Promise.all([signIn(member), signIn(member)]);
    expect(first.session.sessionId).not.toBe(second.session.sessionId);
  });
});

describe('a sign-in that is refused', () => {
  it('has the same message, code and path for every cause', async () => {
    const member = await addMember(world);
    const gone = await addMember(world);
    await world.ownerQuery('update core.member set left_at = now() where id = $1', [gone.memberId]);
    const { email, password } = member;
    const attempts = [
      { email, password: 'wrong' },
      { email, password: '' },
      { email, password: `${password}\0` },
      { email, password: password.repeat(1000) },
      { email, password: password.toUpperCase() },
      { email: `x${email}`, password },
      { email: '', password: '' },
      { email: 'no address', password },
      { email: `${email}\0`, password },
      { email: `${'x'.repeat(100_000)}@sign-in.example`, password },
      { email: "' or true --@sign-in.example", password },
      { email: `%@sign-in.example`, password },
      { email: gone.email, password: gone.password },
      { email: gone.email, password: 'wrong' },
    ];
    for (const attempt of attempts) {
      expect(await refusalOf(service.signIn(attempt, ORIGIN))).toEqual({
        message: 'WRONG_CREDENTIALS at password',
        faults: [fault('WRONG_CREDENTIALS', ['password'])],
      });
    }
  });

  it('starts no session', async () => {
    const { email, memberId } = await addMember(world);
    await refusalOf(service.signIn({ email, password: 'wrong' }, ORIGIN));
    expect(await world.ownerQuery('select 1 from core.session where member_id = $1', [memberId])).toEqual([]);
  });

  it('takes as long for an unknown account', async () => {
    const { email } = await addMember(world);
    const time = async (name: string): Promise<number> => {
      const started = performance.now();
      await refusalOf(service.signIn({ email: name, password: 'wrong' }, ORIGIN));
      return performance.now() - started;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let i = 0; i < 9; i += 1) {
      known.push(await time(email));
      unknown.push(await time(`x${email}`));
    }
    // Without the hash it would be a fifth or less; the shortest times are the least disturbed ones.
    const ratio = Math.min(...unknown) / Math.min(...known);
    expect(ratio).toBeGreaterThan(1 / 3);
    expect(ratio).toBeLessThan(3);
  });

  it('includes a password that is changed concurrently', async () => {
    const member = await addMember(world);
    const changing = world.ownerQuery(`do $$ begin
      update auth.credential set password_hash = password_hash || 'x' where member_id = '${member.memberId}';
      perform pg_sleep(1);
    end $$`);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await refusalOf(signIn(member))).toMatchObject({ faults: [{ code: 'WRONG_CREDENTIALS' }] });
    await changing;
  });
});

describe('after ten failures', () => {
  const fail = async (email: string): Promise<unknown> =>
    refusalOf(service.signIn({ email, password: 'wrong' }, ORIGIN));
  const tooMany = {
    code: 'TOO_MANY_REQUESTS',
    details: { retryAfterSeconds: expect.any(Number) as unknown },
  };

  it('an account has to wait, with the right password too, and can sign in again afterwards', async () => {
    const member = await addMember(world);
    for (let i = 0; i < 10; i += 1) await fail(member.email);
    await expect(signIn(member)).rejects.toMatchObject(tooMany);
    await expect(signIn(await addMember(world))).resolves.toBeDefined();
    elapsed += 61_000;
    await expect(signIn(member)).resolves.toBeDefined();
  });

  it('an unknown account has to wait too', async () => {
    const { email, password } = await addMember(world);
    for (let i = 0; i < 10; i += 1) await fail(`x${email}`);
    await expect(service.signIn({ email: `x${email}`, password }, ORIGIN)).rejects.toMatchObject(tooMany);
    elapsed += 61_000;
    expect(await fail(`x${email}`)).toMatchObject({ faults: [{ code: 'WRONG_CREDENTIALS' }] });
  });

  it('further concurrent guesses are not checked', async () => {
    const member = await addMember(world);
    const guesses = Array.from({ length: 40 }, (_, i) => (i === 39 ? member.password : 'wrong'));
    const results = await Promise.allSettled(
      guesses.map(async (password) => service.signIn({ email: member.email, password }, ORIGIN)),
    );
    const wrong = results.filter((r) => r.status === 'rejected' && r.reason instanceof BrokenRules);
    expect(wrong).toHaveLength(10);
    expect(results.filter((r) => r.status === 'fulfilled')).toEqual([]);
  });

  it('successes do not count', async () => {
    const member = await addMember(world);
    for (let i = 0; i < 12; i += 1) await signIn(member);
    await expect(signIn(member)).resolves.toBeDefined();
  });
});

describe('a credential', () => {
  const enrol = async (member: TestMember): Promise<void> =>
    AuthScope.run(world.database, async (scope) => createCredential(scope, member));

  it('is replaced when it is created again', async () => {
    const member = await addMember(world);
    await enrol({ ...member, email: ` ${member.email.toUpperCase()}`, password: 'another password' });
    await refusalOf(signIn(member));
    await expect(signIn({ ...member, password: 'another password' })).resolves.toBeDefined();
  });

  it('never moves to another member', async () => {
    const member = await addMember(world);
    const other = await addMember(world);
    const refusal = await refusalOf(enrol({ ...other, email: member.email, password: 'taken over' }));
    expect(refusal).toMatchObject({ faults: [{ code: 'EMAIL_TAKEN', path: ['email'] }] });
    expect((await signIn(member)).session.memberId).toBe(member.memberId);
  });

  it('needs an e-mail and a member', async () => {
    const member = await addMember(world);
    for (const email of ['', 'x', 'a@b@c', 'a b@c', 'a\0@c', `${'x'.repeat(254)}@c`]) {
      expect(await refusalOf(enrol({ ...member, email }))).toMatchObject({
        faults: [{ code: 'INVALID_EMAIL' }],
      });
    }
    await expect(enrol({ ...member, email: 'nobody@sign-in.example', memberId: newId() })).rejects.toThrow();
  });
});

describe('secrets', () => {
  it('are stored as hashes and are in no response', async () => {
    const member = await addMember(world);
    const grant = await signIn(member);
    const next = await service.refresh(grant.refreshToken, ORIGIN);
    const stored = JSON.stringify([
      await world.ownerQuery('select * from auth.credential where member_id = $1', [member.memberId]),
      await world.ownerQuery('select * from auth.refresh_token where member_id = $1', [member.memberId]),
      await world.ownerQuery('select * from auth.token_family where member_id = $1', [member.memberId]),
      await world.ownerQuery('select * from core.session where member_id = $1', [member.memberId]),
    ]);
    for (const secret of [member.password, grant.refreshToken, next.refreshToken, grant.accessToken]) {
      expect(stored).not.toContain(secret);
    }
    expect(stored).toContain('$argon2id$');
    const refusal = await refusalOf(service.signIn({ email: member.email, password: 'wrong guess' }, ORIGIN));
    const responses = JSON.stringify([grant, next, refusal]);
    for (const secret of ['$argon2id$', member.password, 'wrong guess'])
      expect(responses).not.toContain(secret);
  });
});
