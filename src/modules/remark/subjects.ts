import { isId } from '../../platform/ids';
import { calendarMonths, readMonthId } from '../reporting';
import { serviceRecords } from '../service-record';

/** A column by which a subject is found. */
interface KeyColumn {
  /** Of its rows. */
  name: string;
  /** Of core.remark. */
  stored: string;
  type: 'uuid' | 'date';
}

/** What remarks can be about. */
export interface RemarkSubject {
  /** The GraphQL type. */
  type: string;
  /** SQL of its rows, which have scope columns and an id. */
  rows: (alias: string) => string;
  /** The last one is the column of core.remark that is null for remarks on anything else. */
  key: readonly [...KeyColumn[], KeyColumn];
  /** The values of the key, read from an id; null where it is none of this kind. */
  readId: (id: string) => string[] | null;
}

export const RECORD: RemarkSubject = {
  type: 'ServiceRecord',
  rows: serviceRecords,
  key: [{ name: 'id', stored: 'record_id', type: 'uuid' }],
  readId: (id) => (isId(id) ? [id] : null),
};

export const MONTH: RemarkSubject = {
  type: 'ReportMonth',
  rows: calendarMonths,
  key: [
    { name: 'agreement_id', stored: 'agreement_id', type: 'uuid' },
    { name: 'month', stored: 'month', type: 'date' },
  ],
  readId: (id) => {
    const key = readMonthId(id);
    return key === null ? null : [key.agreementId, `${key.month}-01`];
  },
};

/** A further one has a column in the constraint remark_of_one_subject, and a resolver of its field remarks. */
export const SUBJECTS: readonly RemarkSubject[] = [RECORD, MONTH];
