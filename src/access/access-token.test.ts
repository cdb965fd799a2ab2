import { createHmac } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { ACCESS_TOKEN_SECONDS, issueAccessToken, verifyAccessToken } from './access-token';
import { MemberRole, OrganisationKind } from './parties';
import type { Session } from './session';
import { SigningKeys } from './signing-keys';

const SECRET = 'first-secret-first-secret-first-secret';
const keys = new SigningKeys([{ kid: 'k1', secret: SECRET }], 'TOKEN_KEYS');
const now = new Date('2025-06-30T12:00:00Z');
const iat = now.getTime() / 1000;

const session: Session = {
  sessionId: '0197c1a0-0000-7000-8000-000000000001',
  memberId: '0197c1a0-0000-7000-8000-000000000002',
  organisationId: '0197c1a0-0000-7000-8000-000000000003',
  kind: OrganisationKind.OPERATOR,
  role: MemberRole.WORKER,
  recordsMoney: false,
  districtCode: '440103',
  accessVersion: 3,
  isKey: false,
};

const GOOD: Record<string, unknown> = {
  sid: session.sessionId,
  org: session.organisationId,
  sub: session.memberId,
  kind: 'OPERATOR',
  role: 'WORKER',
  money: false,
  district: '440103',
  version: 3,
  iss: 'social-work-stations',
  aud: 'social-work-stations/api',
  iat,
  exp: iat + 900,
};

