import type { Messages } from '../zh';
import { measureName, measureText, unitName } from './measures';

export const records: Messages['records'] = {
  title: 'Service records',
  fileName: (station) => `${station}-service-log`,
  day: 'Day',
  indicator: 'Indicator',
  where: 'Zone / point / project',
  quantities: 'Quantities',
  note: 'Note',
  by: 'Entered by',
  quantity: (name, value, unit) =>
    name === unit || measureText(name, unit) === measureName(name)
      ? `${value} ${measureName(name)}`
      : `${measureName(name)} ${value} ${unitName(unit)}`,
  zone: 'Zone',
  value: (value, unit) => (unit === '个' ? value : `${value} ${unitName(unit)}`),
  wholeStation: 'Whole station',
  from: 'From',
  to: 'To',
  all: 'All',
  revised: (times) => `corrected ${times} times`,
  voided: 'void',
  range: 'Range',
  thisStation: 'This station',
  allStations: 'All stations',
  me: 'Me',
  state: 'State',
  counting: 'Counting',
  noteContains: 'Note has',
  empty:
    'No record meets these conditions. Widen the days, the indicator or another one, or enter figures on the page "Entry".',
  open: 'Show',
  history: 'History',
  version: (revision) => `Version ${revision}`,
  reason: 'Reason',
  void: 'Void',
  voidHint: 'A void record can still be read, and no longer counts in any figure.',
  changeReason: 'Reason of the correction or void',
  correct: 'Correct',
  notYours: 'Another member entered this record: ask a manager or administrator to correct it.',
  versionHead: 'Version',
  explained: (completed, records) => `${completed} done: the sum of ${records} records`,
  noRecords: 'There are no records: the figure is 0.',
  allRecords: 'See them among the service records',
};
