import type { Messages } from '../zh';

export const invitation: Messages['invitation'] = {
  title: 'Accept the invitation',
  invited: (organisation) => `${organisation} invites you. Choose a password to sign in.`,
  name: 'Name',
  email: 'E-mail to sign in with',
  until: 'Valid until',
  password: 'Choose a password',
  passwordHint: 'At least 12 characters. A few unrelated words are easy to remember and hard to guess.',
  isElsewhere: 'I have an account at another organisation under this e-mail',
  currentPassword: 'Password at your former organisation',
  currentHint: 'It ends when you accept; what you have recorded stays there.',
  show: 'Show the password',
  accept: 'Set password and sign in',
  noToken:
    'This address has no invitation code. Please copy the whole link, with what stands after the #, and open it again.',
  unusableHint:
    'An invitation is valid for 7 days and works once. If you have set your password, please sign in.',
  signIn: 'I have an account: sign in',
};
