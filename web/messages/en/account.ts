import type { Messages } from '../zh';

export const account: Messages['account'] = {
  title: 'Account',
  name: 'Name',
  organisation: 'Organisation',
  role: 'Role',
  stations: 'Stations',
  allStations: 'All stations of your organisation',
  password: 'Change the password',
  oldPassword: 'Current password',
  newPassword: 'New password',
  newPasswordHint: 'At least 12 characters. Afterwards you are signed out on all other computers.',
  change: 'Change the password',
  changed: 'The password has been changed.',
};
