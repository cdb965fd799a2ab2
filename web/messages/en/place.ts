import type { Messages } from '../zh';

export const place: Messages['place'] = {
  choose: 'Choose a station',
  search: 'Name of the station',
  searchHint: 'Type a part of the name',
  none: 'No station has such a name.',
  more: (total) => `${total} in all: type more of the name.`,
  noAgreement:
    'There is no service agreement in your scope yet. Its figures will be here once it is registered. Ask your administrator.',
  term: 'Term',
  days: (from, to) => `${from} to ${to}`,
};
