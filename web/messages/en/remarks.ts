import type { Messages } from '../zh';

export const remarks: Messages['remarks'] = {
  title: 'Remarks and evidence',
  none: 'None yet. Each party may add remarks or evidence here; records and figures stay as they are.',
  by: (organisation, member, moment) => `${organisation} · ${member} · ${moment}`,
  remark: 'Add a remark',
  evidence: 'Evidence',
  evidenceHint: 'A link, or the number of a file or document',
  add: 'Add',
};
