import { readable } from '../../platform/database/shape';
import { SCOPE } from '../agreement';

export const reportAudits = readable('core.report_audit', `${SCOPE}, id`);
