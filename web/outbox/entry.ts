import type { Day } from '../ui/days';
import type { Decimal } from '../ui/decimals';

/** Values of measures by their codes; a measure that is missing has none. */
export type Quantities = Readonly<Record<string, Decimal>>;

/** The record that an entry corrects, as it was when it was read. */
export interface CorrectedRecord {
  readonly id: string;
  readonly revision: number;
  readonly quantities: Quantities;
}

type EntryState =
  /** To be sent, or on its way. */
  | 'WAITING'
  /** The server refuses it; it can be edited or thrown away. */
  | 'REFUSED'
  /** Somebody else has corrected the record meanwhile. */
  | 'CONFLICT';

/**
 * What a member has typed for one indicator at one place on one day, and the server does not have yet: a new record, a
 * correction, or a void where nothing is left of it. It is stored before it is sent.
 */
export interface Entry {
  /** Member, agreement, day, indicator and place: there is one entry for each. */
  readonly key: string;
  readonly memberId: string;
  readonly agreementId: string;
  readonly day: Day;
  readonly indicator: string;
  readonly zoneId: string | null;
  /** Its zone follows from it. */
  readonly pointId: string | null;
  readonly projectId: string | null;
  readonly record: CorrectedRecord | null;
  /** All that the record shall have. */
  readonly quantities: Quantities;
  /** The idempotency key of this content: it is another one whenever the content changes. */
  readonly requestKey: string;
  readonly state: EntryState;
  /** The server's words, where it refused. */
  readonly message: string | null;
}

export function entryKey(memberId: string, agreementId: string, day: Day, group: string): string {
  return [memberId, agreementId, day, group].join('|');
}

/** What becomes of an entry at the server: each kind has a mutation of its own. */
export function kindOf({ record, quantities }: Entry): 'NEW' | 'CORRECTION' | 'VOID' {
  if (record === null) return 'NEW';
  return isEmpty(quantities) ? 'VOID' : 'CORRECTION';
}

export function isEmpty(quantities: Quantities): boolean {
  return Object.keys(quantities).length === 0;
}
