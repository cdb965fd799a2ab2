import type { Messages } from '../zh';

export const analysis: Messages['analysis'] = {
  indicator: 'Indicator',
  measure: (indicator, measure, unit) => `${indicator} · ${measure} (${unit})`,
  all: 'All',
};
