import type { Messages } from '../zh';

export const signIn: Messages['signIn'] = {
  title: 'Sign in',
  lead: 'What a station does is entered once.',
  points: [
    'Entry, Annex 1, Annex 2 and money show the same live figures',
    'Operators, purchasers and bureaus each see their own scope',
    'Quantities only: nothing personal about clients is kept',
  ],
  email: 'E-mail',
  password: 'Password',
  stay: 'Stay signed in on this computer',
  stayHint: 'Leave this off on a shared computer.',
  submit: 'Sign in',
  again: 'Your session has ended. Please sign in again: what you have entered is still here.',
  notKept:
    'This connection is not encrypted: the session lives in this page alone and ends after about 15 minutes, or when the page is reloaded.',
  forgotten: 'Forgot your password?',
  help: 'No account yet? Ask the administrator of your organisation.',
};
