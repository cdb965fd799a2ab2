import { readable } from '../../platform/database/shape';

export const evaluations = readable('core.evaluation', 'id');
