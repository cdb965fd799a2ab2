import type { Messages } from '../zh';
import { measureName, measureText } from './measures';

export const completion: Messages['completion'] = {
  title: 'Completion (Annex 1)',
  asOf: 'As of',
  zone: 'Of',
  timeProgress: 'Time elapsed',
  monthEarlier: 'End of the month before',
  monthLater: 'End of the next month',
  head: {
    indicator: 'Indicator',
    measure: 'Measure (unit)',
    target: 'Target',
    completed: 'Done',
    percent: 'Percent',
    total: 'Total',
    progress: 'Done / time',
  },
  measure: measureText,
  measureName,
  workers: 'Social workers on post',
  progress: (percent, time) => `${percent}% done, ${time}% of the time elapsed`,
  empty:
    'This term has neither targets nor records yet. They appear here once an administrator has set targets and workers have entered figures.',
  signatures: ['Entered by:', 'Station manager:', 'Operator (seal):', 'Date:'],
  caption: (station, from, to) => `${station}, ${from} to ${to}`,
  fileName: (station, to) => `${station}-Annex1-${to}`,
  explain: (indicator, measure, column) => `${indicator} · ${measureName(measure)} · ${column}`,
  compare: 'Beside last year',
  thisYear: 'Now',
  lastYear: 'A year before',
  comparedHead: (name, from, to, operator) => `${name} (${from} to ${to}, ${operator})`,
  change: 'Change in what is done',
  noLastYear: (day) =>
    `On the same day last year (${day}) the station had no agreement that you see: it may not have existed yet, or another operator ran it. What an earlier operator recorded is not open to the next one; the purchaser and the bureau can compare.`,
  invalidDay: 'Please give a day, such as 2024-12-31.',
};
