import type { Messages } from '../zh';
import { measureText } from './measures';

export const analysis: Messages['analysis'] = {
  indicator: 'Indicator',
  measure: (indicator, measure, unit) => `${indicator} · ${measureText(measure, unit)}`,
  all: 'All',
};
