import { TEST_PASSWORD } from '../../kit/settings';
import { newEmail, NEW_PASSWORD } from '../../membership/support';
import type { Chapters } from './cast';

export const MEMBERS: Chapters = {
  inviteMember: ({ admin, made }) => ({
    by: admin,
    args: { input: { email: newEmail('story.example'), displayName: '新同事', role: 'WORKER' } },
    action: 'MEMBER_INVITED',
    thing: 'Member',
    values: 'after',
    select: 'member { id }',
    keep: ({ member }) => {
      made.invitedId = member.id;
    },
  }),
  renewInvitation: ({ admin, made }) => ({
    by: admin,
    args: { memberId: made.invitedId },
    select: 'invitationToken',
    action: 'INVITATION_RENEWED',
    thing: 'Member',
    values: 'after',
    keep: ({ invitationToken }) => {
      made.invitationToken = invitationToken;
    },
  }),
  acceptInvitation: ({ api, made: { invitationToken: token } }) => ({
    by: api.anonymous,
    args: { input: { token, password: NEW_PASSWORD } },
    action: 'INVITATION_ACCEPTED',
    thing: 'Member',
    values: 'after',
  }),
  changeMember: ({ admin, made: { invitedId: memberId } }) => ({
    by: admin,
    args: { input: { memberId, role: 'MANAGER' } },
    action: 'MEMBER_CHANGED',
    thing: 'Member',
    values: 'both',
  }),
  issuePasswordReset: ({ admin, made }) => ({
    by: admin,
    args: { memberId: made.invitedId },
    select: 'token',
    action: 'PASSWORD_RESET_ISSUED',
    thing: 'Member',
    values: 'after',
    keep: ({ token }) => {
      made.resetToken = token;
    },
  }),
  resetPassword: ({ api, made: { resetToken: token } }) => ({
    by: api.anonymous,
    args: { token, password: 'another umbrella of the story' },
    action: 'PASSWORD_RESET',
    thing: 'Member',
    values: 'none',
  }),
  requestPasswordReset: ({ api }) => ({
    by: api.anonymous,
    args: { email: 'worker@datong.example' },
    action: 'PASSWORD_RESET_REQUESTED',
    thing: 'Member',
    values: 'none',
  }),
  removeMember: ({ admin, made: { invitedId: memberId } }) => ({
    by: admin,
    args: { memberId },
    action: 'MEMBER_REMOVED',
    thing: 'Member',
    values: 'both',
  }),
  createApiKey: ({ admin, made }) => ({
    by: admin,
    args: { input: { name: 'BI' } },
    select: 'apiKey { id }',
    action: 'KEY_CREATED',
    thing: 'ApiKey',
    values: 'after',
    keep: ({ apiKey }) => {
      made.keyId = apiKey.id;
    },
  }),
  revokeApiKey: ({ admin, made: { keyId: id } }) => ({
    by: admin,
    args: { id },
    action: 'KEY_REVOKED',
    thing: 'ApiKey',
    values: 'both',
  }),
  addOrganisation: ({ platform, made }) => ({
    by: platform,
    args: {
      input: {
        kind: 'OPERATOR',
        name: '审计机构',
        administratorEmail: newEmail('story.example'),
        administratorName: '首位管理员',
      },
    },
    action: 'ORGANISATION_ADDED',
    thing: 'Organisation',
    values: 'after',
    select: 'organisation { id }',
    keep: ({ organisation }) => {
      made.organisationId = organisation.id;
    },
  }),
  inviteFirstAdministrator: ({ platform, made: { organisationId: id } }) => ({
    by: platform,
    args: { organisationId: id, email: newEmail('story.example'), displayName: '首位管理员' },
    action: 'MEMBER_INVITED',
    thing: 'Organisation',
    values: 'after',
  }),
  renameOrganisation: ({ platform, made: { organisationId } }) => ({
    by: platform,
    args: { input: { organisationId, name: '更名后的审计机构', from: '2024-02-01', reason: '工商变更' } },
    action: 'ORGANISATION_RENAMED',
    thing: 'Organisation',
    values: 'both',
  }),
  nameAdministrator: ({ platform, assessorId: organisationId }) => ({
    by: platform,
    args: {
      input: {
        organisationId,
        email: newEmail('story.example'),
        displayName: '新管理员',
        reason: '原管理员离职',
      },
    },
    action: 'ADMINISTRATOR_NAMED',
    thing: 'Organisation',
    values: 'after',
  }),
};

export const SESSIONS: Chapters = {
  signIn: ({ api, made }) => ({
    by: api.anonymous,
    args: { input: { email: 'worker@datong.example', password: TEST_PASSWORD } },
    action: 'SIGNED_IN',
    thing: null,
    values: 'none',
    select: 'refreshToken',
    keep: ({ refreshToken }) => {
      made.refreshToken = refreshToken;
    },
  }),
  refreshSession: ({ api, made: { refreshToken } }) => ({
    by: api.anonymous,
    args: { refreshToken },
    action: 'SESSION_REFRESHED',
    thing: null,
    values: 'none',
  }),
  changePassword: ({ colleague }) => ({
    by: colleague.client,
    args: { input: { oldPassword: NEW_PASSWORD, newPassword: 'an umbrella of the story' } },
    action: 'PASSWORD_CHANGED',
    thing: 'Member',
    values: 'none',
  }),
  signOut: ({ colleague }) => ({
    by: colleague.client,
    args: {},
    action: 'SIGNED_OUT',
    thing: null,
    values: 'none',
  }),
};
