import type { Messages } from '../zh';

export const reset: Messages['reset'] = {
  title: 'Reset password',
  about:
    'Choose a new password. It signs you in, and ends your sessions elsewhere. Your name, role and records stay as they are.',
  password: 'New password',
  submit: 'Set password and sign in',
  noToken:
    'This address has no reset code. Please copy the whole link, with what stands after the #, and open it again.',
  hint: 'Who has forgotten the password asks an administrator of the organisation for a link (Members and keys). It is valid for 24 hours and works once.',
};
