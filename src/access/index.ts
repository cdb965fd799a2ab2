export { ACTIONS, type Action } from './actions';
export { Caller, type CallerOptions, type Member } from './caller';
export type { Context } from './context';
export { MemberRole, OrganisationKind } from './parties';
export { databaseRoleOf, type Session } from './session';
export { verifyAccessToken } from './access-token';
export { SignInService } from './sign-in.service';
export { SigningKeys } from './signing-keys';
export { enrolMember, enrolOrganisation } from './enrolment';
