import type { Messages } from '../zh';

export const home: Messages['home'] = {
  title: 'Home',
  hello: (name) => `Hello, ${name}`,
  purpose: {
    entry: 'Enter what was done today or this month',
    completion: 'See how far each zone is; print the form',
    records: 'Find and correct what was entered',
    overview: 'Progress, staffing and money of each station',
  },
  all: 'Show all stations',
  platform:
    'The platform maintains the directory and its members, and sees no service data. Its pages are being built: until then use the API explorer.',
};
