import { ASSESSMENT_VIEWS } from './assessment';
import { COMPLETION_VIEWS } from './completion';
import { DIRECTORY_VIEWS } from './directory';
import { FUNDING_VIEWS } from './funding';
import { STAFFING_VIEWS } from './staffing';
import type { View } from './view';

export { statementsOf } from './view';

export const BI_VIEWS: View[] = [
  ...DIRECTORY_VIEWS,
  ...COMPLETION_VIEWS,
  ...STAFFING_VIEWS,
  ...FUNDING_VIEWS,
  ...ASSESSMENT_VIEWS,
];
