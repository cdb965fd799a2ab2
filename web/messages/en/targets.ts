import type { Messages } from '../zh';

export const targets: Messages['targets'] = {
  title: 'Targets',
  wholeStation: 'Whole station',
  asOf: (day) => `as of ${day}`,
  since: (day) => `since ${day}`,
  because: (reason) => `Reason: ${reason}`,
  amendments: 'Changed by amendments',
  agreement: 'See the agreement',
  fileName: (station, day) => `${station}-targets-${day}`,
  empty:
    'This term has no targets yet. A confirmed agreement gets them by an amendment: one side proposes it, the other or the bureau confirms it.',
  emptyProposal:
    'No targets have been set yet. Whoever registered the agreement sets them before it is confirmed.',
  formHint:
    'Leave a cell empty, or type "/", where nothing is agreed; paste from Excel. After a change the other side has to confirm anew.',
  changed: (count) => (count === 0 ? '' : `${count} to be saved`),
  saved: 'Saved',
  save: 'Save targets',
};
