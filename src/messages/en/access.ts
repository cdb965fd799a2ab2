import type { Translation } from '../translation';
import type { access as zh } from '../zh/access';

export const access: Translation<typeof zh> = {
  WRONG_CREDENTIALS: () => 'The e-mail or the password is wrong. Please check both and try again.',
  SESSION_FROM_ELSEWHERE: () =>
    'This request was not sent by a page of this site. Please open the sign-in page of this site.',
  SESSION_ACTION_UNKNOWN: () => 'The request is incomplete. Please reload the page and try again.',
  INVALID_REFRESH_TOKEN: () => 'The session has expired or ended. Please sign in again.',
  WRONG_PASSWORD: () => 'The old password is wrong. Please type it again.',
  PASSWORD_TOO_LONG: ({ most }) => `A password may have ${most} characters at most.`,
  PASSWORD_TOO_SHORT: ({ least }) =>
    `A password needs at least ${least} characters. A few unrelated words make a good one.`,
  PASSWORD_TOO_COMMON: () => 'This password is too common and easily guessed. Please choose another.',
  PASSWORD_NAMES_OWNER: () => 'A password must not contain your name or e-mail.',
  INVITATION_INVALID: () =>
    'The invitation is unknown, used or expired. Please ask whoever invited you for a new one.',
  RESET_INVALID: () =>
    'The link is unknown, used or expired. Please ask an administrator of your organisation for another one.',
  OWN_PASSWORD: () => 'Please change your own password on the page "Account": it asks for the old one.',
  NOT_JOINED: () => 'The member has not joined yet and has no password. Please invite it again.',
  ADMIN_STAYS: () =>
    'You administer your former organisation. Please let another administrator remove you there first, then accept the invitation.',
  INVALID_EMAIL: () => 'This is not an e-mail address. Please check it.',
  EMAIL_TAKEN: () =>
    'This e-mail belongs to another present member. If that is you, please give the password that you have there too: that membership ends. Otherwise ask to be invited with a different e-mail.',
  ALREADY_MEMBER: () =>
    'This e-mail belongs to a member of your organisation. If its invitation has expired, renew it in the list of members (API: renewInvitation).',
  NOT_INVITED: () => 'The member has joined or left; there is no invitation to renew.',
  MEMBER_LEFT: () => 'The member has left. To have the member back, please send a new invitation.',
  MONEY_NEEDS_MANAGER: () =>
    'Only a MANAGER of an operator can be let record money. Please give the member that role first.',
  ADMIN_IS_NOT_LIMITED: () =>
    'An administrator administers the whole organisation and cannot be limited to stations.',
  LAST_ADMIN: () =>
    'This is the last administrator of your organisation. Please make another member administrator first.',
  EXPIRES_IN_THE_PAST: () => 'The expiry day must be today or later.',
  ALREADY_ADMINISTERED: () =>
    'The organisation has an administrator, who manages its members. If it needs another from the platform, please name one (API: nameAdministrator).',
  NOT_ADMINISTERED: () =>
    'The organisation has no administrator yet. Please invite the first one (API: inviteFirstAdministrator).',
  OWN_ORGANISATION: () => 'This is your own organisation. Please invite the person as a member.',
  DISTRICT_MISSING: () => 'A purchaser needs its district.',
  ONE_PLATFORM: () => 'There is one platform only. To have more administrators, invite them as its members.',
  PLATFORM_KEEPS_ITS_NAME: () => 'The platform keeps its name. Please choose another organisation.',
  ORGANISATION_NAME_TAKEN: () =>
    'The directory has, or had, an organisation of this kind with this name, or one that looks like it. Please check it.',
};
