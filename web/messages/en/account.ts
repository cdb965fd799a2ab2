import type { Messages } from '../zh';

export const account: Messages['account'] = {
  title: 'Account',
  name: 'Name',
  organisation: 'Organisation',
  role: 'Role',
  stations: 'Stations',
  allStations: 'All stations of your organisation',
  email: 'E-mail to sign in with',
  changedBy: 'Your administrator keeps these.',
  session: 'This session',
  stays:
    'You stay signed in on this computer when the browser is closed: until it is not used for 7 days, 30 days at most.',
  endsWithBrowser:
    'It ends when the browser is closed. To stay signed in, sign out, and in again with “Stay signed in on this computer”.',
  endsWithPage: 'This connection is not encrypted: the session ends with the page, after about 15 minutes.',
  leaveHint:
    'On a shared computer please sign out: what this browser keeps of your entries and offline data goes too.',
  language: 'Language',
  mails: 'E-mails',
  mailsAbout:
    'They say what waits and at which station, not what is in it, and go to the e-mail you sign in with.',
  atOnce: 'At once, when something is sent back to me or waits for me',
  digest: 'Every working day in the morning, what waits for me',
  saveMails: 'Save',
  mailsSaved: 'Saved.',
  password: 'Change the password',
  oldPassword: 'Current password',
  newPassword: 'New password',
  newPasswordHint: 'At least 12 characters. Afterwards you are signed out on all other computers.',
  change: 'Change the password',
  changed: 'The password has been changed.',
};
