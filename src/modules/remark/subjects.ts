import { serviceRecords } from '../service-record';

/** What remarks can be about. */
export interface RemarkSubject {
  /** The GraphQL type. */
  type: string;
  /** SQL of its rows, which have scope columns and an id. */
  rows: (alias: string) => string;
  /** The column of core.remark that names it. */
  column: string;
}

export const RECORD: RemarkSubject = { type: 'ServiceRecord', rows: serviceRecords, column: 'record_id' };

/** A further one has a column with a foreign key, a part of the constraint remark_of_one_subject, and a resolver of its field remarks. */
export const SUBJECTS: readonly RemarkSubject[] = [RECORD];
