import { readable } from '../../platform/database/shape';
import { SCOPE } from '../agreement';

// xmin: incremental exports find changes by it.
export const serviceRecords = readable(
  'core.service_record',
  `${SCOPE}, id, revision, term_id, indicator_code, project_id, zone_id,
  point_id, occurred_on, quantities, recorded_at, revised_at, voided_at, xmin`,
);

/** What records said before they were corrected. */
export const serviceRecordVersions = readable(
  'core.service_record_version',
  `${SCOPE}, id, revision, indicator_code, zone_id, occurred_on, quantities, revised_at`,
);

/** With the words of those who recorded them: for the operator, the purchaser and the bureaus, whose roles alone read them. */
export const notedServiceRecords = readable(
  'core.service_record',
  `${SCOPE}, id, indicator_code, project_id, zone_id, point_id, occurred_on, quantities, note, voided_at`,
);

/** With their authors and all that they say: for the operator alone. */
export const authoredServiceRecords = readable(
  'core.service_record',
  `${SCOPE}, id, revision, indicator_code, project_id, zone_id, point_id, occurred_on, quantities, note, recorded_by,
  recorded_by_name, voided_at`,
);
