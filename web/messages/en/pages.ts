import type { Messages } from '../zh';

export const pages: Messages['pages'] = {
  groups: { work: 'Daily work', reports: 'Reports', overview: 'Overview', own: 'Mine' },
  home: 'Home',
  entry: 'Entry',
  records: 'Service records',
  completion: 'Completion',
  roster: 'Staffing (annex 2)',
  funding: 'Funding',
  work: 'Assessment tasks',
  assessments: 'Assessments',
  satisfaction: 'Satisfaction',
  evaluations: 'Self-evaluations',
  agreements: 'Agreements',
  overview: 'Overview',
  heatmap: 'Heat map',
  trends: 'Trends',
  ranking: 'Ranking',
  members: 'Members and keys',
  audit: 'Audit log',
  invitation: 'Invitation',
  account: 'Account',
};
