import type { Messages } from '../zh';
import { unitName } from './measures';

export const ranking: Messages['ranking'] = {
  title: 'Ranking and marks',
  by: 'Ranked by',
  bases: { COMPLETED: 'Done', PERCENT: 'Percent' },
  rank: 'Rank',
  completed: (unit) => `Done (${unitName(unit)})`,
  target: (unit) => `Target (${unitName(unit)})`,
  percent: 'Percent',
  marks: 'To be looked at',
  caption: (what, period) => `${what}, ${period}`,
  explain: (what, station, period) => `${what} · ${station} · ${period}`,
  marksNote:
    'A mark says that a figure is worth a look, not that it is wrong. “Far” is a modified z-score beyond ±3.5: from its own past, of at least 6 whole months before; from other stations, of at least 5. Targets are those, in full, of all terms that share days with these months.',
  kinds: {
    FAR_FROM_OWN_PAST: 'Far from its own past',
    FAR_FROM_PEERS: 'Far from other stations',
    RATIO_ABOVE_THRESHOLD: 'Very high percent',
    ZONES_DIFFER_FROM_TOTAL: 'Zones differ from the total',
  },
  reasons: {
    FAR_FROM_OWN_PAST: (value, reference, compared, score) =>
      `${value} a month on average; the median of the ${compared} months before is ${reference} (z ${score}). Look for what is missing or entered twice.`,
    FAR_FROM_PEERS: (value, reference, compared, score) =>
      `${value} here; the median of ${compared} stations is ${reference} (z ${score}). Check that the same things are counted.`,
    RATIO_ABOVE_THRESHOLD: (value, reference) =>
      `${value}%, which is above ${reference}%. Check the target, and look for records entered twice.`,
    ZONES_DIFFER_FROM_TOTAL: (value, reference) =>
      `The zones sum to ${value}, the station to ${reference}: some records name no zone.`,
  },
  empty:
    'No station has a target or a record of this indicator in these months. Choose another indicator or period.',
};
