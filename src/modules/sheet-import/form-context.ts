import type { Indicator } from '../completion';
import type { Choices } from './reading/name-choices';
import type { Named } from './reading/names.rules';

/** A point, its zone, and those that it was in before: a form may be of a day of then. */
export interface NamedPoint extends Named {
  zoneId: string | null;
  formerZoneIds?: readonly string[];
}

/** What the cells of a form may name: of the agreement that it is of, and of the catalogue. */
export interface FormContext {
  indicators: readonly Indicator[];
  zones: readonly Named[];
  points: readonly NamedPoint[];
  projects: readonly Named[];
  terms: readonly { startsOn: string; endsOn: string }[];
  /** What names were taken for by hand. */
  choices?: Choices;
}
