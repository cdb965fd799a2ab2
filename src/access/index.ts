export { ACTIONS, type Action } from './actions';
export { Asserts } from './asserts';
export { type AuditAction, auditStatement, type Change, type Origin } from './audit';
export { AuditTrail } from './audit-trail';
export { Caller } from './caller';
export type { Member, Write } from './member';
export type { Context } from './context';
export { MemberRole, OrganisationKind } from './parties';
export { auditEntries, mailable, members, organisations, stationIdsOf } from './read.sql';
export { databaseRoleOf, type Session } from './session';
export { verifyAccessToken } from './access-token';
export { sessionRoute } from './session.route';
export { SignInService } from './sign-in.service';
export { SealedTokens } from './sealed-token';
export { SigningKeys } from './signing-keys';
export {
  closeSession,
  createCredential,
  enrolMember,
  enrolOrganisation,
  inviteFirstOfPlatform,
  openSession,
} from './enrolment';
export { ApiKeys } from './api-keys';
export { CredentialService } from './credential.service';
export { MailedResets } from './mailed-resets';
export { onBehalfOf } from './on-behalf';
export { PasswordResetService } from './password-reset.service';
export { isEmail, normalEmail } from './email';
export { secretHash, type SecretToken } from './secret-token';
