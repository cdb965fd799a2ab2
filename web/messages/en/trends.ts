import type { Messages } from '../zh';
import { unitName } from './measures';

export const trends: Messages['trends'] = {
  title: 'Trends',
  by: 'Lines',
  groupings: {
    TOTAL: 'All together',
    DISTRICT: 'By district',
    OPERATOR: 'By operator',
    STATION: 'By station',
  },
  allStations: 'All stations of your scope',
  chooseStation: 'Choose a station…',
  leaveOut: (station) => `Leave out ${station}`,
  yearBefore: (name) => `${name} (year before)`,
  unit: (unit) => (unit === '个' ? 'Number' : `In ${unitName(unit)}`),
  sum: 'Sum',
  explain: (what, whose, month) => `${what} · ${whose} · ${month}`,
  largest: (shown, all) => `The chart has the ${shown} largest of ${all} lines; the table has all.`,
  empty: 'There is no service record of this indicator in these months. Choose another indicator or period.',
};
