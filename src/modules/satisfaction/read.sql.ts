import { readable } from '../../platform/database/shape';

export const surveys = readable('core.satisfaction_survey', 'id');