/** Signed here: jsonwebtoken would refuse to create most of these. */
function sign(payload: unknown, header: Record<string, unknown> = {}, secret = SECRET): string {
  const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const signed = `${encode({ alg: 'HS256', typ: 'JWT', kid: 'k1', ...header })}.${encode(payload)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

const without = (name: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(GOOD).filter(([key]) => key !== name));

const at = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);

describe('an access token', () => {
  it('carries the session it was issued for', () => {
    expect(verifyAccessToken(issueAccessToken(session, keys, now), keys, now)).toEqual(session);
  });

  it('carries the session of a city-wide organisation', () => {
    const city = { ...session, kind: OrganisationKind.SUPERVISOR, districtCode: null };
    expect(verifyAccessToken(issueAccessToken(city, keys, now), keys, now)).toEqual(city);
  });

  it('names its key and lasts a quarter of an hour', () => {
    const decoded = jwt.decode(issueAccessToken(session, keys, now), { complete: true })!;
    expect(decoded.header).toEqual({ alg: 'HS256', typ: 'JWT', kid: 'k1' });
    expect(decoded.payload).toEqual(GOOD);
  });

  it('is valid until its last second and not after', () => {
    const token = issueAccessToken(session, keys, now);
    expect(verifyAccessToken(token, keys, at(ACCESS_TOKEN_SECONDS - 1))).toEqual(session);
    expect(verifyAccessToken(token, keys, at(ACCESS_TOKEN_SECONDS))).toBeNull();
  });

  it('may come from a server whose clock is half a minute ahead', () => {
    expect(verifyAccessToken(issueAccessToken(session, keys, at(30)), keys, now)).toEqual(session);
    expect(verifyAccessToken(issueAccessToken(session, keys, at(31)), keys, now)).toBeNull();
  });

  it('stays valid when the key that signed it is rotated, not when that key is removed', () => {
    const token = issueAccessToken(session, keys, now);
    const newer = { kid: 'k2', secret: 'second-secret-second-secret-second' };
    const rotated = new SigningKeys([newer, { kid: 'k1', secret: SECRET }], 'TOKEN_KEYS');
    expect(verifyAccessToken(token, rotated, now)).toEqual(session);
    expect(jwt.decode(issueAccessToken(session, rotated, now), { complete: true })?.header.kid).toBe('k2');
    expect(verifyAccessToken(token, new SigningKeys([newer], 'TOKEN_KEYS'), now)).toBeNull();
  });
});

describe('refused is a token', () => {
  const unsigned = (alg: string): string => `${sign(GOOD, { alg }).split('.').slice(0, 2).join('.')}.`;

  it('but not the one that all others here differ from', () => {
    expect(verifyAccessToken(sign(GOOD), keys, now)).toEqual(session);
  });

  it('nor one that was issued before there was a right to record money', () => {
    expect(verifyAccessToken(sign(without('money')), keys, now)).toEqual(session);
  });

  it.each<[string, string]>([
    ['that is empty', ''],
    ['that is no token', 'garbage'],
    ['of three empty parts', '..'],
    ['of three parts of nothing', 'a.b.c'],
    ['with a header that is no JSON', `${Buffer.from('{').toString('base64url')}.e30.x`],
    ['with a header of null', `${Buffer.from('null').toString('base64url')}.e30.x`],
    ['longer than any of ours', sign({ ...GOOD, filling: 'x'.repeat(5000) })],
    ['of algorithm none without a signature', unsigned('none')],
    ['of algorithm HS256 without a signature', unsigned('HS256')],
    ['of algorithm none with a signature', sign(GOOD, { alg: 'none' })],
    ['of another algorithm', jwt.sign(GOOD, SECRET, { algorithm: 'HS512', keyid: 'k1' })],
    ['whose signature was changed', `${sign(GOOD).slice(0, -2)}AA`],
    [
      'whose payload was changed',
      `${sign(GOOD).split('.')[0]!}.${sign({ ...GOOD, role: 'ADMIN' })
        .split('.')
        .slice(1, 2)
        .join('')}.${sign(GOOD).split('.')[2]!}`,
    ],
    ['signed with another secret', sign(GOOD, {}, 'other-secret-other-secret-other-secret')],
    ['with an unknown kid', sign(GOOD, { kid: 'k9' })],
    ['without a kid', sign(GOOD, { kid: undefined })],
    ['with a kid that is no text', sign(GOOD, { kid: ['k1'] })],
    ['with a kid of every object', sign(GOOD, { kid: 'constructor' })],
    ['of another issuer', sign({ ...GOOD, iss: 'another' })],
    ['without an issuer', sign(without('iss'))],
    ['for another audience', sign({ ...GOOD, aud: 'another' })],
    ['for several audiences', sign({ ...GOOD, aud: ['social-work-stations/api', 'another'] })],
    ['with a right to money that is no boolean', sign({ ...GOOD, money: 'true' })],
    ['without an audience', sign(without('aud'))],
    ['without exp', sign(without('exp'))],
    ['with an exp that is no number', sign({ ...GOOD, exp: String(iat + 900) })],
    ['with an exp of null', sign({ ...GOOD, exp: null })],
    ['that expired', sign({ ...GOOD, iat: iat - 901, exp: iat - 1 })],
    ['that lasts longer than ours', sign({ ...GOOD, exp: iat + 901 })],
    ['without iat', sign(without('iat'))],
    ['not valid yet', sign({ ...GOOD, nbf: iat + 60 })],
    ['of the future', sign({ ...GOOD, iat: iat + 3600, exp: iat + 4500 })],
    ['of a future far away', sign({ ...GOOD, iat: 9e15, exp: 9e15 + 900 })],
    ['whose payload is a text', sign('a text')],
    ['whose payload is null', sign(null)],
    ['whose payload is a list', sign([GOOD])],
    ['of no session', sign(without('sid'))],
    ['of a malformed session', sign({ ...GOOD, sid: "' or true --" })],
    ['of no member', sign(without('sub'))],
    ['of a malformed member', sign({ ...GOOD, sub: 'x' })],
    ['of no organisation', sign(without('org'))],
    ['of an organisation that is no text', sign({ ...GOOD, org: [session.organisationId] })],
    ['of no kind', sign(without('kind'))],
    ['of an unknown kind', sign({ ...GOOD, kind: 'KING' })],
    ['of a kind of every object', sign({ ...GOOD, kind: 'toString' })],
    ['of no role', sign(without('role'))],
    ['of an unknown role', sign({ ...GOOD, role: 'OWNER' })],
    ['of a role in small letters', sign({ ...GOOD, role: 'admin' })],
    ['without a district', sign(without('district'))],
    ['of a malformed district', sign({ ...GOOD, district: '44010' })],
    ['of a district that is a number', sign({ ...GOOD, district: 440103 })],
    ['without a version', sign(without('version'))],
    ['of a version that is a text', sign({ ...GOOD, version: '3' })],
    ['of a fractional version', sign({ ...GOOD, version: 3.5 })],
    ['of a negative version', sign({ ...GOOD, version: -1 })],
  ])('%s', (_, token) => {
    expect(verifyAccessToken(token, keys, now)).toBeNull();
  });
});
