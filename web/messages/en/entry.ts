import type { Messages } from '../zh';

export const entry: Messages['entry'] = {
  title: 'Entry',
  keys: [['Enter', 'Next row']],
};
