import type { Messages } from '../zh';

export const heatmap: Messages['heatmap'] = {
  title: 'Heat map of indicators',
  operator: 'Operator',
  asOf: (day) => `Percent done as of ${day}, in each station's term of that day or its last one`,
  classes: { ON_TIME: 'On time', BEHIND: 'A little behind', FAR_BEHIND: 'Far behind' },
  rules: {
    ON_TIME: 'done ÷ target ≥ days elapsed ÷ days of the term',
    BEHIND: 'less, but at least four fifths of that',
    FAR_BEHIND: 'less than four fifths of that',
  },
  none: 'No station is like that. Choose another district or operator.',
};
