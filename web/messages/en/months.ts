import type { Messages } from '../zh';

export const months: Messages['months'] = {
  title: 'Completion month by month',
  allZones: 'All zones',
  measure: 'Measure',
  unit: 'Unit',
  fileName: (station, to) => `${station}-months-${to}`,
};
