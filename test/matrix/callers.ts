import { MemberRole } from '../../src/access';
import type { Client } from '../kit/api';
import type { Person } from './support/people';
import type { Matrix } from './support/world';

/** Calls that get a business error before they change anything: from everyone, or from one kind of organisation. */
export const USER_ERRORS: Record<string, string> = {
  'Mutation.refreshSession': 'INVALID_REFRESH_TOKEN',
  'Mutation.acceptInvitation': 'INVITATION_INVALID',
  'Mutation.resetPassword': 'RESET_INVALID',
  'Mutation.changePassword': 'WRONG_PASSWORD',
  'Mutation.closeAssessment': 'SCORES_MISSING',
  'Mutation.closeEvaluation': 'SCORES_MISSING',
  // The SUPERVISOR score is the district bureau's.
  'Mutation.scoreAssessment by city': 'NOT_A_PARTY',
  'Mutation.addFinding by city': 'NOT_A_PARTY',
  'Mutation.reviewResponse by city': 'NOT_YOUR_FINDING',
  'Mutation.withdrawFinding by city': 'NOT_YOUR_FINDING',
};

/** Who calls: somebody with a session of its own where the call ends it. */
export async function callerOf(
  entryPoint: string,
  who: Person,
  { members, organisations }: Matrix,
): Promise<Client> {
  if (entryPoint !== 'Mutation.signOut' || who.column === 'anonymous') return who.client;
  const { kind } = organisations[who.column];
  const organisation = { id: who.organisationId, kind, district: who.district };
  return members.session(organisation, who.memberId, who.role ?? MemberRole.VIEWER);
}
