import type { Messages } from '../zh';

export const charts: Messages['charts'] = {
  table: 'Table',
  png: 'Picture',
};
