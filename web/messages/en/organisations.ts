import type { Messages } from '../zh';

export const organisations: Messages['organisations'] = {
  title: 'Organisations',
  kind: 'Kind',
  allKinds: 'All kinds',
  district: 'District',
  districtHint: 'Needed for a purchaser; none for the bureau of the city.',
  administrator: 'Administrator',
  has: 'has had one',
  hasNone: 'none yet',
  add: 'Add an organisation',
  inviteFirst: 'Invite the first administrator',
  firstHint:
    'No administrator has joined yet. This makes another link; whoever accepts first becomes the first administrator.',
  nameAdministrator: 'Name an administrator',
  nameHint:
    'Only where its administrators are gone, or where it asks for one. It reads the reason in its list of members and in its log.',
  formerly: (names) => ` (formerly ${names})`,
  fields: {
    name: 'Name',
    shortName: 'Short name',
    administratorName: 'Name of the first administrator',
    administratorEmail: 'E-mail of the first administrator',
  },
};
