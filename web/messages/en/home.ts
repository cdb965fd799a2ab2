import type { Messages } from '../zh';

export const home: Messages['home'] = {
  title: 'Home',
  hello: (name) => `Hello, ${name}`,
  purpose: {
    entry: 'Enter what was done today or this month',
    completion: 'See how far each zone is; print the form',
    records: 'Find and correct what was entered',
    overview: 'Progress, staffing and money of each station',
    agreements: 'Register and confirm agreements',
    members: 'Invite members, manage keys',
    audit: 'Who did what, and when',
    help: 'The day’s work in pictures',
  },
  all: 'Show all stations',
  late: 'Worth a look',
  nothingLate: 'No assessment is late, and no station has most of its figures behind.',
  behind: (percent) => `only ${percent} of the figures are on time`,
  moreLate: (count) => `${count} more in the overview`,
  register: 'Register the first agreement',
  withoutAdministrator: 'Organisations without an administrator',
  allAdministered: 'Every organisation has had one. Add organisations under “Members and keys”.',
};
