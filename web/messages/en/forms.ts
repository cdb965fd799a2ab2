import type { Messages } from '../zh';

export const forms: Messages['forms'] = {
  dayHint: 'Enter a day, such as 2024-12-31.',
  numberHint: 'Enter a number, such as 1200 or 0.6.',
  countHint: 'Enter a whole number, such as 15.',
  required: 'Please fill this in.',
  choose: 'Please choose',
  pleaseChoose: 'Please choose.',
  reason: 'Reason',
  kept: 'What you typed is kept in this tab, also when the page is reloaded.',
  rename: 'Rename',
  newName: 'New name',
  nameFrom: 'From',
  nameFromHint: 'Not in the future. Reports of earlier days keep the former name.',
  discard: 'Discard',
};
