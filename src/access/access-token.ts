import jwt from 'jsonwebtoken';
import { isId } from '../platform/ids';
import { MemberRole, OrganisationKind } from './parties';
import type { Session } from './session';
import type { SigningKeys } from './signing-keys';

/** How long an access token lasts. */
export const ACCESS_TOKEN_SECONDS = 15 * 60;

/** Clock skew allowed between two servers: a token issued further in the future is refused. */
const CLOCK_SKEW_SECONDS = 30;

const ALGORITHM = 'HS256';
const ISSUER = 'social-work-stations';
const AUDIENCE = 'social-work-stations/api';
/** Ours have some 600 characters; a longer one is not parsed. */
const MAX_LENGTH = 4096;

/** Issues an access token for a session, valid for a quarter of an hour from `now`. */
export function issueAccessToken(session: Session, keys: SigningKeys, now: Date): string {
  const { kid, key } = keys.current;
  const claims = {
    sid: session.sessionId,
    org: session.organisationId,
    kind: session.kind,
    role: session.role,
    money: session.recordsMoney,
    district: session.districtCode,
    version: session.accessVersion,
    iat: seconds(now),
  };
  return jwt.sign(claims, key, {
    algorithm: ALGORITHM,
    keyid: kid,
    issuer: ISSUER,
    audience: AUDIENCE,
    subject: session.memberId,
    expiresIn: ACCESS_TOKEN_SECONDS,
  });
}

/**
 * The session in an access token of ours, or null for anything else. jsonwebtoken by itself accepts tokens without exp,
 * with a string as payload or an array as audience, so every claim is checked here.
 */
export function verifyAccessToken(token: string, keys: SigningKeys, now: Date): Session | null {
  if (token.length > MAX_LENGTH) return null;
  const claims = verifiedClaims(token, keys, now);
  return claims && sessionOf(claims, seconds(now));
}

function verifiedClaims(token: string, keys: SigningKeys, now: Date): Record<string, unknown> | null {
  try {
    const kid: unknown = jwt.decode(token, { complete: true })?.header.kid;
    const key = typeof kid === 'string' ? keys.find(kid) : undefined;
    if (!key) return null;
    const claims: unknown = jwt.verify(token, key, {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: AUDIENCE,
      clockTimestamp: seconds(now),
    });
    return isRecord(claims) ? claims : null;
  } catch {
    return null;
  }
}

function sessionOf(claims: Record<string, unknown>, now: number): Session | null {
  const { sub, sid, org, kind, role, money = false, district, version, aud, iat, exp } = claims;
  if (aud !== AUDIENCE || !isCount(iat) || !isCount(exp) || exp - iat > ACCESS_TOKEN_SECONDS) return null;
  if (iat > now + CLOCK_SKEW_SECONDS) return null;
  if (!isIdText(sub) || !isIdText(sid) || !isIdText(org)) return null;
  if (!isKind(kind) || !isRole(role) || typeof money !== 'boolean' || !isCount(version)) return null;
  if (district !== null && (typeof district !== 'string' || !/^[0-9]{6}$/.test(district))) return null;
  return {
    sessionId: sid,
    memberId: sub,
    organisationId: org,
    kind,
    role,
    recordsMoney: money,
    districtCode: district,
    accessVersion: version,
    isKey: false,
  };
}

function seconds(moment: Date): number {
  return Math.floor(moment.getTime() / 1000);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}

function isIdText(value: unknown): value is string {
  return typeof value === 'string' && isId(value);
}

function isKind(value: unknown): value is OrganisationKind {
  return Object.values(OrganisationKind).some((kind) => kind === value);
}

function isRole(value: unknown): value is MemberRole {
  return Object.values(MemberRole).some((role) => role === value);
}
