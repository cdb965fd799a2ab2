import { type Action, OrganisationKind, type Session } from '../../access';
import type { TaskKind } from './task.enums';

/** Whose tasks: the kind of an organisation, with the city's bureau distinguished from those of districts. */
type Doer = OrganisationKind | 'CITY';

export function doerOf({ kind, districtCode }: Pick<Session, 'kind' | 'districtCode'>): Doer {
  return kind === OrganisationKind.SUPERVISOR && districtCode === null ? 'CITY' : kind;
}

/**
 * A kind of task. It waits for those who are permitted the action; `waiting` is the SQL of what waits for them, in the
 * columns agreement_id, subject_id, subject, due_on and since: the day from which it waits, where that begins with a day
 * and not with an event, of which the member is notified at once.
 */
export interface TaskSource {
  kind: TaskKind;
  action: Action;
  waiting: Partial<Record<Doer, string>>;
}
